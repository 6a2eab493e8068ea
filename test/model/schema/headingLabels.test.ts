import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readIdeaFile, updateIdeaFile } from '../../../server/src/model/ideaFile.ts'
import type { IdeaFile, Mentor } from '../../../server/src/model/types.ts'
import { createLinter } from '../../../server/src/rules/engine/createLinter.ts'
import { rules } from '../../../server/src/rules/index.ts'
import { changeBetween } from '../../../server/src/text/textChange.ts'

const options = { path: 'docs/ideas.md', knowsProject: () => false }
const read = (text: string) => readIdeaFile(text, options)

const person = ({ name, handle, primary }: Mentor): string =>
  [name, handle && `@${handle}`, primary && 'primary'].filter((part) => part).join(' ')

/** `title: labels: people: hours`, one for each idea. */
const shown = (file: IdeaFile): readonly string[] =>
  file.projects.flatMap(({ ideas }) =>
    ideas.map(({ idea }) =>
      [
        idea.heading?.text,
        idea.fields.map(({ label }) => label).join(', '),
        idea.mentors.map(person).join(', '),
        ...(idea.size ? [idea.size.hours] : []),
      ].join(': '),
    ),
  )

const problems = (text: string): readonly string[] =>
  createLinter(rules)
    .lint(read(text))
    .map(({ code, message }) => `${code}: ${message}`)

const valued = (title: string, hours: number, level: string): string =>
  `### ${title}\n\n#### Skills:\n- C\n\n#### Mentors:\n- [Mia Stone](https://github.com/miast)\n\n#### Size: ${hours} hours\n\n#### **Difficulty**: ${level}\n`

test('labelsOfHeadingParts: a heading of a label and its value is that label, whatever the value is', () => {
  const text = `# Lamps\n\n${valued('Dim it', 350, 'hard')}\n${valued('Wire it', 350, 'hard')}\n${valued('Paint it', 90, 'easy')}`
  assert.deepEqual(shown(read(text)), [
    'Dim it: Skills:, Mentors:, Size, Difficulty: Mia Stone @miast: 350',
    'Wire it: Skills:, Mentors:, Size, Difficulty: Mia Stone @miast: 350',
    'Paint it: Skills:, Mentors:, Size, Difficulty: Mia Stone @miast: 90',
  ])
  assert.deepEqual(problems(text), [])
  const edited = text.replace('Size: 90', 'Size: 175')
  const file = read(text)
  assert.deepEqual(shown(updateIdeaFile(file, edited, changeBetween(text, edited), options)), shown(read(edited)))
})

test('labelsOfHeadingParts: titles that begin with a word for a role are titles', () => {
  const idea = (title: string): string =>
    `### ${title}\n\n#### Skills\n\nC\n\n#### Mentors\n\n[Mia Stone](https://github.com/miast)\n`
  const text = `# Lamps\n\n## Indoor\n\n${idea('Software: dim the lamps')}\n## Outdoor\n\n${idea('Software: wire the poles')}`
  assert.deepEqual(
    read(text).projects.flatMap(({ ideas }) => ideas.map(({ idea }) => idea.heading?.text)),
    ['dim the lamps', 'wire the poles'],
  )
})

test('labelsOfHeadingParts: labels and titles may alternate at one level', () => {
  const idea = (title: string): string =>
    `### **${title}**\n\n### Urgency\n\nHigh\n\n### **Skills:**\n\n* C\n\n### Potential mentors:\n\n[**Mia Stone**](https://github.com/miast)**,** [**Noor Haddad**](https://github.com/noorh) **and** [**Ben Fern**](https://github.com/benf)\n`
  const text = `# Lamps\n\n## Ideas\n\n${['Dim the lamps', 'Wire the poles', 'Paint all of the walls'].map(idea).join('\n')}`
  const people = 'Mia Stone @miast, Noor Haddad @noorh, Ben Fern @benf'
  assert.deepEqual(shown(read(text)), [
    `Dim the lamps: Urgency, Skills:, Potential mentors:: ${people}`,
    `Wire the poles: Urgency, Skills:, Potential mentors:: ${people}`,
    `Paint all of the walls: Urgency, Skills:, Potential mentors:: ${people}`,
  ])
  assert.deepEqual(problems(text), [])
})

test('labelsOfHeadingParts: below several ideas labels belong to the idea above them, next to a heading that is none', () => {
  const idea = (title: string, more: string): string =>
    `## ${title}\n\n### ${more}\n\nA lamp.\n\n### Skills\n\nC\n\n### Mentors\n\n[Mia Stone](https://github.com/miast)\n`
  const text = `# Lamps\n\n${idea('Dim it', 'Where the wires are')}\n${idea('Wire it', 'What a pole can hold')}`
  assert.deepEqual(shown(read(text)), ['Dim it: Skills, Mentors: Mia Stone @miast', 'Wire it: Skills, Mentors: Mia Stone @miast'])
})

