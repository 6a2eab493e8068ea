import assert from 'node:assert/strict'
import { test } from 'node:test'
import { documentLinks } from '../../server/src/features/documentLinks.ts'
import { cpuTime } from '../support/cpuTime.ts'
import { open } from '../support/cursor.ts'
import { list } from '../support/list.ts'

/** Each link as `text → target (tooltip)`. */
function linksOf(text: string): readonly string[] {
  const { file, lines } = open(text)
  return documentLinks(file, lines, true).map(
    ({ range, target, tooltip }) =>
      `${file.text.slice(lines.offsetAt(range.start), lines.offsetAt(range.end))} → ${target} (${tooltip})`,
  )
}

/** A list with one idea. */
const small = (entry: string, description = 'text', upstream = 'TBD'): string =>
  `### Harbor\n\n#### Show the tide\n\n- Description: ${description}\n- Mentor(s):\n  - ${entry}\n- Upstream Issue: ${upstream}\n`

test('documentLink: handles lead to profiles, addresses to letters, for every mentor and never in the template', () => {
  const people = ['ada-fern', 'bo-reed', 'cy-moss', 'di-holm', 'ed-lake', 'fay-pool']
  assert.deepEqual(
    linksOf(list),
    people.flatMap((handle) => {
      const email = `${handle.split('-')[0]}@example.org`
      return [
        `@${handle} → https://github.com/${handle} (Open @${handle} on GitHub)`,
        `${email} → mailto:${email} (Email ${email})`,
      ]
    }),
  )
})

const entries: readonly (readonly [string, readonly string[]])[] = [
  ['Ada Fern (@@ada-fern)', ['@@ada-fern → https://github.com/ada-fern (Open @ada-fern on GitHub)']],
  ['Ada Fern (@ada_fern)', ['@ada_fern → https://github.com/ada_fern (Open @ada_fern on GitHub)']],
  ['Ada Fern (@ada.fern)', []],
  ['Ada Fern ([@ada-fern](https://github.com/ada-fern))', []],
  ['Ada Fern ([@ada-fern][1])', []],
  [
    '[Ada Fern](https://github.com/ada-fern), ada@example.org',
    ['ada@example.org → mailto:ada@example.org (Email ada@example.org)'],
  ],
  [
    'Ada Fern (@ada-fern, [ada@example.org](mailto:ada@example.org))',
    ['@ada-fern → https://github.com/ada-fern (Open @ada-fern on GitHub)'],
  ],
  ['Ada Fern (<mailto:ada@example.org>)', []],
  ['Ada Fern (ada+x%y@example.org)', ['ada+x%y@example.org → mailto:ada%2Bx%25y@example.org (Email ada+x%y@example.org)']],
  ['Ada Fern (ada AT example DOT org)', []],
  ['Ada Fern (https://github.com/ada-fern)', []],
]
for (const [entry, expected] of entries)
  test(`documentLink: in ${entry}`, () => assert.deepEqual(linksOf(small(entry)), expected))

const issue = 'lantern-light/bells#12 → https://github.com/lantern-light/bells/issues/12 (Open lantern-light/bells#12 on GitHub)'
const values: readonly (readonly [string, readonly string[]])[] = [
  ['lantern-light/bells#12', [issue]],
  ['see (lantern-light/bells#12), and so on', [issue]],
  ['lantern-light/bells#12 and a/b.c#3.', [issue, 'a/b.c#3 → https://github.com/a/b.c/issues/3 (Open a/b.c#3 on GitHub)']],
  ['https://github.com/lantern-light/bells#12', []],
  ['[lantern-light/bells#12](https://example.org)', []],
  ['[page](docs/lantern-light/bells#12)', []],
  ['`lantern-light/bells#12`', []],
  ['text\n\n  ```\n  lantern-light/bells#12\n  ```\n', []],
  ['docs/lantern-light/bells#12', []],
  ['@lantern/bells, @lantern/bells#12 and bells#12', []],
  ['@ada-fern knows', []],
]
for (const [value, expected] of values) {
  test(`documentLink: in a description: ${JSON.stringify(value)}`, () => assert.deepEqual(linksOf(small('Ada', value)), expected))
}

test('documentLink: in the upstream field, too', () =>
  assert.deepEqual(linksOf(small('Ada', 'text', 'lantern-light/bells#12')), [issue]))

test('documentLink: without tooltips where the client has none, and nothing in a file that is not a list', () => {
  const { file, lines } = open(small('Ada Fern (@ada-fern)'))
  assert.deepEqual(
    documentLinks(file, lines, false).map((link) => Object.keys(link)),
    [['range', 'target']],
  )
  assert.deepEqual(linksOf('# A readme\n\n- Mentors: @ada-fern\n- a/b#1\n'), [])
})

test('documentLink: text that never ends is read soon', () => {
  for (const part of ['[a](', '[a](b', '`a', '```', '<a:', 'a/', 'a/b#', 'a/b#1 [', '~~~~', '((']) {
    const text = small('Ada Fern (@ada-fern)', `a/b#1 ${part.repeat(50_000 / part.length)}`)
    const took = cpuTime(() => void linksOf(text))
    assert.ok(took < 5000, `${part}: ${took} ms`)
  }
})
