import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mentorFormat } from '../../../server/src/rules/mentorFormat.ts'
import { checkFirstFixes, lint, read } from '../../support/checkRule.ts'

const gsoc = { path: 'programs/summerofcode/2026.md', rules: [mentorFormat] }

const list = (mentors: string): string =>
  `#### Harbor\n\n##### Sign what is copied\n- Description: Signatures travel along.\n${mentors}\n- Upstream Issue (URL): https://github.com/goharbor/harbor/issues/1\n`

/** Name and handle of the people in an entry, by itself in an item and after the label. */
function check(entry: string, people: readonly (readonly [string, string | null])[]): void {
  test(`names: ${entry}`, () => {
    for (const field of [`- Mentor(s):\n  - ${entry}`, `- Mentor(s): ${entry}`]) {
      const [idea] = read(list(field), gsoc.path).projects[0]!.ideas
      assert.deepEqual(
        idea!.idea.mentors.map(({ name, handle }) => [name, handle]),
        people,
      )
    }
  })
}

check('And Grove (@and-grove, and@example.org)', [['And Grove', 'and-grove']])
check('[@Ada Fern](https://github.com/ada)', [['Ada Fern', 'ada']])
check('Andy Grove (@andy, andy@example.org)', [['Andy Grove', 'andy']])
check('Ada Fern (@ada) and And Grove (@and-grove)', [
  ['Ada Fern', 'ada'],
  ['And Grove', 'and-grove'],
])
check('Ada Fern (@ada), And Grove (@and-grove)', [
  ['Ada Fern', 'ada'],
  ['And Grove', 'and-grove'],
])
check('Ada Fern (@ada), And Bo Reed (@bo)', [
  ['Ada Fern', 'ada'],
  ['Bo Reed', 'bo'],
])
check('Ada Fern (@ada) And Bo Reed (@bo)', [
  ['Ada Fern', 'ada'],
  ['Bo Reed', 'bo'],
])
check('Ada Fern and Bo Reed', [
  ['Ada Fern', null],
  ['Bo Reed', null],
])
for (const name of ['Jan van Dyk', 'Maria de Souza', 'Jan van der Dyk', 'Ana e Silva']) {
  check(`${name} (@jan)`, [[name, 'jan']])
  check(`${name} @jan`, [[name, 'jan']])
  check(`@jan ${name}`, [[name, 'jan']])
  check(`@jan (${name}, jan@example.org)`, [[name, 'jan']])
  check(`[${name}](https://github.com/jan)`, [[name, 'jan']])
  check(`Ada Fern (@ada) ${name} (@jan)`, [
    ['Ada Fern', 'ada'],
    [name, 'jan'],
  ])
  check(`${name} and Ada Fern`, [
    [name, null],
    ['Ada Fern', null],
  ])
}
check('Ada Fern (@ada) works with us (@example)', [['Ada Fern', 'ada']])

const other: readonly (readonly [written: string, message: RegExp])[] = [
  ['Cy Dee (@c-d; c@d.org)', /^The comma between handle and email is missing/],
  ['Cy Dee (@c-d， c@d.org)', /^The comma between handle and email is missing/],
  ['Cy Dee (@c-d、c@d.org)', /^The comma between handle and email is missing/],
  ['Cy Dee （@c-d, c@d.org）', /^The parentheses are full-width characters/],
  ['Cy Dee（@c-d，c@d.org）', /^The parentheses are full-width characters/],
]

for (const [written, message] of other)
  test(`names: other punctuation is reported and fixed: ${written}`, () => {
    const text = list(`- Mentor(s):\n  - ${written}`)
    assert.match(lint(text, gsoc)[0]?.message ?? '', message)
    checkFirstFixes(text, list('- Mentor(s):\n  - Cy Dee (@c-d, c@d.org)'), gsoc)
  })

test('names: a semicolon that parts people is none between handle and e-mail', () =>
  assert.deepEqual(lint(list('- Mentor(s):\n  - Cy Dee (@c-d, c@d.org);\n  - Ada Fern (@ada, ada@example.org)'), gsoc), []))
