import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fieldKey } from '../../../server/src/model/labels/aliases.ts'
import { mayBeIdeaList } from '../../../server/src/model/profiles/mayBeIdeaList.ts'

const looks = (text: string): boolean => mayBeIdeaList(text, 'ideas.md')

test('mayBeIdeaList: the cheap look passes every form of a mentors label that the reader takes', () => {
  const labels = ['Mentor', 'Mentors', 'Mentor(s)', 'Mentors(s)', 'Likely mentors', 'Co-Mentor(s)', 'Primary Mentor', 'MENTORS']
  for (const label of labels) assert.equal(fieldKey(label), 'mentors', label)
  const forms = [
    '- L: Ann',
    '* **L**: Ann',
    '* **L:** Ann',
    '1. L:',
    '- L',
    '- L\r',
    '  - L:',
    '-L: Ann',
    'L: Ann',
    '- _L_ : Ann',
    '- L： Ann',
    '- L - Ann',
    '+ L',
  ]
  for (const label of labels)
    for (const form of forms) assert.ok(looks(`# a\n${form.replace('L', label)}\nmore`), form.replace('L', label))
})

test('mayBeIdeaList: prose about mentors does not start a server', () => {
  const prose = [
    'thanks to my mentor.',
    'our mentors are great',
    'The mentor *really* helped',
    'We look for mentors: write to us',
    '[Mentors](#mentors)',
    'mentorship: a year',
  ]
  for (const text of prose) assert.equal(looks(`# a\n\n${text}\n`), false, text)
})

test("mayBeIdeaList: a programme's path is enough, whatever the text", () => {
  assert.ok(mayBeIdeaList('', 'programs/summerofcode/2026.md'))
  assert.ok(mayBeIdeaList('', 'programs\\lfx-mentorship\\2026\\01-Mar-May\\README.md'))
  assert.equal(mayBeIdeaList('', 'docs/2026.md'), false)
})
