// The same suite for both hosts; mocha's globals are set up by index.node.ts and index.web.ts.
import * as vscode from 'vscode'
import { acting } from './actions.ts'
import { authoring } from './authoring.ts'
import { completing } from './completion.ts'
import { goingToIdeas } from './ideas.ts'
import { api, closeAll, findings, listPath, named, ok, open, openText, rangeOf, replace, setEnabled, until } from './lists.ts'
import { looking } from './look.ts'
import { navigating } from './navigation.ts'
import { knowingOthers } from './others.ts'
import { overviewing } from './overview.ts'
import { claiming } from './programme.ts'
import { proposing } from './proposal.ts'
import { readingAndCopying } from './reading.ts'
import { reviewing } from './review.ts'
import { telling } from './telling.ts'

const expected = [
  'toc-broken-link say-why-a-scan-is-old',
  'invalid-size 175 hrs',
  'missing-field Sample by cost',
  'mentor-count Mentor(s)',
]

const has = (document: vscode.TextDocument, finding: string): boolean => named(document).some((name) => name === finding)
const allFound = (document: vscode.TextDocument): Promise<string[]> =>
  until(
    'all findings',
    () => named(document),
    (names) => expected.every((name) => names.includes(name)),
  )
const noneFound = (document: vscode.TextDocument): Promise<unknown> =>
  until(
    'no findings',
    () => findings(document),
    (all) => all.length === 0,
  )
// VS Code answers undefined if there is no outline provider.
const symbolsOf = async (document: vscode.TextDocument): Promise<vscode.DocumentSymbol[]> =>
  (await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
    'vscode.executeDocumentSymbolProvider',
    document.uri,
  )) ?? []
// VS Code's own Markdown support lists the headings too, with their marks; ours have none.
const ours = (symbols: readonly vscode.DocumentSymbol[]) => symbols.filter(({ name }) => !name.startsWith('#'))
const foldsOf = (document: vscode.TextDocument): Thenable<vscode.FoldingRange[]> =>
  vscode.commands.executeCommand<vscode.FoldingRange[]>('vscode.executeFoldingRangeProvider', document.uri)

const waiting = (host: string): void => {
  // the web host has no search that would find the lists of the workspace
  const isFound = host === 'node'
  test('is active with a file that is not a list, and shows nothing; starts for the lists of the workspace alone', async () => {
    const readme = await open('README.md')
    const { running, status } = await api()
    // Where VS Code's own Markdown support works, it answers; by then whatever else would have happened has.
    if (host === 'node') {
      await until(
        'the outline',
        () => symbolsOf(readme),
        (all) => all.length > 0,
      )
    }
    if (isFound) await until('the server', running)
    ok(running() === isFound, 'the server runs')
    ok(status() === undefined, `the status says ${status()}`)
    ok(findings(readme).length === 0 && ours(await symbolsOf(readme)).length === 0, 'something of ours is shown')
  })
  test('its commands answer while no list is open', async () => {
    void vscode.commands.executeCommand('ideaFiles.restartServer')
    await vscode.commands.executeCommand('ideaFiles.showOutput')
    const { running } = await api()
    if (isFound) await until('the server', running)
    ok(running() === isFound, 'the server runs')
    await vscode.commands.executeCommand('workbench.action.closePanel')
  })
}

const reading = (host: string): void => {
  test('finds what is wrong in a list', async () => {
    const list = await open(listPath)
    ok(list.uri.scheme === (host === 'web' ? 'vscode-test-web' : 'file'), `the list is at ${list.uri}`)
    await allFound(list)
    ok(
      findings(list).every(({ message }) => message.length > 20),
      'a message is too short to be worth reading',
    )
  })
  test('shows in the status item what the file is, and nothing for another file', async () => {
    const { status } = await api()
    const list = await open(listPath)
    await allFound(list)
    const text = `Idea list: Google Summer of Code (2024 and later), by its own template · 2 projects · 3 ideas · ${findings(list).length} problems`
    await until('the status', status, (shown) => shown === text)
    await open('README.md')
    await until('no status', status, (shown) => shown === undefined)
    await open(listPath)
    await until('the status again', status, (shown) => shown === text)
  })
  test('outlines projects, ideas and fields', async () => {
    const list = await open(listPath)
    const projects = await until(
      'the outline',
      async () => ours(await symbolsOf(list)),
      (all) => all.length > 0,
    )
    ok(projects.map(({ name }) => name).join() === 'Harbor,Jaeger', `projects: ${projects.map(({ name }) => name)}`)
    const ideas = projects[0]?.children ?? []
    ok(ideas.map(({ name }) => name).join() === 'Warm the cache before a rollout,Say why a scan is stale', 'ideas of Harbor')
    const fields = ideas[0]?.children.map(({ name }) => name)
    ok(fields?.length === 6 && fields[0] === 'Description' && fields[4] === 'Mentor(s)', `fields: ${fields}`)
  })
  test('folds projects, ideas, the table of contents and the template', async () => {
    const list = await open(listPath)
    const lineOf = (text: string): number => rangeOf(list, text).start.line
    const folds = await foldsOf(list)
    const folded = (start: string, end: string): boolean =>
      folds.some((fold) => fold.start === lineOf(start) && fold.end === lineOf(end))
    ok(folded('#### Harbor', 'harbor/issues/2'), 'the project')
    ok(folded('##### Say why', 'harbor/issues/2'), 'the idea')
    ok(
      folds.some(({ start, end }) => start <= lineOf('[Harbor]') && end >= lineOf('[Sample') && end < lineOf('### Template')),
      'the table',
    )
    ok(
      folds.some(
        ({ start, end }) =>
          start <= lineOf('#### CNCF') && end >= lineOf('- Upstream Issue (URL):\n```') && end < lineOf('#### Harbor'),
      ),
      'the template',
    )
  })
  test('expands a selection from a word to its value, field, idea and project', async () => {
    const list = await open(listPath)
    const position = rangeOf(list, 'Angular').start
    const [answer] = await vscode.commands.executeCommand<vscode.SelectionRange[]>(
      'vscode.executeSelectionRangeProvider',
      list.uri,
      [position],
    )
    const texts: string[] = []
    for (let at = answer; at; at = at.parent) texts.push(list.getText(at.range))
    const starts = ['Angular', 'Go, Angular', '- Recommended Skills: Go, Angular', '##### Say why', '#### Harbor', '# Google']
    const found = starts.map((start) => texts.findIndex((text) => text.startsWith(start)))
    ok(
      found.every((place, index) => place >= 0 && place >= (found[index - 1] ?? 0)),
      `${found}: ${JSON.stringify(texts)}`,
    )
  })
}

