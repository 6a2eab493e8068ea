import assert from 'node:assert/strict'
import test from 'node:test'
import { createIdentityCache } from '../../server/src/text/identityCache.ts'

test('identity cache: a value for an object, another after it is set again', () => {
  const cache = createIdentityCache<object, string>()
  const [one, two] = [{ name: 'same' }, { name: 'same' }]
  cache.set(one, 'first')
  assert.deepEqual([cache.get(one), cache.get(two)], ['first', undefined])
  cache.set(one, 'second')
  assert.equal(cache.get(one), 'second')
})

test('identity cache: two caches know nothing of each other', () => {
  const [a, b] = [createIdentityCache<object, number>(), createIdentityCache<object, number>()]
  const key = {}
  a.set(key, 1)
  b.set(key, 2)
  assert.deepEqual([a.get(key), b.get(key)], [1, 2])
})

test('identity cache: no copy, comparison or list of properties shows it', () => {
  const cache = createIdentityCache<object, number>()
  const key = { name: 'Ada' }
  cache.set(key, 1)
  assert.equal(cache.get({ ...key }), undefined)
  assert.equal(cache.get(structuredClone(key)), undefined)
  assert.deepEqual(key, { name: 'Ada' })
  assert.deepEqual([Reflect.ownKeys(key), JSON.stringify(key)], [['name'], '{"name":"Ada"}'])
})
