import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { performance } from 'node:perf_hooks'
import { pathToFileURL } from 'node:url'
import { readMessages, writeMessage } from './framing.mjs'

export const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

const LIMIT = 15_000
const CANCELLED = [-32800, -32801, -32802]
const CAPABILITIES = {
  general: { positionEncodings: ['utf-16'] },
  workspace: { configuration: true, workspaceFolders: true, diagnostics: { refreshSupport: true } },
  textDocument: {
    synchronization: { dynamicRegistration: true },
    publishDiagnostics: { versionSupport: true, relatedInformation: true, codeDescriptionSupport: true, dataSupport: true },
    diagnostic: { dynamicRegistration: true, relatedDocumentSupport: true },
    completion: { completionItem: { snippetSupport: true, insertTextModeSupport: { valueSet: [1, 2] } }, contextSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    documentLink: { tooltipSupport: true },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['source.fixAll'] } } },
  },
}

/** A language server in a process of its own with one open document, as an editor would hold it. */
export class Client {
  static async launch(command, root, { initializationOptions, settings, settled = 300 } = {}) {
    const client = new Client(command, root)
    const folder = { uri: pathToFileURL(root).href, name: 'bench' }
    const params = { processId: process.pid, rootUri: folder.uri, workspaceFolders: [folder], capabilities: CAPABILITIES }
    const answer = await client.request('initialize', { ...params, initializationOptions }).catch((error) => {
      client.process.kill('SIGKILL')
      throw error
    })
    client.capabilities = answer.capabilities
    client.notify('initialized', {})
    if (settings) client.notify('workspace/didChangeConfiguration', { settings })
    // Some servers ask for their configuration now; what that takes is not part of opening a file.
    await sleep(settled)
    return client
  }

  constructor([program, ...args], root) {
    this.pending = new Map()
    this.registered = new Set()
    this.published = { version: 0, items: [] }
    this.process = spawn(program, args, { cwd: root, stdio: ['pipe', 'pipe', 'ignore'] })
    this.process.stdin.on('error', () => {})
    this.exited = new Promise((resolve) => {
      this.process.on('exit', resolve)
      this.process.on('error', resolve)
    })
    this.exited.then((code) => {
      for (const { reject } of this.pending.values()) reject(new Error(`the server has ended (${code})`))
    })
    readMessages(this.process.stdout, (message) => this.receive(message))
  }

  receive({ id, method, params, result, error }) {
    if (method === undefined) {
      const waiting = this.pending.get(id)
      this.pending.delete(id)
      if (error) waiting?.reject(Object.assign(new Error(error.message), { code: error.code }))
      else waiting?.resolve(result)
    } else if (method === 'textDocument/publishDiagnostics') {
      // A server that names no version answers in order, so that its word counts for the latest text.
      this.published = { version: params.version ?? this.version, items: params.diagnostics, at: performance.now() }
      this.onPublish?.()
    } else if (id !== undefined) {
      if (method === 'client/registerCapability') for (const { method } of params.registrations) this.registered.add(method)
      const answer = method === 'workspace/configuration' ? params.items.map(() => null) : null
      writeMessage(this.process.stdin, { id, result: answer })
    }
  }

  notify(method, params) {
    writeMessage(this.process.stdin, { method, params })
  }

