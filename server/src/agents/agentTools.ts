import { errorMessage } from '../text/errorMessage.ts'
import { sanitizeControlCharacters } from '../text/sanitize.ts'
import type { AgentAnswer, AgentTool } from './agentTool.ts'
import type { AgentWorkspace } from './agentWorkspace.ts'
import { clipAnswer } from './boundedAnswer.ts'
import { applySafeFixesTool } from './tools/applySafeFixes.ts'
import { checkIdeasTool } from './tools/checkIdeas.ts'
import { checkProposalTool } from './tools/checkProposal.ts'
import { explainRuleTool } from './tools/explainRule.ts'
import { findIdeasTool } from './tools/findIdeas.ts'
import { ideaTemplateTool } from './tools/ideaTemplate.ts'

/** All tools for agents, in the order in which they are used. */
export const agentTools: readonly AgentTool[] = [
  findIdeasTool,
  ideaTemplateTool,
  checkIdeasTool,
  applySafeFixesTool,
  explainRuleTool,
  checkProposalTool,
]

/** Calls a tool; null if there is none of that name. Never rejects: an answer says what went wrong. */
export async function callAgentTool(name: string, input: unknown, workspace: AgentWorkspace): Promise<AgentAnswer | null> {
  const tool = agentTools.find((each) => each.name === name)
  if (tool === undefined) return null
  try {
    return await tool.call(input, workspace)
  } catch (error) {
    return { parts: [clipAnswer(sanitizeControlCharacters(errorMessage(error)), 2000)], isError: true }
  }
}
