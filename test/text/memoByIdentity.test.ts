import assert from 'node:assert/strict'
import { test } from 'node:test'
import { memoByIdentity } from '../../server/src/text/memoByIdentity.ts'

test('memoByIdentity: computes once for each object, also for equal ones', () => {
  const calls: unknown[] = []
  const doubled = memoByIdentity((key: { readonly n: number }) => {
    calls.push(key)
    return { n: 2 * key.n }
  })
  const [a, b] = [{ n: 1 }, { n: 1 }]
  assert.equal(doubled(a), doubled(a))
  assert.notEqual(doubled(a), doubled(b))
  assert.deepEqual(doubled(b), { n: 2 })
  assert.deepEqual(calls, [a, b])
})
