// usage: node scripts/laws.mjs [PATTERN] [--pieces 20] [--size 40] [--from 100]
// Runs the laws whose names match PATTERN at full size in pieces, one after the other, each with another seed (`--from`, and on): a piece tries
// `--size` times as many cases as a usual run. What fails is printed with its smallest case; all pieces are run. Builds the tests once, and runs a
// copy of them, so that the code can be changed meanwhile.
import { spawn } from 'node:child_process'
import { copyFileSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { must, root, script } from './run.mjs'

const args = process.argv.slice(2)
const option = (name, standard) => (args.includes(name) ? Number(args[args.indexOf(name) + 1]) : standard)
const pieces = option('--pieces', 20)
const size = option('--size', 40)
const from = option('--from', 100)
const pattern = args[0] === undefined || args[0].startsWith('--') ? '' : args[0]
// As deep as build/test/laws, from where the tests find the command line
const folder = join(root, 'build', 'laws', String(process.pid))

/** The failed tests of a report in TAP; the whole report if it has none. */
const failuresIn = (tap) => tap.match(/^not ok [\s\S]*?^ {2}\.\.\.$/gm)?.join('\n') ?? tap

/** Runs all files of tests with a seed; resolves to what failed, or to an empty text. */
const runPiece = (seed) =>
  new Promise((done) => {
    const files = readdirSync(folder).map((name) => join(folder, name))
    const options = ['--test', '--test-concurrency=1', '--test-reporter=tap', `--test-name-pattern=${pattern}`]
    const env = { ...process.env, LAWS: String(size), LAWS_SEED: String(seed) }
    const child = spawn(process.execPath, [...options, ...files], { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] })
    let said = ''
    child.stdout.on('data', (data) => {
      said += data
    })
    child.on('close', (code) => done(code === 0 ? '' : failuresIn(said)))
  })

await script(async () => {
  await must(process.execPath, ['scripts/build.mjs', '--tests'])
  mkdirSync(folder, { recursive: true })
  for (const name of readdirSync(join(root, 'build/test/laws')))
    copyFileSync(join(root, 'build/test/laws', name), join(folder, name))
  let failures = 0
  for (let seed = from; seed < from + pieces; seed++) {
    const started = Date.now()
    const failed = await runPiece(seed)
    if (failed !== '') failures++
    console.log(`${failed === '' ? 'ok' : `not ok\n${failed}\n`} seed ${seed} (${Math.round((Date.now() - started) / 1000)} s)`)
  }
  rmSync(folder, { recursive: true, force: true })
  console.log(`${pieces - failures} of ${pieces} pieces passed, ${size} times the usual cases each`)
  process.exitCode = failures > 0 ? 1 : 0
})