const typing = (): void => {
  test('follows what is typed', async () => {
    const list = await open(listPath)
    await allFound(list)
    await replace(list, '175 hrs', 'medium (~175 hours)')
    await until('the finding to go', () => !has(list, 'invalid-size 175 hrs'))
    await replace(list, 'https://github.com/goharbor/harbor/issues/1', 'TBD')
    await until('a finding to come', () => has(list, 'upstream-url TBD'))
  })
  test('sees a document without a file become a list', async () => {
    const note = await openText('# Ideas\n\nNothing yet.\n')
    await replace(
      note,
      'Nothing yet.',
      '#### Harbor\n\n##### An idea\n\n- Description: Something.\n- Mentor(s):\n  - Ada (@ada, ada@example.org)\n',
    )
    const { status } = await api()
    await until('the status', status, (text) => text?.includes('1 idea ') === true)
  })
  test('counts positions in lines that end in CR and LF', async () => {
    const list = await open(listPath)
    const copy = await openText(list.getText().replaceAll('\r\n', '\n').replaceAll('\n', '\r\n'))
    // a document without a file may take over from one that was just closed, and gets its line ends later
    await until('line ends of Windows', () => copy.eol === vscode.EndOfLine.CRLF)
    await until('a finding', () => has(copy, 'toc-broken-link say-why-a-scan-is-old'))
    ok(has(copy, 'missing-field Sample by cost'), named(copy).join('\n'))
  })
}

const living = (host: string): void => {
  test('vanishes where it is switched off, and comes back', async () => {
    const { running, status } = await api()
    const list = await open(listPath)
    await allFound(list)
    await setEnabled(false)
    await noneFound(list)
    await until('the status to go', () => status() === undefined)
    await until('the server to stop', () => !running())
    ok(ours(await symbolsOf(list)).length === 0, 'the outline is still ours')
    await setEnabled(undefined)
    await allFound(list)
    await until('the status', status)
  })
  test('restarts on request', async () => {
    const { running, pid } = await api()
    const list = await open(listPath)
    await allFound(list)
    const before = pid()
    void vscode.commands.executeCommand('ideaFiles.restartServer')
    await until('the old server to go', () => findings(list).length === 0 || !running())
    await allFound(list)
    ok(running(), 'the server does not run')
    ok(host === 'web' || (before !== undefined && pid() !== undefined && pid() !== before), `${before} is ${pid()}`)
  })
}

const dying = (): void => {
  test('comes back when its server is killed', async () => {
    const { pid, running } = await api()
    const list = await open(listPath)
    await allFound(list)
    const before = pid()
    ok(before !== undefined, 'the server has no process')
    process.kill(before, 'SIGKILL')
    await until('another server', () => running() && pid() !== before)
    await allFound(list)
  })
  test('is left off when it dies again and again, and starts on request', async () => {
    const { pid, running, status } = await api()
    const list = await open(listPath)
    await allFound(list)
    const restart = async (): Promise<void> => {
      const before = pid()
      void vscode.commands.executeCommand('ideaFiles.restartServer')
      await until('a server', () => running() && pid() !== before)
    }
    await restart()
    for (let crash = 1; crash <= 5; crash++) {
      const before = pid() ?? 0
      process.kill(before, 'SIGKILL')
      if (crash < 5)
        await until(`another server after crash ${crash}`, () => running() && pid() !== undefined && pid() !== before)
      else await until('no server', () => !running() && findings(list).length === 0)
    }
    await until('the status to show it', () => status() === 'Idea Files has stopped')
    await restart()
    await allFound(list)
    await until('the status of the list', () => status()?.startsWith('Idea list: ') === true)
  })
}

/** Defines the suite; what needs a process of the server's own is for the Node host. */
export const define = (host: 'node' | 'web'): void => {
  suite(`Idea Files in the ${host} extension host`, () => {
    teardown(closeAll)
    waiting(host)
    claiming()
    reading(host)
    typing()
    acting(host)
    telling()
    looking(host)
    proposing()
    reviewing()
    readingAndCopying()
    overviewing(host)
    goingToIdeas()
    // leaves a list open
    navigating()
    authoring()
    completing()
    knowingOthers(host)
    living(host)
    if (host === 'node') dying()
  })
}
