// usage: npm run bench [--rounds 3] [--ours PATH]   Prints what a keystroke and an opening cost, next to other servers in the same run.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { join, resolve } from 'node:path'
import { performance } from 'node:perf_hooks'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { Client, sleep } from './client.mjs'
import { asJson, installPeers, peers } from './peers.mjs'
import { print } from './report.mjs'

const root = fileURLToPath(new URL('../../', import.meta.url))
const here = join(root, 'test', 'bench')
const folder = join(root, 'build', 'bench')
const option = (name, standard) => (process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : standard)
const rounds = Number(option('--rounds', '3'))
const cli = resolve(option('--ours', join(root, 'dist', 'cli.js')))
const say = (text) => process.stderr.write(`${text}\n`)

const SIZES = [
  { name: '38 KB', bytes: 38_000, findingsAtMost: 25 },
  { name: '160 KB', bytes: 160_000, findingsAtMost: 100 },
  { name: '1 MB', bytes: 1_000_000, findingsAtMost: 500 },
]
/** A server that is slow is stopped after this, so that the whole bench stays short. */
const EDITS = { count: 200, ms: 2000 }
const FEATURE_EDITS = { count: 100, ms: 1500 }
const CHOICE_EDITS = { count: 80, ms: 2000 }
const TOC_EDITS = { count: 40, ms: 1500 }

/** The request directly after a letter, at a mentor's entry below it, by its key in the report. */
const FEATURES = {
  hover: { method: 'textDocument/hover', placed: true },
  links: { method: 'textDocument/documentLink', placed: false },
}

const quantile = (values, share) => [...values].sort((a, b) => a - b)[Math.max(0, Math.ceil(share * values.length) - 1)]
const median = (values) => quantile(values, 0.5)

async function lists() {
  mkdirSync(folder, { recursive: true })
  const outfile = join(folder, 'lists.mjs')
  const entryPoints = [join(root, 'test', 'support', 'generatedList.ts')]
  await build({ entryPoints, outfile, bundle: true, format: 'esm', platform: 'node', logLevel: 'warning' })
  const { makeList } = await import(pathToFileURL(outfile).href)
  return SIZES.map((size) => {
    const text = makeList({ ...size, seed: 2026 })
    // A folder for each: some servers read all files next to the open one.
    const root = join(folder, size.name.replace(' ', ''))
    mkdirSync(root, { recursive: true })
    const list = { ...size, root, markdown: join(root, 'list.md'), json: join(root, 'list.json') }
    writeFileSync(list.markdown, text)
    writeFileSync(list.json, asJson(text))
    return list
  })
}

/** Places between two letters of prose, so that a letter typed there changes no markup; the same for every server and run. */
function places(text, line, within) {
  const found = []
  for (const { index, 0: whole } of text.matchAll(line)) {
    const [from, to] = within(whole)
    for (let at = index + from; at < index + to; at += 7) if (/^[a-z]{2}$/.test(text.slice(at - 1, at + 1))) found.push(at)
  }
  return (count) => found[(count * 7919) % found.length]
}
const prose = (text, form) =>
  form === 'json'
    ? places(text, /^ *"description": .{60,}$/gm, (line) => [30, line.length - 10])
    : places(text, /^- Description: .{60,}$/gm, (line) => [20, line.length - 4])
