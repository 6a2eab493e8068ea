import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { type NextYear, type NextYearOptions, nextYear } from '../../../server/src/features/authoring/nextYear.ts'
import { read } from '../../support/idea.ts'

const path = 'programs/summerofcode/2026.md'
const list = `# GSoC 2026

Mentor during the GSoC 2026 cycle: ideas close on 3 February 2026, 20:00 UTC.
The [previous year](./2025.md) is closed, see [news](https://example.org/2026/news) and [below](#ideas-of-2026).
Add yours [here](https://github.com/cncf/mentoring/blob/main/programs/summerofcode/2026.md).

Status: Completed

## Ideas of 2026

<!-- TOC -->
- [Harbor](#harbor)
  - [Keep copies of 2026](#keep-copies-of-2026)
  - [Sign copies](#sign-copies)
- [Jaeger](#jaeger)
  - [Show traces](#show-traces)
<!-- TOC -->

### Harbor

#### Keep copies of 2026

- Description: By 1 March 2026.
- Mentor(s):
  - Ada Example (@ada, ada@example.org)
- LFX URL: https://mentorship.lfx.linuxfoundation.org/project/00000000-0000-4000-8000-000000000001

#### Sign copies

- Description: Sign them.
- Mentor(s):
  - Ada Example (@ada, ada@example.org)

### Jaeger

#### Show traces

- Description: All of them.
- Mentor(s):
  - Ben Example (@ben, ben@example.org)

---

## Questions

Ask in 2026.
`

function made(text: string, options: Partial<NextYearOptions> = {}, at = path): NextYear {
  const next = nextYear(read(text, at), { year: null, carry: 'none', ...options })
  if ('refusal' in next) assert.fail(next.refusal)
  return next
}

const introduction = `# GSoC 2027

Mentor during the GSoC 2027 cycle: ideas close on TBD.
The [previous year](./2026.md) is closed, see [news](https://example.org/2026/news) <!-- TBD: a link of 2026 --> and [below](#ideas-of-2027).
Add yours [here](https://github.com/cncf/mentoring/blob/main/programs/summerofcode/2027.md).

Status: TBD

## Ideas of 2027

<!-- TOC -->
`
const rest = `---

## Questions

Ask in 2027.
`

test('next: years, links, dates and status move on; ideas and their rows go; everything else stays', () => {
  const { text, year, ideas, openDates } = made(list)
  assert.equal(text, `${introduction}<!-- TOC -->\n\n${rest}`)
  assert.deepEqual([year, ideas, openDates], [2027, 0, [3, 4, 7]])
})

test('next: ideas that were not accepted are carried with their rows, to the byte', () => {
  const { text, ideas } = made(list, { carry: 'open' })
  const kept = list
    .slice(list.indexOf('- [Harbor]'), list.indexOf('---\n'))
    .replace(/ {2}- \[Keep[^\n]*\n/, '')
    .replace(/#### Keep[\s\S]*?(?=#### Sign)/, '')
  assert.equal(text, `${introduction}${kept}${rest}`)
  assert.equal(ideas, 2)
})

test('next: ideas are carried by their titles, and keep the year in them', () => {
  const { text, ideas } = made(list, { carry: ['keep copies of 2026'] })
  assert.equal(ideas, 1)
  assert.ok(text.includes('  - [Keep copies of 2026](#keep-copies-of-2026)\n'))
  assert.ok(text.includes('#### Keep copies of 2026\n\n- Description: By 1 March 2026.\n'))
  assert.ok(!text.includes('Jaeger') && !text.includes('Sign copies'))
})

test('next: a year that is none, or a title that is none, is a sentence', () => {
  const refusal = (text: string, options: Partial<NextYearOptions>, at = path): string => {
    const next = nextYear(read(text, at), { year: null, carry: 'none', ...options })
    return 'refusal' in next ? next.refusal : ''
  }
  assert.equal(refusal(list, { year: 2026 }), '2026 is not after 2026, the year of this list. Choose a later year.')
  assert.match(refusal(list, { carry: ['Nope'] }), /^This list has no idea titled "Nope"\. Use the title of one of its ideas\.$/)
  assert.match(refusal(list.replaceAll('2026', 'now'), {}, 'ideas.md'), /^This list does not say its year\./)
})

test('next: CRLF stays, and a year may be left out', () => {
  const { text } = made(list.replaceAll('\n', '\r\n'), { year: 2028 })
  assert.equal(text.replaceAll('\r\n', '\n').includes('\r'), false)
  assert.ok(text.startsWith('# GSoC 2028\r\n'))
  assert.ok(text.includes('The [previous year](./2026.md)'))
})

for (const example of ['programs/summerofcode/2026.md', 'programs/lfx-mentorship/2026/01-Mar-May/project_ideas.md']) {
  test(`next: nothing of the old year is left in examples/${example}, and the template stays to the byte`, () => {
    const source = readFileSync(`examples/${example}`, 'utf8')
    const { text } = made(source, {}, example)
    assert.ok(!text.includes('2026'))
    const template = /```[\s\S]*?```/.exec(source)![0]
    assert.ok(template.length > 100 && text.includes(template))
    const same = source.split('\n').filter((line) => text.split('\n').includes(line)).length
    assert.ok(same > 20)
  })
}
