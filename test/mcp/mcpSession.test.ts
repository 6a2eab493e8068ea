import assert from 'node:assert/strict'
import { PassThrough } from 'node:stream'
import { test } from 'node:test'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { nodeIo } from '../../server/src/cli/io/nodeIo.ts'
import { type MessageLine, messageLines } from '../../server/src/mcp/messageLines.ts'
import { serveMcp } from '../../server/src/mcp/serveMcp.ts'
import { textStreams } from '../../server/src/platform/textStreams.ts'
import { good } from '../support/goodList.ts'

const request = (id: number, method: string, params: object): string =>
  `${JSON.stringify({ jsonrpc: '2.0', id, method, params })}\n`

/** A server on streams: `ask` sends lines, and resolves to as many answers. */
function startServer() {
  const [input, output] = [new PassThrough(), new PassThrough({ encoding: 'utf8' })]
  const done = serveMcp(textStreams(input, output), nodeIo(), '1.0.0')
  const answers = messageLines(output)
  return {
    ask: async (text: string, count: number): Promise<readonly string[]> => {
      input.write(text)
      const found: string[] = []
      while (found.length < count) {
        const { value } = await answers.next()
        found.push('text' in value ? value.text : '')
      }
      return found
    },
    stop: async () => {
      input.end()
      await done
    },
  }
}

test('mcpSession: what is no request is answered as JSON-RPC asks, and the server goes on', async () => {
  const server = startServer()
  const sent = [
    '{ no json',
    '[]',
    '{"jsonrpc":"1.0","id":4,"method":"ping"}',
    '{"jsonrpc":"2.0","method":"notifications/initialized"}',
    '{"jsonrpc":"2.0","id":5,"result":{}}',
    '{"jsonrpc":"2.0","id":6,"method":"resources/list"}',
    '{"jsonrpc":"2.0","id":7,"method":"tools/call","params":{}}',
    'x'.repeat(4_000_001),
    '{"jsonrpc":"2.0","id":"a","method":"ping"}',
  ]
  const answers = await server.ask(`${sent.join('\n\n')}\n`, 7)
  assert.deepEqual(
    answers.map((text) => {
      const { id, error, result } = JSON.parse(text)
      return [id, error?.code ?? result]
    }),
    [
      [null, -32700],
      [null, -32600],
      [4, -32600],
      [6, -32601],
      [7, -32602],
      [null, -32600],
      ['a', {}],
    ],
  )
  await server.stop()
})

test('mcpSession: an unknown version of the protocol is answered with the newest known one', async () => {
  const server = startServer()
  const versions = await server.ask(
    ['1999-01-01', '2024-11-05'].map((protocolVersion, id) => request(id, 'initialize', { protocolVersion })).join(''),
    2,
  )
  assert.deepEqual(
    versions.map((text) => JSON.parse(text).result.protocolVersion),
    ['2025-11-25', '2024-11-05'],
  )
  await server.stop()
})

test('mcpSession: answers are bounded and say what was left out', async () => {
  const server = startServer()
  const ideas = Array.from(
    { length: 400 },
    (_, index) => `#### Idea number ${index}\n\n- Description: Something.\n- Mentors: Ada\n`,
  )
  const noisy = `# Ideas\n\n### Harbor\n\n${ideas.join('\n')}`
  const [answer = ''] = await server.ask(
    request(1, 'tools/call', { name: 'check_ideas', arguments: { text: noisy, program: 'gsoc' } }),
    1,
  )
  const [part] = JSON.parse(answer).result.content
  assert.ok(part.text.length <= 20_000, String(part.text.length))
  assert.match(part.text, /\n\d+ more problems left out\. Fix these, then check again\.$/)
  await server.stop()
})

test('mcpSession: a thousand calls hold their memory', async () => {
  setFlagsFromString('--expose-gc')
  const collect: () => void = runInNewContext('gc')
  const heap = (): number => {
    collect()
    return process.memoryUsage().heapUsed
  }
  const server = startServer()
  const callMany = async (from: number, count: number): Promise<void> => {
    for (let id = from; id < from + count; id++) {
      const name = id % 4 === 0 ? 'apply_safe_fixes' : 'check_ideas'
      const [answer = ''] = await server.ask(
        request(id, 'tools/call', { name, arguments: { text: `${good}\n<!-- ${id} -->\n` } }),
        1,
      )
      assert.equal(JSON.parse(answer).id, id)
    }
  }
  await callMany(0, 100)
  const before = heap()
  await callMany(100, 900)
  const grown = heap() - before
  assert.ok(grown < 8_000_000, `${grown} bytes more`)
  await server.stop()
})

test('messageLines: lines across chunks, line ends of Windows, a last line without an end', async () => {
  async function* chunks() {
    yield 'a'
    yield 'b\r\nc\n\n'
    yield 'd'
  }
  const found: MessageLine[] = []
  for await (const line of messageLines(chunks())) found.push(line)
  assert.deepEqual(found, [{ text: 'ab' }, { text: 'c' }, { text: 'd' }])
})
