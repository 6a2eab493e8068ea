// The Ideas view and Go to Idea, by what VS Code's own commands do with them: the same tests for both hosts.
import * as vscode from 'vscode'
import { findings, inWorkspace, listPath, open, until } from './lists.ts'

const run = (command: string, ...args: readonly unknown[]): Thenable<unknown> => vscode.commands.executeCommand(command, ...args)

/** The position of the cursor in the active editor: the file's name and the line's text. */
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
      const steps = ['ideaFiles.ideas.focus', 'list.focusLast', 'list.expand', 'list.focusLast', 'list.select']
      // VS Code's own commands may fail where rows have just gone
      for (const step of steps) await run(step).then(undefined, () => undefined)
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
    const text = (await vscode.workspace.openTextDocument(inWorkspace(listPath))).getText()
    const wanted = text.slice(text.indexOf('##### Sample by cost')).trimEnd()
    await until(
      'the clipboard',
      async () => {
        // the cursor may be there already: what counts is the choice
        await openLast('2026.md: ##### Sample by cost')
        await run('ideaFiles.copyIdea')
        return vscode.env.clipboard.readText()
      },
      (copied) => copied.replaceAll('\r\n', '\n') === wanted.replaceAll('\r\n', '\n'),
    )
    await run('ideaFiles.groupIdeasBy.list')
  })
  test('Go to Idea leads to the idea that is chosen', async () => {
    await open(listPath)
    await until(
      'the first idea',
      async () => {
        // it ends after a choice
        void run('ideaFiles.goToIdea')
        await run('workbench.action.acceptSelectedQuickOpenItem')
        return lineAtCursor()
      },
      // other tests leave copies of the list, of later years
      (line) => line.endsWith('.md: ##### Warm the cache before a rollout'),
    )
    await run('workbench.action.closeQuickOpen')
  })
}
