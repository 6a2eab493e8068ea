// Fixes, explanations and settings: the same tests for both hosts.
import * as vscode from 'vscode'
import { configured, findings, inCopy, listPath, named, ok, open, rangeOf, remove, replace, until, write } from './lists.ts'

const wrongSize = 'invalid-size 175 hrs'
const has = (document: vscode.TextDocument, finding: string): boolean => named(document).includes(finding)
const comes = (document: vscode.TextDocument, finding: string): Promise<unknown> =>
  until(
    `${finding} to come`,
    () => named(document),
    (names) => names.includes(finding),
  )
const goes = (document: vscode.TextDocument, finding: string): Promise<unknown> =>
  until(
    `${finding} to go`,
    () => named(document),
    (names) => !names.includes(finding),
  )

const actionsAt = async (document: vscode.TextDocument, text: string, kind = 'quickfix'): Promise<vscode.CodeAction[]> =>
  (await vscode.commands.executeCommand<vscode.CodeAction[] | undefined>(
    'vscode.executeCodeActionProvider',
    document.uri,
    rangeOf(document, text),
    kind,
    20,
  )) ?? []

const fixing = (): void => {
  test('applies the preferred fix, which undo takes back', async () => {
    const list = await open(listPath)
    await comes(list, wrongSize)
    const before = list.getText()
    const actions = await actionsAt(list, '175 hrs')
    const preferred = actions.filter(({ isPreferred }) => isPreferred)
    ok(preferred.length === 1, `of ${actions.map(({ title }) => title).join(', ')} ${preferred.length} are preferred`)
    ok(preferred[0]?.edit, `${preferred[0]?.title} has no edit`)
    ok(await vscode.workspace.applyEdit(preferred[0].edit), 'the edit was refused')
    await goes(list, wrongSize)
    ok(list.getText() !== before, 'nothing has changed')
    await vscode.commands.executeCommand('undo')
    ok(list.getText() === before, 'undo does not bring the text back')
    await comes(list, wrongSize)
  })
  test('silences a finding where the person says so', async () => {
    const list = await open(listPath)
    await comes(list, wrongSize)
    const action = (await actionsAt(list, '175 hrs')).find(({ title }) => title === 'Disable invalid-size for this line')
    ok(action?.edit, 'there is no such action')
    ok(await vscode.workspace.applyEdit(action.edit), 'the edit was refused')
    await goes(list, wrongSize)
    ok(list.getText().includes('<!-- idea-files-disable-next-line invalid-size -->'), 'there is no comment')
  })
  test('applies all safe fixes by its command', async () => {
    const list = await open(listPath)
    await comes(list, wrongSize)
    const before = list.getText()
    await Promise.all(['once', 'twice'].map(() => vscode.commands.executeCommand('ideaFiles.fixAll')))
    const after = list.getText()
    ok(!after.includes('175 hrs'), 'it was not mended')
    await vscode.commands.executeCommand('undo')
    ok(list.getText() === before, 'one undo does not bring the text back')
    await vscode.commands.executeCommand('redo')
    ok(list.getText() === after, 'it was mended twice')
    await goes(list, wrongSize)
    await goes(list, 'toc-broken-link say-why-a-scan-is-old')
    ok(has(list, 'missing-field Sample by cost'), 'what is not safe has been touched')
  })
  test('fixes nothing on save by default', () =>
    inCopy(2027, async (copy) => {
      await comes(copy, wrongSize)
      await replace(copy, 'Every report shows its age', 'Each report shows its age')
      ok(await copy.save(), 'it was not saved')
      ok(copy.getText().includes('175 hrs'), 'it was mended')
    }))
  test('fixes on save if that is enabled', () =>
    configured('editor', 'codeActionsOnSave', { 'source.fixAll.ideaFiles': 'explicit' }, () =>
      inCopy(2028, async (copy) => {
        await comes(copy, wrongSize)
        await replace(copy, 'Every report shows its age', 'Each report shows its age')
        ok(await copy.save(), 'it was not saved')
        ok(!copy.getText().includes('175 hrs'), 'it was not mended')
        ok(!copy.isDirty, 'what was mended was not saved')
        await goes(copy, wrongSize)
      }),
    ))
}

