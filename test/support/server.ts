import { type ChildProcess, spawn } from 'node:child_process'
import { PassThrough, type Readable, type Writable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import {
  type ClientCapabilities,
  createConnection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type InitializeResult,
  type Message,
  type PublishDiagnosticsParams,
  type Range,
  type RequestMessage,
  type ResponseMessage,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver/node'
import { type Host, startServer } from '../../server/src/lsp/server.ts'

export const uri = 'file:///ideas/list.md'

/** In ms: ends a test whose server hangs; no test waits for it. */
export const timeout = 120_000

export const pullCapabilities: ClientCapabilities = { textDocument: { diagnostic: {} } }

/** What is sent: a request where it has an id, else a notification. */
interface Outgoing {
  readonly id?: number
  readonly method: string
  readonly params?: unknown
}

interface Waiter {
  readonly wants: (message: Message) => boolean
  readonly resolve: (message: Message) => void
}

/** A client that speaks over two streams and sends exactly what the test says, so that it can misbehave too. */
export class TestClient {
  /** Everything that came from the server, in order. */
  readonly received: Message[] = []
  /** What is answered to the server's own requests, by method; null to any other. */
  readonly answers = new Map<string, (params: never) => unknown>()
  readonly #out: Writable
  readonly #waiters = new Set<Waiter>()
  #id = 0

  constructor(input: Readable, output: Writable) {
    this.#out = output
    new StreamMessageReader(input).listen((message) => {
      this.received.push(message)
      if ('id' in message && 'method' in message) this.#reply(message as RequestMessage)
      for (const waiter of [...this.#waiters].filter(({ wants }) => wants(message))) {
        this.#waiters.delete(waiter)
        waiter.resolve(message)
      }
    })
  }

  /** Sends all messages in one chunk. */
  send(...messages: readonly Outgoing[]): void {
    const frames = messages.map((message) => {
      const body = JSON.stringify({ jsonrpc: '2.0', ...message })
      return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`
    })
    this.#out.write(frames.join(''))
  }

  notify(method: string, params: unknown): void {
    this.send({ method, params })
  }

  nextId(): number {
    return ++this.#id
  }

  /** The answer to request `id`, error or result. */
  async answer(id: number): Promise<ResponseMessage> {
    return (await this.#next((message) => 'id' in message && message.id === id && !('method' in message))) as ResponseMessage
  }

  /** The result of a request; an error is thrown. */
  async request<R>(method: string, params?: unknown): Promise<R> {
    const id = this.nextId()
    const answer = this.answer(id)
    this.send({ id, method, params })
    const { error, result } = await answer
    if (error) throw new Error(`${method}: ${error.code} ${error.message}`)
    return result as R
  }

  /** The next notification of this kind that is wanted. */
  async notification<P>(method: string, wanted: (params: P) => boolean = () => true): Promise<P> {
    const message = await this.#next((each) => isNotification<P>(each, method) && wanted(each.params))
    return (message as unknown as { params: P }).params
  }

  /** All notifications of this kind so far. */
  notifications<P>(method: string): readonly P[] {
    return this.received.filter((message) => isNotification<P>(message, method)).map((message) => message.params)
  }

  initialize(capabilities: ClientCapabilities = {}, initializationOptions?: unknown): Promise<InitializeResult> {
    const result = this.request<InitializeResult>('initialize', {
      processId: null,
      rootUri: null,
      capabilities,
      initializationOptions,
    })
    this.notify('initialized', {})
    return result
  }

  open(text: string, version = 1, at = uri): void {
    this.notify('textDocument/didOpen', { textDocument: { uri: at, languageId: 'markdown', version, text } })
  }

  close(at = uri): void {
    this.notify('textDocument/didClose', { textDocument: { uri: at } })
  }

  change(version: number, ...contentChanges: readonly TextDocumentContentChangeEvent[]): void {
    this.send(changeMessage(version, ...contentChanges))
  }

  /** Resolves with what is published for this version; to be called before the version is sent. */
  published(version: number): Promise<PublishDiagnosticsParams> {
    return this.notification<PublishDiagnosticsParams>('textDocument/publishDiagnostics', (params) => params.version === version)
  }

  pull(previousResultId?: string, of = uri): Promise<DocumentDiagnosticReport> {
    return this.request('textDocument/diagnostic', { textDocument: { uri: of }, identifier: 'idea-files', previousResultId })
  }

  async pulled(of = uri): Promise<readonly Diagnostic[]> {
    const report = await this.pull(undefined, of)
    return report.kind === 'full' ? report.items : []
  }

  #reply({ id, method, params }: RequestMessage): void {
    const result = this.answers.get(method)?.(params as never) ?? null
    // a promise that never ends is an answer that never comes
    void Promise.resolve(result).then((value) => this.#write({ id, result: value }))
  }

  #write(message: object): void {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message })
    this.#out.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`)
  }

  /** All requests of this kind that the server has sent so far. */
  requests<P>(method: string): readonly P[] {
    return this.received.flatMap((message) =>
      'method' in message && message.method === method && 'id' in message ? [(message as RequestMessage).params as P] : [],
    )
  }

  /** The next request of this kind that the server sends. */
  async asked<P>(method: string): Promise<P> {
    const message = await this.#next((each) => 'method' in each && each.method === method && 'id' in each)
    return (message as RequestMessage).params as P
  }

  #next(wants: (message: Message) => boolean): Promise<Message> {
    return new Promise((resolve) => this.#waiters.add({ wants, resolve }))
  }
}

export const changeMessage = (version: number, ...contentChanges: readonly TextDocumentContentChangeEvent[]): Outgoing => ({
  method: 'textDocument/didChange',
  params: { textDocument: { uri, version }, contentChanges },
})

const isNotification = <P>(message: Message, method: string): message is Message & { readonly params: P } =>
  'method' in message && message.method === method && !('id' in message)

/** A server in this process, at the other end of two streams. */
export function connect(host?: Host): TestClient {
  const [toServer, toClient] = [new PassThrough(), new PassThrough()]
  startServer(createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient)), host)
  return new TestClient(toClient, toServer)
}

export const command = fileURLToPath(new URL('../../../dist/cli.js', import.meta.url))

/** The real server in a process of its own; `flags` are Node's. */
export function launch(flags: readonly string[] = []): {
  readonly client: TestClient
  readonly process: ChildProcess
  readonly exited: Promise<number | null>
} {
  const child = spawn(process.execPath, [...flags, command, 'lsp', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] })
  const exited = new Promise<number | null>((resolve) => child.on('exit', resolve))
  return { client: new TestClient(child.stdout, child.stdin), process: child, exited }
}

/** The range of `needle` in `text`, counted in UTF-16; `length` characters of it. */
export function rangeIn(text: string, needle: string, length = needle.length): Range {
  const offset = text.indexOf(needle)
  const position = (at: number) => {
    const lines = text.slice(0, at).split(/\r\n|\n/)
    return { line: lines.length - 1, character: lines.at(-1)!.length }
  }
  return { start: position(offset), end: position(offset + length) }
}
