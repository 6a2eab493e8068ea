import assert from 'node:assert/strict'
import { test } from 'node:test'
import { placeAt, withCursor } from '../support/cursor.ts'
import { list } from '../support/list.ts'

const kinds: readonly (readonly [string, string])[] = [
  ['$0# Ideas for the summer', 'outside'],
  ['Write $0to us.', 'outside'],
  ['[Show $0the tide]', 'toc-text'],
  ['(#show-$0the-tide)', 'toc-anchor'],
  ['$0- [Jaeger]', 'toc-entry'],
  ['#### Idea $0title', 'template'],
  ['### Har$0bor\n\n####', 'project-heading'],
  ['### Harbor\n$0\n####', 'project'],
  ['#### Read $0old logs', 'idea-heading'],
  ['#### Read old logs\n$0\n', 'idea'],
  ['- Expected O$0utcome: a page', 'field-label'],
  ['$0- Expected Outcome: a page', 'field'],
  ['- Expected Outcome: a $0page', 'value'],
  ['- Expected project size: la$0rge', 'size'],
  ['  - Bo R$0eed (@bo-reed, bo@example.org)', 'mentor'],
  ['Go, Type$0Script', 'skill'],
  ['harbor/issu$0es/12', 'link'],
  ['😀 T$0BD', 'value'],
]

for (const [place, kind] of kinds) {
  test(`nodeAt: ${JSON.stringify(place)} is ${kind}`, () => {
    assert.equal(placeAt(withCursor(list, place)).kind, kind)
  })
}

test('nodeAt: says whose it is', () => {
  const place = placeAt(withCursor(list, '  - Di $0Holm (@di-holm, di@example.org)'))
  assert.ok(place.kind === 'mentor')
  assert.equal(place.mentor.name, 'Di Holm')
  assert.equal(place.field.key, 'mentors')
  assert.equal(place.idea.idea.heading?.text, 'Read old logs')
  assert.equal(place.project.name, 'Harbor')
})

test('nodeAt: finds no node in a file that is not a list', () => {
  assert.equal(placeAt('# A rea$0dme').kind, 'outside')
})
