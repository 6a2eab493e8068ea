import * as vscode from 'vscode'
import {
  type ExplainParams,
  explainCommand,
  explainRequest,
  type RuleSummary,
  rulesRequest,
} from '../../../server/src/protocol/protocol.ts'

/** Documents with this scheme are rules' pages: nobody's files. */
export const rulePageScheme = 'idea-files-rule'

/** Asks the server, which is started where it does not run. */
export type Ask = <R>(method: string, params?: unknown) => Promise<R | undefined>

const pageOf = (code: string): vscode.Uri => vscode.Uri.from({ scheme: rulePageScheme, path: `/${code}.md` })
const codeOf = ({ path }: vscode.Uri): string => path.replace(/^\//, '').replace(/\.md$/, '')

const pick = async (ask: Ask): Promise<string | undefined> => {
  const items = ask<readonly RuleSummary[]>(rulesRequest).then((rules) =>
    (rules ?? []).map(({ code, summary }) => ({ label: code, detail: summary })),
  )
  const picked = await vscode.window.showQuickPick(items, { title: 'Explain a Rule', matchOnDetail: true })
  return picked?.label
}

const show = async (page: vscode.Uri): Promise<void> => {
  try {
    await vscode.commands.executeCommand('markdown.showPreview', page)
  } catch {
    // VS Code's own Markdown support may be switched off; its text can be read all the same.
    await vscode.window.showTextDocument(page, { preview: true })
  }
}

/** The command that shows what a rule is about: in VS Code itself, from the server's own text. */
export const registerRulePages = (ask: Ask): vscode.Disposable => {
  const provider: vscode.TextDocumentContentProvider = {
    provideTextDocumentContent: async (uri) => {
      const params: ExplainParams = { code: codeOf(uri) }
      return (await ask<string | null>(explainRequest, params)) ?? `There is no rule \`${params.code}\`.`
    },
  }
  const explain = async (argument?: unknown): Promise<void> => {
    const code = typeof argument === 'string' ? argument : await pick(ask)
    if (code !== undefined) await show(pageOf(code))
  }
  return vscode.Disposable.from(
    vscode.workspace.registerTextDocumentContentProvider(rulePageScheme, provider),
    vscode.commands.registerCommand(explainCommand, explain),
  )
}
