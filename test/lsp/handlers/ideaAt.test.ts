import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type IdeaAt, type IdeaAtParams, ideaAtRequest } from '../../../server/src/protocol/protocol.ts'
import { list } from '../../support/list.ts'
import { connect, rangeIn, timeout, uri } from '../../support/server.ts'

const paramsAt = (text: string, piece: string): IdeaAtParams => ({
  textDocument: { uri },
  position: rangeIn(text, piece, 1).start,
})

test('ideaAt: the idea at a position is that of the current text', { timeout }, async () => {
  const client = connect()
  await client.initialize()
  client.open(list)
  const ask = (text: string, piece: string): Promise<IdeaAt | null> => client.request(ideaAtRequest, paramsAt(text, piece))
  assert.equal((await ask(list, 'Sailors asked'))?.title, 'Show the tide')
  assert.equal((await ask(list, 'Write to us'))?.title, undefined)
  const edited = list.replace('#### Show the tide', '#### Show the ebb')
  client.notify('textDocument/didChange', { textDocument: { uri, version: 2 }, contentChanges: [{ text: edited }] })
  const shown = await ask(edited, 'Sailors asked')
  assert.equal(shown?.title, 'Show the ebb')
  assert.deepEqual(
    shown.findings.map(({ code }) => code),
    ['toc-entry-missing'],
  )
})

test('ideaAt: there is none in a document that is not open, nor at a place that is none', { timeout }, async () => {
  const client = connect()
  await client.initialize()
  assert.equal(await client.request(ideaAtRequest, paramsAt(list, 'Sailors asked')), null)
  client.open(list)
  for (const position of [undefined, null, {}, { line: -1, character: 0 }, { line: 1e9, character: 1e9 }, { line: 'x' }]) {
    const shown = await client.request<IdeaAt | null>(ideaAtRequest, { textDocument: { uri }, position })
    assert.equal(shown, null, JSON.stringify(position))
  }
})