const entries = (text) => places(text, /^ *\* \[.+\]\(#.+\)$/gm, (line) => [line.indexOf('[') + 2, line.length - 2])

/** Types letters, and takes the time to the findings or to the answer that `ask` (offset, removed, inserted) waits for. */
async function keys(client, place, { count, ms }, ask = (...edit) => client.edit(...edit)) {
  const times = []
  const until = performance.now() + ms
  for (let typed = 0; typed < count && (typed < 5 || performance.now() < until); typed++) {
    // Letter in, letter out: the text stays as long as it was, and no place moves.
    const offset = place(typed >> 1)
    const { ms } = await (typed % 2 ? ask(offset, 1, '') : ask(offset, 0, 'x'))
    times.push(ms)
  }
  return { median: median(times), p95: quantile(times, 0.95), count: times.length }
}

/** What a feature costs directly after a letter. */
async function feature(client, place, { method, placed }) {
  const ask = (offset, removed, inserted) => {
    const position = placed ? client.position(client.text.indexOf('(@', offset) + 3) : undefined
    const params = { textDocument: { uri: client.uri }, position }
    return client.editThen(offset, removed, inserted, method, params).then(({ ms, result }) => {
      if (!result || result.length === 0) throw new Error(`${method} has no answer`)
      return { ms }
    })
  }
  return (await keys(client, place, FEATURE_EDITS, ask)).median
}

/** Where a list of suggestions opens, and what a person types there: a skill, a mentor, a label, a project. */
const CHOICES = [
  { line: /^- Recommended Skills: .+$/gm, at: (line) => line.length, typed: ', ' },
  { line: /^ +- .+@.+$/gm, at: (line) => line.indexOf('- ') + 2, typed: 'a' },
  { line: /^- Expected Outcome:.*$/gm, at: () => 2, typed: 'E' },
  { line: /^#### .+$/gm, at: (line) => line.indexOf(' ') + 1, typed: 'k' },
]

/** What it takes to have the list of suggestions just after an edit, each kind of place in its turn. */
async function choices(client, { count, ms }) {
  const template = client.text.indexOf('## Ideas')
  const places = CHOICES.map(({ line, at }) =>
    [...client.text.matchAll(line)].map(({ index, 0: whole }) => index + at(whole)).filter((place) => place > template),
  )
  const times = []
  const until = performance.now() + ms
  for (let turn = 0; turn < count && (turn < 8 || performance.now() < until); turn++) {
    const kind = turn % CHOICES.length
    const offset = places[kind][(turn * 7919) % places[kind].length]
    const { typed } = CHOICES[kind]
    const { ms, count } = await client.complete(offset, typed)
    if (count === 0) throw new Error(`nothing to choose behind "${typed}" at ${offset}`)
    times.push(ms)
    await client.edit(offset, typed.length, '')
  }
  return median(times)
}

/** The time to the edit that applies all safe fixes of the file. */
async function fixing(client) {
  const range = { start: client.position(0), end: client.position(client.text.length) }
  const context = { diagnostics: [], only: ['source.fixAll'] }
  const start = performance.now()
  const [action] = await client.request('textDocument/codeAction', { textDocument: { uri: client.uri }, range, context })
  const { edit } = action.edit ? action : await client.request('codeAction/resolve', action)
  if (!edit) throw new Error('nothing is mended')
  return performance.now() - start
}

/** Once more where a server does not come up: one of the peers hangs at times when it is started. */
const launch = ({ command, options }, root) =>
  Client.launch(command, root, options).catch(() => Client.launch(command, root, options))

/** One fresh process: what opening takes, what a letter costs, and how much memory it came to. */
async function round(server, list, last) {
  const client = await launch(server, list.root)
  try {
    const opened = await client.open(list[server.form], server.form)
    // No author types the moment a file is open: what a server cleans up after opening is not the cost of a keystroke.
    await sleep(200)
    const edit = await keys(client, prose(client.text, server.form), EDITS)
    const inToc = list.name === '160 KB' && server.form === 'markdown'
    const toc = inToc ? await keys(client, entries(client.text), TOC_EDITS) : null
    const features = {}
    if (server.featured) {
      for (const [key, each] of Object.entries(FEATURES))
        features[key] = await feature(client, prose(client.text, server.form), each)
    }
    const choose = server.featured ? await choices(client, CHOICE_EDITS) : null
    const peak = client.peak()
    const fix = server.featured ? await fixing(client) : null
    const check = server.form === 'json' ? ['"size": "', '"size": "vast '] : ['](#', '](#zz-']
    const follows = last ? await client.follows(...check) : null
    return {
      open: opened.ms,
      findings: opened.items.length,
      edit,
      toc,
      features,
      choose,
      fix,
      peak,
      follows,
      pulls: client.pulls,
    }
  } finally {
    await client.stop()
  }
}

const summary = (results) => ({
  open: median(results.map(({ open }) => open)),
  edit: median(results.map(({ edit }) => edit.median)),
  p95: median(results.map(({ edit }) => edit.p95)),
  toc: results[0].toc && median(results.map(({ toc }) => toc.median)),
  ...Object.fromEntries(
    Object.keys(FEATURES).map((key) => [key, results[0].features[key] && median(results.map(({ features }) => features[key]))]),
  ),
  choose: results[0].choose && median(results.map(({ choose }) => choose)),
  fix: results[0].fix && median(results.map(({ fix }) => fix)),
  peak: results[0].peak && median(results.map(({ peak }) => peak)),
  findings: results[0].findings,
  edits: results.reduce((sum, { edit }) => sum + edit.count, 0),
  pulls: results[0].pulls,
  follows: results.at(-1).follows,
})

const remark = (list) => {
  const run = (warm) =>
    JSON.parse(execFileSync(process.execPath, [join(here, 'remark.mjs'), list.markdown, warm], { encoding: 'utf8' }))
  const fresh = Array.from({ length: rounds - 1 }, () => run('0'))
  const last = run('2000')
  return { open: median([...fresh, last].map(({ fresh }) => fresh)), edit: last.warm }
}

async function measure(servers, list) {
  const results = new Map(servers.map(({ name }) => [name, []]))
  // Turn by turn, so that a busy minute of the machine falls on all alike.
  for (let turn = 1; turn <= rounds; turn++) {
    for (const server of servers.filter(({ name }) => results.has(name))) {
      try {
        results.get(server.name).push(await round(server, list, turn === rounds))
      } catch (error) {
        say(`${server.name} is left out at ${list.name}: ${error.message}`)
        results.delete(server.name)
      }
    }
  }
  return Object.fromEntries([...results].map(([name, found]) => [name, summary(found)]))
}

// Above 1 on two cores, others work on the machine, and the figures are theirs too.
const busy = () => loadavg()[0].toFixed(1)
const load = busy()
const start = performance.now()
const ours = {
  name: 'Idea Files',
  command: [process.execPath, cli, 'lsp', '--stdio'],
  form: 'markdown',
  featured: true,
}
const bare = { name: 'bare server, remark by section', command: [process.execPath, join(here, 'bare.mjs')], form: 'markdown' }
const servers = [ours, bare]
if (!existsSync(cli)) {
  say('Idea Files is left out: there is no dist/cli.js, `npm run build` writes it')
  servers.shift()
}
const installed = join(root, 'build', 'bench-peers')
if (installPeers(installed)) servers.push(...peers(installed))
else say('The peers are left out: npm could not install them')

const measured = []
for (const list of await lists()) {
  say(`measuring ${list.name} …`)
  const results = await measure(servers, list)
  measured.push({ ...list, results: { ...results, 'remark-parse alone, whole file': remark(list) } })
}
writeFileSync(join(folder, 'result.json'), `${JSON.stringify(measured, null, 2)}\n`)
const seconds = Math.round((performance.now() - start) / 1000)
const system = `node ${process.version}, ${process.platform} ${process.arch}, ${cpus().length} cores, load ${load} to ${busy()}`
print(measured, ours.name, `${system}; median of ${rounds} fresh processes; ${seconds} s`)
