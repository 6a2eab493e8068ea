import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withoutMistypedKeys } from '../../server/src/config/issueMessages.ts'

type Issue = Parameters<typeof withoutMistypedKeys>[0][number]

const missing = (...path: readonly string[]) =>
  ({ code: 'invalid_type', expected: 'string', input: undefined, path, message: '' }) as unknown as Issue
const unknown = (...path: readonly string[]) =>
  ({ code: 'unrecognized_keys', keys: ['labl'], input: {}, path, message: '' }) as unknown as Issue

test('issues: a missing key next to an unknown one is not reported, elsewhere it is', () => {
  const [typo, other, top] = [unknown('fields', '0'), missing('fields', '1', 'label'), missing('label')]
  assert.deepEqual(withoutMistypedKeys([missing('fields', '0', 'label'), typo, other, top]), [typo, other, top])
})

test('issues: each of them is looked at a few times, however many there are', () => {
  let looks = 0
  const counted = (issue: Issue): Issue =>
    new Proxy(issue, {
      get(target, key) {
        if (key === 'code') looks++
        return Reflect.get(target, key)
      },
    })
  const issues = Array.from({ length: 300 }, (_, index) => [
    missing('fields', `${index}`, 'label'),
    unknown('fields', `${index}`),
  ])
  assert.equal(withoutMistypedKeys(issues.flat().map(counted)).length, 300)
  assert.ok(looks <= 4 * 600, `${looks} looks at 600 issues`)
})
