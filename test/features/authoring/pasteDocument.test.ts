import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { copiedIdeas, planPastedIdea } from '../../../server/src/features/authoring/pasteIdea.ts'
import { boldParagraphs, headingLabels, iconItems, ideaRows, oneIdeaAFile, readForeign } from '../../support/foreignLists.ts'
import { leftAlone, opened, planned } from '../../support/plans.ts'

const gsoc = readFileSync('examples/programs/summerofcode/2026.md', 'utf8')
const path = 'programs/summerofcode/2026.md'

const pastedInOwnForm = (list: string, plain: string, html = ''): string => {
  const made = planned(planPastedIdea(readForeign(list), { plain, html }, 0, readForeign))
  return leftAlone(made.newFile === undefined ? list : '', made)
}

const wrapped = `Rehearse the loss of a node

Description: A drill that nobody notices, which goes on and on until a line has eighty
characters, and after that it goes on as it did before, on the next line, for all
others.

A second paragraph
of two lines.

- One
- Two

Skills: Go
Expected Outcome: A command that somebody can call from a shell, if there is one in the
cluster at all.
Mentors: Jane Roe (@jroe)
`

const paragraph = `A drill that nobody notices, which goes on and on until a line has eighty
characters, and after that it goes on as it did before, on the next line, for all
others.

A second paragraph
of two lines.

- One
- Two
`

test('paste as idea: a wrapped paragraph stays one in the form of each list', () => {
  for (const list of [boldParagraphs, headingLabels]) {
    const text = pastedInOwnForm(list, wrapped)
    assert.ok(text.includes(paragraph), text.slice(-900))
    assert.ok(text.includes('A command that somebody can call from a shell, if there is one in the\ncluster at all.\n'))
    const [crlf, shown] = [list, text].map((each) => each.replaceAll('\n', '\r\n')) as [string, string]
    assert.equal(pastedInOwnForm(crlf, wrapped.replaceAll('\n', '\r\n')), shown)
  }
})

test('paste as idea: a wrapped paragraph is one line of a cell', () => {
  const text = pastedInOwnForm(ideaRows, wrapped)
  assert.match(
    text,
    /until a line has eighty characters, and after that it goes on as it did before, on the next line, for all others\.<br>A second/,
  )
})

test('paste as idea: a wrapped paragraph is one line of front matter', () => {
  const list = oneIdeaAFile.replace('difficulty:', 'outcome: A bell.\ndifficulty:')
  assert.match(
    pastedInOwnForm(list, wrapped.replace('Expected Outcome', 'Outcome')),
    /outcome: A command.* in the cluster at all\.\n/,
  )
})

const documentOf = (title: string, issue: number): string =>
  `${title}<p dir="ltr"><b>Description:</b> It logs.</p><p>It runs at night</p><p><b>Skills:</b> Go</p><p><b>Mentors:</b> Pat Ho (@patho)</p><p><b>Issue:</b> <a href="https://github.com/falcosecurity/falco/issues/${issue}">link</a></p>`

test('paste as idea: each of several ideas of a document keeps the targets of its links', () => {
  for (const [first, second, between] of [
    ['<h2>Log sink</h2>', '<h2>Log source</h2>', '<br>'],
    ['<p>Log sink</p>', '<p>Log source</p>', '<br />'],
    ['<p><b>Log sink</b></p>', '<p><b>Log source</b></p>', ''],
    ['<h1>Ideas 2026</h1><h2>Log sink</h2>', '<h2>Log source</h2>', '<p></p>'],
  ] as const) {
    const html = documentOf(first, 1) + between + documentOf(second, 2)
    const plain = html.replace(/<\/(?:p|h\d)>/g, '\n').replace(/<[^<>]*>/g, '')
    const found = copiedIdeas(opened(gsoc, path).file, { plain, html })
    assert.deepEqual(
      found !== 'several' && found.map(({ title, fields }) => [title, fields.length, fields.at(-1)?.lines[0]?.text]),
      [
        ['Log sink', 4, '[link](https://github.com/falcosecurity/falco/issues/1)'],
        ['Log source', 4, '[link](https://github.com/falcosecurity/falco/issues/2)'],
      ],
      html,
    )
  }
})

