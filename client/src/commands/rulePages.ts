import * as l10n from '@vscode/l10n'
import * as vscode from 'vscode'
import {
  type ExplainParams,
  explainCommand,
  explainRequest,
  type RuleSummary,
  rulesRequest,
} from '../../../server/src/protocol/protocol.ts'
import type { SendRequest } from '../server/sendRequest.ts'

/** The scheme of rules' pages, which are not files. */
const rulePageScheme = 'idea-files-rule'

const rulePageUri = (code: string): vscode.Uri => vscode.Uri.from({ scheme: rulePageScheme, path: `/${code}.md` })
const ruleCodeOf = ({ path }: vscode.Uri): string => path.replace(/^\//, '').replace(/\.md$/, '')

const rulePickSeparator = (label: string): vscode.QuickPickItem => ({ label, kind: vscode.QuickPickItemKind.Separator })

/** The rules with a problem in the active file. */
const ruleCodesOfActiveFile = (): ReadonlySet<string> => {
  const uri = vscode.window.activeTextEditor?.document.uri
  const codes = (uri ? vscode.languages.getDiagnostics(uri) : []).map(({ code }) =>
    typeof code === 'object' ? code.value : code,
  )
  return new Set(codes.map(String))
}

const pickRule = async (ask: SendRequest): Promise<string | undefined> => {
  const here = ruleCodesOfActiveFile()
  const items = ask<readonly RuleSummary[]>(rulesRequest).then((rules) => {
    const all = (rules ?? []).map(({ code, summary }) => ({ label: code, detail: summary }))
    const [first, rest] = [all.filter(({ label }) => here.has(label)), all.filter(({ label }) => !here.has(label))]
    if (first.length === 0) return all
    return [rulePickSeparator(l10n.t('reported in this file')), ...first, rulePickSeparator(l10n.t('other rules')), ...rest]
  })
  const picked = await vscode.window.showQuickPick<vscode.QuickPickItem>(items, {
    title: l10n.t('Explain Rule'),
    placeHolder: l10n.t('Search by rule name or by what the rule checks'),
    matchOnDetail: true,
  })
  return picked?.label
}

const showRulePage = async (page: vscode.Uri): Promise<void> => {
  try {
    await vscode.commands.executeCommand('markdown.showPreview', page)
  } catch {
    // VS Code's Markdown support may be switched off
    await vscode.window.showTextDocument(page, { preview: true })
  }
}

/** Registers the command that shows a rule's page, whose text comes from the server. */
export const registerRulePages = (ask: SendRequest): vscode.Disposable => {
  const provider: vscode.TextDocumentContentProvider = {
    provideTextDocumentContent: async (uri) => {
      const params: ExplainParams = { code: ruleCodeOf(uri) }
      return (await ask<string | null>(explainRequest, params)) ?? l10n.t`Unknown rule: \`${params.code}\``
    },
  }
  const explain = async (argument?: unknown): Promise<void> => {
    const code = typeof argument === 'string' ? argument : await pickRule(ask)
    if (code !== undefined) await showRulePage(rulePageUri(code))
  }
  return vscode.Disposable.from(
    vscode.workspace.registerTextDocumentContentProvider(rulePageScheme, provider),
    vscode.commands.registerCommand(explainCommand, explain),
  )
}
