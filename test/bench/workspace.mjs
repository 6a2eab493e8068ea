// usage: node test/bench/workspace.mjs [--ours PATH]   Prints what a workspace of 50 lists costs: loading, memory, typing meanwhile, the check.
import { spawnSync } from 'node:child_process'
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { performance } from 'node:perf_hooks'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { Client, sleep } from './client.mjs'
import { installPeers } from './peers.mjs'

const root = fileURLToPath(new URL('../../', import.meta.url))
const folder = join(root, 'build', 'bench')
const place = join(folder, 'workspace')
const alone = join(folder, 'alone')
const option = (name, standard) => (process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : standard)
const cli = resolve(option('--ours', join(root, 'dist', 'cli.js')))
const command = [process.execPath, cli, 'lsp', '--stdio']
const typed = 'programs/summerofcode/2026.md'
/** Where runs keep what later ones can use. */
const kept = join(folder, 'kept')
process.env.IDEA_FILES_CACHE = kept

async function generated() {
  const outfile = join(folder, 'workspace.mjs')
  const entryPoints = [join(root, 'test', 'support', 'generatedWorkspace.ts')]
  await build({ entryPoints, outfile, bundle: true, format: 'esm', platform: 'node', logLevel: 'warning' })
  const { makeWorkspace } = await import(pathToFileURL(outfile).href)
  const files = makeWorkspace(1)
  rmSync(place, { recursive: true, force: true })
  for (const [path, text] of files) {
    mkdirSync(dirname(join(place, path)), { recursive: true })
    writeFileSync(join(place, path), text)
  }
  mkdirSync(join(alone, dirname(typed)), { recursive: true })
  writeFileSync(join(alone, typed), files.get(typed))
  return files
}

const quantile = (values, share) => [...values].sort((a, b) => a - b)[Math.max(0, Math.ceil(share * values.length) - 1)]

/** Resolves when the server says that it has loaded a folder. */
const loaded = (client) =>
  new Promise((resolve) => {
    const receive = client.receive.bind(client)
    client.receive = (message) => {
      if (message.method === 'window/logMessage' && /: found [\d,]+ ideas? in /.test(message.params.message))
        resolve(message.params.message)
      receive(message)
    }
  })

/** Types as a fast person does, a letter in and out, until `stop` or for so many keys. */
async function type(client, gap, count, done = () => false) {
  const at = client.text.indexOf('- Description: ') + 30
  const times = []
  for (let key = 0; key < count && !done(); key++) {
    const { ms } = await (key % 2 ? client.edit(at, 1, '') : client.edit(at, 0, 'x'))
    times.push(ms)
    await sleep(gap)
  }
  if (times.length % 2) await client.edit(at, 1, '')
  return times
}

const shown = (times) =>
  `median ${quantile(times, 0.5).toFixed(2)} ms, 95 % ${quantile(times, 0.95).toFixed(2)} ms (${times.length} keys)`

