// The npm package as one gets it: packed from a checkout as npm does it, laid into a folder without any registry, and used from there.
import assert from 'node:assert/strict'
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { npmCall } from '../../scripts/run.mjs'

const root = process.cwd()
const base = realpathSync(mkdtempSync(join(tmpdir(), 'idea-files-package-')))
const [checkout, user] = [join(base, 'checkout'), join(base, 'user')]
const installed = join(user, 'node_modules/idea-files')
const list = join(user, 'lfx-mentorship/2026/01-Mar-May/project_ideas.md')
const path = 'lfx-mentorship/2026/01-Mar-May/project_ideas.md'
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

const text = `### Harbor

#### Sign what is copied

- Description: Signatures travel along.
- Expected Outcome: They do.
- Recommended Skills: Go
- Mentor(s):
  - Ada Example (@ada, ada@example.org)
  - Ben Example (@ben, ben@example.org)
- Upstream Issue: TBD
`
const message = '"TBD" is not a link; expected the issue\'s URL, such as https://github.com/org/repo/issues/1.'

// What npm, which runs these tests, tells its scripts is nothing to the npm that is run here.
const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_(?!config_cache$)/i.test(name)))
const npm = (cwd, ...words) => {
  const { args, shell } = npmCall(words)
  return execFileSync('npm', args, { cwd, env, shell, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
}
const bin = (...words) => {
  const { args, shell } = npmCall(words)
  const command = join(user, 'node_modules/.bin/idea-files')
  return spawnSync(shell ? `"${command}"` : command, args, { cwd: user, shell, encoding: 'utf8' })
}

let printed = ''
before(() => {
  mkdirSync(checkout)
  for (const name of [
    'package.json',
    'package-lock.json',
    '.npmrc',
    '.npmignore',
    'README.md',
    'LICENSE',
    'scripts',
    'server',
    'client',
    'media',
    'schemas',
    'docs',
    'skills',
    'action.yml',
  ])
    cpSync(join(root, name), join(checkout, name), { recursive: true, preserveTimestamps: true })
  // a copy: npm may empty the folder, and must not reach the packages of this repository
  cpSync(realpathSync(join(root, 'node_modules')), join(checkout, 'node_modules'), {
    recursive: true,
    preserveTimestamps: true,
    verbatimSymlinks: true,
  })
  printed = npm(checkout, 'pack')
  mkdirSync(join(user, 'lfx-mentorship/2026/01-Mar-May'), { recursive: true })
  writeFileSync(list, text)
  writeFileSync(join(user, 'package.json'), '{ "name": "user", "private": true, "type": "module" }\n')
  npm(user, 'install', '--offline', '--ignore-scripts', '--no-audit', '--no-fund', join(checkout, `idea-files-${version}.tgz`))
})
after(() => rmSync(base, { recursive: true, force: true }))

test('npm pack builds, and prints the name of the file alone', () => {
  assert.equal(printed, `idea-files-${version}.tgz\n`)
})

test('the package holds the command line and the library, and needs no other', () => {
  const files = readdirSync(installed, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  assert.deepEqual(
    files
      .map((entry) =>
        join(entry.parentPath ?? entry.path, entry.name)
          .slice(installed.length + 1)
          .replaceAll('\\', '/'),
      )
      .sort(),
    [
      'LICENSE',
      'README.md',
      'dist/check.js',
      'dist/cli.js',
      'dist/library.d.mts',
      'dist/library.mjs',
      'dist/program.js',
      'dist/server.js',
      'package.json',
      'schemas/export.schema.json',
      'schemas/feed.schema.json',
      'skills/add-an-idea/SKILL.md',
    ],
  )
  assert.deepEqual(
    readdirSync(join(user, 'node_modules')).filter((name) => !name.startsWith('.')),
    ['idea-files'],
  )
})

test('the command runs from the package', () => {
  const { status, stdout, stderr } = bin('check', '.')
  assert.equal(stderr, '')
  assert.equal(status, 1)
  assert.equal(
    stdout,
    `${path} lfx-proposal
   11:19  error  upstream-url  ${message}

1 problem in 1 list: 1 error.
`,
  )
  assert.equal(bin('--version').stdout, `${version}\n`)
})

const frame = (body) => {
  const json = JSON.stringify({ jsonrpc: '2.0', ...body })
  return `Content-Length: ${Buffer.byteLength(json)}\r\n\r\n${json}`
}

/** Starts the server of the package, opens a list, and resolves to the first diagnostics that it publishes. */
const diagnostics = () =>
  new Promise((done, fail) => {
    const server = spawn(process.execPath, [join(installed, 'dist/cli.js'), 'lsp', '--stdio'], { cwd: user })
    let said = ''
    server.on('exit', (code) => fail(new Error(`the server ended with ${code}`)))
    server.stdout.setEncoding('utf8').on('data', (chunk) => {
      said += chunk
      const published = /\{[^\r\n]*"method":"textDocument\/publishDiagnostics"[^\r\n]*\}(?=Content-Length|$)/.exec(said)
      if (published === null) return
      done(JSON.parse(published[0]).params.diagnostics)
      server.kill()
    })
    const uri = 'file:///lists/lfx-mentorship/2026/01-Mar-May/project_ideas.md'
    server.stdin.write(frame({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } }))
    server.stdin.write(frame({ method: 'initialized', params: {} }))
    server.stdin.write(
      frame({ method: 'textDocument/didOpen', params: { textDocument: { uri, languageId: 'markdown', version: 1, text } } }),
    )
  })

test('the server starts from the package', { timeout: 30_000 }, async () => {
  const found = await diagnostics()
  assert.deepEqual(
    found.map(({ code, message: said, range }) => [code, said, range.start]),
    [['upstream-url', message, { line: 10, character: 18 }]],
  )
})

test('the server refuses words that it would ignore', () => {
  const { status, stdout, stderr } = bin('lsp', '--stdio', path)
  assert.deepEqual([status, stdout], [2, ''])
  assert.match(stderr, /^idea-files: lsp: unexpected argument \S+; the only option is --stdio\nTry 'idea-files lsp --help'\.\n$/)
})

const consumer = `import { check, type ExportedFile, exportIdeas, type Finding, type IdeaFile, readIdeaFile } from 'idea-files'

const file: IdeaFile = readIdeaFile(${JSON.stringify(text)}, { path: ${JSON.stringify(path)} })
const findings: readonly Finding[] = check(file)
const model: ExportedFile | null = exportIdeas(file)
const handles: readonly (string | null)[] =
  model?.projects.flatMap(({ ideas }) => ideas.flatMap(({ mentors }) => mentors.map(({ handle }) => handle))) ?? []
// @ts-expect-error a finding's severity is one of four words
const wrong: 'fatal' | undefined = findings[0]?.severity
// @ts-expect-error what was read does not change
file.text = ''
console.log(JSON.stringify({ findings, handles, wrong }))
`

const typeSettings = {
  bundler: ['--module', 'esnext', '--moduleResolution', 'bundler'],
  nodenext: ['--module', 'nodenext', '--moduleResolution', 'nodenext'],
}

for (const [name, settings] of Object.entries(typeSettings)) {
  test(`a program that uses the library has its types (${name})`, () => {
    writeFileSync(join(user, 'consumer.ts'), consumer)
    const tsc = join(root, 'node_modules/typescript/bin/tsc')
    const flags = [
      '--strict',
      '--exactOptionalPropertyTypes',
      '--skipLibCheck',
      'false',
      '--noEmit',
      '--target',
      'es2022',
      '--types',
      '',
    ]
    const { status, stdout } = spawnSync(process.execPath, [tsc, ...flags, ...settings, '--lib', 'es2022,dom', 'consumer.ts'], {
      cwd: user,
      encoding: 'utf8',
    })
    assert.equal(stdout, '')
    assert.equal(status, 0)
  })
}

test('the library finds and exports what the command line does', () => {
  const program = `
    import { check, exportIdeas, readIdeaFile } from 'idea-files'
    import { readFileSync } from 'node:fs'
    const file = readIdeaFile(readFileSync(${JSON.stringify(path)}, 'utf8'), { path: ${JSON.stringify(path)} })
    console.log(JSON.stringify({ findings: check(file), model: exportIdeas(file) }))
  `
  writeFileSync(join(user, 'program.js'), program)
  const { stdout, stderr } = spawnSync(process.execPath, ['program.js'], { cwd: user, encoding: 'utf8' })
  assert.equal(stderr, '')
  const { findings, model } = JSON.parse(stdout)
  assert.equal(findings.length, 1)
  assert.deepEqual(findings, JSON.parse(bin('check', '--format', 'json', path).stdout).files[0].findings)
  assert.deepEqual(model, JSON.parse(bin('export', path).stdout).files[0])
})

test('the example of docs/library.md runs', () => {
  const [, example] = /```ts\n([\s\S]*?)```/.exec(readFileSync(join(root, 'docs/library.md'), 'utf8'))
  mkdirSync(join(user, 'programs/summerofcode'), { recursive: true })
  writeFileSync(
    join(user, 'programs/summerofcode/2026.md'),
    text.replace('Go\n', 'Go\n- Expected project size: large (~350 hours)\n'),
  )
  writeFileSync(join(user, 'example.js'), example)
  const { stdout, stderr } = spawnSync(process.execPath, ['example.js'], { cwd: user, encoding: 'utf8' })
  rmSync(join(user, 'programs'), { recursive: true })
  assert.equal(stderr, '')
  assert.ok(stdout.includes(`12: error upstream-url: ${message}\n`), stdout)
  assert.match(stdout, /\nHarbor \[ 'Sign what is copied \(ada, ben\)' \]\n$/)
})

test('the library asks for nothing that only Node has', async () => {
  const { build } = await import('esbuild')
  const { warnings, metafile } = await build({
    entryPoints: [join(installed, 'dist/library.mjs')],
    bundle: true,
    platform: 'browser',
    format: 'esm',
    write: false,
    metafile: true,
    logLevel: 'silent',
  })
  assert.deepEqual(warnings, [])
  assert.deepEqual(
    Object.values(metafile.inputs).flatMap(({ imports }) => imports),
    [],
  )
})

/** Runs what action.yml runs, from the checkout, with these inputs. */
const action = (inputs) => {
  const given = Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`IDEA_FILES_${name}`, value]))
  return spawnSync(process.execPath, [join(checkout, 'scripts/action.mjs')], {
    cwd: user,
    env: { ...env, GITHUB_WORKSPACE: user, ...given },
    encoding: 'utf8',
  })
}

