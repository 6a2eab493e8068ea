// Overview: the same tests for both hosts.
import * as vscode from 'vscode'
import { api, listPath, ok, open, replace, until } from './lists.ts'

/** What the page's row of a list says: name, ideas, projects, mentors, findings. Other tests may have left lists. */
const rowOf = async (name: string): Promise<string | undefined> => {
  const lists = (await api()).shownOverview()?.parts.lists ?? ''
  const row = lists.split('<tr>').find((each) => each.includes(`>${name}<`))
  return row
    ?.replaceAll(/<svg.*?<\/svg>/g, '')
    .replaceAll(/(?:<[^>]*>\s*)+/g, ' ')
    .trim()
}
const shows = (row: string): Promise<unknown> =>
  until(
    `the row ${row}`,
    () => rowOf('GSoC 2026'),
    (shown) => shown === row,
  )

/** Defines the tests of the page that shows the workspace at a glance. */
export const overviewing = (host: 'node' | 'web'): void => {
  test('shows the workspace at a glance, follows what is typed, and is gone when it is closed', async () => {
    const list = await open(listPath)
    await vscode.commands.executeCommand('ideaFiles.overview')
    await shows('GSoC 2026 3 2 3 4 Review')
    const { shownOverview } = await api()
    const html = Object.values(shownOverview()?.parts ?? {}).join('')
    for (const text of ['>Jaeger<', '>Cem Example<', '>invalid-size<', '>missing-field<']) ok(html.includes(text), text)
    await vscode.window.showTextDocument(list, vscode.ViewColumn.Beside)
    await replace(list, '175 hrs', 'medium')
    await shows('GSoC 2026 3 2 3 3 Review')
    const tab = vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).find(({ label }) => label === 'Idea Files: Overview')
    ok(tab, 'the page has no tab')
    await vscode.window.tabGroups.close(tab)
    await until('the page to go', () => shownOverview() === undefined)
  })
  if (host === 'web') {
    test('shows the numbers as CSV in an untitled document if there is no file system for new files', async () => {
      await vscode.commands.executeCommand('ideaFiles.saveOverview')
      const text = await until(
        'the document',
        () => vscode.window.activeTextEditor?.document,
        (document) => document?.isUntitled === true,
      )
      ok(text?.getText().startsWith('table,name,detail,year,ideas,primary,findings'), `${text?.getText().slice(0, 200)}`)
      ok(text?.getText().includes('lists,GSoC 2026,,2026,3,,4'), `${text?.getText()}`)
    })
  }
}