test('paste as idea: other words for the fields of an idea are taken in every list', () => {
  const items = ['Summary: It lints.', 'Expected results: A linter.', 'Motivation: A storm.', 'Skills: Go', 'Supervisor: Pat Ho']
  const html = `<p class=MsoTitle>Rule linter</p>${items.map((item) => `<p><span>·<span>&nbsp;&nbsp; </span></span>${item}</p>`).join('')}`
  const plain = `Rule linter\n${items.map((item) => `·\t${item}\n`).join('')}`
  for (const copied of [html, '']) {
    const text = pastedInOwnForm(boldParagraphs, plain, copied)
    for (const written of [
      '**Description**:\nIt lints.\n',
      '**Skills**: Go\n',
      '**Mentors**: Pat Ho\n',
      '**Expected results**: A linter.',
      '**Motivation**: A storm.',
    ])
      assert.ok(text.includes(written), `${written}\n${text.slice(-500)}`)
  }
})

test('paste as idea: people come in the links of a list, and out of those of another one', () => {
  const links = '[Jane Roe](https://github.com/jroe), [John Smith](https://github.com/jsmith)'
  const handles = 'Jane Roe (@jroe), John Smith (@jsmith)'
  const inBrackets = boldParagraphs
    .replaceAll('Mia Stone', 'Mia Stone (@mia-stone)')
    .replaceAll('Leo Brook', 'Leo Brook (@leo-brook)')
  for (const people of [links, links.replace(', ', ' | '), handles, 'Jane Roe | @jroe |\nJohn Smith | @jsmith |']) {
    const copied = `Ring the bell\nDescription: It rings.\nSkills: Rust\nMentors:\n${people}\n`
    assert.ok(pastedInOwnForm(iconItems, copied).includes(`**Mentor(s):** ${links}\n`), people)
    assert.ok(pastedInOwnForm(inBrackets, copied).includes(`**Mentors**: ${handles}\n`), people)
  }
  const addressed = 'Ring the bell\nDescription: It rings.\nSkills: Rust\nMentors: Jane Roe (@jroe, jane@roe.example)\n'
  assert.ok(pastedInOwnForm(iconItems, addressed).includes('Jane Roe (@jroe, jane@roe.example)'), 'the address is not lost')
})

test('paste as idea: a size and a difficulty become those of the list if they say the same', () => {
  for (const [size, written] of [
    ['350h', 'Large (350 hours)'],
    ['about 175 hours', 'Medium (175 hours)'],
    ['medium', 'Medium (175 hours)'],
    ['Large (~350 hour projects)', 'Large (350 hours)'],
    ['90 hours', '90 hours'],
    ['medium (350 h)', 'medium (350 h)'],
    ['175 or 350 hours', '175 or 350 hours'],
    ['large, part-time', 'large, part-time'],
  ] as const) {
    const copied = `Ring the bell\nDescription: It rings.\nSkills: Rust\nSize: ${size}\nDifficulty: Hard\nMentors: Jane Roe\n`
    const text = pastedInOwnForm(boldParagraphs, copied)
    assert.ok(text.includes(`**Size**: ${written}\n\n**Difficulty**: hard\n`), `${size}\n${text.slice(-300)}`)
  }
})

test('paste as idea: short items of a text stay items, and so do sentences', () => {
  const copied =
    'Ring the bell\n● Why now: a storm\n● Where: at sea\n● Skills:\n○ Rust\n○ C\n● Mentors: Jane Roe\n● Steps:\n○ Read.\n○ Write.\n'
  assert.ok(pastedInOwnForm(boldParagraphs, copied).includes('**Skills**: Rust, C\n'))
  assert.match(pastedInOwnForm(iconItems, copied), /\n- Why now: a storm\n- Where: at sea\n/)
  assert.match(pastedInOwnForm(boldParagraphs, copied), /\n\*\*Steps\*\*:\s*\n\n- Read\.\n- Write\.\n/)
})

test('paste as idea: a bold label that no list knows is a field, before the first known one, too', () => {
  const copied =
    '## Ring the bell\n\nIt is silent.\n\n**What you will do:** Ring it.\n\n**Skills:** Rust\n\n**Mentors:** Jane Roe (@jroe)\n'
  const { file, read } = opened(gsoc, path)
  const text = leftAlone(gsoc, planPastedIdea(file, { plain: copied, html: '' }, gsoc.length, read))
  assert.match(text, /- Description: It is silent\.\n- Expected Outcome: \n[\s\S]*\n- What you will do: Ring it\.\n/)
})

test('paste as idea: what comes together in one field stays apart', () => {
  const copied =
    'Ring the bell\n\nIt is silent.\n\n> A quote.\nNo quote.\n\nDescription: It rings.\nSkills: Rust\nMentors: Jane Roe\n'
  assert.match(
    pastedInOwnForm(boldParagraphs, copied),
    /\*\*Description\*\*:\s+It is silent\.\n\n> A quote\.\n\nNo quote\.\n\nIt rings\.\n/,
  )
})
