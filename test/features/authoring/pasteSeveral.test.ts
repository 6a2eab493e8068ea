import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { copiedIdeas, planFixedPaste } from '../../../server/src/features/authoring/pasteIdea.ts'
import type { ReadEditedText } from '../../../server/src/features/authoring/plan.ts'
import { boldParagraphs, headingLabels, iconItems, ideaRows, readForeign, rowsInIdeas } from '../../support/foreignLists.ts'
import { leftAlone, opened, refusal } from '../../support/plans.ts'

const gsoc = readFileSync('examples/programs/summerofcode/2026.md', 'utf8')
const path = 'programs/summerofcode/2026.md'

const planOf = (list: string, plain: string, readAs?: ReadEditedText) => {
  const { file, read } = opened(list, path, readAs)
  const steps = planFixedPaste(file, { plain, html: '' }, 0, read, function* () {
    yield
    return []
  })
  let step = steps.next()
  while (!step.done) step = steps.next()
  return step.value
}
const pasted = (list: string, plain: string, readAs?: ReadEditedText): string => leftAlone(list, planOf(list, plain, readAs))

/** What is read in a copied text: `project / title: fields`. */
const readIn = (plain: string, list = gsoc, readAs?: ReadEditedText) => {
  const found = copiedIdeas(opened(list, path, readAs).file, { plain, html: '' })
  return found === 'several'
    ? found
    : found.map(({ project, title, fields }) => `${project} / ${title}: ${fields.map(({ label }) => label).join(', ')}`)
}

const fieldsOf = (name: string) =>
  `- Description: ${name} runs.\n- Expected Outcome:\n  - ${name} stops.\n- Recommended Skills: Go\n- Mentor(s):\n  - Jane Roe (@jroe)\n`

const ownForm = `#### Longhorn

##### Rehearse

${fieldsOf('A drill')}
##### Mirror

${fieldsOf('A mirror')}
---

#### OpenCost

##### Count

${fieldsOf('A count')}`

test('paste as idea: several ideas with headings, each at its place', () => {
  assert.deepEqual(readIn(ownForm), [
    'Longhorn / Rehearse: Description, Expected Outcome, Recommended Skills, Mentor(s)',
    'Longhorn / Mirror: Description, Expected Outcome, Recommended Skills, Mentor(s)',
    'OpenCost / Count: Description, Expected Outcome, Recommended Skills, Mentor(s)',
  ])
  assert.deepEqual(readIn(`# GSoC 2026 ideas\n\n${ownForm}`), readIn(ownForm))
  for (const eol of ['\n', '\r\n']) {
    const [list, copied] = [gsoc, ownForm].map((text) => text.replaceAll('\n', eol)) as [string, string]
    const after = pasted(list, copied)
    const { projects } = opened(after, path).file
    const titles = (name: string) => projects.find((each) => each.name === name)?.ideas.map(({ idea }) => idea.heading?.text)
    assert.deepEqual(titles('Longhorn'), ['Rehearse', 'Mirror'])
    assert.equal(titles('OpenCost')?.at(-1), 'Count')
    assert.ok(after.includes('(#rehearse)') && after.includes('(#mirror)') && after.includes('(#count)'))
    assert.equal(after.match(/^---$/gm)?.length, list.match(/^---$/gm)?.length)
  }
})

