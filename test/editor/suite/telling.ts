// Hovers and links: the same tests for both hosts.
import * as vscode from 'vscode'
import { findings, listPath, ok, open, openText, rangeOf, until } from './lists.ts'

const hoversAt = async (document: vscode.TextDocument, position: vscode.Position): Promise<string[]> =>
  (
    await vscode.commands.executeCommand<vscode.Hover[] | undefined>('vscode.executeHoverProvider', document.uri, position)
  )?.flatMap(({ contents }) => contents.map((each) => (typeof each === 'string' ? each : each.value))) ?? []

const linksOf = async (document: vscode.TextDocument): Promise<vscode.DocumentLink[]> =>
  (await vscode.commands.executeCommand<vscode.DocumentLink[] | undefined>('vscode.executeLinkProvider', document.uri, 100)) ?? []

/** The hover of ours that begins so; waits for it. */
const reported = (document: vscode.TextDocument, position: vscode.Position, start: string): Promise<string | undefined> =>
  until(
    `the hover ${start}`,
    async () => (await hoversAt(document, position)).find((text) => text.startsWith(start)),
    (text) => text !== undefined,
  )

/** Hovers tell who mentors what; links lead where Markdown's own do not. */
export const telling = (): void => {
  test('tells on hover who a mentor is, what a label asks for, and nothing in prose', async () => {
    const list = await open(listPath)
    const cem = await reported(list, rangeOf(list, '@cem-example').start, '**Cem Example**')
    ok(cem?.includes('[@cem-example](https://github.com/cem-example)'), `${cem}`)
    ok(cem?.includes('- Sample by cost (Jaeger) · primary · this idea'), `${cem}`)
    const label = await reported(list, rangeOf(list, 'Mentor(s):\n  - Cem').start, '**Mentor(s)**')
    ok(label?.includes('At least 2 mentors, one per line'), `${label}`)
    const prose = await hoversAt(list, rangeOf(list, 'looks like a report of today').start)
    ok(prose.length === 0, prose.join('\n'))
  })
  test('links handles, addresses and issues once, and leaves to VS Code what it links itself', async () => {
    const text = (await open(listPath)).getText()
    const copy = await openText(
      text
        .replace('(@cem-example, cem@example.org)', '([@cem-example](https://github.com/cem-example), <mailto:cem@example.org>)')
        .replace('Traces differ', 'As lantern-light/bells#12 says, traces differ'),
    )
    await until('findings', () => findings(copy).length > 0)
    const links = await until(
      'the links',
      () => linksOf(copy),
      (all) => all.some(({ target }) => target?.toString().includes('bells/issues/12')),
    )
    const targets = links.map(({ target }) => target?.toString(true) ?? '')
    ok(targets.filter((target) => target === 'https://github.com/ada-example').length === 2, targets.join('\n'))
    ok(targets.filter((target) => target === 'mailto:ada@example.org').length === 2, targets.join('\n'))
    const handle = links.find(({ target }) => target?.toString(true) === 'https://github.com/ada-example')
    ok(handle?.tooltip === 'Open @ada-example on GitHub', `${handle?.tooltip}`)
    const doubled = links.filter(({ range }, at) =>
      links.some((other, index) => index < at && other.range.intersection(range)?.isEmpty === false),
    )
    ok(doubled.length === 0, doubled.map(({ range, target }) => `${copy.getText(range)} → ${target}`).join('\n'))
  })
}