  request(method, params) {
    this.lastId = (this.lastId ?? 0) + 1
    const id = this.lastId
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`no answer to ${method}`)), LIMIT)
      const settle = (then) => (value) => {
        clearTimeout(timer)
        then(value)
      }
      this.pending.set(id, { resolve: settle(resolve), reject: settle(reject) })
      writeMessage(this.process.stdin, { id, method, params })
    })
  }

  get pulls() {
    return this.capabilities.diagnosticProvider !== undefined || this.registered.has('textDocument/diagnostic')
  }

  /** The findings on the current text, and when they came. */
  async diagnostics() {
    if (!this.pulls) {
      const timer = setTimeout(() => this.onPublish?.(new Error('no diagnostics')), LIMIT)
      await new Promise((resolve, reject) => {
        this.onPublish = (late) => (late ? reject(late) : this.published.version >= this.version && resolve())
        this.onPublish()
      }).finally(() => clearTimeout(timer))
      return { at: this.published.at, items: this.published.items }
    }
    const params = { textDocument: { uri: this.uri }, identifier: this.capabilities.diagnosticProvider?.identifier }
    for (;;) {
      try {
        const report = await this.request('textDocument/diagnostic', params)
        return { at: performance.now(), items: report.items }
      } catch (error) {
        if (!CANCELLED.includes(error.code)) throw error
      }
    }
  }

  async open(path, languageId) {
    this.uri = pathToFileURL(path).href
    this.text = readFileSync(path, 'utf8')
    this.version = 1
    const start = performance.now()
    this.notify('textDocument/didOpen', { textDocument: { uri: this.uri, languageId, version: 1, text: this.text } })
    const { at, items } = await this.diagnostics()
    return { ms: at - start, items }
  }

  /** Replaces a stretch of the text; the time runs from sending the edit to having the findings on the new text. */
  async edit(offset, removed, inserted) {
    const start = this.change(offset, removed, inserted)
    const { at, items } = await this.diagnostics()
    return { ms: at - start, items }
  }

  /** The same until the answer to a request that is sent directly after the edit. */
  async editThen(offset, removed, inserted, method, params) {
    const start = this.change(offset, removed, inserted)
    const result = await this.request(method, params)
    return { ms: performance.now() - start, result }
  }

  /** Types a text; the time runs from sending it to the list of suggestions after it. */
  async complete(offset, inserted) {
    const { line, character } = this.position(offset)
    const position = { line, character: character + inserted.length }
    const start = this.change(offset, 0, inserted)
    const context = { triggerKind: 2, triggerCharacter: inserted.at(-1) }
    const answer = await this.request('textDocument/completion', { textDocument: { uri: this.uri }, position, context })
    return { ms: performance.now() - start, count: answer?.items.length ?? 0 }
  }

  /** Sends an edit; gives the time at which it was sent. */
  change(offset, removed, inserted) {
    const range = { start: this.position(offset), end: this.position(offset + removed) }
    this.text = this.text.slice(0, offset) + inserted + this.text.slice(offset + removed)
    this.version++
    const sync = this.capabilities.textDocumentSync
    const incremental = (sync?.change ?? sync) === 2
    const contentChanges = [incremental ? { range, text: inserted } : { text: this.text }]
    const start = performance.now()
    this.notify('textDocument/didChange', { textDocument: { uri: this.uri, version: this.version }, contentChanges })
    return start
  }

  position(offset) {
    let line = 0
    let start = 0
    for (let at = this.text.indexOf('\n'); at >= 0 && at < offset; at = this.text.indexOf('\n', at + 1)) {
      line++
      start = at + 1
    }
    return { line, character: offset - start }
  }

  /** Whether a defect brings another answer and its repair the first one back. */
  async follows(before, after) {
    const reported = (items) => JSON.stringify(items.map(({ range, message }) => `${range.start.line} ${message}`).sort())
    const settled = async (edit) => {
      await edit
      await sleep(200)
      return reported((await this.diagnostics()).items)
    }
    const offset = this.text.indexOf(before)
    const first = await settled()
    const broken = await settled(this.edit(offset, before.length, after))
    const fixed = await settled(this.edit(offset, after.length, before))
    return first !== broken && first === fixed
  }

  /** The most memory that the server ever held, in MB; null where the system does not tell. */
  peak() {
    try {
      return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${this.process.pid}/status`, 'utf8'))[1]) / 1024
    } catch {
      return null
    }
  }

  async stop() {
    const timer = setTimeout(() => this.process.kill('SIGKILL'), 2000)
    await this.request('shutdown', null).catch(() => {})
    this.notify('exit')
    await this.exited
    clearTimeout(timer)
  }
}
