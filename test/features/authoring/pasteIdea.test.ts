import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { planFixedPaste, planHeadlessIdea, planPastedIdea } from '../../../server/src/features/authoring/pasteIdea.ts'
import { isWrittenForList, looksLikeCopiedIdea, pasteOffersInField } from '../../../server/src/features/authoring/pasteOffers.ts'
import type { ReadEditedText } from '../../../server/src/features/authoring/plan.ts'
import type { IdeaFile } from '../../../server/src/model/types.ts'
import { headlessIdeasOf } from '../../../server/src/rules/ideaWithoutHeading.ts'
import { applyEdits } from '../../../server/src/text/edits.ts'
import {
  boldParagraphs,
  headingLabels,
  iconItems,
  ideaRows,
  oneIdeaAFile,
  readForeign,
  rowsInIdeas,
} from '../../support/foreignLists.ts'
import { leftAlone, opened, planned, refusal } from '../../support/plans.ts'
import { runs } from '../../support/runs.ts'

const gsoc = readFileSync('examples/programs/summerofcode/2026.md', 'utf8')
const path = 'programs/summerofcode/2026.md'

const copied = `Longhorn
Rehearse the loss of a node
●\tDescription: A drill that nobody notices.
It runs each night.
●\tExpected Outcome:
○\tA command starts it.
■\tIt can be stopped.
○\tA report is written.
●\tRecommended Skills: Go
●\tDifficulty: medium
●\tMentors:
○\tJane Roe (@jroe, jane@roe.example)
○\tJohn Smith, @jsmith, js@smith.example
●\tUpstream Issue: https://github.com/longhorn/longhorn/issues/12
`

const plain = (text: string) => ({ plain: text, html: '' })

const entry = `#### Longhorn

##### Rehearse the loss of a node

- Description: A drill that nobody notices.
  It runs each night.
- Expected Outcome:
  - A command starts it.
    - It can be stopped.
  - A report is written.
- Recommended Skills: Go
- Expected project size: 
- Mentor(s):
  - Jane Roe (@jroe, jane@roe.example)
  - John Smith (@jsmith, js@smith.example)
- Upstream Issue (URL): https://github.com/longhorn/longhorn/issues/12
- Difficulty: medium
`

test('paste as idea: every word arrives, in the form of the list, at its place and in its table of contents', () => {
  const { file, read } = opened(gsoc, path)
  const text = leftAlone(gsoc, planPastedIdea(file, plain(copied), 0, read))
  assert.ok(text.includes(entry))
  assert.ok(text.includes('- [Longhorn](#longhorn)\n  - [Rehearse the loss of a node](#rehearse-the-loss-of-a-node)\n'))
  const names = read(text).projects.map(({ name }) => name)
  assert.equal(names.indexOf('Longhorn'), names.indexOf('OpenCost') - 1, 'the list is sorted')
  assert.equal(text.replace(`${entry}\n`, '').replace(/- \[Longhorn\].*\n.*\n/, ''), gsoc)
})

test('paste as idea: into its project if the list has it, and into the one at the cursor if the text names none', () => {
  const { file, read } = opened(gsoc, path)
  const nameless = copied.replace('Longhorn\n', '')
  for (const [text, at] of [
    [copied.replace('Longhorn', 'OpenCost'), 0],
    [nameless, gsoc.indexOf('##### Cost / carbon')],
  ] as const) {
    const after = read(leftAlone(gsoc, planPastedIdea(file, plain(text), at, read)))
    const own = after.projects.find(({ name }) => name === 'OpenCost')
    assert.equal(own?.ideas.at(-1)?.idea.heading?.text, 'Rehearse the loss of a node')
  }
  assert.match(refusal(planPastedIdea(file, plain(nameless), 0, read)), /does not name a project/)
  assert.match(refusal(planPastedIdea(file, plain('Hello'), 0, read)), /clipboard does not contain an idea/)
})

