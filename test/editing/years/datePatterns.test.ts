import assert from 'node:assert/strict'
import { test } from 'node:test'
import { datesIn } from '../../../server/src/editing/years/datePatterns.ts'

const found = (text: string): readonly string[] => datesIn(text).map(({ start, end }) => text.slice(start, end))

test('dates: with weekdays, years, times and ranges', () => {
  assert.deepEqual(found('| project proposals | Thur July 27, 5:00 PM PDT |'), ['Thur July 27, 5:00 PM PDT'])
  assert.deepEqual(found('| open | Wed Aug 2 - Tues 15, 5:00 PM PDT |'), ['Wed Aug 2 - Tues 15, 5:00 PM PDT'])
  assert.deepEqual(found('| review | Wed Aug 16 - Tues Aug 29, 5:00 PM PDT |'), ['Wed Aug 16 - Tues Aug 29, 5:00 PM PDT'])
  assert.deepEqual(found('Mon Sept 4 (Week 1)'), ['Mon Sept 4'])
  assert.deepEqual(found('by Thursday, July 27, 2023.'), ['Thursday, July 27, 2023'])
  assert.deepEqual(found('ideas close on 3 February, and evaluations'), ['3 February'])
  assert.deepEqual(found('from 2025-02-03 to 2025-03-01, or 2/3/2025'), ['2025-02-03 to 2025-03-01', '2/3/2025'])
})

test('dates: months, terms and versions are none', () => {
  for (const text of [
    '2023 September - November',
    'March to May',
    'You may 3 times',
    'version 1.2.3',
    'Term 03 - 2023',
    'a 175 hour project',
  ]) {
    assert.deepEqual(found(text), [], text)
  }
})
