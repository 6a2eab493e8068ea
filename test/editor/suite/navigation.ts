// From one place to others, and new names: the same tests for both hosts.
import * as vscode from 'vscode'
import { configured, findings, inWorkspace, listPath, ok, open, rangeOf, remove, replace, until, write } from './lists.ts'

const at = (document: vscode.TextDocument, text: string): vscode.Position => rangeOf(document, text).start.translate(0, 1)

/** Those of ours: VS Code's own Markdown support answers with plain locations. */
const ours = (links: readonly vscode.LocationLink[]): vscode.LocationLink[] =>
  links.filter(({ targetUri }) => targetUri !== undefined)

const ask = async <T>(
  command: string,
  document: vscode.TextDocument,
  position: vscode.Position,
  ...more: unknown[]
): Promise<T[]> => (await vscode.commands.executeCommand<T[] | undefined>(command, document.uri, position, ...more)) ?? []

/** Each text that an edit writes, with what stood there. */
const written = (edit: vscode.WorkspaceEdit | undefined, document: vscode.TextDocument): string[] =>
  (edit?.entries() ?? [])
    // what other tests wrote without a file may still be there
    .filter(([uri]) => uri.toString() === document.uri.toString())
    .flatMap(([, edits]) => edits.map(({ range, newText }) => `${document.getText(range)} → ${newText}`))
    .sort()

