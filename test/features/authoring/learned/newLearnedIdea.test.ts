import assert from 'node:assert/strict'
import { test } from 'node:test'
import { choicesFor } from '../../../../server/src/features/authoring/choices.ts'
import { planNewIdea } from '../../../../server/src/features/authoring/newIdea.ts'
import {
  boldParagraphs,
  foreignProblems,
  headingLabels,
  iconItems,
  ideaRows,
  readForeign,
  rowsInIdeas,
  twoOnALine,
} from '../../../support/foreignLists.ts'
import { filledIn, leftAlone, planned, refusal, withSnippet } from '../../../support/plans.ts'

const plan = (text: string, project = '', title = 'Ring the bell') =>
  planNewIdea(readForeign(text), { project, title, at: 0 }, readForeign)

/** The text after New Idea, its snippet in its own syntax, in LF and in CRLF; nothing else of the text changes. */
function checkNewIdea(text: string, after: string, inserted: string, project?: string): void {
  for (const ends of [(each: string) => each, (each: string) => each.replaceAll('\n', '\r\n')]) {
    const [before, rest] = [text.slice(0, text.indexOf(after) + after.length), text.slice(text.indexOf(after) + after.length)]
    assert.ok(text.includes(after), after)
    assert.equal(withSnippet(ends(text), plan(ends(text), project)), ends(before) + ends(inserted) + ends(rest))
  }
}

test('new idea: bold paragraphs follow bold paragraphs, with the values that the list has to choose from', () => {
  checkNewIdea(
    boldParagraphs,
    'The stairs are gray.\n\n**Mentors**: Mia Stone',
    `

### Ring the bell

**Skills**: \${1}

**Size**: \${2:Medium (175 hours)}

**Difficulty**: \${3:medium}

**Description**:
\${4}

**Mentors**: \${5:Name}$0`,
  )
})

test('new idea: headings as labels, in the group that is named, with the rule that is between ideas', () => {
  checkNewIdea(
    headingLabels,
    'It burns all day.\n\n#### Prerequisites\n\n* C\n\n#### Potential Mentors\n\n@mia-stone',
    `

***

### Ring the bell

#### Abstract

\${1}

#### Prerequisites

* \${2}

#### Potential Mentors

@\${3:handle}$0`,
    'lamp',
  )
})

test('new idea: a group that the list lacks comes after the last one', () => {
  const text = leftAlone(headingLabels, plan(headingLabels, 'Bells'))
  assert.ok(
    text.endsWith(
      '@leo-brook\n\n## Bells\n\n### Ring the bell\n\n#### Abstract\n\n\n\n#### Prerequisites\n\n* \n\n#### Potential Mentors\n\n@handle\n',
    ),
    text.slice(-200),
  )
  assert.deepEqual(
    readForeign(text).projects.map(({ name, ideas }) => [name, ideas.length]),
    [
      ['Lamp', 2],
      ['Stairs', 1],
      ['Bells', 1],
    ],
  )
})

test('new idea: icons, the next number, a title that is a link, a description without a label', () => {
  checkNewIdea(
    iconItems,
    '[Mia Stone](https://github.com/mia-stone)\n- ⏳ **Length:** 175 Hours',
    `

## 4) [Ring the bell](\${1})
\${2}

- 🎯 **Outcome:** \${3}
- 🧩 **Difficulty:** \${4:Medium}
- 👩 **Mentor(s):** [\${5:Name}](https://github.com/\${6:handle})
- ⏳ **Length:** \${7:175 Hours}$0`,
  )
})

test('new idea: a table of labels, whose handle is the text and the target of a link; the prefix of all titles', () => {
  checkNewIdea(
    rowsInIdeas,
    'Easy                                         |\n| Mentors    | [@leo-brook](https://github.com/leo-brook)   |',
    `

## Idea: Ring the bell

### Abstract

\${1}

| Category   | Rating                                       |
| ---------- | -------------------------------------------- |
| Difficulty | \${2:Medium}                                         |
| Skills     | \${3}                                           |
| Mentors    | [@\${4:handle}](https://github.com/\${4})   |$0`,
  )
  const filled = filledIn(rowsInIdeas, plan(rowsInIdeas), ['It rings.', 'Hard', 'Rope', 'ada-example'])
  const mentor = readForeign(filled).projects[0]!.ideas.at(-1)!.idea.mentors[0]
  assert.equal(mentor?.handle, 'ada-example')
})

test('new idea: labels on one line stay on one line, in the language of the list', () => {
  checkNewIdea(
    twoOnALine,
    'mittel\n\n**Kenntnisse:** Farbe',
    `

## Ring the bell

**Betreuung:** \${1:Name}

**Umfang:** \${2:350 Stunden} | **Schwierigkeitsgrad:** \${3:mittel}

**Kenntnisse:** \${4}$0`,
  )
})

test('new idea: a row of a table, with the next number', () => {
  checkNewIdea(
    ideaRows,
    '| 4 | **Count the gulls** | Harbor | hard | Leo Brook |',
    `\n| 5 | **Ring the bell** | \${1:Lamp} | \${2:medium} | \${3:Name} |$0`,
  )
  const withBar = leftAlone(ideaRows, plan(ideaRows, '', 'Ring a|b'))
  assert.equal(readForeign(withBar).projects[0]!.ideas.length, 5)
})

test('new idea: what is left to fill in is all that is reported, and everything is read back', () => {
  for (const text of [boldParagraphs, headingLabels, iconItems, ideaRows, rowsInIdeas, twoOnALine]) {
    const project = readForeign(text).projects[0]!.name
    const after = leftAlone(text, plan(text, project))
    const before = foreignProblems(text)
    const added = foreignProblems(after).filter((problem) => !before.includes(problem))
    assert.deepEqual(
      added.filter((problem) => !/^(?:empty-field|template-placeholder) at /.test(problem)),
      [],
    )
    const ideas = (each: string) => readForeign(each).projects.flatMap((group) => group.ideas)
    assert.equal(ideas(after).length, ideas(text).length + 1)
    assert.deepEqual(
      planned(plan(text, project)).edits.map(({ span }) => span.end - span.start),
      [0],
    )
  }
})

test('new idea: a title that the group has already, and none, are refused', () => {
  assert.match(refusal(plan(boldParagraphs, '', 'paint the Stairs')), /already/)
  assert.match(refusal(plan(boldParagraphs, '', ' ')), /title/)
})

test('new idea: the table of contents gets an entry of its own shape', () => {
  const toc =
    '# Harbor lights\n\n## Contents\n\n* [Turn the lamp faster](#turn-the-lamp-faster)\n* [Count the ships](#count-the-ships)\n* [Paint the stairs](#paint-the-stairs)\n'
  const text = boldParagraphs.replace('# Harbor lights\n', toc)
  assert.ok(leftAlone(text, plan(text)).includes('(#paint-the-stairs)\n* [Ring the bell](#ring-the-bell)\n\n## Ideas\n'))
})

test('new idea: what its title becomes', () => {
  const titleIn = (text: string): string => choicesFor(readForeign(text)).titleOf
  assert.deepEqual([boldParagraphs, iconItems, ideaRows].map(titleIn), ['heading', 'heading', 'row'])
  assert.equal(titleIn('---\ntitle: Dim it\nmentors: [Mia Stone]\nskills: [Go]\n---\n\nIt is too bright.\n'), 'file')
  assert.equal(titleIn(''), 'heading')
})