/** The milliseconds that a server's main thread was on a processor: the same on a busy machine; null if the system does not tell. */
function busy(client) {
  const { pid } = client.process
  try {
    return Number(readFileSync(`/proc/${pid}/task/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6
  } catch {
    return null
  }
}

/** From the start of a fresh process to a complete index, and its memory. */
async function loading() {
  const start = performance.now()
  // an editor that restores a window opens its list at once
  const client = await Client.launch(command, place, { settled: 0 })
  const whole = loaded(client)
  await client.open(join(place, typed), 'markdown')
  const said = await whole
  const time = performance.now() - start
  const worked = busy(client)
  await sleep(500)
  const peak = client.peak()
  await client.stop()
  return { time, worked, peak, said }
}

/** Typing right after opening: with 50 lists that load meanwhile, or with none. */
async function typing(root, gap, keys) {
  // with what is kept, nothing would be loading for long
  const client = await Client.launch([...command, '--no-cache'], root)
  let isDone = false
  loaded(client).then(() => {
    isDone = true
  })
  await client.open(join(root, typed), 'markdown')
  const during = await type(client, gap, keys, () => keys === Number.POSITIVE_INFINITY && isDone)
  await client.stop()
  return during
}

const files = await generated()
const bytes = [...files.values()].reduce((sum, text) => sum + text.length, 0)
console.log(`${files.size} lists, ${(bytes / 1e6).toFixed(2)} million characters; load ${loadavg()[0].toFixed(1)}`)

for (let round = 0; round < 6; round++) {
  // the second session of each two finds what the first has kept
  if (round % 2 === 0) rmSync(kept, { recursive: true, force: true })
  const { time, worked, peak, said } = await loading()
  console.log(
    `${round % 2 === 0 ? 'first' : 'second'} session: complete ${Math.round(time)} ms after the start (asked: 2,000; ${Math.round(worked)} ms of work), ${Math.round(peak)} MB (250); ${said.replace(/^\S+ /, '')}`,
  )
}
for (const gap of [30, 80]) {
  const busy = []
  const idle = []
  // turn by turn, so that a busy minute of the machine falls on both alike
  for (let round = 0; round < 4; round++) {
    const times = await typing(place, gap, Number.POSITIVE_INFINITY)
    busy.push(...times)
    idle.push(...(await typing(alone, gap, times.length)))
  }
  const ratio = quantile(busy, 0.5) / quantile(idle, 0.5)
  console.log(
    `a key every ${gap} ms while it loads: ${shown(busy)}; with nothing to load: ${shown(idle)}; ${ratio.toFixed(2)} times (1.5)`,
  )
}

/** What all children that have ended were on processors, in ms (10 at a time); null if the system does not tell. */
function workOfChildren() {
  try {
    const [user, system] = readFileSync('/proc/self/stat', 'utf8').split(') ').at(-1).split(' ').slice(13, 15)
    return (Number(user) + Number(system)) * 10
  } catch {
    return null
  }
}

/** One run of a program on the workspace: what a person waits, and what the processors do. */
function run([program, ...args]) {
  const before = workOfChildren()
  const start = performance.now()
  const { stdout } = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 1e8 })
  const time = performance.now() - start
  return { time, worked: before === null ? null : workOfChildren() - before, last: stdout.trim().split('\n').at(-1) }
}

const forget = () => rmSync(kept, { recursive: true, force: true })
const ourCheck = [process.execPath, cli, 'check', place]
const rumdl = join(root, 'build', 'bench-peers', 'node_modules', '@rumdl', 'cli-linux-x64', 'rumdl')
const theirCache = ['--cache-dir', join(folder, 'rumdl')]
const checks = {
  'without the cache': { command: [...ourCheck, '--no-cache'] },
  'first run': { command: ourCheck, before: forget },
  'second run': { command: ourCheck },
  'after an edit of one list': {
    command: ourCheck,
    before: () => appendFileSync(join(place, typed), '\n<!-- an edit -->\n'),
  },
  'an empty process': { command: [process.execPath, '-e', ''] },
  ...(installPeers(join(root, 'build', 'bench-peers')) &&
    existsSync(rumdl) && {
      'rumdl without its cache': { command: [rumdl, 'check', '--no-config', '--no-cache', place] },
      'rumdl, second run': {
        command: [rumdl, 'check', '--no-config', ...theirCache, place],
        before: () => spawnSync(rumdl, ['check', '--no-config', ...theirCache, place]),
      },
    }),
}

const times = new Map(Object.keys(checks).map((name) => [name, []]))
// turn by turn, so that a busy minute of the machine falls on all alike
for (let round = 0; round < 5; round++) {
  for (const [name, { command, before }] of Object.entries(checks)) {
    before?.()
    times.get(name).push(run(command))
  }
}
console.log('check of all lists, whole process, medians of 5:')
for (const [name, runs] of times) {
  const [time, worked] = [runs.map(({ time }) => time), runs.map(({ worked }) => worked)].map((each) => quantile(each, 0.5))
  console.log(`  ${name}: ${Math.round(time)} ms, ${worked} ms of work; ${runs.at(-1).last}`)
}
console.log(`load ${loadavg()[0].toFixed(1)}`)
