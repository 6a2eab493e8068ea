// For readers, administrators and agents: Preview Page, the commands that copy, the tools for language models.
import * as vscode from 'vscode'
import { api, listPath, ok, open, rangeOf, remove, until, write } from './lists.ts'

const copied = async (command: string, ...words: readonly unknown[]): Promise<string> => {
  await vscode.env.clipboard.writeText('')
  void vscode.commands.executeCommand(command, ...words)
  return until(`${command} to copy something`, () => vscode.env.clipboard.readText())
}

const putCursor = async (text: string): Promise<void> => {
  const list = await open(listPath)
  const { start } = rangeOf(list, text)
  const editor = await vscode.window.showTextDocument(list, vscode.ViewColumn.One)
  editor.selection = new vscode.Selection(start, start)
}

/** What this version of VS Code has for language models; the types are those of the oldest version. */
const models = (): object | undefined => {
  const found: unknown = Reflect.get(vscode, 'lm')
  return typeof found === 'object' && found !== null ? found : undefined
}

const invoke = async (name: string, input: object): Promise<string> => {
  const call: unknown = Reflect.get(models() ?? {}, 'invokeTool')
  ok(typeof call === 'function', 'this VS Code has no tools for language models')
  const source = new vscode.CancellationTokenSource()
  const result: unknown = await Reflect.apply(call, models(), [name, { input, toolInvocationToken: undefined }, source.token])
  return JSON.stringify(result)
}

export const readingAndCopying = (): void => {
  test('copies the idea at the cursor, as the list has it and as the body of an issue', async () => {
    await putCursor('Go, Angular')
    const idea = await copied('ideaFiles.copyIdeaAtCursor')
    ok(/^##### Say why a scan is stale\n\n- Description: /.test(idea), idea)
    const body = await copied('ideaFiles.copyIssueBody')
    ok(/^### CNCF Project\n\nHarbor\n\n### /.test(body) && body.includes('A report of last month'), body)
  })
  test('copies a table of people', async () => {
    const table = await copied('ideaFiles.copyTable', 'mentors')
    ok(/^\|.*\n\|(?: ?-+ ?\|)+\n/.test(table) && table.includes('Ada Example'), table)
  })
  test('previews the page of all ideas, without addresses', async () => {
    await open(listPath)
    await vscode.commands.executeCommand('ideaFiles.previewPage')
    const { shownPage } = await api()
    const html = await until('the page', shownPage, (shown) => shown?.includes('Say why a scan is stale') === true)
    ok(
      html && !html.includes('ada@example.org') && html.includes('Ring at low tide'),
      'the page has an address, or lacks an idea',
    )
    const added = 'programs/summerofcode/2031.md'
    await write(added, '### Harbor\n\n#### Count the gulls\n\n- Description: All of them.\n- Mentor(s): @ada-example\n')
    await until('the idea of a new list', shownPage, (shown) => shown?.includes('Count the gulls') === true)
    await remove(added)
    await until('the page without it', shownPage, (shown) => shown?.includes('Count the gulls') === false)
    await vscode.window.tabGroups.close(
      vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).filter(({ input }) => input instanceof vscode.TabInputWebview),
    )
  })
  test('its tools for language models answer', async () => {
    const found = await invoke('ideaFiles_find_ideas', { skill: 'golang' })
    ok(found.includes('Say why a scan is stale') && !found.includes('@example.org'), found)
    const checked = await invoke('ideaFiles_check_ideas', { path: listPath })
    ok(checked.includes('invalid-size'), checked)
    const refused = await invoke('ideaFiles_check_ideas', { path: '../outside.md' }).catch((error: unknown) => String(error))
    ok(/no idea list|outside/.test(refused), refused)
  })
}
