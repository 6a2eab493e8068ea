import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ownChoice } from '../../server/src/editing/learned/closedValues.ts'

test('own choice: a size of hours only, and one of words only', () => {
  const hours = ['350 hours', '175 hours']
  for (const [text, own] of [
    ['350h', '350 hours'],
    ['large (350 h)', 'large (350 h)'],
    ['large', 'large'],
    ['90 hours', '90 hours'],
  ] as const)
    assert.equal(ownChoice(text, hours), own)
  const words = ['Small', 'Large']
  assert.equal(ownChoice('small', words), 'Small')
  assert.equal(ownChoice('350 hours', words), '350 hours')
  assert.equal(ownChoice('large (350 h)', words), 'large (350 h)')
  assert.equal(ownChoice('medium', ['Medium (175 h)', 'Medium (350 h)']), 'medium', 'two of them say it')
  assert.equal(ownChoice('', ['Medium']), '')
})
