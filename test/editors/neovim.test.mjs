// A real Neovim with its own LSP client, set up by the very snippet of docs/editors.md that fits its version.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { after, before, test } from 'node:test'
import { findNeovim } from './setup.mjs'

const root = process.cwd()
const cli = join(root, 'dist/cli.js')
const nvim = findNeovim()
const skip =
  nvim === undefined ? 'there is no Neovim (package "neovim", or NVIM)' : existsSync(cli) ? false : 'dist/cli.js is not built'

const base = realpathSync(mkdtempSync(join(tmpdir(), 'idea-files-neovim-')))
const list = join(base, 'lists/lfx-mentorship/2026/01-Mar-May/project_ideas.md')
const text = `## Ideas

- [Harbor](#harbor)
  - [Sign what is copied](#sign-what-is-copied)

### Harbor

#### Sign what is copied

-Description: Signatures travel along. 🔏
- Expected Outcome: They do.
- Mentor(s):
  - Ada Example (@ada, ada@example.org)
  - Ben Example (@ben, ben@example.org)
- Upstream Issue: https://github.com/goharbor/harbor/issues/1
`

const action = 'Make "Description" a list item'

/** The snippet of docs/editors.md under a heading that begins so. */
const snippet = (heading) => {
  const docs = readFileSync(join(root, 'docs/editors.md'), 'utf8')
  const part = docs.slice(docs.indexOf(`\n### ${heading}`))
  return /```lua\n([\s\S]*?)```/.exec(part)[1]
}

const headingFor = (minor) => (minor >= 11 ? 'Neovim 0.11' : minor >= 8 ? 'Neovim 0.8' : 'Neovim 0.7')

let results = {}
before(() => {
  if (skip) return
  const version = spawnSync(nvim, ['--version'], { encoding: 'utf8' }).stdout
  const [, major, minor] = /NVIM v(\d+)\.(\d+)/.exec(version)
  // The command as the snippet calls it, found on the PATH.
  const bin = join(base, 'bin')
  mkdirSync(bin)
  writeFileSync(join(bin, 'idea-files'), `#!/bin/sh\nexec '${process.execPath}' '${cli}' "$@"\n`)
  chmodSync(join(bin, 'idea-files'), 0o755)
  writeFileSync(join(base, 'init.lua'), snippet(headingFor(Number(major) > 0 ? 99 : Number(minor))))
  mkdirSync(join(list, '..'), { recursive: true })
  writeFileSync(list, text)
  const out = join(base, 'results.json')
  const run = spawnSync(
    nvim,
    [
      '--headless',
      '-n',
      '-u',
      join(base, 'init.lua'),
      '-i',
      'NONE',
      list,
      '-c',
      `luafile ${join(root, 'test/editors/neovim.lua')}`,
    ],
    {
      cwd: base,
      encoding: 'utf8',
      timeout: 120_000,
      env: {
        ...process.env,
        PATH: `${bin}${delimiter}${process.env.PATH}`,
        HOME: base,
        XDG_CONFIG_HOME: join(base, 'config'),
        XDG_DATA_HOME: join(base, 'data'),
        XDG_STATE_HOME: join(base, 'state'),
        XDG_CACHE_HOME: join(base, 'cache'),
        IDEA_FILES_RESULTS: out,
        IDEA_FILES_ACTION: action,
      },
    },
  )
  assert.ok(existsSync(out), `Neovim wrote nothing:\n${run.stdout}${run.stderr}`)
  results = JSON.parse(readFileSync(out, 'utf8'))
  console.log(`# ${version.split('\n')[0]}`)
})
after(() => rmSync(base, { recursive: true, force: true }))

const placed = (found) => found.map(({ code, source, line, column }) => [code, source, line, column])

test('Neovim attaches the server and shows its diagnostics', { skip }, () => {
  assert.equal(results.failure, undefined)
  assert.deepEqual(placed(results.diagnostics), [
    ['missing-field', 'idea-files', 7, 5],
    ['field-form', 'idea-files', 9, 1],
  ])
})

test('Neovim sees the projects', { skip }, () => {
  assert.deepEqual(results.symbols, ['Harbor'])
})

test('Neovim applies the code action that one chooses', { skip }, () => {
  assert.ok(results.offered.includes(action), results.offered.join(', '))
  assert.equal(`${results.fixed.join('\n')}\n`, text.replace('-Description', '- Description'))
  assert.deepEqual(placed(results.left), [['missing-field', 'idea-files', 7, 5]])
})

test('Neovim completes a label', { skip }, () => {
  assert.ok(
    results.completion.some((label) => label.includes('Recommended Skills')),
    results.completion.join(', '),
  )
})

test('Neovim renames an idea with its entry', { skip }, () => {
  const fixed = text.replace('-Description', '- Description')
  assert.equal(
    `${results.renamed.join('\n')}\n`,
    fixed.replaceAll('Sign what is copied', 'Sign each copy').replace('#sign-what-is-copied', '#sign-each-copy'),
  )
})

test('Neovim stops the server', { skip }, () => {
  assert.equal(results.stopped, true)
})