/** The plan for any number of ideas, without fixes. */
const planAll = (list: string, copiedText: string, readAs?: ReadEditedText) => {
  const { file, read } = opened(list, path, readAs)
  const steps = planFixedPaste(file, plain(copiedText), 0, read, function* () {
    yield
    return []
  })
  let step = steps.next()
  while (!step.done) step = steps.next()
  return step.value
}

const pastedAll = (list: string, copiedText: string, readAs?: ReadEditedText): string =>
  leftAlone(list, planAll(list, copiedText, readAs))

test('paste as idea: names by labels, prose below them, and a duration as the size', () => {
  const text = pastedAll(
    gsoc,
    `Project: Longhorn
Title: Mirror artifacts

Zebra quagga runs.

Expected outcome: okapi.
Skills: Go
Duration: 350h
Mentors: Tom Brown (@tomb, tom@corp.example)
Link: https://example.org/issues/1
`,
  )
  assert.ok(
    text.includes(`##### Mirror artifacts

- Description: Zebra quagga runs.
- Expected Outcome: okapi.
- Recommended Skills: Go
- Expected project size: 350h
- Mentor(s):
  - Tom Brown (@tomb, tom@corp.example)
- Upstream Issue (URL): https://github.com/longhorn/longhorn/issues/
- Link: https://example.org/issues/1
`),
    text.slice(text.indexOf('##### Mirror') - 20, text.indexOf('##### Mirror') + 500),
  )
})

test('paste as idea: several people of a row get a row each, and a person with an organization one', () => {
  const withMentors = (row: string): string =>
    pastedAll(gsoc, `Project: Longhorn\nTitle: Mirror artifacts\n\nZebra quagga runs.\n\nSkills: Go\nMentors: ${row}\n`)
  for (const row of ['Phan Le, Derek Su (@derekbit)', 'Phan Le and Derek Su (@derekbit)', 'Phan Le; Derek Su (@derekbit)'])
    assert.ok(withMentors(row).includes('- Mentor(s):\n  - Phan Le\n  - Derek Su (@derekbit)\n'), row)
  for (const row of ['Jane Roe, CERN (@jane)', 'Jane Roe, Red Hat (@jane)', 'Smith, John (@js)'])
    assert.ok(withMentors(row).includes(`- Mentor(s):\n  - ${row}\n`), row)
})

test('paste as idea: paragraphs of a description stay paragraphs, and lines of one stay lines', () => {
  const copiedText = `Longhorn
Mirror artifacts

Description: Zebra quagga runs.
It runs at night.

The okapi watches.

● One stripe
● Two stripes

Nobody counts them.

Skills: Go
Mentors:

Tom Brown (@tomb, tom@corp.example)

Ada Lee (@adalee, ada@corp.example)
`
  const text = pastedAll(gsoc, copiedText)
  assert.ok(
    text.includes(`##### Mirror artifacts

- Description: Zebra quagga runs.
  It runs at night.

  The okapi watches.
  - One stripe
  - Two stripes

  Nobody counts them.
- Expected Outcome: 
- Recommended Skills: Go
- Expected project size: 
- Mentor(s):
  - Tom Brown (@tomb, tom@corp.example)
  - Ada Lee (@adalee, ada@corp.example)
`),
    text.slice(text.indexOf('##### Mirror'), text.indexOf('##### Mirror') + 500),
  )
  const { file } = opened(text, path)
  const ideas = file.projects.flatMap((project) => project.ideas)
  const idea = ideas.find((each) => each.idea.heading?.text === 'Mirror artifacts')!
  const [description] = idea.idea.fields
  const value = text.slice(idea.at + description!.valueSpan.start, idea.at + description!.valueSpan.end)
  assert.ok(value.startsWith('Zebra') && value.endsWith('Nobody counts them.'), value)
  assert.equal(description!.isOutsideItem, false)
  assert.equal(pastedAll(gsoc.replaceAll('\n', '\r\n'), copiedText.replaceAll('\n', '\r\n')), text.replaceAll('\n', '\r\n'))
})

