import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { staleYears } from '../../../server/src/editing/years/staleYears.ts'
import { choicesFor } from '../../../server/src/features/authoring/choices.ts'
import { planNewIdea } from '../../../server/src/features/authoring/newIdea.ts'
import { type Carry, type NextYear, type NextYearOptions, nextYear } from '../../../server/src/features/authoring/nextYear.ts'
import { readIdeaFile } from '../../../server/src/model/ideaFile.ts'
import type { IdeaFile } from '../../../server/src/model/types.ts'
import { exportedFile } from '../../../server/src/report/exportedFile.ts'
import { staleYear } from '../../../server/src/rules/staleYear.ts'
import { lint } from '../../support/checkRule.ts'
import { read } from '../../support/idea.ts'
import { leftAlone } from '../../support/plans.ts'

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

function made(text: string, options: Partial<NextYearOptions> = {}, at = path, readAs = read): NextYear {
  const next = nextYear(readAs(text, at), { year: null, carry: 'none', ...options }, (each) => readAs(each, at))
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
    const next = nextYear(read(text, at), { year: null, carry: 'none', ...options }, (each) => read(each, at))
    return 'refusal' in next ? next.refusal : ''
  }
  assert.equal(refusal(list, { year: 2026 }), '2026 is not after 2026, the year of this list. Choose a later year.')
  assert.match(refusal(list, { carry: ['Nope'] }), /^This list has no idea titled "Nope"\. Use the title of one of its ideas\.$/)
  assert.match(refusal(list.replaceAll('2026', 'now'), {}, 'ideas.md'), /^This list does not say its year\./)
})

test('next: a list with a file for each idea is not made of one of them', () => {
  const text =
    '---\ntitle: Ring the bell\nyear: 2026\nskills: [Go]\nsize: medium\nmentors:\n  - name: Ada Example\n    github: ada-example\n---\n\nIt is heard from afar.\n'
  const readMatter = (each: string): IdeaFile =>
    readIdeaFile(each, { path: 'ideas-2026/ring-the-bell.md', knowsProject: () => false })
  const next = nextYear(readMatter(text), { year: null, carry: 'none' }, readMatter)
  assert.match(
    'refusal' in next ? next.refusal : '',
    /^In this list each idea has a file of its own\. Make a folder for the new year/,
  )
})

test('next: CRLF stays, and a year may be left out', () => {
  const { text } = made(list.replaceAll('\n', '\r\n'), { year: 2028 })
  assert.equal(text.replaceAll('\r\n', '\n').includes('\r'), false)
  assert.ok(text.startsWith('# GSoC 2028\r\n'))
  // it would be expected to be 2027
  assert.ok(text.includes('The [previous year (2026)](./2026.md)'))
  assert.deepEqual(staleYears(read(text, 'programs/summerofcode/2028.md')), [])
})

test('next: a link to the previous list says its year if one is left out, unless it does so already', () => {
  const after = (link: string): string =>
    made(list.replace('[previous year](./2025.md)', link), { year: 2029 })
      .text.split('\n')
      .find((line) => line.includes('is closed'))!
  assert.match(after('previous year: [here](<./2025.md>)'), /\[here \(2026\)\]\(<\.\/2026\.md>\)/)
  assert.match(after('[previous year, 2026](./2026.md)'), /\[previous year, \d{4}\]\(\.\/2026\.md\)/)
})

const fields = (mentor: string): string => `**Description:** It should be done.

**Expected outcome:** A thing that does it.

**Mentors:** ${mentor} (@${mentor.toLowerCase()})

**Size:** 350 hours

**Difficulty:** Medium
`
const belowTitle = `# Harbor Collective: GSoC 2026 ideas

We welcome all. Apply by 3 March 2026.

## Faster tiles

${fields('Ana')}
## Offline routes

${fields('Bo')}
## Plain charts

${fields('Cem')}`

