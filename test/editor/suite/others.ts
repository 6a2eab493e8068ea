// What the lists of a workspace know of one another, whatever their file system: the same tests for both hosts.
import * as vscode from 'vscode'
import { api, closeAll, findings, inWorkspace, listPath, ok, open, rangeOf, remove, replace, until, write } from './lists.ts'

const term = 'programs/lfx-mentorship/2031/01 März & Mai'
const first = `${term}/README.md`
const second = `${term}/selected (late).md`

const listOf = (title: string, mentor: string): string => `### Harbor

#### ${title}

- Description: Signatures travel along.
- Expected Outcome: They do.
- Recommended Skills: Go, Rust
- Mentor(s):
  - ${mentor}
- Upstream Issue: https://github.com/goharbor/harbor/issues/1
`
const one = listOf('Sign', 'Ada Fern (@ada-fern, ada@example.org)')
const other = listOf('Copy signs', 'Ada Fern (@ada-fern, fern@example.com)')
const agreeing = listOf('Sign', 'Ada Fern (@ada-fern, fern@example.com)')

const contradictions = (document: vscode.TextDocument): vscode.Diagnostic[] =>
  findings(document).filter(({ code }) => (typeof code === 'object' ? code.value : code) === 'mentor-identity')

const finds = (document: vscode.TextDocument, count: number, when: string): Promise<vscode.Diagnostic[]> =>
  until(
    `${count} contradictions ${when}`,
    () => contradictions(document),
    ({ length }) => length === count,
  )

/** The text of a file at a place, without opening it: an open one would be known by what the editor says. */
const textAt = async ({ uri, range: { start, end } }: vscode.Location): Promise<string | undefined> => {
  const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri))
  return text.split('\n')[start.line]?.slice(start.character, end.character)
}

const move = (from: string, to: string): Thenable<void> => vscode.workspace.fs.rename(inWorkspace(from), inWorkspace(to))
const removeFolder = (path: string): Thenable<void> => vscode.workspace.fs.delete(inWorkspace(path), { recursive: true })

/** The titles of ideas in all lists that begin with a word; VS Code's own Markdown support lists headings with their marks. */
const titlesWith = async (word: string): Promise<readonly string[]> => {
  const symbols = await vscode.commands.executeCommand<vscode.SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', word)
  return [...new Set(symbols.map(({ name }) => name).filter((name) => name.startsWith(word)))].sort()
}

/** Works while two lists of one term contradict each other, the second of them open. */
const inTerm = async (work: (list: vscode.TextDocument) => Promise<void>): Promise<void> => {
  await write(first, one)
  await write(second, other)
  try {
    const list = await open(second)
    await finds(list, 1, 'at first')
    await work(list)
  } finally {
    await remove(first)
    await remove(second)
  }
}

const hoverAt = async (document: vscode.TextDocument, text: string): Promise<string> => {
  const { start } = rangeOf(document, text)
  const position = start.translate(0, 1)
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, position)
  const contents = hovers.flatMap((hover) => hover.contents)
  return contents.map((content) => (typeof content === 'string' ? content : content.value)).join('\n')
}

/** VS Code keeps a document for minutes after its editor is closed: it may count until its file is seen to be gone. */
const knowsNoGhosts = async (hover: string): Promise<void> => {
  const open = vscode.workspace.textDocuments.map(({ uri }) => uri.path)
  for (const [, year] of hover.matchAll(/GSoC (\d{4}):/g)) {
    const { path } = inWorkspace(`programs/summerofcode/${year}.md`)
    ok(open.includes(path), `the list of ${year} is not open, and was deleted`)
  }
}

/** Tests of a workspace with several lists. */
const folderIdea = (title: string, mentors: string): string =>
  `# ${title}\n\n## Overview\n\nThe clock stops.\n\n## Difficulty\n\nHard\n\n## Skills\n\nRust\n${mentors}`

