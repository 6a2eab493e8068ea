import assert from 'node:assert/strict'
import test from 'node:test'
import { memoByText } from '../../server/src/text/memoByText.ts'

test('memo by text: computes a text once, a long one each time', () => {
  const computed: string[] = []
  const lengthOf = memoByText((text) => {
    computed.push(text)
    return text.length
  })
  const long = 'x'.repeat(300)
  assert.deepEqual([lengthOf('ab'), lengthOf('ab'), lengthOf(long), lengthOf(long), lengthOf('')], [2, 2, 300, 300, 0])
  assert.deepEqual(computed, ['ab', long, long, ''])
})

test('memo by text: remembers null', () => {
  let count = 0
  const none = memoByText(() => {
    count++
    return null
  })
  assert.deepEqual([none('a'), none('a'), count], [null, null, 1])
})

test('memo by text: forgets instead of growing without end', () => {
  let count = 0
  const same = memoByText((text) => {
    count++
    return text
  })
  for (let index = 0; index < 1000; index++) same(`text ${index}`)
  assert.equal(same('text 0'), 'text 0')
  assert.equal(count, 1000)
  same('one more')
  assert.equal(same('text 0'), 'text 0')
  assert.equal(count, 1002)
})
