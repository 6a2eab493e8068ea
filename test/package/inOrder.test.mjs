import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inOrder } from '../../scripts/inOrder.mjs'

const settled = () => new Promise((done) => setImmediate(done))

/** Works by name: each says that it began, and ends, saying so, when `end` names it. */
const heldWorks = (names) => {
  const begun = []
  const ends = new Map()
  const works = names.map((name) => async (say) => {
    begun.push(name)
    say(`${name} began`)
    await new Promise((done) => ends.set(name, done))
    say(`${name} ended`)
    return name
  })
  const end = async (name) => {
    ends.get(name)()
    await settled()
  }
  return { works, begun, end }
}

test('inOrder: two works run at a time, and are read in their order', async () => {
  const { works, begun, end } = heldWorks(['a', 'b', 'c', 'd'])
  const read = []
  const results = inOrder(works, (text) => read.push(text), 2)
  assert.deepEqual(begun, ['a', 'b'])
  assert.deepEqual(read, ['a began'])
  await end('b')
  await end('c')
  assert.deepEqual(begun, ['a', 'b', 'c', 'd'])
  assert.deepEqual(read, ['a began'])
  await end('a')
  assert.deepEqual(read, ['a began', 'a ended', 'b began', 'b ended', 'c began', 'c ended', 'd began'])
  await end('d')
  assert.equal(read.at(-1), 'd ended')
  assert.deepEqual(await results, ['a', 'b', 'c', 'd'])
})

test('inOrder: on one core one work runs at a time, and a failure is that of all', async () => {
  const { works, begun, end } = heldWorks(['a', 'b'])
  const results = inOrder(works, () => undefined, 1)
  assert.deepEqual(begun, ['a'])
  await end('a')
  await end('b')
  assert.deepEqual(await results, ['a', 'b'])
  await assert.rejects(
    inOrder([() => Promise.reject(new Error('no window'))], () => undefined, 1),
    /no window/,
  )
})