export const knowingOthers = (host: string): void => {
  test('checks a file without mentors that is next to ideas of its folder', async () => {
    const titles = ['Oil the hinges', 'Paint the tower', 'Ring the bell', 'Wind the clock']
    const names = titles.map((title) => `tower/${title.toLowerCase().replaceAll(' ', '-')}.md`)
    for (const [index, title] of titles.entries())
      await write(names[index]!, folderIdea(title, index === 3 ? '' : '\n## Mentors\n\nAda Lind\n'))
    try {
      const file = await open(names[3]!)
      const [found] = await until(
        'the missing mentors',
        () => findings(file),
        ({ length }) => length === 1,
      )
      ok(found?.message.includes('"Mentors"'), `what is found is ${found?.message}`)
    } finally {
      await closeAll()
      await removeFolder('tower')
    }
  })

  test('tells where another list of the term says something else, also after a new start', () =>
    inTerm(async (list) => {
      const leadsThere = async (): Promise<void> => {
        const [found] = await finds(list, 1, 'with a place')
        const [related] = found?.relatedInformation ?? []
        ok(found && list.getText(found.range) === 'fern@example.com', `the finding stands at ${found?.range.start.line}`)
        ok(related?.location.uri.toString() === inWorkspace(first).toString(), `it leads to ${related?.location.uri}`)
        ok((await textAt(related.location)) === 'ada@example.org', 'it leads to another place')
      }
      await leadsThere()
      const { running } = await api()
      void vscode.commands.executeCommand('ideaFiles.restartServer')
      await until('the old server to go', () => findings(list).length === 0 || !running())
      await leadsThere()
    }))
  test('a list whose file is gone does not count after an edit, in a tab or not, but an unsaved one does', async () => {
    const year = (number: number): string => `attic/summerofcode/${number}.md`
    const mentor = 'Cem Example (@cem-example, cem@example.org)'
    const shows = (titles: readonly string[], when: string): Promise<readonly string[]> =>
      until(
        `${titles} ${when}`,
        () => titlesWith('Lamplight'),
        (found) => found.join() === titles.join(),
      )
    const titles = ['Lamplight at dawn', 'Lamplight at dusk', 'Lamplight at noon']
    for (const [index, title] of titles.entries()) await write(year(2041 + index), listOf(title, mentor))
    await open(listPath)
    try {
      await shows(titles, 'at first')
      const edit = new vscode.WorkspaceEdit()
      for (const number of [2041, 2042, 2043]) {
        const { uri } = await vscode.workspace.openTextDocument(inWorkspace(year(number)))
        edit.insert(uri, new vscode.Position(0, 0), '## Ideas\n\n')
      }
      // VS Code saves a refactoring at once: what stays unsaved would soon be in a tab
      ok(await vscode.workspace.applyEdit(edit, { isRefactoring: true }), 'the edit was refused')
      await open(year(2042))
      const unsaved = await vscode.workspace.openTextDocument(inWorkspace(year(2043)))
      await replace(unsaved, 'Lamplight at noon', 'Lamplight at night')
      await shows(['Lamplight at dawn', 'Lamplight at dusk', 'Lamplight at night'], 'after the edits')
      await removeFolder('attic')
      await shows(['Lamplight at night'], 'when the files are gone')
      // the same text: when VS Code reads a file again that was gone is its own matter
      await write(year(2041), `## Ideas\n\n${listOf('Lamplight at dawn', mentor)}`)
      await shows(['Lamplight at dawn', 'Lamplight at night'], 'when one is back')
    } finally {
      await closeAll()
      await removeFolder('attic').then(undefined, () => undefined)
    }
  })
  test('follows lists that are changed, deleted, written again and moved outside the editor', () =>
    inTerm(async (list) => {
      await write(first, agreeing)
      await finds(list, 0, 'when the other agrees')
      await write(first, one)
      await finds(list, 1, 'when it differs again')
      await remove(first)
      await finds(list, 0, 'when it is gone')
      await write(first, one)
      await finds(list, 1, 'when it is back')
      await move(first, `${term}/notes.txt`)
      await finds(list, 0, 'when it is not a list by its name')
      await move(`${term}/notes.txt`, first)
      await finds(list, 1, 'when it is one again')
    }))
  test('leaves out what Git ignores, as soon as that is said', () =>
    inTerm(async (list) => {
      await write('programs/.gitignore', 'README.md\n')
      await finds(list, 0, 'when the other is ignored')
      await remove('programs/.gitignore')
      await finds(list, 1, 'when it is not')
    }))
  if (host === 'web') movingFolders()
}

/** Of folders on a disk that move within a second VS Code's own watcher tells now and then nothing. */
const movingFolders = (): void => {
  test('follows folders that come, move and go', async () => {
    const list = await open(listPath)
    const shows = (says: boolean, when: string): Promise<string> =>
      until(
        `a hover that ${says ? 'names' : 'does not name'} the other list ${when}`,
        () => hoverAt(list, '@cem-example'),
        (text) => text.includes('Cem Example') && text.includes('GSoC 2040') === says,
      )
    await knowsNoGhosts(await shows(false, 'at first'))
    try {
      await write('attic/summerofcode/2040.md', listOf('Sample by luck', 'Cem Example (@cem-example, cem@example.org)'))
      await shows(true, 'when there is one')
      await move('attic', 'node_modules')
      await shows(false, 'when it is in node_modules')
      await move('node_modules', 'attic')
      await shows(true, 'when it is back')
      await removeFolder('attic')
      await shows(false, 'when its folder is gone')
    } finally {
      for (const folder of ['attic', 'node_modules']) await removeFolder(folder).then(undefined, () => {})
    }
  })
}