const annotation = `::error file=${path},line=11,col=19,endLine=11,endColumn=22,title=Idea Files%3A upstream-url::${message}\n`

test('the action builds from its checkout and annotates the lines', () => {
  rmSync(join(checkout, 'dist'), { recursive: true })
  const { status, stdout, stderr } = action({ PATHS: '.', FORMAT: 'github' })
  assert.deepEqual([status, stdout, stderr], [1, annotation, ''])
  assert.ok(existsSync(join(checkout, 'dist/cli.js')))
})

test('inputs of the action are values, whatever they hold', () => {
  const bad = '$(touch harm); `touch harm` && touch harm'
  const { status, stdout, stderr } = action({ PATHS: `${bad}\n--fix\n${path}\n`, FORMAT: 'github' })
  assert.equal(status, 2)
  assert.equal(stderr, '')
  assert.equal(
    stdout,
    `${annotation}::error file=${bad}::${bad}: no such file or folder\n::error file=--fix::--fix: no such file or folder\n`,
  )
  assert.match(
    action({ PATHS: '.', CHANGED_SINCE: '--output=harm' }).stderr,
    /requires a branch, tag or commit \(got "--output=harm"\)\n/,
  )
  assert.match(action({ PATHS: '.', PROFILE: bad }).stderr, /^idea-files: check: unknown profile "\$\(touch harm\);/)
  assert.equal(readFileSync(list, 'utf8'), text)
  assert.ok(!existsSync(join(user, 'harm')))
})

test('the action writes a report into a file, and checks tables of contents where it is asked to', () => {
  const { status, stdout } = action({ PATHS: '.', FORMAT: 'sarif', OUTPUT: 'report.sarif', TOC: 'true' })
  assert.deepEqual([status, stdout], [1, 'No tables of contents in 1 list.\n'])
  assert.equal(JSON.parse(readFileSync(join(user, 'report.sarif'), 'utf8')).runs[0].results.length, 1)
})

test('action.yml hands every input to the environment, and none to a shell', () => {
  const source = readFileSync(join(checkout, 'action.yml'), 'utf8')
  const [declared, runs] = source.split('\nruns:')
  const inputs = [...declared.matchAll(/^ {2}([a-z-]+):$/gm)].map(([, name]) => name)
  assert.deepEqual(inputs, [
    ...['paths', 'changed-since', 'format', 'output', 'max-warnings', 'profile', 'config', 'toc'],
    ...['summary', 'suggest', 'github-token'],
  ])
  const handed = [...source.matchAll(/^ {8}(IDEA_FILES_\w+): \$\{\{ inputs\.([a-z-]+) \}\}$/gm)]
  assert.deepEqual(
    handed.map(([, variable, name]) => [variable, name]),
    inputs.map((name) => [`IDEA_FILES_${name.toUpperCase().replaceAll('-', '_')}`, name]),
  )
  assert.equal(runs.match(/\$\{\{/g).length, handed.length)
})

test('npm package: a program is ASCII, of which V8 keeps one byte a character', () => {
  const folder = join(installed, 'dist')
  const programs = readdirSync(folder).filter((name) => /\.m?js$/.test(name))
  assert.ok(programs.includes('server.js') && programs.includes('program.js'), programs.join())
  assert.deepEqual(
    programs.filter((name) => /[^\0-\x7f]/.test(readFileSync(join(folder, name), 'utf8'))),
    [],
  )
})
