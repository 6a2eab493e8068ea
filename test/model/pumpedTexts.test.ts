import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readSkills } from '../../server/src/model/fields/skills.ts'
import { isBulletOnlyPart } from '../../server/src/model/fields/valueParts.ts'
import { labelAt, lineLabels } from '../../server/src/model/labels/labelSyntax.ts'
import { readMentors } from '../../server/src/model/mentors/readMentors.ts'
import { cpuTime } from '../support/cpuTime.ts'

const whole = (text: string) => ({ start: 0, end: text.length })

/** What grows with the square of 30,000 characters takes at least twice as long. */
const maxMs = 250

const readers: Readonly<Record<string, (text: string) => unknown>> = {
  labels: (text) => [labelAt(text, 0, text.length), lineLabels(text, whole(text)), isBulletOnlyPart(`${text}x`)],
  mentors: (text) => readMentors(text, { span: whole(text), isSingleItem: false }, []),
  skills: (text) => readSkills(text, whole(text), false),
}

const pieces = [
  ' ',
  '*',
  '`',
  '_',
  '-',
  '- ',
  '•\n',
  '\r',
  '\r ',
  '\n',
  'a',
  'a.',
  'a_',
  'a@',
  '@a',
  '@a,',
  'a_at_',
  ' AT ',
  'a (dot) ',
]
const longer = [
  'Ada ',
  'Ada Fern, ',
  '@a @b ',
  '[',
  '[a](',
  '(',
  '<',
  '<!--',
  '~~a',
  '|-|\n',
  ' # ',
  'and ',
  'e.g. ',
  'a. ',
  '1. ',
  'github.com/a ',
]

for (const [name, read] of Object.entries(readers))
  test(`${name}: no repeated text takes more than linear time`, () => {
    for (const piece of [...pieces, ...longer]) {
      const text = `(${piece.repeat(30_000 / piece.length)}!`
      const time = (): number => cpuTime(() => void read(text))
      const first = time()
      // a slow first run may be the compiler's or the collector's
      const fastest = first < maxMs ? first : Math.min(time(), time())
      assert.ok(fastest < maxMs, `${JSON.stringify(piece)}: ${fastest} ms`)
    }
  })
