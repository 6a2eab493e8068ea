// usage: npm run bench -- growth [--families WORDS] [--sizes 62,125,250,1000] [--ours PATH]
// Prints how the time of `check` and of the server's slowest answer grows with the length of texts that are hard on it (families.mjs).
// Asked: 1 MB under 3 s, no answer over 2 s, exponent at most 1.3 from 250 KB to 1 MB. A time is what a person waits or what all threads use,
// if that is less: V8's own threads make no one wait, and other programs do not count.
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { performance } from 'node:perf_hooks'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { families } from './families.mjs'
import { readMessages, writeMessage } from './framing.mjs'

const root = fileURLToPath(new URL('../../', import.meta.url))
const option = (name, standard) => (process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : standard)
const cli = resolve(option('--ours', join(root, 'dist', 'cli.js')))
const sizes = option('--sizes', '62,125,250,1000').split(',').map(Number)
const wanted = option('--families', '')
const folder = join(root, 'build', 'bench', `growth-${process.pid}`, 'programs', 'summerofcode')
const path = join(folder, '2026.md')
/** A measurement is given up after this. */
const maxMs = 120_000

/** The time of `check` in ms; null if it took too long or failed. */
function checkMs() {
  return new Promise((done) => {
    const start = performance.now()
    const child = spawn(process.execPath, ['--require', join(root, 'test/bench/cpuAtExit.cjs'), cli, 'check', path], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    })
    let cpu = ''
    child.stdio[3].on('data', (data) => {
      cpu += data
    })
    const timer = setTimeout(() => child.kill('SIGKILL'), maxMs)
    child.on('close', (code) => {
      clearTimeout(timer)
      done(code === 0 || code === 1 ? Math.min(Number(cpu) / 1000, performance.now() - start) : null)
    })
  })
}

/** CPU time that a process has used, in ms, where the system tells (Linux); else the time of day. */
function usedMs(pid) {
  const stat = `/proc/${pid}/stat`
  if (!existsSync(stat)) return performance.now()
  const values = readFileSync(stat, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ')
  return (Number(values[11]) + Number(values[12])) * 10
}

/** A server with one open document; `slowest` is the answer that took longest. */
class Server {
  slowest = { ms: 0, what: '' }
  #pending = new Map()
  #id = 0

  constructor() {
    this.process = spawn(process.execPath, [cli, 'lsp', '--stdio'], { stdio: ['pipe', 'pipe', 'ignore'] })
    this.process.stdin.on('error', () => {})
    readMessages(this.process.stdout, (message) => {
      if (message.method === undefined) this.#pending.get(message.id)?.(message)
      else if (message.id !== undefined) writeMessage(this.process.stdin, { id: message.id, result: null })
    })
  }

  notify(method, params) {
    writeMessage(this.process.stdin, { method, params })
  }

  request(method, params) {
    const id = ++this.#id
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`no answer to ${method}`)), maxMs)
      this.#pending.set(id, ({ result, error }) => {
        clearTimeout(timer)
        if (error) reject(new Error(`${method}: ${error.message}`))
        else resolve(result)
      })
      writeMessage(this.process.stdin, { id, method, params })
    })
  }

  /** Asks, and notes how much time that took. */
  async timed(what, method, params) {
    const [start, before] = [performance.now(), usedMs(this.process.pid)]
    const result = await this.request(method, params)
    const ms = Math.min(performance.now() - start, usedMs(this.process.pid) - before)
    if (ms > this.slowest.ms) this.slowest = { ms, what }
    return result
  }
}

const capabilities = {
  workspace: { workspaceEdit: { documentChanges: true } },
  textDocument: {
    diagnostic: {},
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: [''] } },
      dataSupport: true,
      resolveSupport: { properties: ['edit'] },
    },
  },
}

