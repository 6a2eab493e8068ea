import assert from 'node:assert/strict'
import { test } from 'node:test'
import { planNewMentor } from '../../../../server/src/features/authoring/newMentor.ts'
import { boldParagraphs, headingLabels, iconItems, ideaRows, readForeign, rowsInIdeas } from '../../../support/foreignLists.ts'
import { withSnippet } from '../../../support/plans.ts'

/** The text after New Mentor in the idea with a title; `from` becomes `to`, and nothing else changes. */
function checkNewMentor(text: string, title: string, from: string, to: string): void {
  const at = text.indexOf(title)
  const start = text.indexOf(from, at)
  assert.ok(at >= 0 && start >= 0)
  const expected = text.slice(0, start) + to + text.slice(start + from.length)
  assert.equal(withSnippet(text, planNewMentor(readForeign(text), at)), expected)
}

test('new mentor: the form and the separator of the list', () => {
  checkNewMentor(boldParagraphs, 'Count the ships', ': Leo Brook', `: Leo Brook, \${1:Name}$0`)
  checkNewMentor(headingLabels, 'Dim the lamp', '@mia-stone', `@mia-stone @\${1:handle}$0`)
  checkNewMentor(
    iconItems,
    'Count the ships',
    'com/leo-brook)',
    `com/leo-brook) | [\${1:Name}](https://github.com/\${2:handle})$0`,
  )
  checkNewMentor(ideaRows, 'Count the gulls', 'Leo Brook', `Leo Brook, \${1:Name}$0`)
})

test('new mentor: a known person is written in the form of the list', () => {
  const person = { name: 'Cy Moss', handle: 'cy-moss', email: 'cy@example.org' }
  const text = withSnippet(iconItems, planNewMentor(readForeign(iconItems), iconItems.indexOf('Count the ships'), person))
  assert.ok(text.includes('com/leo-brook) | [Cy Moss](https://github.com/cy-moss)$0'), text)
})

// biome-ignore-start lint/suspicious/noTemplateCurlyInString: snippets
test('new mentor: what is typed is read for the form of the list, and nothing of it is lost', () => {
  const added = (text: string, name: string): string =>
    withSnippet(text, planNewMentor(readForeign(text), text.indexOf('Count the ships'), { name }))
  for (const [typed, entry] of [
    ['Cy Moss (@cy-moss)', '[Cy Moss](https://github.com/cy-moss)$0'],
    ['Cy Moss', '[Cy Moss](https://github.com/${1:handle})$0'],
    ['@cy-moss', '[${1:Name}](https://github.com/cy-moss)$0'],
    ['Cy Moss (@cy-moss, cy@example.org)', 'Cy Moss (@cy-moss, cy@example.org)$0'],
  ] as const)
    assert.ok(added(iconItems, typed).includes(`com/leo-brook) | ${entry}`), added(iconItems, typed))
  assert.ok(added(boldParagraphs, 'Cy Moss (@cy-moss)').includes('Leo Brook, Cy Moss (@cy-moss)$0'))
})
// biome-ignore-end lint/suspicious/noTemplateCurlyInString: snippets

test('new mentor: one a line where the others have a line each', () => {
  const inLines = (people: string): string =>
    people
      .split(', ')
      .map((name) => `* ${name} <${name.slice(0, 3).toLowerCase()}@example.org>`)
      .join('\n')
  const bullets = boldParagraphs.replaceAll(/\*\*Mentors\*\*: (.*)/g, (_, people: string) => `**Mentors**:\n\n${inLines(people)}`)
  checkNewMentor(bullets, 'Count the ships', 'leo@example.org>', `leo@example.org>\n* \${1:Name} <\${2:email}>$0`)
})

test('new mentor: a word for no one is replaced, an empty field is filled in, a missing one is added', () => {
  const unnamed = boldParagraphs.replace('**Mentors**: Leo Brook', '**Mentors**: TBD')
  checkNewMentor(unnamed, 'Count the ships', 'TBD', `\${1:Name}$0`)
  const empty = boldParagraphs.replace('**Mentors**: Leo Brook', '**Mentors**:')
  checkNewMentor(empty, 'Count the ships', '**Mentors**:', `**Mentors**: \${1:Name}$0`)
  const without = boldParagraphs.replace('\n**Mentors**: Leo Brook\n', '')
  checkNewMentor(without, 'Count the ships', 'no one counts them.', `no one counts them.\n\n**Mentors**: \${1:Name}$0`)
  const withoutRow = rowsInIdeas.replace('| Mentors    | [@mia-stone](https://github.com/mia-stone)   |\n', '')
  checkNewMentor(
    withoutRow,
    'Turn the lamp',
    'Rust                                         |',
    `Rust                                         |\n| Mentors | [@\${1:handle}](https://github.com/\${1})$0 |`,
  )
})
