import assert from 'node:assert/strict'
import { test } from 'node:test'
import { staleYears } from '../../server/src/editing/years/staleYears.ts'
import { read } from '../support/idea.ts'

const ideas = `
### Harbor

#### Sign what is copied
- Description: Signatures travel along.
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org)
`
const gsoc = 'programs/summerofcode/2026.md'
const lfx = 'programs/lfx-mentorship/2026/03-Sep-Nov/README.md'

/** `kind year→expected` for each stale year of an introduction. */
const staleIn = (introduction: string, path = gsoc): readonly string[] =>
  staleYears(read(`${introduction}\n${ideas}`, path)).map(({ kind, year, expected }) => `${kind} ${year}→${expected}`)

test('stale-year: headings, sentences and links of another year', () => {
  assert.deepEqual(staleIn('# GSoC 2025'), ['heading 2025→2026'])
  assert.deepEqual(staleIn('GSoC 2025\n=========\n'), ['heading 2025→2026'])
  assert.deepEqual(staleIn('Mentor during the GSoC 2025 cycle, please.'), ['sentence 2025→2026'])
  assert.deepEqual(staleIn('See the program timeline for 2025.'), ['sentence 2025→2026'])
  assert.deepEqual(staleIn('CNCF applies for Google Summer of Code 2027.'), ['sentence 2027→2026'])
  assert.deepEqual(staleIn('Add ideas [to the list](2025.md).'), ['link 2025→2026'])
  assert.deepEqual(staleIn('The previous year is [here](./2024.md).'), ['link 2024→2025'])
  assert.deepEqual(staleIn('The previous year is [here](./2026.md).'), ['link 2026→2025'])
  const proposed = 'https://github.com/cncf/mentoring/blob/main/programs/lfx-mentorship/2025/03-Sep-Nov/project_ideas.md'
  assert.deepEqual(staleIn(`Propose ideas here ${proposed}, by Thursday.`, lfx), ['link 2025→2026'])
})

test('stale-year: what is said on purpose is fine', () => {
  for (const fine of [
    '# GSoC 2026',
    '# Ideas for 2025 and 2026',
    '## Previous years: 2024',
    'GSoC 2025 and 2026 were fine.',
    'The lists of [2024](./2024.md) and GSoC [2025](./2025.md).',
    'The previous year is [here](./2025.md).',
    'We have taken part since GSoC 2019.',
    'The archive is [here](./2019.md).',
    '```\nGSoC 2025\n```',
    '<!-- GSoC 2025 -->',
    'A goal of the project in 2024 is speed: https://example.org/blog/2024/gsoc-2024.',
    'See https://github.com/cncf/toc/blob/main/2024.md.',
    'Room 2025 is free.',
  ]) {
    assert.deepEqual(staleIn(fine), [], fine)
  }
})

test('stale-year: ideas are not read, and a list without a year has none that is stale', () => {
  const idea = ideas.replace('travel along', 'travel along, as in GSoC 2024')
  assert.deepEqual(staleYears(read(`# GSoC 2026\n${idea}`, gsoc)), [])
  assert.deepEqual(staleYears(read(`# Ideas\n\nFor the GSoC 2024 cycle.\n${ideas}`, 'ideas.md')), [])
})

test('stale-year: without a path the title says the year', () => {
  const file = read(`# GSoC 2026\n\nMentor during the GSoC 2025 cycle.\n${ideas}`, 'docs/ideas.md')
  assert.deepEqual(
    staleYears(file).map(({ span }) => file.text.slice(span.start, span.end)),
    ['2025'],
  )
})

test('stale-year: a section that did not change is found at its new place', () => {
  const before = read(`# GSoC 2026\n\n## News\n\nThe GSoC 2025 cycle.\n${ideas}`, gsoc)
  const after = read(`# GSoC 2026\n\nMore.\n\n## News\n\nThe GSoC 2025 cycle.\n${ideas}`, gsoc)
  const [first, second] = [before, after].map((file) => staleYears(file)[0]!.span.start)
  assert.equal(second! - first!, 'More.\n\n'.length)
})