test('paste as idea: all ideas of a list into another, and what the list has only once', () => {
  for (const [from, to] of [
    [boldParagraphs, headingLabels],
    [headingLabels, boldParagraphs],
  ] as const) {
    const others = from.replace(/^# .*\n+(?:## Ideas\n+)?/, '').replaceAll(/Turn the|Count the|Paint the|Dim the/g, 'New')
    const after = pasted(to, others, readForeign)
    const ideas = readForeign(after).projects.flatMap((project) => project.ideas.map(({ idea }) => idea.heading?.text))
    assert.equal(ideas.filter((title) => title?.startsWith('New ')).length, 3, after)
  }
  assert.match(
    refusal(planOf(boldParagraphs, boldParagraphs.slice(boldParagraphs.indexOf('###')), readForeign)),
    /already has an idea/,
  )
})

test('paste as idea: the rows of a table in each idea are fields, and the text below it is the description', () => {
  const tables = `# GSoC 2026 ideas

## Tile cache

| | |
|---|---|
| Mentors | Ana Lima (@analima) |
| Skills | C \\| C++ |
| Area | Maps |

Keep a cache.

    make it
    big: yes

## Routing

| **Name** | **Value** |
|:--|--:|
| **Mentors** | Bo Chen (@bochen) |
| **Skills:** | Go |

Make it work.

## Legend

| Mentors | Cleo Diaz (@cleo) |
|---|---|
| Skills | C |

Name all.
`
  const [first, second, third] = copiedIdeas(opened(gsoc, path).file, { plain: tables, html: '' })
  assert.ok(typeof first === 'object' && typeof second === 'object' && typeof third === 'object')
  const shown = ({ title, fields }: typeof first) => [
    title,
    ...fields.map(({ label, lines }) => [label, ...lines.map(({ text }) => text)]),
  ]
  assert.deepEqual(shown(first), [
    'Tile cache',
    ['Mentors', 'Ana Lima (@analima)'],
    ['Skills', 'C | C++'],
    ['Area', 'Maps'],
    ['Description', 'Keep a cache.', '```\nmake it\nbig: yes\n```'],
  ])
  assert.deepEqual(shown(second), [
    'Routing',
    ['Mentors', 'Bo Chen (@bochen)'],
    ['Skills', 'Go'],
    ['Description', 'Make it work.'],
  ])
  assert.deepEqual(shown(third), ['Legend', ['Mentors', 'Cleo Diaz (@cleo)'], ['Skills', 'C'], ['Description', 'Name all.']])
  const rows = rowsInIdeas.slice(rowsInIdeas.indexOf('## Idea: Count')).replaceAll('Idea: ', '')
  const after = pasted(
    boldParagraphs,
    rows.replaceAll('## Count the ships', '## Count the gulls').replaceAll('## Paint the stairs', '## Paint it'),
    readForeign,
  )
  assert.ok(
    after.includes(
      '### Paint it\n\n**Skills**: \n\n**Size**: \n\n**Difficulty**: easy\n\n**Description**:\nThe stairs are gray.\n',
    ),
    after.slice(-800),
  )
})

test('paste as idea: issues and titles with labels, one after the other', () => {
  const issue = (project: string, title: string) =>
    `### CNCF Project\n\n${project}\n\n### Program Name\n\n${title}\n\n### Program Description\n\nIt runs.\n\n### Technologies\n\nGo\n\n### Mentors\n\nJane Roe (@jroe)\n`
  assert.deepEqual(readIn(`${issue('Longhorn', 'One')}\n${issue('Flux', 'Two')}`), [
    'Longhorn / One: Description, Skills, Mentors',
    'Flux / Two: Description, Skills, Mentors',
  ])
  const labelled = (title: string) => `Title: ${title}\nDescription: It runs.\nSkills: Go\n\n`
  assert.deepEqual(readIn(labelled('One') + labelled('Two')), [
    'null / One: Description, Skills',
    'null / Two: Description, Skills',
  ])
})

test('paste as idea: ideas that are not certainly apart are refused, and no text is left out', () => {
  for (const text of [
    `Of all ideas.\n\n${ownForm}`,
    ownForm.replace('#### OpenCost\n', '#### OpenCost\n\nIt counts.\n'),
    `${ownForm}\n##### How to apply\n\nSend a letter.\n`,
    ownForm.replace('#### OpenCost', '#### A name that is too long for a project'),
    ownForm.replace('##### Mirror\n', ''),
  ])
    assert.equal(readIn(text), 'several', text)
})

test('paste as idea: code with headings separates nothing', () => {
  const code = '\n  ```\n  ##### Mirror\n\n  - Description: none\n  - Recommended Skills: none\n  ```\n'
  const one = `##### Rehearse\n\n${fieldsOf('A drill').replace('A drill runs.\n', `A drill runs.\n${code}`)}`
  assert.equal(readIn(`#### Longhorn\n\n${one}`).length, 1)
})

const rows = [
  ['#', 'Project', 'Title', 'Description', 'Skills', 'Mentors'],
  ['1', 'Longhorn', 'One', 'A, "quoted" | text', 'Go', 'Jane Roe (@jroe)'],
  ['2', 'Flux', 'Two', 'B', 'Go; C', 'Ada Fern (@ada)'],
]

test('paste as idea: a Markdown table and separated values are rows of a sheet', () => {
  const line = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |\n`
  const table = line(rows[0]!) + line(rows[0]!.map(() => '---')) + rows.slice(1).map(line).join('')
  const separated = (by: string): string =>
    rows
      .map((cells) => cells.map((cell) => (/[,;"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(by))
      .join('\r\n')
  const tabs = rows.map((cells) => cells.join('\t')).join('\n')
  for (const text of [table, table.replaceAll(/^\||\|$/gm, ''), separated(','), separated(';'), tabs]) {
    const found = copiedIdeas(opened(gsoc, path).file, { plain: text, html: '' })
    assert.ok(found !== 'several')
    assert.deepEqual(
      found.map(({ project, title, fields: [description, skills] }) => [
        project,
        title,
        description?.lines[0]?.text,
        skills?.lines[0]?.text,
      ]),
      rows.slice(1).map(([, project, title, description, skills]) => [project, title, description, skills]),
      text,
    )
  }
  const after = pasted(ideaRows, table, readForeign)
  assert.match(after, /\n\| 6 \| \*\*Two\*\*<br>/)
  for (const list of [boldParagraphs, iconItems]) assert.ok(pasted(list, table, readForeign).includes('Two'))
  // a text whose lines have commas is no sheet
  assert.deepEqual(readIn('Title, Description, Skills\nOne, A\n'), [])
})

test('paste as idea: a cell with code keeps its lines', () => {
  const sheet = 'Title\tDescription\tSkills\nOne\t"Run it.\n```\nskills: none\n  a\tb\n```"\tGo\n'
  const [found] = copiedIdeas(opened(gsoc, path).file, { plain: sheet, html: '' })
  assert.ok(typeof found === 'object')
  assert.deepEqual(
    found.fields.map(({ lines }) => lines.map(({ text }) => text)),
    [['Run it.', '```\nskills: none\n  a\tb\n```'], ['Go']],
  )
})

test('paste as idea: several ideas whose titles are numbered', () => {
  const one = 'Log sink\nDescription: It logs.\nSkills: Go\nMentor: Pat Ho (@patho)\n'
  const two = 'Log source\nDescription: It reads.\nSkills: Go, C\nMentors: Al Rey (@alrey)\n'
  for (const [first, second] of [
    ['1. ', '2. '],
    ['1) ', '2) '],
    ['Idea 1: ', 'Idea 2: '],
    ['Project 1: ', 'Project 2: '],
    ['', ''],
  ])
    for (const gap of ['\n', first === '' ? '\n' : ''])
      assert.deepEqual(
        readIn(`${first}${one}${gap}${second}${two}`),
        ['null / Log sink: Description, Skills, Mentor', 'null / Log source: Description, Skills, Mentors'],
        first + gap,
      )
  assert.deepEqual(readIn(`Falco\n\n1. ${one}\n2. ${two}`), [
    'Falco / Log sink: Description, Skills, Mentor',
    'null / Log source: Description, Skills, Mentors',
  ])
  // the numbers of items are none of titles
  const plan = one.replace('It logs.', 'It logs.\n1. Read\n2. Write')
  assert.deepEqual(readIn(plan), ['null / Log sink: Description, Skills, Mentor'])
})

test('paste as idea: the lines between several ideas are part of none', () => {
  const labelled = (title: string): string =>
    `Title: ${title}\nProject: Falco\nDescription: ${title} is done.\nSkills: Go\nUpstream issue: https://github.com/falcosecurity/falco/issues/7\nMentors: Jane Roe (@jroe)\n`
  const plain = pasted(gsoc, `${labelled('Ring')}\n${labelled('Sing')}`)
  for (const rule of ['---', '***', '* * *', '________________', '=====', '———'])
    assert.equal(pasted(gsoc, `${labelled('Ring')}\n${rule}\n\n${labelled('Sing')}\n${rule}\n`), plain, rule)
})
