// Lists of a programme that a project file defines, before any other list is open: the same tests for both hosts.
import * as vscode from 'vscode'
import { api, findings, inWorkspace, named, ok, open, rangeOf, remove, replace, until, write } from './lists.ts'

const folder = 'orchard'
const listPath = `${folder}/ideas/2026.md`
const nextPath = `${folder}/ideas/2027.md`

const configuration = `{
  // in words that no other list has
  "programs": {
    "orchard": {
      "title": "Obsthain-Sommer",
      "files": ["ideas/*.md"],
      "levels": { "project": 2, "idea": 3 },
      "fields": [
        { "label": "Worum es geht", "key": "description" },
        { "label": "Umfang", "key": "size" },
        { "label": "Treffpunkt" }
      ],
      "sizes": [{ "word": "kurz" }, { "word": "lang" }]
    }
  }
}
`

const list = `# Obsthain-Sommer

## Mosterei

### Saft ohne Strom

- Worum es geht: Die Presse läuft mit dem Rad.
- Umfang: mittel
`

/** Works in a folder with that project file and list, which are removed again. */
const inOrchard = async (work: () => Promise<void>): Promise<void> => {
  await write(`${folder}/.idea-files.json`, configuration)
  await write(listPath, list)
  try {
    await work()
  } finally {
    for (const path of [folder, `${folder}/ideas`]) {
      for (const [name, type] of await vscode.workspace.fs.readDirectory(inWorkspace(path))) {
        if (type === vscode.FileType.File) await remove(`${path}/${name}`)
      }
    }
  }
}

const found = (document: vscode.TextDocument, ...expected: readonly string[]): Promise<unknown> =>
  until(
    expected.join(' and '),
    () => named(document),
    (names) => names.join() === expected.join(),
  )

/** Comes before any list is open: nothing but the project file says that there is one. */
export const claiming = (): void => {
  test('starts for a list that a project file claims, whatever words it is written in', () =>
    inOrchard(async () => {
      const { status } = await api()
      await write(`${folder}/README.md`, list)
      await open(`${folder}/README.md`)
      const document = await open(listPath)
      await found(document, 'missing-field Saft ohne Strom', 'invalid-size mittel')
      await until(
        'the status',
        status,
        (shown) => shown === 'Idea list: Obsthain-Sommer, by the configuration file · 1 project · 1 idea · 2 problems',
      )
      const readme = await open(`${folder}/README.md`)
      await until('no status', status, (shown) => shown === undefined)
      ok(findings(readme).length === 0, 'a file next to it is taken for a list')
    }))
  test('completes its sizes and follows its project file', () =>
    inOrchard(async () => {
      const document = await open(listPath)
      await found(document, 'missing-field Saft ohne Strom', 'invalid-size mittel')
      const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        rangeOf(document, 'mittel').start,
      )
      const labels = items.map(({ label }) => (typeof label === 'string' ? label : label.label))
      ok(
        ['kurz', 'lang'].every((size) => labels.includes(size)),
        `${labels}`,
      )
      await replace(document, 'mittel', 'kurz')
      await found(document, 'missing-field Saft ohne Strom')
      await write(`${folder}/.idea-files.json`, configuration.replace('"Treffpunkt"', '"Treffpunkt", "required": false'))
      await found(document)
    }))
  test('a new idea in an empty file of the programme lays down its list', () =>
    inOrchard(async () => {
      // the web host's own test server knows no files without a byte
      await write(nextPath, '\n')
      const document = await open(nextPath)
      const idea = { project: 'Mosterei', title: 'Etiketten' }
      ok(await vscode.commands.executeCommand<boolean>('ideaFiles.newIdea', idea), 'it was refused')
      const text = document.getText()
      ok(
        text.startsWith(
          '# Obsthain-Sommer 2027\n\n## Mosterei\n\n### Etiketten\n\n- Worum es geht: \n- Umfang: kurz\n- Treffpunkt: ',
        ),
        text,
      )
    }))
}
