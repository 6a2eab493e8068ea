import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asksForServer, parseArguments } from '../../server/src/cli/arguments.ts'
import { runOn } from '../support/cli.ts'

const plain = {
  name: 'check',
  format: 'text',
  fix: false,
  profile: null,
  config: null,
  maxWarnings: Number.POSITIVE_INFINITY,
  changedSince: null,
}

const understood = [
  ['check a.md', { ...plain, paths: ['a.md'] }],
  ['check a.md --format json b', { ...plain, format: 'json', paths: ['a.md', 'b'] }],
  [
    'check --format=json --profile=gsoc --max-warnings=3 a',
    { ...plain, format: 'json', profile: 'gsoc', maxWarnings: 3, paths: ['a'] },
  ],
  ['check --max-warnings 0 a', { ...plain, maxWarnings: 0, paths: ['a'] }],
  ['check -- --format', { ...plain, paths: ['--format'] }],
  ['check --format sarif --fix --config c.json a', { ...plain, format: 'sarif', fix: true, config: 'c.json', paths: ['a'] }],
  ['check --format github a --fix', { ...plain, format: 'github', fix: true, paths: ['a'] }],
  ['check --changed-since origin/main a', { ...plain, changedSince: 'origin/main', paths: ['a'] }],
  ['export a.md', { name: 'export', format: 'json', withEmail: false, config: null, paths: ['a.md'] }],
  [
    'export --format json --config=c.json a.md',
    { name: 'export', format: 'json', withEmail: false, config: 'c.json', paths: ['a.md'] },
  ],
  ['export --format=csv a.md', { name: 'export', format: 'csv', withEmail: false, config: null, paths: ['a.md'] }],
  ['toc a.md b', { name: 'toc', check: false, config: null, paths: ['a.md', 'b'] }],
  ['toc --check --config c.json a.md', { name: 'toc', check: true, config: 'c.json', paths: ['a.md'] }],
  ['lsp --help', { name: 'help' }],
  ['--help', { name: 'help' }],
  ['check --help', { name: 'help' }],
  ['--version', { name: 'version' }],
] as const

for (const [line, command] of understood) {
  test(`arguments: understands ${line}`, () => assert.deepEqual(parseArguments(line.split(' ')), command))
}

const refused = [
  ['', 'a command is missing'],
  ['look a.md', 'there is no command look'],
  ['toc', 'toc: a file or folder is missing'],
  ['toc --fix a.md', 'toc: there is no option --fix'],
  ['lsp --stdio a.md', 'lsp: a.md is not understood; the server takes --stdio alone'],
  ['lsp --socket=6009', 'lsp: --socket=6009 is not understood; the server takes --stdio alone'],
  ['check --changed-since --output=x a.md', 'check: --changed-since needs a branch, tag or commit, not --output=x'],
  ['check --changed-since=-p a.md', 'check: --changed-since needs a branch, tag or commit, not -p'],
  ['check --changed-since= a.md', 'check: --changed-since needs a branch, tag or commit'],
  ['check --fix --changed-since main a.md', 'check: --fix mends whole lists and does not go with --changed-since'],
  ['check', 'check: a file or folder is missing'],
  ['check --json a.md', 'check: there is no option --json'],
  ['check -x a.md', 'check: there is no option -x'],
  ['check --toString a.md', 'check: there is no option --toString'],
  ['check a.md --format', 'check: --format needs a value'],
  ['check --format xml a.md', 'check: --format xml is unknown; there is text, json, github, sarif, rdjson and markdown'],
  ['check --fix=yes a.md', 'check: --fix takes no value'],
  ['check a.md --config', 'check: --config needs a value'],
  ['check --max-warnings -1 a.md', 'check: --max-warnings needs a whole number, not -1'],
  ['check --max-warnings many a.md', 'check: --max-warnings needs a whole number, not many'],
  [
    'check --profile nope a.md',
    'check: there is no profile nope; there is gsoc, gsoc-2022, gsoc-classic, lfx-proposal, lfx-accepted',
  ],
  ['export --format xml a.md', 'export: --format xml is unknown; there is json, csv and feed'],
  ['export --profile gsoc a.md', 'export: there is no option --profile'],
] as const

for (const [line, message] of refused) {
  test(`arguments: refuses ${line || 'nothing at all'}`, async () => {
    const { code, out, err } = await runOn({ 'a.md': '' }, line === '' ? [] : line.split(' '))
    assert.equal(code, 2)
    assert.equal(out, '')
    assert.equal(err.split('\n')[0], `idea-files: ${message}`)
    assert.match(err, /\nUsage: idea-files check /)
  })
}

test('arguments: help and version go to stdout', async () => {
  const { code, out } = await runOn({}, ['--help'])
  assert.equal(code, 0)
  assert.match(out, /idea-files check .*\n/)
  assert.match(out, /gsoc-classic/)
  assert.match((await runOn({}, ['--version'])).out, /^\d+\.\d+\.\d+\n$/)
})

test('arguments: the server is asked for by its own words alone', () => {
  const asked = ['lsp', 'lsp --stdio', 'lsp --stdio --clientProcessId=12', 'lsp --clientProcessId 12 --stdio']
  const other = ['', 'check', 'lsp 12', 'lsp --stdio a.md', 'lsp --clientProcessId=x', 'lsp --help', '--stdio']
  assert.deepEqual(
    [...asked, ...other].filter((line) => asksForServer(line.split(' '))),
    asked,
  )
})
