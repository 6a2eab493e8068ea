// Overview: the same tests for both hosts.
import * as vscode from 'vscode'
import { api, listPath, ok, open, replace, until } from './lists.ts'

const shows = async (...texts: readonly string[]): Promise<void> => {
  const { shownOverview } = await api()
  await until(
    `the overview to show ${texts}`,
    () => JSON.stringify(shownOverview() ?? {}),
    (shown) => texts.every((text) => shown.includes(text)),
  )
}

/** Defines the tests of the page that shows the workspace at a glance. */
export const overviewing = (host: 'node' | 'web'): void => {
  test('shows the workspace at a glance, follows what is typed, and is gone when it is closed', async () => {
    const list = await open(listPath)
    await vscode.commands.executeCommand('ideaFiles.overview')
    await shows('3 ideas in 1 list, 4 findings', '>GSoC 2026<', '>Jaeger<', '>Cem Example<', '>invalid-size<', '>missing-field<')
    await vscode.window.showTextDocument(list, vscode.ViewColumn.Beside)
    await replace(list, '175 hrs', 'medium')
    await shows('3 ideas in 1 list, 3 findings')
    const { shownOverview } = await api()
    ok(!shownOverview()?.parts.findings.includes('invalid-size'), 'a finding that was mended is shown')
    const tab = vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).find(({ label }) => label === 'Idea Files: Overview')
    ok(tab, 'the page has no tab')
    await vscode.window.tabGroups.close(tab)
    await until('the page to go', () => shownOverview() === undefined)
  })
  if (host === 'web') {
    test('shows the numbers as CSV in a document without a file, where there are no files beside the lists', async () => {
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
