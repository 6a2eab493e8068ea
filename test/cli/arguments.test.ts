import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkCommand, parseCheck } from '../../server/src/cli/commands/check.ts'
import { cliCommands } from '../../server/src/cli/commands/index.ts'
import { asksForLsp } from '../../server/src/cli/commands/lsp.ts'
import { parseOptions } from '../../server/src/cli/options.ts'
import { runOn } from '../support/cli.ts'

const plain = {
  format: 'text',
  fix: false,
  profile: null,
  config: null,
  maxWarnings: Number.POSITIVE_INFINITY,
  changedSince: null,
}

const understood = [
  ['a.md', { ...plain, paths: ['a.md'] }],
  ['a.md --format json b', { ...plain, format: 'json', paths: ['a.md', 'b'] }],
  [
    '--format=json --profile=gsoc --max-warnings=3 a',
    { ...plain, format: 'json', profile: 'gsoc', maxWarnings: 3, paths: ['a'] },
  ],
  ['--max-warnings 0 a', { ...plain, maxWarnings: 0, paths: ['a'] }],
  ['-- --format', { ...plain, paths: ['--format'] }],
  ['--format sarif --fix --config c.json a', { ...plain, format: 'sarif', fix: true, config: 'c.json', paths: ['a'] }],
  ['--format github a --fix', { ...plain, format: 'github', fix: true, paths: ['a'] }],
  ['--changed-since origin/main a', { ...plain, changedSince: 'origin/main', paths: ['a'] }],
] as const

for (const [line, options] of understood) {
  test(`arguments: understands check ${line}`, () =>
    assert.deepEqual(parseCheck(parseOptions(checkCommand.options, line.split(' '))), options))
}

test('arguments: an option that may be repeated keeps all values', () => {
  const options = { '--carry': { value: '<ideas>', repeatable: true, help: '' }, '--out': { value: '<file>', help: '' } } as const
  const { given, paths } = parseOptions(options, ['--carry', 'A', '--out=x', 'b.md', '--carry=B', '--out', 'y'])
  assert.deepEqual(
    [...given],
    [
      ['--carry', 'A\nB'],
      ['--out', 'y'],
    ],
  )
  assert.deepEqual(paths, ['b.md'])
})

const refused = [
  ['look a.md', 'unknown command: look'],
  ['toc', 'toc: no file or folder given'],
  ['toc --fix a.md', 'toc: unknown option --fix'],
  ['lsp --stdio a.md', 'lsp: unexpected argument a.md; the only option is --stdio'],
  ['lsp --socket=6009', 'lsp: unknown option --socket'],
  ['lsp --stdio=1', 'lsp: --stdio does not take a value'],
  ['mcp a', 'mcp: no arguments expected; it serves the current folder on stdin and stdout'],
  ['check --changed-since --output=x a.md', 'check: --changed-since requires a branch, tag or commit (got "--output=x")'],
  ['check --changed-since=-p a.md', 'check: --changed-since requires a branch, tag or commit (got "-p")'],
  ['check --changed-since= a.md', 'check: --changed-since requires a branch, tag or commit (got "")'],
  ['review --changed-since=-p a.md', 'review: --changed-since requires a branch, tag or commit (got "-p")'],
  [
    'check --fix --changed-since main a.md',
    'check: --fix and --changed-since cannot be combined, because fixes apply to whole files',
  ],
  ['check', 'check: no file or folder given'],
  ['check --json a.md', 'check: unknown option --json'],
  ['check -x a.md', 'check: unknown option -x'],
  ['check --toString a.md', 'check: unknown option --toString'],
  ['check a.md --format', 'check: --format requires a value'],
  ['check --format xml a.md', 'check: invalid format "xml"; use text, json, github, sarif, rdjson or markdown'],
  ['check --fix=yes a.md', 'check: --fix does not take a value'],
  ['check a.md --config', 'check: --config requires a value'],
  ['check --max-warnings -1 a.md', 'check: --max-warnings requires a whole number (got "-1")'],
  ['check --max-warnings many a.md', 'check: --max-warnings requires a whole number (got "many")'],
  ['check --profile nope a.md', 'check: unknown profile "nope"; use gsoc, gsoc-2022, gsoc-classic, lfx-proposal, lfx-accepted'],
  ['export --format xml a.md', 'export: invalid format "xml"; use json, csv or feed'],
  ['export --profile gsoc a.md', 'export: unknown option --profile'],
  ['next a.md b.md', 'next: exactly one file is required'],
  ['next --year 26 a.md', 'next: --year requires a year such as 2027 (got "26")'],
  ['next --out= a.md', 'next: --out requires a value'],
  ['review --maintainers= a.md', 'review: --maintainers requires a value'],
  ['import', 'import: exactly one export file is required'],
] as const

