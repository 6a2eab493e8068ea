// usage: node scripts/test.mjs [check] [unit] [package] [editors] [editor]   Runs all the tests, or the parts named, and sums them up.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { layEditor, tests } from '../test/editor/parts.mjs'
import { createRunners } from '../test/editor/runners.mjs'
import { layNeovim } from '../test/editors/setup.mjs'
import { inOrder } from './inOrder.mjs'
import { install, must, Refusal, root, run, script } from './run.mjs'

// the tests keep nothing in the user's folders
process.env.IDEA_FILES_CACHE ??= join(root, 'build', 'cache')

const started = Date.now()
const seconds = () => `${Math.round((Date.now() - started) / 1000)} s`
const tool = (path) => join(root, 'node_modules', path)
const node = (say, ...args) => run(process.execPath, args, {}, say)
const print = (text) => process.stdout.write(text)
const nothing = { passed: 0, failed: 0, skipped: 0 }
const failure = { ...nothing, failed: 1 }
const sumOf = (tallies) =>
  Object.fromEntries(Object.keys(nothing).map((key) => [key, tallies.reduce((sum, tally) => sum + tally[key], 0)]))

/** A step that is a test of its own: it passes or it does not. */
const one = (name, work) => async (say) => {
  const code = await work(say)
  say(`${code === 0 ? 'ok' : 'not ok'} ${name} (${seconds()})\n`)
  return code === 0 ? { ...nothing, passed: 1 } : failure
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
const nodeTests = async (name, files, say) => {
  const tap = `build/${name}.tap`
  mkdirSync(join(root, 'build'), { recursive: true })
  rmSync(join(root, tap), { force: true })
  const reporters = ['spec', 'stdout', 'tap', tap]
  // Node would leave one core to itself, which on two cores is half of them
  const flags = [
    `--test-concurrency=${availableParallelism()}`,
    ...reporters.map((value, index) => `--test-reporter${index % 2 ? '-destination' : ''}=${value}`),
  ]
  const code = files.length > 0 ? await run(process.execPath, ['--test', ...flags, ...files], {}, say) : 'no test'
  const said = existsSync(join(root, tap)) ? readFileSync(join(root, tap), 'utf8') : ''
  const count = (word) => lastCount(said, new RegExp(`^# ${word} (\\d+)$`, 'gm'))
  const failed = count('fail') + count('cancelled')
  // A runner that failed without counting a failure (or ran nothing) has failed all the same.
  return { passed: count('pass'), failed: code === 0 ? failed : Math.max(1, failed), skipped: count('skipped') + count('todo') }
}

/** Lays what the later steps need, without a word: what fails here is said where it is needed. */
const layTools = async () => {
  const scripts = [...(isLinuxX64 ? ['test/editor/setup.mjs'] : []), 'test/editors/setup.mjs']
  for (const path of scripts) await run(process.execPath, [path], {}, () => undefined)
}

const unit = async (say) => {
  const isAlone = parts.every((part) => part === 'check' || part === 'unit')
  // laying mostly waits for the network
  const [tally] = await Promise.all([nodeTests('unit', testsIn('build/test'), say), isAlone || layTools()])
  return tally
}

const editors = async (say) => {
  await layNeovim()
  if (!existsSync(join(root, 'dist/cli.js'))) await must(process.execPath, ['scripts/build.mjs', '--prod'])
  return nodeTests('editors', ['test/editors/neovim.test.mjs'], say)
}

/** The parts of the editor's tests, or why there are none. */
const editorWorks = async () => {
  try {
    const tools = await layEditor({ isPacked: parts.includes('package') })
    const runPart = createRunners(tools)
    return tests.map((name) => (say) => runPart(name, say))
  } catch (error) {
    return [
      async (say) => {
        say(`not ok VS Code: ${error instanceof Refusal ? error.message : error.stack}\n`)
        return failure
      },
    ]
  }
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

/**
 * Stages, one after the other, of steps that run side by side: the part that names it, its title, and its works. Those of a stage with
 * one work take all cores.
 */
const stages = [
  [
    ['check', 'types', () => [one('types', (say) => node(say, tool('typescript/bin/tsc'), '-p', '.'))]],
    [
      'check',
      'format and lint',
      () => [one('format and lint', (say) => node(say, tool('@biomejs/biome/bin/biome'), 'check', '.'))],
    ],
    ['unit', 'build', () => [one('the build', (say) => node(say, 'scripts/build.mjs', '--prod', '--tests'))]],
  ],
  [['unit', 'unit tests, laws and protocol', () => [unit]]],
  [['package', 'VSIX', () => [one('the VSIX', (say) => node(say, 'scripts/package.mjs'))]]],
  [
    ['package', 'npm package, library, action', () => [(say) => nodeTests('package', testsIn('test/package'), say)]],
    ['editors', 'other editors', () => [editors]],
    ['editor', 'VS Code', editorWorks],
  ],
]

const named = process.argv.slice(2)
const parts = named.length > 0 ? named : ['check', 'unit', 'package', 'editors', 'editor']
const isWanted = ([part]) => parts.includes(part)

const skip = (title, say) => {
  say(`Skipped: ${hindered.get(title)}.\n`)
  return { ...nothing, skipped: 1 }
}

/** Its works, the first of which says the title. */
const worksOf = async ([, title, works]) => {
  const [first, ...more] = hindered.has(title) ? [(say) => skip(title, say)] : await works()
  const titled = (say) => {
    say(`\n# ${title}\n`)
    return first(say)
  }
  return [titled, ...more]
}

await script(async () => {
  await install(root)
  const tallies = []
  for (const stage of stages) {
    const works = []
    for (const step of stage.filter(isWanted)) works.push(...(await worksOf(step)))
    tallies.push(...(await inOrder(works, print)))
  }
  const sum = sumOf(tallies)
  console.log(`\n${seconds()} in all`)
  console.log(`${sum.passed} passed, ${sum.failed} failed${sum.skipped > 0 ? `, ${sum.skipped} skipped` : ''}`)
  for (const [title, why] of hindered) console.log(`Skipped here: ${title} (${why})`)
  process.exitCode = sum.failed > 0 || sum.passed === 0 ? 1 : 0
})
