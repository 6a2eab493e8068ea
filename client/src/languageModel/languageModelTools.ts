import * as vscode from 'vscode'
import { type AgentToolAnswer, type AgentToolParams, agentToolRequest } from '../../../server/src/protocol/agents.ts'
import type { SendRequest } from '../server/sendRequest.ts'
import { type LanguageModelApi, type LanguageModelTool, languageModelApi } from './languageModelApi.ts'

const toolPrefix = 'ideaFiles_'

/** What the user confirms before a tool runs, by its name. */
const confirmations: Readonly<Record<string, { readonly title: string; readonly message: string }>> = {
  find_ideas: {
    title: 'Find ideas?',
    message: 'The titles, projects, mentors and skills of ideas in this workspace are given to the language model.',
  },
  idea_template: {
    title: 'Read the form of an idea?',
    message: 'The form of the list is given to the language model. No file is changed.',
  },
  check_ideas: {
    title: 'Check ideas?',
    message: 'The problems of a list are given to the language model. No file is changed.',
  },
  apply_safe_fixes: {
    title: 'Fix a text?',
    message: 'The safe fixes are applied to the text that the language model has written. No file is changed.',
  },
  explain_rule: { title: 'Explain a rule?', message: 'The documentation of a rule is given to the language model.' },
  check_proposal: {
    title: 'Check a proposal?',
    message: 'An idea is filled into the form of its program and given to the language model. Nothing is sent to GitHub.',
  },
}

/** Offers the server's tools to language models, if this version of VS Code can. `ask` starts the server. */
export function registerLanguageModelTools(ask: SendRequest, api: LanguageModelApi = languageModelApi()): vscode.Disposable {
  const { registerTool, toolResult } = api
  if (!registerTool || !toolResult) return vscode.Disposable.from()
  return vscode.Disposable.from(
    ...Object.entries(confirmations).map(([name, confirmationMessages]) => {
      const tool: LanguageModelTool = {
        prepareInvocation: () => ({
          invocationMessage: confirmationMessages.title.replace('?', ' …'),
          confirmationMessages,
        }),
        invoke: async ({ input }, token) => {
          const params: AgentToolParams = { name, input }
          const answer = await ask<AgentToolAnswer | null>(agentToolRequest, params, token)
          if (!answer) throw new Error('Idea Files gives no answer. Its output channel may say why.')
          if (answer.isError) throw new Error(answer.parts.join('\n'))
          return toolResult(answer.parts)
        },
      }
      return registerTool(`${toolPrefix}${name}`, tool)
    }),
  )
}