const explaining = (host: string): void => {
  test('explains a rule in VS Code itself', async () => {
    const list = await open(listPath)
    await comes(list, wrongSize)
    const explain = (await actionsAt(list, '175 hrs')).find(({ title }) => title === 'Explain rule invalid-size')
    ok(explain?.command, 'there is no such action')
    await vscode.commands.executeCommand(explain.command.command, ...(explain.command.arguments ?? []))
    const tab = await until(
      'the page',
      () => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).find(({ label }) => label.includes('invalid-size')),
      Boolean,
    )
    ok(host === 'web' || tab?.input instanceof vscode.TabInputWebview, 'it is no preview')
    const page = await vscode.workspace.openTextDocument(vscode.Uri.parse('idea-files-rule:/invalid-size.md'))
    ok(/^# invalid-size\n/.test(page.getText()) && page.getText().includes('**Why:**'), page.getText().slice(0, 200))
    // all diagnostics have arrived by then
    await vscode.commands.executeCommand('vscode.executeDocumentSymbolProvider', page.uri)
    ok(findings(page).length === 0, 'its own page is taken for a list')
  })
}

/** VS Code's JSON support suggests by our schema, and leaves the problems to us. */
const suggestsOnly = async (file: vscode.TextDocument): Promise<void> => {
  const suggestedAt = async (text: string): Promise<readonly string[]> => {
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      file.uri,
      rangeOf(file, text).end.translate(0, -1),
    )
    return items.map(({ label }) => (typeof label === 'string' ? label : label.label))
  }
  for (const [place, label] of [
    ['"invalid-sizes"', 'project-order'],
    ['"error"', '"hint"'],
  ] as const)
    await until(
      `the suggestion ${label}`,
      () => suggestedAt(place),
      (labels) => labels.includes(label),
    )
  const sources = vscode.languages.getDiagnostics(file.uri).map(({ source }) => source)
  ok(sources.join() === 'idea-files', `problems by ${sources.join(', ')}`)
}

const configuring = (host: string): void => {
  test('a rule is disabled for the workspace in a new project file, which is not saved yet', async () => {
    const list = await open(listPath)
    await comes(list, wrongSize)
    const title = 'Disable invalid-size for the workspace'
    const action = (await actionsAt(list, '175 hrs')).find((each) => each.title === title)
    ok(action?.command, 'there is no such action')
    await vscode.commands.executeCommand(action.command.command, ...(action.command.arguments ?? []))
    const document = vscode.window.activeTextEditor?.document
    ok(document?.isUntitled && document.uri.path.endsWith('/.idea-files.json'), `${document?.uri} is shown`)
    ok(document.getText() === '{\n  "rules": {\n    "invalid-size": "off"\n  }\n}\n', document.getText())
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor')
  })

  test('a rule that the settings switch off says nothing', async () => {
    const list = await open(listPath)
    await comes(list, wrongSize)
    await configured('ideaFiles', 'rules', { 'invalid-size': 'off' }, async () => {
      await goes(list, wrongSize)
      ok(has(list, 'missing-field Sample by cost'), 'another rule has gone with it')
    })
    await comes(list, wrongSize)
  })
  test('follows the project file as it comes, changes and goes', async () => {
    const list = await open(listPath)
    await comes(list, wrongSize)
    const path = '.idea-files.json'
    await write(path, '{ "rules": { "invalid-size": "off" } }')
    try {
      await goes(list, wrongSize)
      await write(path, '{\n  // softly\n  "rules": { "invalid-size": "hint" }\n}\n')
      await comes(list, wrongSize)
      const found = findings(list).find(({ code }) => code === 'invalid-size')
      ok(found?.severity === vscode.DiagnosticSeverity.Hint, `it is of severity ${found?.severity}`)
      await write(path, '{ "rules": { "invalid-sizes": "off", "no-ideas": "error" } }')
      const file = await open(path)
      await comes(file, 'invalid-configuration "invalid-sizes"')
      if (host === 'node') await suggestsOnly(file)
    } finally {
      await remove(path)
    }
    await open(listPath)
    await until(
      'its own severity',
      () => findings(list).find(({ code }) => code === 'invalid-size')?.severity,
      (severity) => severity === vscode.DiagnosticSeverity.Error,
    )
  })
}

/** Defines the tests of what a person can do about findings. */
export const acting = (host: 'node' | 'web'): void => {
  fixing()
  explaining(host)
  configuring(host)
}