test('readLearnedIdea: people of labels below a heading of mentors count once', () => {
  const idea = (title: string): string =>
    `## ${title}\n\n### Skills\n\nC\n\n### Mentors\n\n- Ben Fern\n- **Primary mentor**: [Mia Stone](https://github.com/miast)\n- **Backup mentor**: [Noor Haddad](https://github.com/noorh)\n`
  const [first] = read(`# Lamps\n\n${idea('Dim it')}\n${idea('Wire it')}`).projects[0]!.ideas
  assert.deepEqual(first!.idea.mentors.map(person), ['Ben Fern', 'Mia Stone @miast primary', 'Noor Haddad @noorh'])
})

test('labelInLine: a word with a role in bold may end in a full stop; the end of a sentence is no label', () => {
  const idea = (title: string): string =>
    `## ${title}\n\nThis is sold in\npackages. More details:\nsee the shelf.\n\n**Difficulty.** Hard.\n\n**The first goal.** Light.\n\n**Mentors.** [Mia Stone](https://github.com/miast)\n`
  assert.deepEqual(shown(read(`# Lamps\n\n${idea('Dim it')}\n${idea('Wire it')}\n${idea('Paint it')}`)), [
    'Dim it: Difficulty, Mentors: Mia Stone @miast',
    'Wire it: Difficulty, Mentors: Mia Stone @miast',
    'Paint it: Difficulty, Mentors: Mia Stone @miast',
  ])
})

test('labelInLine: a label and its value may be bold together', () => {
  const idea = (title: string): string =>
    `## ${title}\n\n**Mentors: Mia Stone, Ben Fern**\n**Hours: 350**\n\n**Difficulty: hard**\n`
  const text = `# Lamps\n\n${idea('Dim it')}\n${idea('Wire it')}`
  assert.deepEqual(shown(read(text)), [
    'Dim it: Mentors, Hours, Difficulty: Mia Stone, Ben Fern: 350',
    'Wire it: Mentors, Hours, Difficulty: Mia Stone, Ben Fern: 350',
  ])
  const { idea: first, at } = read(text).projects[0]!.ideas[0]!
  assert.deepEqual(
    first.fields.map(({ valueSpan: { start, end } }) => text.slice(at + start, at + end)),
    ['Mia Stone, Ben Fern', '350', 'hard'],
  )
})

test('readPeople: words for a mentor are no name, and an address in the words of a link is none of them', () => {
  const idea = (title: string): string =>
    `## ${title}\n\n**Skills**: C\n\n**Mentor**: [Mia Stone \\<mia@example.org>](mailto:mia@example.org), *Alternate Mentor* (for the poles) [Ben Fern](https://github.com/benf)\n`
  const [first] = read(`# Lamps\n\n${idea('Dim it')}\n${idea('Wire it')}`).projects[0]!.ideas
  assert.deepEqual(first!.idea.mentors.map(person), ['Mia Stone', 'Ben Fern @benf'])
})

test('isTemplateTitle: empty boxes and `Mentor Name` are placeholders', () => {
  const idea = (title: string): string =>
    `## ${title}\n\n- **Outcome:** [ ]\n- **Skills:** [ ]\n- **Difficulty:** hard\n- **Mentors:** [Mentor Name](@githubprofile)\n`
  assert.equal(read(`# Lamps\n\n${idea('Dim it')}\n${idea('Wire it')}`).ideaList, false)
})

test('headingPartsOf: a title of few words that begins with a label is a title, as it has the labels of the others below it', () => {
  const idea = (title: string, end = '### Mentors\n\n- Mia Stone (@miast)\n') =>
    `## ${title}\n\n### Description\n\nAbout the ${title}.\n\n### Skills\n\nGo\n\n${end}\n`
  const titles = ['Dim it', 'Mentor dashboard', 'Language server', 'Skills graph', 'Size budget']
  const fields = 'Description, Skills, Mentors: Mia Stone @miast'
  assert.deepEqual(
    shown(read(`# Lamps\n\n${titles.map((title) => idea(title)).join('')}`)),
    titles.map((title) => `${title}: ${fields}`),
  )
  assert.deepEqual(
    shown(read(`# Lamps\n\n${idea('Dim it')}${idea('Mentor dashboard')}`)),
    ['Dim it', 'Mentor dashboard'].map((title) => `${title}: ${fields}`),
  )
  const begun = `# Lamps\n\n${idea('Dim it')}${idea('Wire it')}## Mentor dashboard\n\n### Skills\n\nRust\n`
  assert.deepEqual(shown(read(begun)), [`Dim it: ${fields}`, `Wire it: ${fields}`])
})