for (const [line, message] of refused) {
  test(`arguments: refuses ${line}`, async () => {
    const { code, out, err } = await runOn({ 'a.md': '' }, line.split(' '))
    const help = message.startsWith('unknown command') ? '--help' : `${line.split(' ')[0]} --help`
    assert.deepEqual([code, out, err], [2, '', `idea-files: ${message}\nTry 'idea-files ${help}'.\n`])
  })
}

test('arguments: without a command the help is printed as an error', async () => {
  const { code, out, err } = await runOn({}, [])
  assert.deepEqual([code, out], [2, ''])
  assert.ok(err.startsWith('idea-files: no command given\n'))
  assert.match(err, /\nUsage: idea-files <command>/)
})

test('arguments: help and version go to stdout', async () => {
  const { code, out } = await runOn({}, ['--help'])
  assert.equal(code, 0)
  assert.match(out, /^ {2}check +Report problems/m)
  assert.equal((await runOn({}, ['help'])).out, out)
  assert.equal((await runOn({}, ['-h'])).out, out)
  assert.match((await runOn({}, ['--version'])).out, /^\d+\.\d+\.\d+\n$/)
})

test('arguments: each command has help of its own, in columns', async () => {
  for (const { name, command } of cliCommands) {
    const { options, examples, exitsWith1 } = command
    const { code, out } = await runOn({}, [name, '--help'])
    assert.equal(code, 0, name)
    assert.ok(out.startsWith(`Usage: idea-files ${name}`), name)
    for (const option of [...Object.keys(options), '-h, --help'])
      assert.match(out, new RegExp(`^  ${option}( <[^>]+>)?  +\\S`, 'm'))
    for (const example of examples) assert.ok(out.includes(`\n  ${example}\n`), example)
    assert.equal(/^ {2}1 {2,}\S/m.test(out), exitsWith1 !== undefined)
    // examples are copied, so they are not broken into lines
    const long = out.split('\n').filter((line) => line.length > 80 && !examples.includes(line.trim()))
    assert.deepEqual(long, [])
    assert.equal((await runOn({}, ['help', name])).out, out)
  }
})

test('arguments: the examples of each command are valid', () => {
  for (const { name, command } of cliCommands) {
    const { options, examples } = command
    assert.ok(examples.length > 0)
    for (const example of examples) {
      const [program, first, ...args] = example
        .replace(/ [|>] .*/, '')
        .replace(/"[^"]*"/g, 'text')
        .split(' ')
      assert.deepEqual([program, first], ['idea-files', name])
      assert.doesNotThrow(() => parseOptions(options, args), example)
    }
  }
})

test('arguments: help after -- is a file', async () => {
  const { code, err } = await runOn({}, ['check', '--', '--help'])
  assert.equal(code, 2)
  assert.match(err, /^idea-files: --help: /)
})

test('arguments: the server is asked for by its own words alone', () => {
  const asked = [
    'lsp',
    'lsp --stdio',
    'lsp --stdio --clientProcessId=12',
    'lsp --clientProcessId 12 --stdio',
    'lsp --stdio --no-cache',
  ]
  const other = ['', 'check', 'lsp --cache=/a', 'lsp 12', 'lsp --stdio a.md', 'lsp --clientProcessId=x', 'lsp --help', '--stdio']
  assert.deepEqual(
    [...asked, ...other].filter((line) => asksForLsp(line.split(' '))),
    asked,
  )
})
