// The tools for language models, as the client offers them to VS Code.

import type { FormFiles } from './proposal.ts'

/** From the client: calls a tool (`AgentToolParams` → `AgentToolAnswer`); null if there is none of that name. */
export const agentToolRequest = 'ideaFiles/agentTool'

export interface AgentToolParams {
  readonly name: string
  readonly input?: unknown
  /** For `check_proposal`: what the workspace has for proposals. Without it the CNCF's form is filled in. */
  readonly files?: FormFiles | undefined
}

export interface AgentToolAnswer {
  readonly parts: readonly string[]
  readonly isError: boolean
}
