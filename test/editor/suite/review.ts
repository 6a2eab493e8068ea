// Review This Idea and Review This List: the same tests for both hosts.
import * as vscode from 'vscode'
import { api, listPath, ok, open, rangeOf, replace, until } from './lists.ts'

const reviewShows = async (...texts: readonly string[]): Promise<void> => {
  const { shownReview } = await api()
  await until(
    `the review to show ${texts}`,
    () => JSON.stringify(shownReview() ?? {}),
    (shown) => texts.every((text) => shown.includes(text)),
  )
}

export const reviewing = (): void => {
  test('reviews the idea under the cursor without asking GitHub, and marks what is edited since', async () => {
    const list = await open(listPath)
    const { start } = rangeOf(list, 'Go, Angular')
    const editor = await vscode.window.showTextDocument(list, vscode.ViewColumn.One)
    editor.selection = new vscode.Selection(start, start)
    await vscode.commands.executeCommand('ideaFiles.reviewIdea')
    await reviewShows('Say why a scan is stale', 'GitHub was not asked', 'Copy as Markdown', 'The upstream issue is open')
    ok(vscode.window.activeTextEditor?.document === list, 'the editor has lost the focus')
    await replace(list, 'Go, Angular', 'Go and Angular')
    await reviewShows('1 of 1 edited since', 'Edited after this review', 'Review Again')
    await vscode.commands.executeCommand('ideaFiles.reviewList')
    await reviewShows('Warm the cache before a rollout', 'Say why a scan is stale', 'Sample by cost')
    await replace(list, 'Go and Angular', 'Go, Angular')
    await reviewShows('1 of 3 edited since')
    const ofReview = vscode.languages.getDiagnostics(list.uri).filter(({ source }) => source === 'Idea Files review')
    ok(
      ofReview.every(({ message }) => / \(review of \d{4}-\d\d-\d\d\)\.$/.test(message)),
      `the review says ${ofReview.map(({ message }) => message)}`,
    )
    await vscode.window.tabGroups.close(
      vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).filter(({ input }) => input instanceof vscode.TabInputWebview),
    )
  })
}
