import type { Readable, Writable } from 'node:stream'
import {
  AbstractMessageReader,
  AbstractMessageWriter,
  type DataCallback,
  type Disposable,
  type Message,
  type MessageReader,
  type MessageWriter,
} from 'vscode-languageserver/node'

const headerEnd = '\r\n\r\n'

/** Reads messages of the Language Server Protocol. The library's own reader takes a turn of the event loop and five promises for each. */
export class StreamReader extends AbstractMessageReader implements MessageReader {
  readonly #stream: Readable
  #chunks: Buffer[] = []
  #length = 0
  /** How many bytes must have come before there is something to read: the length of a message whose header was read. */
  #needed = 1
  #bodyAt = 0

  constructor(stream: Readable) {
    super()
    this.#stream = stream
  }

  listen(callback: DataCallback): Disposable {
    const onData = (chunk: Buffer): void => this.#onData(chunk, callback)
    this.#stream.on('data', onData)
    this.#stream.on('error', (error) => this.fireError(error))
    this.#stream.on('close', () => this.fireClose())
    return { dispose: () => this.#stream.off('data', onData) }
  }

  #onData(chunk: Buffer, callback: DataCallback): void {
    this.#chunks.push(chunk)
    this.#length += chunk.length
    while (this.#length >= this.#needed) {
      const bytes = this.#chunks.length === 1 ? this.#chunks[0]! : Buffer.concat(this.#chunks)
      this.#chunks = [bytes]
      if (this.#bodyAt > 0) this.#readBody(bytes, callback)
      else if (!this.#readHeader(bytes)) return
    }
  }

  /** False if it is not complete. */
  #readHeader(bytes: Buffer): boolean {
    const end = bytes.indexOf(headerEnd)
    if (end < 0) return false
    const header = bytes.toString('latin1', 0, end)
    const bodyAt = end + headerEnd.length
    const length = /^content-length:[ \t]*(\d+)[ \t]*$/im.exec(header)?.[1]
    if (length === undefined) {
      this.fireError(new Error(`A message has no Content-Length: ${header}`))
      this.#keep(bytes.subarray(bodyAt))
      return true
    }
    this.#bodyAt = bodyAt
    this.#needed = bodyAt + Number(length)
    return true
  }

  #readBody(bytes: Buffer, callback: DataCallback): void {
    const body = bytes.toString('utf8', this.#bodyAt, this.#needed)
    this.#keep(bytes.subarray(this.#needed))
    try {
      callback(JSON.parse(body))
    } catch (error) {
      this.fireError(error)
    }
  }

  #keep(rest: Buffer): void {
    this.#chunks = rest.length > 0 ? [rest] : []
    this.#length = rest.length
    this.#needed = 1
    this.#bodyAt = 0
  }
}

/**
 * Writes each message at once and in one piece. The library's own writer writes its header first, which wakes up the client before
 * there is anything to read.
 */
export class StreamWriter extends AbstractMessageWriter implements MessageWriter {
  readonly #stream: Writable
  #errors = 0

  constructor(stream: Writable) {
    super()
    this.#stream = stream
    stream.on('error', (error) => this.fireError(error))
    stream.on('close', () => this.fireClose())
  }

  write(message: Message): Promise<void> {
    const body = JSON.stringify(message)
    const length = Buffer.byteLength(body)
    // what is ASCII needs no encoding
    const encoding = length === body.length ? 'latin1' : 'utf8'
    return new Promise((resolve, reject) => {
      this.#stream.write(`Content-Length: ${length}${headerEnd}${body}`, encoding, (error) => {
        if (!error) return resolve()
        this.fireError(error, message, ++this.#errors)
        reject(error)
      })
    })
  }

  end(): void {
    this.#stream.end()
  }
}
