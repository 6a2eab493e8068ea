import * as l10n from '@vscode/l10n'
import * as vscode from 'vscode'
import { type AgentToolAnswer, type AgentToolParams, agentToolRequest } from '../../../server/src/protocol/agents.ts'
import { readFormFiles } from '../proposal/formFiles.ts'
import type { SendRequest } from '../server/sendRequest.ts'
import { type LanguageModelApi, type LanguageModelTool, languageModelApi } from './languageModelApi.ts'

const toolPrefix = 'ideaFiles_'

/** What the user confirms before a tool runs, by its name. */
const confirmations = (): Readonly<Record<string, { readonly title: string; readonly message: string }>> => ({
  find_ideas: {
    title: l10n.t('Find ideas?'),
    message: l10n.t('The titles, projects, mentors and skills of ideas in this workspace are given to the language model.'),
  },
  idea_template: {
    title: l10n.t('Read the idea template?'),
    message: l10n.t("The list's template is given to the language model. No file is changed."),
  },
  check_ideas: {
    title: l10n.t('Check ideas?'),
    message: l10n.t('The problems in a list are given to the language model. No file is changed.'),
  },
  apply_safe_fixes: {
    title: l10n.t('Apply safe fixes?'),
    message: l10n.t('Safe fixes are applied to text that the language model wrote. No file is changed.'),
  },
  explain_rule: {
    title: l10n.t('Explain a rule?'),
    message: l10n.t('The documentation of a rule is given to the language model.'),
  },
  check_proposal: {
    title: l10n.t('Check a proposal?'),
    message: l10n.t("An idea is filled into its program's form and given to the language model. Nothing is sent to GitHub."),
  },
})

/** Offers the server's tools to language models, if this version of VS Code can. `ask` starts the server. */
export function registerLanguageModelTools(
  ask: SendRequest,
  api: LanguageModelApi = languageModelApi(vscode),
): vscode.Disposable {
  const { registerTool, toolResult } = api
  if (!registerTool || !toolResult) return vscode.Disposable.from()
  return vscode.Disposable.from(
    ...Object.entries(confirmations()).map(([name, confirmationMessages]) => {
      const tool: LanguageModelTool = {
        prepareInvocation: () => ({
          invocationMessage: confirmationMessages.title.replace('?', '…'),
          confirmationMessages,
        }),
        invoke: async ({ input }, token) => {
          const files = name === 'check_proposal' ? await readFormFiles(folderOfInput(input)) : undefined
          const params: AgentToolParams = { name, input, ...(files && { files }) }
          const answer = await ask<AgentToolAnswer | null>(agentToolRequest, params, token)
          if (!answer) throw new Error(l10n.t('Idea Files is not responding. See its output channel.'))
          if (answer.isError) throw new Error(answer.parts.join('\n'))
          return toolResult(answer.parts)
        },
      }
      return registerTool(`${toolPrefix}${name}`, tool)
    }),
  )
}

/** The folder of the list that a tool is given by its path or its URI; otherwise the first one of the workspace. */
const folderOfInput = (input: unknown): vscode.WorkspaceFolder | undefined => {
  const path: unknown = typeof input === 'object' && input !== null ? Reflect.get(input, 'path') : null
  const isUri = typeof path === 'string' && /^[a-z][a-z\d+.-]+:/i.test(path)
  const named = isUri ? vscode.workspace.getWorkspaceFolder(vscode.Uri.parse(path)) : undefined
  return named ?? vscode.workspace.workspaceFolders?.[0]
}
