// The Ideas view and Go to Idea, by what VS Code's own commands do with them: the same tests for both hosts.
import * as vscode from 'vscode'
import { findings, inWorkspace, listPath, ok, open, until } from './lists.ts'

const run = (command: string, ...args: readonly unknown[]): Thenable<unknown> => vscode.commands.executeCommand(command, ...args)

/** Where the cursor stands in the active editor: the file's name and the line's text. */
const lineAtCursor = (): string => {
  const editor = vscode.window.activeTextEditor
  const text = editor?.document.lineAt(editor.selection.active.line).text
  return editor ? `${editor.document.uri.path.split('/').at(-1)}: ${text}` : ''
}

/** Opens the last row of the view, and what is last below that; again until it leads to this line, as lists are still being read. */
const openLast = (line: string): Promise<string> =>
  until(
    `the last row to lead to ${line}`,
    async () => {
      await run('ideaFiles.ideas.focus')
      await run('list.focusLast')
      await run('list.expand')
      await run('list.focusLast')
      await run('list.select')
      return lineAtCursor()
    },
    (now) => now === line,
  )

/** The ideas of all lists: one is open, the other is on disk. */
export const goingToIdeas = (): void => {
  test('rows of the Ideas view lead to the ideas of all lists, however they are grouped', async () => {
    const list = await open(listPath)
    await until('findings', () => findings(list).length > 0)
    for (const [grouping, line] of [
      ['list', '2024.md: ##### Ring at low tide'],
      ['project', '2026.md: ##### Sample by cost'],
      ['mentor', '2024.md: ##### Ring at low tide'],
      ['skill', '2024.md: ##### Ring at low tide'],
    ] as const) {
      await run(`ideaFiles.groupIdeasBy.${grouping}`)
      await openLast(line)
    }
    await run('ideaFiles.groupIdeasBy.list')
  })
  test('copies the chosen idea exactly as its lines are', async () => {
    await open(listPath)
    await run('ideaFiles.groupIdeasBy.project')
    await openLast('2026.md: ##### Sample by cost')
    await run('ideaFiles.copyIdea')
    const text = (await vscode.workspace.openTextDocument(inWorkspace(listPath))).getText()
    const wanted = text.slice(text.indexOf('##### Sample by cost')).trimEnd()
    await until(
      'the clipboard',
      () => vscode.env.clipboard.readText(),
      (copied) => copied.replaceAll('\r\n', '\n') === wanted.replaceAll('\r\n', '\n'),
    )
    await run('ideaFiles.groupIdeasBy.list')
  })
  test('Go to Idea leads to the idea that is chosen', async () => {
    const document = await open(listPath)
    const editor = vscode.window.activeTextEditor
    ok(editor?.document === document, 'the list is not in front')
    await until(
      'the first idea',
      async () => {
        await run('ideaFiles.goToIdea')
        await run('workbench.action.acceptSelectedQuickOpenItem')
        return lineAtCursor()
      },
      (line) => line === '2026.md: ##### Warm the cache before a rollout',
    )
  })
}
