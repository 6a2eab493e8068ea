// usage: node scripts/test.mjs [check] [unit] [package] [editors] [editor]   Runs all the tests, or the parts named, and sums them up.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { layNeovim } from '../test/editors/setup.mjs'
import { install, must, root, run, script } from './run.mjs'

// the tests keep nothing in the user's folders
process.env.IDEA_FILES_CACHE ??= join(root, 'build', 'cache')

const started = Date.now()
const seconds = () => `${Math.round((Date.now() - started) / 1000)} s`
const tool = (path) => join(root, 'node_modules', path)
const node = (...args) => run(process.execPath, args)

/** A step that is a test of its own: it passes or it does not. */
const one = (name, work) => async () => {
  const code = await work()
  console.log(`${code === 0 ? 'ok' : 'not ok'} ${name} (${seconds()})`)
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 }
}

const testsIn = (folder) =>
  existsSync(join(root, folder))
    ? readdirSync(join(root, folder), { recursive: true })
        .map((path) => join(folder, path))
        .filter((path) => path.endsWith('.test.mjs'))
        .sort()
    : []

const lastCount = (text, pattern) => Number([...text.matchAll(pattern)].at(-1)?.[1] ?? 0)

/** Runs files of Node's test runner and counts what became of their tests. */
const nodeTests = async (name, files) => {
  const tap = `build/${name}.tap`
  mkdirSync(join(root, 'build'), { recursive: true })
  rmSync(join(root, tap), { force: true })
  const reporters = ['spec', 'stdout', 'tap', tap]
  // Node would leave one core to itself, which on two cores is half of them
  const flags = [
    `--test-concurrency=${availableParallelism()}`,
    ...reporters.map((value, index) => `--test-reporter${index % 2 ? '-destination' : ''}=${value}`),
  ]
  const code = files.length > 0 ? await node('--test', ...flags, ...files) : 'no test'
  const said = existsSync(join(root, tap)) ? readFileSync(join(root, tap), 'utf8') : ''
  const count = (word) => lastCount(said, new RegExp(`^# ${word} (\\d+)$`, 'gm'))
  const failed = count('fail') + count('cancelled')
  // A runner that failed without counting a failure (or ran nothing) has failed all the same.
  return { passed: count('pass'), failed: code === 0 ? failed : Math.max(1, failed), skipped: count('skipped') + count('todo') }
}

const editors = async () => {
  if (!existsSync(join(root, 'dist/cli.js'))) await must(process.execPath, ['scripts/build.mjs', '--prod'])
  await layNeovim()
  return nodeTests('editors', ['test/editors/neovim.test.mjs'])
}

const editor = async () => {
  const results = join(root, 'build/editor.json')
  rmSync(results, { force: true })
  const code = await node('test/editor/run.mjs', ...(parts.includes('package') ? ['--packed'] : []))
  const { passed, failed } = existsSync(results) ? JSON.parse(readFileSync(results, 'utf8')) : { passed: 0, failed: 0 }
  return { passed, failed: code === 0 ? failed : Math.max(1, failed), skipped: 0 }
}

const isLinuxX64 = process.platform === 'linux' && process.arch === 'x64'
const hasNode24 = Number(process.versions.node.split('.')[0]) >= 24

/** Steps that cannot run here, and why. */
const hindered = new Map([
  ...(isLinuxX64 || hasNode24 ? [] : [['VSIX', 'packing needs Node.js 24']]),
  ...(isLinuxX64
    ? []
    : [['VS Code', 'serving it needs Linux on x64; `npm run test:desktop` runs its suite in a desktop VS Code']]),
])

const steps = [
  ['check', 'types', one('types', () => node(tool('typescript/bin/tsc'), '-p', '.'))],
  ['check', 'format and lint', one('format and lint', () => node(tool('@biomejs/biome/bin/biome'), 'check', '.'))],
  ['unit', 'build', one('the build', () => node('scripts/build.mjs', '--prod', '--tests'))],
  ['unit', 'unit tests, laws and protocol', () => nodeTests('unit', testsIn('build/test'))],
  ['package', 'VSIX', one('the VSIX', () => node('scripts/package.mjs'))],
  ['package', 'npm package, library, action', () => nodeTests('package', testsIn('test/package'))],
  ['editors', 'other editors', editors],
  ['editor', 'VS Code', editor],
]
const named = process.argv.slice(2)
const parts = named.length > 0 ? named : ['check', 'unit', 'package', 'editors', 'editor']

await script(async () => {
  await install(root)
  const sum = { passed: 0, failed: 0, skipped: 0 }
  for (const [part, title, step] of steps) {
    if (!parts.includes(part)) continue
    console.log(`\n# ${title}`)
    const hindrance = hindered.get(title)
    if (hindrance !== undefined) console.log(`Skipped: ${hindrance}.`)
    const result = hindrance === undefined ? await step() : { passed: 0, failed: 0, skipped: 1 }
    for (const key of Object.keys(sum)) sum[key] += result[key]
  }
  console.log(`\n${seconds()} in all`)
  console.log(`${sum.passed} passed, ${sum.failed} failed${sum.skipped > 0 ? `, ${sum.skipped} skipped` : ''}`)
  for (const [title, why] of hindered) console.log(`Skipped here: ${title} (${why})`)
  process.exitCode = sum.failed > 0 || sum.passed === 0 ? 1 : 0
})
