import assert from 'node:assert/strict'
import test from 'node:test'
import { readMentors } from '../../../server/src/model/mentors/readMentors.ts'
import { placedMentor, readRepeatedPart } from '../../../server/src/model/mentors/repeatedMentors.ts'

const entries = [
  'Ada Fern (@ada, ada@example.org) - primary, from Example',
  'Ada Fern, ada AT example DOT org; Bo Reed (@@bo)',
  '(@ada) Ada Fern',
  '**Ada Fern**\n  Bo Reed',
]

test('repeated mentors: as if read at their place, and the same again elsewhere', () => {
  for (const entry of entries)
    for (const before of ['', 'Mentors: ', '##### A title\n\n- Mentors: '])
      for (const isSingleItem of [true, false]) {
        const text = `${before}${entry}\n- Skills: Go`
        const source = { span: { start: before.length, end: before.length + entry.length }, isSingleItem }
        assert.deepEqual(
          readRepeatedPart(text, source).mentors.map((mentor) => placedMentor(mentor, source.span.start)),
          readMentors(text, source, []),
          `${isSingleItem} ${text}`,
        )
      }
})