const inGroups = belowTitle
  .replaceAll(/^## /gm, '### ')
  .replace('### Faster', '## Lantern Core\n\n### Faster')
  .replace('### Plain', '## Lantern Web\n\n### Plain')

const ownPath = 'harbor/gsoc/2026.md'
const readOwn = (text: string, at = 'harbor/gsoc/2027.md'): IdeaFile =>
  readIdeaFile(text, { path: at, knowsProject: () => false })
const madeOwn = (text: string, carry: Carry = 'none'): NextYear => made(text, { carry }, ownPath, readOwn)
const note = '<!-- TBD: an idea of 2026 that shows the form; replace it -->\n\n'

const withNewIdea = (text: string): string =>
  leftAlone(text, planNewIdea(readOwn(text), { project: '', title: 'Count the ships' }, readOwn))

test('next: a list of its own form keeps its title, introduction and an idea that shows the form', () => {
  const { text, ideas, openDates } = madeOwn(belowTitle)
  const introduction = '# Harbor Collective: GSoC 2027 ideas\n\nWe welcome all. Apply by TBD.\n\n'
  assert.equal(text, `${introduction}${note}## Plain charts\n\n${fields('Cem')}`)
  assert.deepEqual([ideas, openDates], [0, [3, 5]])
  assert.match(
    withNewIdea(text),
    /## Count the ships\n\n\*\*Description:\*\* \n\n\*\*Expected outcome:\*\* \n\n\*\*Mentors:\*\* Name/,
  )
})

test('next: so does one with projects', () => {
  const { text } = madeOwn(inGroups)
  const introduction = '# Harbor Collective: GSoC 2027 ideas\n\nWe welcome all. Apply by TBD.\n\n'
  assert.equal(text, `${introduction}## Lantern Web\n\n${note}### Plain charts\n\n${fields('Cem')}`)
  assert.match(withNewIdea(text), /### Count the ships\n\n\*\*Description:\*\* /)
})

test('next: what ends with a line does not end with blank ones', () => {
  const short = `# GSoC 2026\n\n## Ideas\n\n${list.slice(list.indexOf('### Harbor'), list.indexOf('---\n')).trimEnd()}`
  for (const end of ['', '\n']) assert.equal(made(short + end).text, '# GSoC 2027\n\n## Ideas\n')
  assert.equal(made(`${short}\n`.replaceAll('\n', '\r\n')).text, '# GSoC 2027\r\n\r\n## Ideas\r\n')
  assert.equal(made(`${short}\n\n`).text, '# GSoC 2027\n\n## Ideas\n\n')
})

test('next: a new idea goes to the only group that is left, or to another one', () => {
  const { text } = madeOwn(inGroups)
  assert.deepEqual(
    [choicesFor(readOwn(text)).grouping, choicesFor(readOwn(text)).here.map(({ name }) => name)],
    ['groups', ['Lantern Web']],
  )
  const withIdeaOf = (project: string): readonly string[] =>
    readOwn(leftAlone(text, planNewIdea(readOwn(text), { project, title: 'Count the ships' }, readOwn))).projects.map(
      ({ name, ideas }) => `${name}: ${ideas.map(({ idea }) => idea.heading?.text).join(', ')}`,
    )
  assert.deepEqual(withIdeaOf('Lantern Web'), ['Lantern Web: Plain charts, Count the ships'])
  assert.deepEqual(withIdeaOf('Lantern Core'), ['Lantern Web: Plain charts', 'Lantern Core: Count the ships'])
  // a title, or a section of all ideas, is no group
  for (const source of [belowTitle, inGroups.replace('Lantern Web', 'Project ideas')]) {
    const only = madeOwn(source).text
    assert.equal(choicesFor(readOwn(only)).grouping, 'none')
    assert.equal(
      readOwn(leftAlone(only, planNewIdea(readOwn(only), { project: 'Other', title: 'Count' }, readOwn))).projects.length,
      1,
    )
  }
})

test('stale-year: an idea that shows the form is reported, and is not exported', () => {
  const findings = (text: string): readonly string[] =>
    lint(text, { rules: [staleYear], read: readOwn }).map(({ span, severity, fix }) =>
      [text.slice(span.start, span.end), severity, fix].join(' '),
    )
  const titles = (text: string): readonly (string | null)[] =>
    exportedFile('harbor/gsoc/2027.md', readOwn(text)).projects.flatMap(({ ideas }) => ideas.map(({ title }) => title))
  for (const source of [belowTitle, inGroups, inGroups.replaceAll('\n', '\r\n')]) {
    const { text } = madeOwn(source)
    assert.deepEqual([findings(text), titles(text)], [[`${note.trim()} warning none`], []])
    const withNew = withNewIdea(text)
    assert.deepEqual([findings(withNew).length, titles(withNew)], [1, ['Count the ships']])
    const replaced = text.replace(/<!--.*-->/, '')
    assert.deepEqual([findings(replaced), titles(replaced)], [[], ['Plain charts']])
  }
})

test('next: ideas that are chosen show the form themselves', () => {
  const { text, ideas } = madeOwn(belowTitle, ['Offline routes', 'Faster tiles'])
  assert.equal(ideas, 2)
  assert.equal(
    text,
    `${belowTitle.slice(0, belowTitle.indexOf('## Plain')).trimEnd()}\n`
      .replace('GSoC 2026', 'GSoC 2027')
      .replace('3 March 2026', 'TBD'),
  )
})

test('next: where one idea does not make a list, as many stay as do', () => {
  // without a size and a difficulty, one idea alone could be anything
  const bare = belowTitle
    .replaceAll(/\n\*\*(?:Size|Difficulty):\*\* .*\n/g, '')
    .replaceAll('(@', '')
    .replaceAll(/(?<=Mentors:.*)\)/g, '')
  assert.ok(readOwn(bare, ownPath).ideaList)
  const { text } = madeOwn(bare)
  assert.ok(readOwn(text).ideaList, text)
  assert.equal(text.split(note).length, 3)
})

test('stale-year: the title of a list is about all of it, though its ideas are right below it', () => {
  const stale = belowTitle.replace('3 March 2026', 'March').replace('GSoC 2026', 'GSoC 2025')
  assert.deepEqual(
    staleYears(readOwn(stale, ownPath)).map(({ kind, year, expected }) => [kind, year, expected]),
    [['heading', 2025, 2026]],
  )
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
