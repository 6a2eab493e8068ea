// Prepare Proposal: the same tests for both hosts.
import * as vscode from 'vscode'
import { api, listPath, ok, open, rangeOf, replace, until } from './lists.ts'

const shows = async (...texts: readonly string[]): Promise<void> => {
  const { shownProposal } = await api()
  await until(
    `the page to show ${texts}`,
    () => JSON.stringify(shownProposal() ?? {}),
    (shown) => texts.every((text) => shown.includes(text)),
  )
}
const formFindings = (document: vscode.TextDocument): readonly vscode.Diagnostic[] =>
  vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'Idea Files form')

export const proposing = (): void => {
  test('shows the idea under the cursor as an issue, follows the text, and reports only while it is open', async () => {
    const list = await open(listPath)
    const { start } = rangeOf(list, 'Go, Angular')
    const editor = await vscode.window.showTextDocument(list, vscode.ViewColumn.One)
    editor.selection = new vscode.Selection(start, start)
    await vscode.commands.executeCommand('ideaFiles.prepareProposal')
    await shows('[CNCF LFX Proposal] Harbor Say why a scan is stale', 'CNCF Project', 'Go, Angular', ' of 71', 'has no LFID')
    ok(vscode.window.activeTextEditor?.document === list, 'the editor has lost the focus')
    await until(
      'diagnostics of the form',
      () => formFindings(list).length,
      (count) => count > 0,
    )
    await replace(list, '# Say why a scan is stale', `# Say why a scan is ${'very '.repeat(15)}stale`)
    await shows('too long', 'to fix before submitting')
    await vscode.window.tabGroups.close(
      vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).filter(({ input }) => input instanceof vscode.TabInputWebview),
    )
    await until(
      'no diagnostics of the form',
      () => formFindings(list).length,
      (count) => count === 0,
    )
  })
}