/** Definitions, references, rename and the search of the workspace. */
export const navigating = (): void => {
  test('leads from the table of contents to the idea, and back', async () => {
    const list = await open(listPath)
    await until('findings', () => findings(list).length > 0)
    const heading = rangeOf(list, '##### Sample by cost')
    const [link, ...more] = await until(
      'the definition',
      () => ask<vscode.LocationLink>('vscode.executeDefinitionProvider', list, at(list, '[Sample by cost]')),
      (all) => all.length > 0,
    )
    ok(link && more.length === 0, `${more.length} more`)
    ok(link.targetSelectionRange?.start.line === heading.start.line, `line ${link.targetSelectionRange?.start.line}`)
    const back = ours(await ask<vscode.LocationLink>('vscode.executeDefinitionProvider', list, heading.end.translate(0, -2)))
    ok(back.length === 1 && list.getText(back[0]?.targetSelectionRange) === 'Sample by cost', JSON.stringify(back))
    ok(back[0]?.targetSelectionRange?.start.line === rangeOf(list, '[Sample by cost]').start.line, 'the entry')
  })
  test('finds every entry of a mentor', async () => {
    const list = await open(listPath)
    const place = rangeOf(
      list,
      '- Ada Example (@ada-example, ada@example.org) - primary\n  - Ben Example (@ben-example, ben@example.org)\n- Upstream Issue (URL): https://github.com/goharbor/harbor/issues/1',
    )
    const found = await until(
      'the references',
      () => ask<vscode.Location>('vscode.executeReferenceProvider', list, place.start.translate(0, 4)),
      (all) => all.length > 0,
    )
    // what other tests wrote without a file may still be there
    const here = found.filter(({ uri }) => uri.toString() === list.uri.toString())
    const texts = here.map(({ range }) => list.getText(range))
    ok(texts.length === 2 && texts.every((text) => text.startsWith('Ada Example (@ada-example')), texts.join('\n'))
  })
  test('renames an idea with its entry, and asks for every place of a handle', async () => {
    const list = await open(listPath)
    const position = at(list, '##### Sample by cost').translate(0, 8)
    const rename = (place: vscode.Position, name: string): Thenable<vscode.WorkspaceEdit> =>
      vscode.commands.executeCommand<vscode.WorkspaceEdit>('vscode.executeDocumentRenameProvider', list.uri, place, name)
    const edit = await until(
      'the edit',
      async () => written(await rename(position, 'Sample by weight'), list),
      (all) => all.length > 0,
    )
    ok(
      edit.join() ===
        ['Sample by cost → Sample by weight', 'Sample by cost → Sample by weight', 'sample-by-cost → sample-by-weight'].join(),
      edit.join('\n'),
    )
    const handle = written(await rename(at(list, '@cem-example').translate(0, 2), 'cem2'), list)
    ok(handle.join() === 'cem-example → cem2', handle.join('\n'))
    const refused = await rename(at(list, '@cem-example').translate(0, 2), 'no handle').then(
      () => '',
      (error: unknown) => String(error),
    )
    ok(refused.includes('is not a valid GitHub handle'), refused)
  })
  test('finds projects, ideas and people by a part of their names', async () => {
    await open(listPath)
    const search = (query: string): Thenable<vscode.SymbolInformation[]> =>
      vscode.commands.executeCommand<vscode.SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', query)
    const named = async (query: string): Promise<string[]> =>
      (await search(query))
        .filter(({ name, containerName }) => !name.startsWith('#') && containerName.endsWith('GSoC 2026'))
        .map(({ name, containerName }) => `${name} – ${containerName}`)
    const people = await until(
      'a person',
      () => named('cem-ex'),
      (all) => all.length > 0,
    )
    ok(people.join() === 'Cem Example (@cem-example) – GSoC 2026', people.join('\n'))
    ok((await named('by cost')).join() === 'Sample by cost – Jaeger · GSoC 2026', (await named('by cost')).join('\n'))
    ok((await named('jaeg')).join() === 'Jaeger – GSoC 2026', (await named('jaeg')).join('\n'))
  })
  test('follows a link to another list, and renames through it', async () => {
    const other = inWorkspace('programs/summerofcode/2019.md')
    const text =
      '# Ideas\n\nThe first: [warm](2026.md#warm-the-cache-before-a-rollout).\n\n### Harbor\n\n#### An old idea\n\n- Description: All.\n- Mentor(s):\n  - Ada Example (@ada-example)\n'
    await vscode.workspace.fs.writeFile(other, new TextEncoder().encode(text))
    try {
      const document = await vscode.workspace.openTextDocument(other)
      await vscode.window.showTextDocument(document)
      const links = await until(
        'the definition',
        async () =>
          ours(await ask<vscode.LocationLink>('vscode.executeDefinitionProvider', document, at(document, '2026.md#warm'))),
        (all) => all.length > 0,
      )
      ok(
        links[0]?.targetUri.path.endsWith('/2026.md') && (links[0].targetSelectionRange?.start.line ?? 0) > 20,
        JSON.stringify(links),
      )
      const list = await open(listPath)
      await replace(list, 'looks like a report of today', 'looks as one of today')
      const place = at(list, '##### Warm the cache').translate(0, 8)
      const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
        'vscode.executeDocumentRenameProvider',
        list.uri,
        place,
        'Warm it',
      )
      const paths = edit.entries().flatMap(([uri]) => (uri.scheme === list.uri.scheme ? [uri.path.split('/').at(-1)] : []))
      ok(paths.sort().join() === '2019.md,2026.md', paths.join())
    } finally {
      await vscode.workspace.fs.delete(other)
    }
  })
  test('a list that is renamed takes the links of other lists along', async () => {
    const [from, to, other] = ['2018.md', 'gsoc-2018.md', '2017.md'].map((name) => `programs/summerofcode/${name}`)
    const text = (await open(listPath)).getText()
    await write(from!, text)
    await write(other!, `See [it](2018.md#harbor).\n\n${text}`)
    try {
      const changed = await open(other!)
      await until('its problems', () => findings(changed).length > 0)
      const edit = new vscode.WorkspaceEdit()
      edit.renameFile(inWorkspace(from!), inWorkspace(to!))
      ok(await vscode.workspace.applyEdit(edit), 'it was not renamed')
      await until(
        'the link',
        () => changed.getText(),
        (now) => now.startsWith('See [it](gsoc-2018.md#harbor).'),
      )
      await changed.save()
    } finally {
      await remove(to!)
      await remove(other!)
    }
  })
  test('renames through a page that is open and not saved, and keeps what was typed there', () =>
    // VS Code in a browser saves by itself
    configured('files', 'autoSave', 'off', async () => {
      const readme = await open('README.md')
      const typed = (anchor: string): string =>
        `Typed and not saved: [warm](programs/summerofcode/2026.md#${anchor}) 😀, and on.\n\n- Description: it says`
      await replace(readme, '- Description: it says', typed('warm-the-cache-before-a-rollout'))
      const before = readme.getText()
      const list = await open(listPath)
      const place = at(list, '##### Warm the cache').translate(0, 8)
      const edit = await until(
        'the edit of the page',
        () =>
          vscode.commands.executeCommand<vscode.WorkspaceEdit>(
            'vscode.executeDocumentRenameProvider',
            list.uri,
            place,
            'Warm it',
          ),
        (found) => found?.has(readme.uri) === true,
      )
      ok(await vscode.workspace.applyEdit(edit), 'the edit was not taken')
      ok(list.getText().includes('\n##### Warm it\n') && list.getText().includes('[Warm it](#warm-it)'), list.getText())
      const after = before.replace(typed('warm-the-cache-before-a-rollout'), typed('warm-it'))
      ok(after !== before && readme.getText() === after, readme.getText())
      ok(readme.isDirty, 'the page was saved')
      const saved = new TextDecoder().decode(await vscode.workspace.fs.readFile(readme.uri))
      ok(!saved.includes('Typed and not saved'), 'the page was written')
    }))
}
