// New ideas, mentors, and the table of contents in step: the same tests for both hosts.
import * as vscode from 'vscode'
import { api, findings, inCopy, listPath, named, ok, open, openText, rangeOf, replace, until } from './lists.ts'

const has = (document: vscode.TextDocument, finding: string): boolean => named(document).includes(finding)

const command = (name: string, argument?: object): Thenable<boolean> =>
  vscode.commands.executeCommand<boolean>(`ideaFiles.${name}`, argument)

const selected = (document: vscode.TextDocument): string => {
  const editor = vscode.window.activeTextEditor
  ok(editor?.document === document, 'another editor is active')
  return document.getText(editor.selection)
}

const lineOf = (): string => {
  const editor = vscode.window.activeTextEditor
  return editor ? editor.document.lineAt(editor.selection.active.line).text : ''
}

/** Writes over what is selected, as keys would, and goes to the next stop. */
const fill = async (text: string): Promise<void> => {
  await vscode.commands.executeCommand('type', { text })
  await vscode.commands.executeCommand('jumpToNextSnippetPlaceholder')
}

const writing = (): void => {
  test('a new idea is one step, begins in the description, and goes through every field', () =>
    inCopy(2031, async (list) => {
      const before = list.getText()
      ok(await command('newIdea', { project: 'Helm', title: 'Undo a release' }), 'it was refused')
      const after = list.getText()
      ok(after.includes('- [Helm](#helm)\n  - [Undo a release](#undo-a-release)\n- [Jaeger](#jaeger)\n'), after.slice(0, 400))
      ok(after.includes('\n#### Helm\n\n##### Undo a release\n\n- Description: \n- Expected Outcome: \n'), after)
      ok(after.indexOf('#### Helm') > after.indexOf('harbor/issues/2'), 'it stands before Harbor')
      ok(lineOf() === '- Description: ', `the cursor is in "${lineOf()}"`)
      for (const text of ['A bad release is to be undone.', 'One command does it.', 'Go']) await fill(text)
      ok(lineOf().startsWith('- Expected project size: small'), `the cursor is in "${lineOf()}"`)
      await vscode.commands.executeCommand('hideSuggestWidget')
      await vscode.commands.executeCommand('jumpToNextSnippetPlaceholder')
      ok(selected(list) === 'Jane Doe', `selected is "${selected(list)}"`)
      for (const text of ['Gil Example', 'gil-example', 'gil@example.org', 'Hal Example', 'hal-example', 'hal@example.org'])
        await fill(text)
      ok(lineOf() === '- Upstream Issue (URL): https://github.com/helm/helm/issues/', `the cursor is in "${lineOf()}"`)
      await vscode.commands.executeCommand('type', { text: '7' })
      const end = list.getText().indexOf('#### Jaeger')
      const entry = list.getText().slice(list.getText().indexOf('#### Helm'), end)
      ok(
        entry ===
          `#### Helm

##### Undo a release

- Description: A bad release is to be undone.
- Expected Outcome: One command does it.
- Recommended Skills: Go
- Expected project size: small (~90 hour projects)
- Mentor(s):
  - Gil Example (@gil-example, gil@example.org) - primary
  - Hal Example (@hal-example, hal@example.org)
- Upstream Issue (URL): https://github.com/helm/helm/issues/7

`,
        entry,
      )
      const from = rangeOf(list, entry)
      await until(
        'no finding in the entry',
        () => (has(list, 'mentor-count Mentor(s)') ? findings(list).filter(({ range }) => from.contains(range)) : undefined),
        (inside) => inside?.length === 0,
      )
      for (let steps = 0; steps < 60 && list.getText() !== after; steps++) await vscode.commands.executeCommand('undo')
      ok(list.getText() === after, 'undo does not come back to the entry as it was inserted')
      await vscode.commands.executeCommand('undo')
      ok(list.getText() === before, 'the entry is more than one step')
    }))
  test('the empty fields of a new idea are no problems until the cursor leaves it, or the file is saved', () =>
    inCopy(2047, async (list) => {
      const isEmpty = (name: string): boolean => name === 'empty-field Expected Outcome'
      for (const [title, leave] of [
        ['Undo a release', 'cursorTop'],
        ['Pin a release', 'workbench.action.files.save'],
      ] as const) {
        ok(await command('newIdea', { project: 'Helm', title }), 'it was refused')
        const size = list.getText().indexOf('small (', list.getText().indexOf(`##### ${title}`))
        const edit = new vscode.WorkspaceEdit()
        edit.replace(list.uri, new vscode.Range(list.positionAt(size), list.positionAt(size + 5)), '999 hrs')
        ok(await vscode.workspace.applyEdit(edit), 'the size could not be replaced')
        const names = await until(
          'a problem with the size',
          () => named(list),
          (all) => all.some((name) => name.startsWith('invalid-size 999')),
        )
        ok(!names.some(isEmpty), `${leave}: ${names.join(', ')}`)
        const { status } = await api()
        await until('as many problems as are shown', status, (shown) => shown?.includes(`${names.length} problems`) === true)
        await vscode.commands.executeCommand(leave)
        await until('its empty fields', () => named(list).some(isEmpty))
        await vscode.commands.executeCommand('workbench.action.files.revert')
      }
    }))
  test('a title comes out as it was typed, and the table leads to it', () =>
    inCopy(2032, async (list) => {
      const title = ['Show `$HOME` [in] $', '{full} \\ }'].join('')
      ok(await command('newIdea', { project: 'Harbor', title }), 'it was refused')
      ok(list.getText().includes(`\n##### ${title}\n\n- Description: \n`), list.getText())
      ok(list.getText().includes('](#show-home-in-full--)\n'), list.getText().slice(0, 500))
      await until('the new anchor', () => !named(list).some((name) => name.startsWith('toc-') && name.includes('show-home')))
    }))
  test('two cursors, line ends of Windows and a list without a file are fine', async () => {
    const copy = await openText((await open(listPath)).getText().replaceAll('\r\n', '\n').replaceAll('\n', '\r\n'))
    const editor = vscode.window.activeTextEditor
    ok(editor?.document === copy, 'the copy is not shown')
    editor.selections = [new vscode.Selection(1, 0, 1, 0), new vscode.Selection(5, 0, 5, 0)]
    ok(await command('newIdea', { project: 'Harbor', title: 'Sign copies' }), 'it was refused')
    ok(copy.getText().includes('\r\n##### Sign copies\r\n\r\n- Description: \r\n'), copy.getText())
    ok(!/[^\r]\n/.test(copy.getText()), 'a line ends otherwise')
    ok(
      vscode.window.activeTextEditor?.selections.length === 1 && lineOf() === '- Description: ',
      `the cursor is in "${lineOf()}"`,
    )
    await vscode.commands.executeCommand('type', { text: 'Typed once.' })
    ok(copy.getText().split('Typed once.').length === 2, 'it was typed in several places')
  })
  test('an empty file becomes a list of the programme that was chosen', async () => {
    const note = await openText('')
    ok(await command('newIdea', { project: 'Harbor', title: 'Sign copies', profile: 'lfx-proposal' }), 'it was refused')
    ok(/^# LFX Mentorship\n\n## Template\n\n```\n/.test(note.getText()), note.getText())
    ok(lineOf() === '- Description: ', `the cursor is in "${lineOf()}"`)
    await until('the list to be read', () => findings(note).length > 0)
  })
  test('a server that is still starting is waited for', async () => {
    const list = await openText((await open(listPath)).getText())
    void vscode.commands.executeCommand('ideaFiles.restartServer')
    ok(await command('newIdea', { project: 'Harbor', title: 'Sign copies' }), 'it was refused')
    ok(list.getText().includes('##### Sign copies\n\n- Description: \n'), list.getText())
  })
  test('what cannot be is refused in a sentence, and changes nothing', async () => {
    const list = await open(listPath)
    const before = list.getText()
    ok(!(await command('newIdea', { project: 'Harbor', title: 'Say why a scan is stale' })), 'a double title was taken')
    ok(!(await command('newIdea', { project: 'Harbor', title: '  ' })), 'an empty title was taken')
    ok(list.getText() === before, 'the text has changed')
    const page = await vscode.workspace.openTextDocument(vscode.Uri.parse('idea-files-rule:/invalid-size.md'))
    await vscode.window.showTextDocument(page)
    const text = page.getText()
    ok(
      !(await command('newIdea', { project: 'Harbor', title: 'Sign copies', profile: 'gsoc' })),
      'a page that nobody may write in took it',
    )
    ok(page.getText() === text, 'the page has changed')
    await vscode.commands.executeCommand('notifications.clearAll')
  })
  test('a mentor is added to the idea at the cursor', () =>
    inCopy(2033, async (list) => {
      const editor = vscode.window.activeTextEditor
      ok(editor, 'no editor')
      const { start } = rangeOf(list, 'sampling does not know it')
      editor.selection = new vscode.Selection(start, start)
      ok(await command('newMentor', {}), 'it was refused')
      ok(lineOf() === '  - John Doe (@john-github, john@email.address)', `the cursor is in "${lineOf()}"`)
      for (const text of ['Dan Example', 'dan-example', 'dan@example.org']) await fill(text)
      ok(list.getText().includes('- primary\n  - Dan Example (@dan-example, dan@example.org)\n- Upstream'), list.getText())
      await until('the finding to go', () => !named(list).some((name) => name.startsWith('mentor-count')))
    }))
}

const keeping = (): void => {
  const good = (text: string): string => text.replace('(#say-why-a-scan-is-old)', '(#say-why-a-scan-is-stale)')
  test('projects are sorted with their entries, and the table is brought in step', () =>
    inCopy(2034, async (list) => {
      ok(await command('syncToc'), 'it was refused')
      ok(list.getText().includes('(#say-why-a-scan-is-stale)'), 'the link is still broken')
      await replace(list, '- [Harbor](#harbor)', '- [Zot](#zot)')
      await replace(list, '#### Harbor', '#### Zot')
      ok(await command('sortProjects'), 'it was refused')
      const text = list.getText()
      ok(text.indexOf('#### Jaeger') < text.indexOf('#### Zot') && text.indexOf('- [Jaeger]') < text.indexOf('- [Zot]'), text)
      await vscode.commands.executeCommand('undo')
      ok(list.getText().indexOf('#### Zot') < list.getText().indexOf('#### Jaeger'), 'it is more than one step')
    }))
  test('a save keeps a table in step, and one without a change leaves the file as it is', () =>
    inCopy(
      2035,
      async (copy) => {
        const before = copy.getText()
        await vscode.commands.executeCommand('workbench.action.files.save')
        ok(copy.getText() === before, 'a save without a change has changed it')
        await replace(copy, '##### Say why a scan is stale', '##### Say how old a scan is')
        const editor = vscode.window.activeTextEditor
        ok(editor, 'no editor')
        const { start } = rangeOf(copy, 'Every report shows')
        editor.selection = new vscode.Selection(start, start)
        ok(await copy.save(), 'it was not saved')
        ok(
          copy.getText().includes('  - [Say how old a scan is](#say-how-old-a-scan-is)\n- [Jaeger]'),
          copy.getText().slice(0, 400),
        )
        ok(!copy.isDirty && editor.selection.active.isEqual(start), 'the cursor has jumped')
        await vscode.commands.executeCommand('undo')
        ok(copy.getText().includes('[Say why a scan is stale]'), 'undo does not take it back')
      },
      good,
    ))
  test('a table that was out of step stays so on save', () =>
    inCopy(2036, async (copy) => {
      await replace(copy, 'Every report shows its age', 'Each report shows its age')
      ok(await copy.save(), 'it was not saved')
      ok(copy.getText().includes('(#say-why-a-scan-is-old)'), 'it was mended')
    }))
}

/** Defines the tests of what a person writes. */
export const authoring = (): void => {
  writing()
  keeping()
}
