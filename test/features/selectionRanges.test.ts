import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { selectionsAt, withCursor } from '../support/cursor.ts'
import { list } from '../support/list.ts'
import { runs } from '../support/runs.ts'

const whole = '# Ideas for the summer … '
const harbor = '### Harbor … - Upstream Issue (URL): https://github.com/harbor-light/harbor/issues/13'
const tide = '#### Show the tide … - Upstream Issue (URL): https://github.com/harbor-light/harbor/issues/12'
const grown = (place: string) => selectionsAt(withCursor(list, place))

test('selectionRange: grows from a word of a value to the file', () => {
  assert.deepEqual(grown('Sailors as$0ked for it.'), [
    'asked',
    'The lamp shows how high the water stands. …   Sailors asked for it.',
    '- Description: The lamp shows how high the water stands. …   Sailors asked for it.',
    tide,
    harbor,
    whole,
  ])
})

test('selectionRange: takes a mentor and a skill on the way', () => {
  const mentors = ['- Ada Fern (@ada-fern, ada@example.org) - primary …   - Bo Reed (@bo-reed, bo@example.org)']
  const [word, mentor, , field] = grown('@ada-f$0ern')
  assert.equal(word, 'fern')
  assert.match(mentor!, /^(?:- )?Ada Fern \(@ada-fern, ada@example\.org\) - primary$/)
  assert.equal(field, `- Mentor(s): … ${mentors[0]!.split(' … ')[1]}`)
  assert.deepEqual(grown('Go, Type$0Script').slice(0, 3), [
    'TypeScript',
    'Go, TypeScript and CSS',
    '- Recommended Skills: Go, TypeScript and CSS',
  ])
})

test('selectionRange: takes a label, a heading and a link', () => {
  assert.deepEqual(grown('- Expected Out$0come: a page').slice(0, 3), [
    'Outcome',
    'Expected Outcome',
    '- Expected Outcome: a page with a curve',
  ])
  assert.deepEqual(grown('#### Show the $0tide').slice(0, 4), ['tide', 'Show the tide', '#### Show the tide', tide])
  assert.deepEqual(grown('### Har$0bor\n'), ['Harbor', '### Harbor', harbor, whole])
  assert.equal(grown('harbor/issues/$012')[1], 'https://github.com/harbor-light/harbor/issues/12')
})

test('selectionRange: grows through the table of contents and the template', () => {
  assert.deepEqual(grown('[Show $0the tide]').slice(0, 3), ['the', 'Show the tide', '- [Show the tide](#show-the-tide)'])
  const [, anchor] = grown('(#read-$0old-logs)')
  assert.equal(anchor, 'read-old-logs')
  const template = grown('what is to be $0built')
  assert.deepEqual(template.slice(0, 2), ['built', '- Description: what is to be built'])
  assert.equal(template.at(-1), whole)
  assert.equal(template.length, 4)
})

test('selectionRange: grows from a word to its line to the file outside the ideas', () => {
  assert.deepEqual(grown('How to take $0part'), ['part', 'How to take part is written elsewhere.', whole])
})

test('selectionRange: answers with the place alone in a file that is not a list', () => {
  assert.deepEqual(selectionsAt('# A rea$0dme\n'), [''])
  assert.deepEqual(selectionsAt('$0'), [''])
})

test('selectionRange: every place has an answer that grows', () => {
  fc.assert(
    fc.property(fc.nat(list.length), (offset) => {
      const selections = selectionsAt(`${list.slice(0, offset)}$0${list.slice(offset)}`)
      assert.equal(selections.at(-1), whole)
    }),
    runs(100),
  )
})
