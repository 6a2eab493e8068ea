// Show Idea and the snippets: the same tests for both hosts.
import * as vscode from 'vscode'
import { api, listPath, ok, open, openText, rangeOf, replace, until } from './lists.ts'

const show = (): Thenable<unknown> => vscode.commands.executeCommand('ideaFiles.showIdea')
const pages = (): readonly vscode.Tab[] =>
  vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).filter(({ input }) => input instanceof vscode.TabInputWebview)

const moveTo = async (document: vscode.TextDocument, text: string): Promise<void> => {
  const { start } = rangeOf(document, text)
  const editor = await vscode.window.showTextDocument(document, vscode.ViewColumn.One)
  editor.selection = new vscode.Selection(start, start)
}
const shows = async (...texts: readonly string[]): Promise<void> => {
  const { shownIdea } = await api()
  await until(
    `the page to show ${texts}`,
    () => JSON.stringify(shownIdea() ?? {}),
    (shown) => texts.every((text) => shown.includes(text)),
  )
}

const showing = (host: string): void => {
  test('shows the idea under the cursor with its findings, and follows cursor and text', async () => {
    const list = await open(listPath)
    await moveTo(list, 'Go, Angular')
    await show()
    await shows('Say why a scan is stale', '>Harbor<', 'A report of last month', '1 problem', 'invalid-size, line ')
    ok(vscode.window.activeTextEditor?.document === list, 'the editor has lost the focus')
    const tabs = (): string =>
      pages()
        .map(({ label }) => label)
        .join()
    await until('the tab', tabs, (labels) => labels === 'Idea: Say why a scan is stale')
    const { shownIdea } = await api()
    const rendered = shownIdea()?.idea.includes('<li>') === true
    ok(rendered || host === 'web', 'the text is not rendered')
    await replace(list, 'A report of last month', 'A **report** of <script>last</script> month')
    await shows(rendered ? '<strong>report</strong> of' : '**report** of')
    ok(!shownIdea()?.idea.includes('<script'), 'a script is in the page')
    await replace(list, '175 hrs', 'medium')
    await shows('No problems')
    await moveTo(list, 'Traces differ')
    await shows('Sample by cost', '2 problems', 'missing-field', 'mentor-count')
    await show()
    await until('one tab', tabs, (labels) => labels === 'Idea: Sample by cost')
  })
  test('says where there is no idea to show, and shows one again', async () => {
    const list = await open(listPath)
    await moveTo(list, '#### Harbor')
    await show()
    await shows('The cursor is not in an idea.')
    await moveTo(list, 'Go, gRPC')
    await shows('Sample by cost')
    const note = await openText('# A README\n')
    await shows('This file is not an idea list')
    await vscode.window.showTextDocument(note, vscode.ViewColumn.One)
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor')
    await moveTo(list, 'Go, gRPC')
    await shows('Sample by cost')
    await vscode.window.showTextDocument(list, vscode.ViewColumn.One)
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor')
    await shows('was closed')
  })
}

const inserting = (): void => {
  test('has the snippets, which fill the fields and the anchors of a table of contents', async () => {
    const note = await openText('')
    const insert = (name: string): Thenable<unknown> =>
      vscode.commands.executeCommand('editor.action.insertSnippet', { langId: 'markdown', name })
    const type = (text: string): Thenable<unknown> => vscode.commands.executeCommand('type', { text })
    const next = (): Thenable<unknown> => vscode.commands.executeCommand('jumpToNextSnippetPlaceholder')
    await insert('Table of contents of an idea list')
    await type('Open Telemetry (OTel)')
    await next()
    await type('What’s new: A–B')
    await next()
    const toc = '- [Open Telemetry (OTel)](#open-telemetry-otel)\n  - [What’s new: A–B](#whats-new-ab)\n<!-- TOC -->\n'
    ok(note.getText() === `<!-- TOC -->\n${toc}`, note.getText())
    await insert('Idea for Google Summer of Code')
    await type('Ring the bell')
    await next()
    await type('It rings.')
    ok(note.getText().endsWith('- Upstream Issue (URL): https://github.com/\n'), note.getText())
    ok(note.getText().includes('##### Ring the bell\n\n- Description: It rings.\n- Expected Outcome: \n'), note.getText())
    ok(note.getText().includes('- Expected project size: medium (~175 hour projects)\n- Mentor(s):\n  - Name (@'), note.getText())
  })
  test('offers the snippets where their names are typed, and leaves other writing alone', async () => {
    const note = await openText('idea-gs\n\nSome text\n')
    const labels = async (line: number, character: number): Promise<readonly string[]> => {
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        note.uri,
        new vscode.Position(line, character),
      )
      return list.items.map(({ label }) => (typeof label === 'string' ? label : label.label))
    }
    await until(
      'the snippet',
      () => labels(0, 7),
      (all) => all.includes('idea-gsoc'),
    )
    const inProse = await labels(2, 'Some text'.length)
    ok(!inProse.some((label) => label.startsWith('idea-')), inProse.join())
  })
}

/** Defines the tests of the idea's page next to the text, and of what the extension does without the server. */
export const looking = (host: 'node' | 'web'): void => {
  showing(host)
  inserting()
}