/** The slowest of what an editor asks for: opening, typing, moving the cursor, choosing fixes. Null if an answer never came. */
async function slowestAnswer(text) {
  const server = new Server()
  try {
    const folderUri = pathToFileURL(folder).href
    await server.request('initialize', { processId: process.pid, rootUri: folderUri, capabilities })
    server.notify('initialized', {})
    const textDocument = { uri: pathToFileURL(path).href }
    const lines = text.split('\n')
    const middle = { line: Math.floor(lines.length / 2), character: 3 }
    const whole = { start: { line: 0, character: 0 }, end: { line: lines.length, character: 0 } }
    server.notify('textDocument/didOpen', { textDocument: { ...textDocument, languageId: 'markdown', version: 1, text } })
    await server.timed('problems', 'textDocument/diagnostic', { textDocument })
    for (const method of ['documentSymbol', 'foldingRange', 'documentLink'])
      await server.timed(method, `textDocument/${method}`, { textDocument })
    for (const method of ['hover', 'completion', 'definition', 'prepareRename'])
      await server.timed(method, `textDocument/${method}`, { textDocument, position: middle })
    for (const [version, added] of ['x', '#', '\n'].entries()) {
      const range = { start: middle, end: middle }
      server.notify('textDocument/didChange', {
        textDocument: { ...textDocument, version: version + 2 },
        contentChanges: [{ range, text: added }],
      })
      await server.timed(`problems after typing ${JSON.stringify(added)}`, 'textDocument/diagnostic', { textDocument })
    }
    const cursor = { start: middle, end: middle }
    const context = { diagnostics: [] }
    await server.timed('code actions of a line', 'textDocument/codeAction', { textDocument, range: cursor, context })
    const actions = await server.timed('code actions of the list', 'textDocument/codeAction', {
      textDocument,
      range: whole,
      context,
    })
    const source = await server.timed('source actions', 'textDocument/codeAction', {
      textDocument,
      range: whole,
      context: { ...context, only: ['source'] },
    })
    for (const action of [...(actions ?? []).slice(0, 1), ...(actions ?? []).slice(-1), ...(source ?? [])])
      await server.timed(action.title.slice(0, 40), 'codeAction/resolve', action)
    return server.slowest
  } catch (error) {
    return { ms: null, what: error.message }
  } finally {
    server.process.kill('SIGKILL')
  }
}

const shown = (ms) => (ms === null ? '–' : ms.toFixed(0)).padStart(8)
const exponent = (from, to, factor) => (from && to ? (Math.log(to / from) / Math.log(factor)).toFixed(1) : '–').padStart(9)

mkdirSync(folder, { recursive: true })
console.log(
  `${'ms of `check`'.padEnd(36)}${sizes.map((size) => `${size} KB`.padStart(8)).join('')} exponent | slowest answer at ${sizes.at(-1)} KB`,
)
let isFine = true
for (const [name, family] of Object.entries(families).filter(([name]) => name.includes(wanted))) {
  const times = []
  for (const size of sizes) {
    writeFileSync(path, family(size * 1000))
    times.push(await checkMs())
    if (times.at(-1) === null) break
  }
  const last = times.length === sizes.length ? times.at(-1) : null
  const before = sizes.length > 1 ? (times[sizes.length - 2] ?? null) : null
  const grown = exponent(before, last, sizes.at(-1) / sizes.at(-2))
  const answer = await slowestAnswer(family(sizes.at(-1) * 1000))
  const isSlow = last === null || last > 3000 || Number(grown) > 1.3 || answer.ms === null || answer.ms > 2000
  if (isSlow) isFine = false
  const row = sizes.map((_, index) => shown(times[index] ?? null)).join('')
  console.log(`${name.padEnd(36)}${row}${grown} | ${shown(answer.ms)} ${answer.what}${isSlow ? '   SLOW' : ''}`)
}
rmSync(join(root, 'build', 'bench', `growth-${process.pid}`), { recursive: true, force: true })
process.exitCode = isFine ? 0 : 1
