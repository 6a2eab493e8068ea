// The tools for language models, as the client offers them to VS Code.

/** From the client: calls a tool (`AgentToolParams` → `AgentToolAnswer`); null if there is none of that name. */
export const agentToolRequest = 'ideaFiles/agentTool'

export interface AgentToolParams {
  readonly name: string
  readonly input?: unknown
}

export interface AgentToolAnswer {
  readonly parts: readonly string[]
  readonly isError: boolean
}
