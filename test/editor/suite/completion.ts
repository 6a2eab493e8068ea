// Completion: the same tests for both hosts.
import * as vscode from 'vscode'
import { listPath, ok, open, openText, rangeOf, remove, until, write } from './lists.ts'

const labelsAt = async (document: vscode.TextDocument, position: vscode.Position, typed?: string): Promise<string[]> => {
  const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    position,
    typed,
  )
  // words of the open files come from VS Code itself
  return items
    .filter(({ sortText }) => sortText?.startsWith('!'))
    .map(({ label }) => (typeof label === 'string' ? label : label.label))
}

/** A copy of the list without its outcome, the cursor in the place of it. */
const withoutOutcome = async (): Promise<vscode.TextDocument> => {
  const text = (await open(listPath)).getText()
  const outcome = /^- Expected Outcome: A job.*$/m.exec(text)
  ok(outcome, 'the list has an outcome')
  const document = await openText(text.replace(outcome[0], ''))
  const at = document.positionAt(outcome.index)
  await until(
    'the server',
    () => labelsAt(document, rangeOf(document, '175 hrs').start, ' '),
    (all) => all.length > 0,
  )
  const editor = vscode.window.activeTextEditor
  ok(editor?.document === document, 'the copy is shown')
  editor.selection = new vscode.Selection(at, at)
  return document
}

const type = (text: string): Thenable<void> => vscode.commands.executeCommand('type', { text })

/** Waits until taking the chosen suggestion, which does nothing while none is shown, has made this of the cursor's line. */
const accepted = (document: vscode.TextDocument, wanted: string): Promise<unknown> =>
  until(
    wanted,
    async () => {
      await vscode.commands.executeCommand('acceptSelectedSuggestion')
      return document.lineAt(vscode.window.activeTextEditor?.selection.active.line ?? 0).text
    },
    (line) => line === wanted,
  )

export const completing = (): void => {
  test('offers the template’s sizes, and nothing in prose', async () => {
    const list = await open(listPath)
    const size = rangeOf(list, '175 hrs').start
    const sizes = await until(
      'the sizes',
      () => labelsAt(list, size, ' '),
      (all) => all.length > 0,
    )
    ok(sizes.join().startsWith('small (~90 hour projects),medium (~175 hour projects),large'), `sizes: ${sizes}`)
    const prose = await labelsAt(list, rangeOf(list, 'what they cost').start, ' ')
    ok(prose.length === 0, `in prose: ${prose}`)
  })
  test('suggests labels after a bullet, and after the first letter once the list was closed', async () => {
    const document = await withoutOutcome()
    await type('- ')
    await accepted(document, '- Expected Outcome: ')
    await vscode.commands.executeCommand('deleteAllLeft')
    await type('- ')
    await vscode.commands.executeCommand('hideSuggestWidget')
    await type('E')
    await accepted(document, '- Expected Outcome: ')
  })
  test('offers a new idea in a programme’s file that is still empty, and in no other', async () => {
    const path = 'programs/summerofcode/2037.md'
    // the web host's own test server knows no files without a byte
    await write(path, '\n')
    try {
      const document = await open(path)
      const start = new vscode.Position(0, 0)
      await until(
        'the new idea',
        () => labelsAt(document, start),
        (labels) => labels.join() === 'idea',
      )
      const note = await openText('\n')
      const offered = await labelsAt(note, start)
      ok(offered.length === 0, `in a note: ${offered}`)
    } finally {
      await remove(path)
    }
  })
}