test('paste as idea: forms of other organizations, with bold labels and headings', () => {
  const text = pastedAll(
    gsoc,
    `## Zebra stripes for Longhorn

**Project:** Longhorn

**Possible mentors:** @tomb, @janeroe

**Length:** 350 hours

**Color:** blue

**Skills needed:** Go, quagga

### Details

The wombat text is long.

### Expected results

* okapi

### Further reading

A book.
`,
  )
  const at = text.indexOf('##### Zebra stripes')
  assert.equal(
    text.slice(at, text.indexOf('####', at + 5)).trimEnd(),
    `##### Zebra stripes for Longhorn

- Description: The wombat text is long.
- Expected Outcome:
  - okapi
- Recommended Skills: Go, quagga
- Expected project size: 350 hours
- Mentor(s):
  - @tomb
  - @janeroe
- Upstream Issue (URL): https://github.com/longhorn/longhorn/issues/
- Color: blue
- Further reading: A book.`,
  )
})

test('paste as idea: an issue as GitHub shows it, whose headings are the labels', () => {
  const text = pastedAll(
    gsoc,
    `### CNCF Project

Longhorn

### Program Name

Zebra stripes

### Program Description

The wombat text is long.

### Technologies

_No response_

### Mentors

Tom Brown | @tomb | tom@corp.example

### Upstream Issue

https://github.com/longhorn/longhorn/issues/12
`,
  )
  assert.match(text, /#### Longhorn\n\n##### Zebra stripes\n\n- Description: The wombat text is long\.\n/)
  assert.ok(text.includes('issues/12\n') && text.includes('@tomb') && !text.includes('_No response_'))
})

const second = `Flux
Wombat drift

• Description: A wombat.
• Recommended Skills: Go
• Mentors:
o\tAnn Lee (@annlee, ann@lee.example)
`

test('paste as idea: each of several ideas comes to its place', () => {
  const text = pastedAll(gsoc, `${copied}\n${second}`)
  assert.ok(text.includes(entry))
  assert.match(text, /#### Flux\n\n[\s\S]*##### Wombat drift\n\n- Description: A wombat\.\n/)
  assert.ok(text.indexOf('##### Wombat drift') < text.indexOf('#### KEDA'))
  const rows = 'Project\tTitle\tDescription\tSkills\nLonghorn\tOne\tA\tGo\nFlux\tTwo\tB\tRust\n'
  assert.match(pastedAll(gsoc, rows), /##### Two\n\n- Description: B\n[\s\S]*##### One\n\n- Description: A\n/)
  const { file, read } = opened(gsoc, path)
  const mixed = `${copied}Flux:\n• Description: A wombat.\n• Recommended Skills: Go\n`
  assert.match(refusal(planPastedIdea(file, plain(mixed), 0, read)), /contains several ideas/)
})

/** Why a paste with the fixes that are safe is refused. */
const refusedAll = (text: string, file = opened(gsoc, path).file, readAs: ReadEditedText = opened(gsoc, path).read): string => {
  const steps = planFixedPaste(file, plain(text), 0, readAs, function* () {
    yield
    return []
  })
  let step = steps.next()
  while (!step.done) step = steps.next()
  return refusal(step.value)
}

test('paste as idea: a refusal says the true reason', () => {
  const folder = readForeign(oneIdeaAFile)
  const two = 'Title\tDescription\tSkills\nOne\tA\tGo\nTwo\tB\tRust\n'
  for (const said of [refusedAll(two, folder, readForeign), refusal(planPastedIdea(folder, plain(two), 0, readForeign))])
    assert.match(said, /several ideas, but each idea of this list has a file of its own/)
  const rows = two.slice(two.indexOf('\n') + 1)
  for (const said of [
    refusedAll(rows),
    refusedAll(rows.split('\n')[0]!),
    refusal(planPastedIdea(folder, plain(rows), 0, readForeign)),
  ])
    assert.match(said, /Copy the header row, too/)
  for (const text of ['Hello', 'Hello\tworld', 'One\tA\tGo\nand text\n'])
    assert.match(refusedAll(text), /does not contain an idea/, text)
})

/** Words that no list has, as a paste of any kind may contain them. */
const anyWord = fc.integer({ min: 0, max: 9999 }).map((number) => `Qx${number}z`)
const anyLabel = fc.constantFrom(
  'Description',
  'Skills',
  'Mentors',
  'Duration',
  'Expected outcome',
  'Background',
  'Link',
  'Title',
  'Project',
)
const anyCopiedLine = fc.oneof(
  anyWord,
  fc.tuple(anyLabel, fc.option(anyWord, { nil: '' })).map(([label, word]) => `${label}: ${word}`),
  fc.tuple(fc.constantFrom('● ', '○ ', '  - ', '1. '), anyWord).map(([bullet, word]) => bullet + word),
  fc.tuple(fc.constantFrom('● ', '• '), anyLabel, anyWord).map(([bullet, label, word]) => `${bullet}${label}: ${word}`),
  fc.tuple(anyLabel, anyWord).map(([label, word]) => `**${label}:** ${word}`),
  fc.tuple(anyWord, anyWord).map(([handle, address]) => `● Ada Roe, @${handle}, ${address}@example.org`),
  anyLabel.map((label) => `### ${label}`),
  fc.tuple(anyLabel, anyWord).map(([label, word]) => `| ${label} | ${word} |`),
  anyWord.map((word) => `    ${word} = 1`),
  fc.constantFrom('', '```', '  ~~~', '- ```sh', '---', '|---|---|'),
)

test('paste as idea: whatever is pasted, every word arrives or nothing does', () => {
  const lists = [
    { list: gsoc, readAs: undefined },
    ...[boldParagraphs, headingLabels, iconItems, rowsInIdeas, ideaRows, oneIdeaAFile].map((list) => ({
      list,
      readAs: readForeign,
    })),
  ]
  const countIdeas = ({ projects }: IdeaFile): number => projects.flatMap(({ ideas }) => ideas).length
  let pasted = 0
  fc.assert(
    fc.property(
      fc.constantFrom(...lists),
      fc.array(anyCopiedLine, { minLength: 4, maxLength: 12 }),
      ({ list, readAs }, lines) => {
        const { file, read } = opened(list, path, readAs)
        const text = ['Longhorn', 'Rehearse it', ...lines].join('\n')
        const made = planPastedIdea(file, plain(text), 0, read)
        if ('refusal' in made) return
        pasted++
        const after = leftAlone(made.newFile === undefined ? list : '', made)
        assert.equal(countIdeas(read(after)), made.newFile === undefined ? countIdeas(file) + 1 : 1, after)
        for (const word of text.match(/Qx\d+z/g) ?? []) assert.ok(after.includes(word), `${word} of\n${text}`)
      },
    ),
    runs(300),
  )
  assert.ok(pasted > 50, `only ${pasted} were pasted`)
})

const lamps = `Ring the bell
Description: It rings.
Skills: Rust
Difficulty: hard
Mentors:
● Jane Roe\tjroe\tjane@roe.example
● John Smith, @jsmith, js@smith.example
`

test('paste as idea: lists of other organizations have their own labels and marks; of people nothing is lost', () => {
  for (const [list, written] of [
    [
      boldParagraphs,
      '**Difficulty**: hard\n\n**Description**:\nIt rings.\n\n**Mentors**: Jane Roe (@jroe, jane@roe.example), John Smith (@jsmith, js@smith.example)\n',
    ],
    [
      headingLabels,
      '#### Abstract\n\nIt rings.\n\n#### Prerequisites\n\n* Rust\n\n#### Potential Mentors\n\nJane Roe (@jroe, jane@roe.example), John Smith (@jsmith, js@smith.example)\n',
    ],
    [iconItems, '- 👩 **Mentor(s):** Jane Roe (@jroe, jane@roe.example), John Smith (@jsmith, js@smith.example)\n'],
    [
      ideaRows,
      '| 5 | **Ring the bell**<br>It rings.<br>Skills: Rust |  | hard | Jane Roe (@jroe, jane@roe.example), John Smith (@jsmith, js@smith.example) |',
    ],
  ] as const) {
    const file = readForeign(list)
    const text = leftAlone(list, planPastedIdea(file, plain(lamps), 0, readForeign))
    assert.ok(text.includes(written), text.slice(-500))
  }
})

test('paste as idea: short items stay items in a list of another organization that can have them, and words stay on a line', () => {
  const bells = `Ring the bell
Description: It rings.
Skills:
● Rust
● C
Expected Outcome:
● A rope
○ A knot
● A hook
Mentors: Jane Roe (@jroe)
`
  const headings = headingLabels.replaceAll('#### Prerequisites', '#### Expected Outcome\n\nNone yet.\n\n#### Prerequisites')
  const outcomes = boldParagraphs.replaceAll('**Mentors**', '**Expected Outcome**: None yet.\n\n**Mentors**')
  const listed = outcomes.replace('**Expected Outcome**: None yet.', '**Expected Outcome**:\n\n- A lens')
  const items = '- A rope\n  - A knot\n- A hook\n'
  for (const [list, written] of [
    [headings, `#### Expected Outcome\n\n${items}\n#### Prerequisites\n\n* Rust\n* C\n`],
    [headingLabels, `#### Expected Outcome\n\n${items}`],
    [listed, `**Expected Outcome**:\n\n${items}\n**Mentors**: Jane Roe`],
    [listed, '**Skills**: Rust, C\n'],
  ] as const) {
    const file = readForeign(list)
    const text = leftAlone(list, planPastedIdea(file, plain(bells), 0, readForeign))
    assert.ok(text.includes(written), text.slice(-600))
  }
})

test('paste as idea: in a table what has no column goes to the description, and Project may be the title', () => {
  const zebra = `Zebra stripes

Description: Quagga runs.
Skills: Go, C
Mentors: Tom Brown (@tomb), Ada Byron
Expected outcome: okapi
`
  for (const name of ['Idea', 'Project']) {
    const list = `# Summer projects

| ${name} | Description | Skills | Size | Mentors |
|---|---|---|---|---|
| Faster parser | Make the parser incremental | C, fuzzing | 350 h | Ada Byron (@adab) |
| Docs search | Search in the documentation | JavaScript | 90 h | Kurt Weil (@kurtw), Ada Byron (@adab) |
| Better logs | Structured logging of all that happens | Go | 175 h | Lin Po (@linpo) |
`
    const text = leftAlone(list, planPastedIdea(readForeign(list), plain(zebra), 0, readForeign))
    const row = '| Zebra stripes | Quagga runs.<br>Expected outcome: okapi | Go, C |  | Tom Brown (@tomb), Ada Byron |\n'
    assert.equal(text, list + row)
  }
})

test('paste as idea: an offer only for text that is not written for this list', () => {
  const { file } = opened(gsoc, path)
  assert.equal(looksLikeCopiedIdea(file, plain(copied)), true)
  for (const text of ['Hello', 'Rehearse\nSkills: Go\nMentors: Jane Roe\n'])
    assert.equal(looksLikeCopiedIdea(file, plain(text)), false, text)
  const withCode = copied.replace('It runs each night.', '```sh\n# all of it\nmake\n```')
  assert.equal(looksLikeCopiedIdea(file, plain(withCode)), true)
  assert.equal(looksLikeCopiedIdea(opened('# Notes\n').file, plain(copied)), false)
  for (const [text, isWritten] of [
    [entry, true],
    [entry.replaceAll('\n', '\r\n'), true],
    [entry.replace('##### ', '### '), false],
    [entry.replace('- Difficulty: medium', '**Difficulty:** medium'), false],
    [copied, false],
  ] as const) {
    assert.equal(isWrittenForList(plain(text), planned(planAll(gsoc, text)).edits), isWritten, text)
  }
})

const goesOn = `- Description: A drill.
- Expected Outcome: A report.
- Recommended Skills: Go
- Mentor(s):
  - Jane Roe (@jroe)
`

test('paste as idea: an offer for ideas below headings', () => {
  const headings = goesOn.replaceAll(/^- ([\w() ]+):/gm, '\n### $1\n\n').replaceAll('(s)', 's')
  for (const text of [
    `##### Rehearse\n\n${goesOn}`,
    `## Longhorn\n\n### Rehearse\n\n${goesOn}`,
    `# Ideas 2026\n\n## Rehearse\n\n${goesOn}\n## Mirror\n\n${goesOn}`,
    `## Rehearse\n\nA drill.\n\n**Skills:** Go\n\n**Size:** small\n\n**Mentors:** Jane Roe\n`,
    `# Rehearse\n${headings}`,
    `### Project\n\nLonghorn\n\n### Title\n\nRehearse\n${headings}`,
  ])
    for (const file of [opened(gsoc, path).file, readForeign(boldParagraphs)])
      assert.equal(looksLikeCopiedIdea(file, plain(text)), true, text)
})

test('paste as idea: no offer for documents with headings', () => {
  const readme = `# Zebra

A tool.

## Description

It runs.

## Requirements

- Go

## Issues

https://github.com/zebra/zebra/issues

## Mentoring

Write to us.
`
  for (const text of [
    readme,
    readFileSync('README.md', 'utf8'),
    readFileSync('CONTRIBUTING.md', 'utf8'),
    readFileSync('CHANGELOG.md', 'utf8'),
    '# Weekly sync\n\nTime: 10:00\n\n## Goals\n\n- Ship\n\n## Summary\n\nShipped.\n\n## Issues\n\nNone.\n',
    `# Guide\n\n## Mentors\n\nAsk them early.\n\n## Size\n\nSmall ones.\n\n## Skills\n\nAny.\n\n## Timeline\n\nJune.\n`,
  ])
    for (const file of [opened(gsoc, path).file, readForeign(boldParagraphs)])
      assert.equal(looksLikeCopiedIdea(file, plain(text)), false, text.slice(0, 60))
})

test('make it an idea: lines at the end of a list move to their place, and nothing else changes', () => {
  for (const eol of ['\n', '\r\n']) {
    const text = `${gsoc}\n${copied}`.replaceAll('\n', eol)
    const { file, read } = opened(text, path)
    const [found, ...others] = headlessIdeasOf(file)
    assert.equal(others.length, 0)
    const edits = planHeadlessIdea(file, found!.span, read)
    const { file: without, read: readAs } = opened(gsoc.replaceAll('\n', eol), path)
    assert.equal(applyEdits(text, edits!), leftAlone(without.text, planPastedIdea(without, plain(copied), 0, readAs)))
  }
})

const idea = `### Harbor

#### Sign images
- Description: A registry.
- Mentor(s): $0
- Upstream Issue:
`

const offered = (marked: string, text: string) => {
  const { file, offset } = opened(marked, 'lfx-mentorship/2026/01-Mar-May/project_ideas.md')
  return pasteOffersInField(file, offset, text).map(({ insertText, edits }) => ({ insertText, edits }))
}

/** The text after the first offer, with further lines indented as the cursor's line is: so does VS Code. */
const pasted = (marked: string, copied: string): string | undefined => {
  const [offer] = offered(marked, copied)
  const before = marked.slice(0, marked.indexOf('$0'))
  const indent = /[ \t]*/.exec(before.slice(before.lastIndexOf('\n') + 1))![0]
  return offer && marked.replace('$0', offer.insertText.replaceAll('\n', `\n${indent}`))
}

test('paste in a field: rows of people become entries', () => {
  const rows = 'Jane Roe\tjroe\tjane@roe.example\nJohn Smith\tjsmith\tjs@smith.example\n'
  const entries = '  - Jane Roe (@jroe, jane@roe.example)\n  - John Smith (@jsmith, js@smith.example)'
  const whole = idea.replace('$0', `\n${entries}`)
  assert.equal(pasted(idea, rows), whole)
  for (const begun of ['  - $0', '  $0']) assert.equal(pasted(idea.replace('$0', `\n${begun}`), rows), whole, begun)
  const ada = '  - Ada Fern (@ada-fern, ada@example.org)'
  for (const begun of ['  - $0', '  $0', '$0'])
    assert.equal(pasted(idea.replace('$0', `\n${ada}\n${begun}`), rows), idea.replace('$0', `\n${ada}\n${entries}`), begun)
  const indented = (text: string): string => text.replaceAll(/^(?=[ -]{1,3}\S)/gm, '  ')
  assert.equal(pasted(indented(idea), rows), indented(idea).replace('$0', `\n${entries.replaceAll(/^/gm, '  ')}`))
  assert.deepEqual(offered(idea, 'Jane Roe and others'), [])
  assert.deepEqual(offered(idea.replace('registry.', 'registry.$0').replace('$0\n- U', '\n- U'), rows), [])
})

test('paste in a field: the header row of people is left out', () => {
  const whole = idea.replace('$0', '\n  - Jane Roe (@jroe, jane@roe.example)\n  - John Smith (@jsmith, js@smith.example)')
  const rows = 'Jane Roe\tjroe\tjane@roe.example\nJohn Smith\tjsmith\tjs@smith.example\n'
  for (const head of ['Name\tGitHub\tEmail', 'Mentor\tGitHub handle\tE-mail address', 'Full name, GitHub username, Email'])
    assert.equal(pasted(idea.replace('$0', '\n  - $0'), `${head}\n${rows}`), whole, head)
  for (const text of ['Name\tGitHub\tEmail\n', `Jane\tGitHub\tEmail\n${rows}`, `Name\n${rows}`])
    assert.deepEqual(offered(idea, text), [], text)
})

test('paste in a field: people come on one line where a list has bold labels before them', () => {
  const rows = 'Name\tGitHub\tEmail\nJane Roe\tjroe\tjane@roe.example\nJohn Smith\tjsmith\tjs@smith.example\n'
  const both = 'Jane Roe (@jroe, jane@roe.example), John Smith (@jsmith, js@smith.example)'
  for (const [begun, inserted] of [
    ['**Mentors**: Leo Brook, ', both],
    ['**Mentors**: Leo Brook,', ` ${both}`],
    ['**Mentors**: ', both],
  ] as const) {
    const marked = boldParagraphs.replace('**Mentors**: Leo Brook', `${begun}$0`)
    const [offer] = pasteOffersInField(readForeign(marked.replace('$0', '')), marked.indexOf('$0'), rows)
    assert.equal(offer?.insertText, inserted, begun)
  }
})

test('paste in a field: the address of an issue replaces the beginning of one', () => {
  const url = 'https://github.com/goharbor/harbor/issues/12'
  const issue = idea.replace(' $0', '').replace('Issue:', 'Issue: $0')
  assert.deepEqual(offered(issue, 'goharbor/harbor#12\n'), [{ insertText: url, edits: [] }])
  assert.deepEqual(offered(issue, `${url}#issuecomment-5`), [{ insertText: url, edits: [] }])
  assert.deepEqual(offered(issue, url), [])
  assert.deepEqual(offered(issue, 'https://example.org/x#12'), [])
  const begun = 'https://github.com/goharbor/harbor/issues/'
  const at = issue.indexOf('$0')
  assert.deepEqual(offered(issue.replace('$0', `${begun}$0`), url), [
    { insertText: '', edits: [{ start: at, end: at + begun.length, newText: url }] },
  ])
})
