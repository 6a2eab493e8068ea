import assert from 'node:assert/strict'
import { PassThrough } from 'node:stream'
import { test } from 'node:test'
import { type Message, StreamMessageReader } from 'vscode-languageserver/node'
import { StreamReader, StreamWriter } from '../../server/src/platform/messageStreams.ts'

const frame = (body: string, header = `Content-Length: ${Buffer.byteLength(body)}`): string => `${header}\r\n\r\n${body}`

/** What a reader makes of chunks of bytes: messages, and the texts of errors. */
function readChunks(...chunks: readonly Buffer[]): { readonly messages: unknown[]; readonly errors: string[] } {
  const input = new PassThrough()
  const reader = new StreamReader(input)
  const read = { messages: [] as unknown[], errors: [] as string[] }
  reader.onError((error) => read.errors.push(error.message))
  reader.listen((message) => read.messages.push(message))
  for (const chunk of chunks) input.emit('data', chunk)
  return read
}

const twoMessages = frame('{"id":1,"text":"é…🪐"}') + frame('{"id":2}')
const asRead = [{ id: 1, text: 'é…🪐' }, { id: 2 }]

test('StreamReader: reads all messages of a chunk', () => {
  assert.deepEqual(readChunks(Buffer.from(twoMessages)), { messages: asRead, errors: [] })
})

test('StreamReader: a chunk may end anywhere, also in a character', () => {
  const bytes = Buffer.from(twoMessages)
  for (let at = 1; at < bytes.length; at++) {
    assert.deepEqual(readChunks(bytes.subarray(0, at), bytes.subarray(at)).messages, asRead, `cut at ${at}`)
  }
  assert.deepEqual(readChunks(...Array.from(bytes, (byte) => Buffer.of(byte))).messages, asRead)
})

test('StreamReader: takes other header fields, and names in any case', () => {
  const header = 'content-type: application/vscode-jsonrpc; charset=utf-8\r\ncontent-length:2'
  assert.deepEqual(readChunks(Buffer.from(frame('{}', header))).messages, [{}])
})

test('StreamReader: reports a header without a length and text that is not JSON, and reads on', () => {
  const { messages, errors } = readChunks(Buffer.from(`Content-Size: 2\r\n\r\n${frame('{"broken"')}${frame('{"id":3}')}`))
  assert.deepEqual(messages, [{ id: 3 }])
  assert.equal(errors.length, 2)
  assert.match(errors[0]!, /Content-Size: 2/)
})

test('StreamReader: reports when its stream closes, and stops when disposed', async () => {
  const input = new PassThrough()
  const reader = new StreamReader(input)
  const messages: Message[] = []
  const closed = new Promise<void>((resolve) => reader.onClose(() => resolve()))
  reader.listen((message) => messages.push(message)).dispose()
  input.write(frame('{"id":1}'))
  input.destroy()
  await closed
  assert.deepEqual(messages, [])
})

test('StreamWriter: writes a message in one piece, which the library reads', async () => {
  const output = new PassThrough()
  const pieces: Buffer[] = []
  const messages: Message[] = []
  output.on('data', (piece: Buffer) => pieces.push(piece))
  new StreamMessageReader(output).listen((message) => messages.push(message))
  const writer = new StreamWriter(output)
  const sent = [
    { jsonrpc: '2.0', result: 'plain' },
    { jsonrpc: '2.0', result: 'é…🪐' },
  ]
  for (const message of sent) await writer.write(message)
  assert.equal(pieces.length, 2)
  while (messages.length < sent.length) await new Promise(setImmediate)
  assert.deepEqual(messages, sent)
})

test('StreamWriter: reports that it cannot write', async () => {
  const output = new PassThrough()
  const writer = new StreamWriter(output)
  const errors: string[] = []
  writer.onError(([error]) => errors.push(error.message))
  writer.end()
  await assert.rejects(writer.write({ jsonrpc: '2.0' }), /write after end/)
  assert.ok(errors.some((message) => message.includes('write after end')))
})
