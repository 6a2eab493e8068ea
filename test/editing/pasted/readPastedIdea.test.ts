import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pastedHtmlText } from '../../../server/src/editing/pasted/pastedHtml.ts'
import { unrolledSheet } from '../../../server/src/editing/pasted/pastedSheet.ts'
import type { PastedField } from '../../../server/src/editing/pasted/pastedValue.ts'
import { labelsOfCopiedText } from '../../../server/src/editing/pasted/pasteLabels.ts'
import { peopleBetweenMarks, personOfColumns, personText, readPerson } from '../../../server/src/editing/pasted/personText.ts'

import { type PastedIdea, readPastedIdea } from '../../../server/src/editing/pasted/readPastedIdea.ts'

import { fieldKey } from '../../../server/src/model/labels/aliases.ts'
import { boldParagraphs, readForeign } from '../../support/foreignLists.ts'

const reading = { isProject: (name: string) => name === 'Longhorn' }
const readAll = (text: string) =>
  unrolledSheet(text, (cell) => fieldKey(cell) !== null).map((part) => readPastedIdea(part, reading))
const read = (text: string): PastedIdea | null => {
  const [idea = null] = readAll(text)
  assert.ok(idea !== 'several')
  return idea
}

const textsOf = ({ lines }: PastedField): readonly string[] => lines.map(({ text }) => text)

const fields = [
  { key: 'description', label: 'Description', lines: [{ depth: 0, text: 'A drill.' }] },
  {
    key: 'mentors',
    label: 'Mentors',
    lines: [
      { depth: 1, text: 'Jane Roe (@jroe)' },
      { depth: 1, text: 'John Smith (@jsmith)' },
    ],
  },
]

test('pasted idea: bullets of word processors, no-break spaces and tabs are read', () => {
  for (const [outer, inner] of [
    ['●\t', '○\t'],
    ['•\u00a0', 'o\t'],
    ['– ', '   – '],
    ['* ', '\t* '],
    ['1. ', '  - '],
    ['o\t', '§\t'],
    ['·\u00a0\u00a0 ', '§\u00a0\u00a0 '],
    ['Ø\t', 'ü\t'],
    ['v\t', 'q\t'],
  ]) {
    const text = `Longhorn\n\nRehearse the loss\n${outer}Description:\u00a0A drill.\n${outer}Mentors:\n${inner}Jane Roe (@jroe)\n${inner}John Smith (@jsmith)\n`
    assert.deepEqual(read(text), { project: 'Longhorn', title: 'Rehearse the loss', fields }, outer)
    assert.deepEqual(read(text.replaceAll('\n', '\r\n')), { project: 'Longhorn', title: 'Rehearse the loss', fields }, outer)
  }
})

test('pasted idea: without bullets, lines after a label are its value', () => {
  const idea = read('Rehearse the loss\nDescription\nA drill.\nEach night.\nMentors:\nJane Roe (@jroe)\n')
  assert.deepEqual(idea, {
    project: null,
    title: 'Rehearse the loss',
    fields: [
      {
        key: 'description',
        label: 'Description',
        lines: [
          { depth: 0, text: 'A drill.' },
          { depth: 0, text: 'Each night.' },
        ],
      },
      { key: 'mentors', label: 'Mentors', lines: [{ depth: 0, text: 'Jane Roe (@jroe)' }] },
    ],
  })
})

test('pasted idea: project and title by their labels, by a colon, and in either order; prose between is the description', () => {
  const rest = 'Skills: Go\nMentors: Jane Roe (@jroe)\n'
  const named = (text: string) => {
    const idea = read(text + rest)
    return idea && [idea.project, idea.title, idea.fields[0]?.key]
  }
  assert.deepEqual(named('Title: Rehearse\nProject: Longhorn\n'), ['Longhorn', 'Rehearse', 'recommendedSkills'])
  assert.deepEqual(named('Longhorn: Rehearse the loss\n'), ['Longhorn', 'Rehearse the loss', 'recommendedSkills'])
  assert.deepEqual(named('### Rehearse the loss\nLonghorn\n'), ['Longhorn', 'Rehearse the loss', 'recommendedSkills'])
  assert.deepEqual(named('Rehearse the loss of a node\nA drill that nobody notices.\n'), [
    null,
    'Rehearse the loss of a node',
    'description',
  ])
})

test('pasted idea: what is between the names and the first known label is the description', () => {
  const rest = 'Skills: Go\nMentors: Jane Roe (@jroe)\n'
  const described = (head: string) => {
    const idea = read(head + rest)
    return idea && [idea.project, idea.title, idea.fields[0]?.lines]
  }
  const prose = [
    { depth: 0, text: 'It runs.' },
    { depth: 0, text: 'Background: a storm.' },
    { depth: 1, text: 'Each night' },
  ]
  const between = 'It runs.\nBackground: a storm.\n● Each night\n'
  for (const names of [
    'Longhorn\nRehearse\n',
    'Project: Longhorn\nTitle: Rehearse\n',
    'Title: Rehearse\nProject: Longhorn\n',
    'Project: Longhorn\nRehearse\n',
    'Longhorn\nTitle: Rehearse\n',
    'Project:\nLonghorn\nTitle:\nRehearse\n',
  ])
    assert.deepEqual(described(names + between), ['Longhorn', 'Rehearse', prose], names)
  assert.deepEqual(described(`${between}Project: Longhorn\nTitle: Rehearse\n`), ['Longhorn', 'Rehearse', prose])
})

test('pasted idea: a label that the list does not know begins a field next to fields of one line', () => {
  const keys = (text: string) => read(`Longhorn\nRehearse\n${text}`)?.fields.map(({ label, lines }) => `${label} ${lines.length}`)
  const people = 'Mentors:\n- Jane Roe (@jroe)\n- Tom Brown, @tomb\n\n'
  for (const other of ['Contact: #harbor on Slack', 'Previous work: none.', 'Communication channel: the list'])
    for (const before of ['Mentors: Jane Roe (@jroe)\n', people]) {
      const found = keys(`Skills: Go\n${before}${other}\n`)
      assert.match(found?.at(-1) ?? '', new RegExp(`^${other.split(':')[0]} `), before + other)
    }
  for (const person of ['Primary: Ann Lee', 'Backup: @ann', 'Lead: ann@lee.example', 'Second: https://github.com/ann-lee'])
    assert.match(keys(`Skills: Go\n${people}${person}\n`)?.at(-1) ?? '', /^Mentors /, person)
  assert.deepEqual(keys('Skills: Go\nTeam: storage\nMentors: Jane Roe\nLink: https://example.org/1\n'), [
    'Skills 1',
    'Team 1',
    'Mentors 1',
    'Link 1',
  ])
  assert.deepEqual(keys('Skills: Go\nMentors: Jane Roe\nPrimary: John Smith\n'), ['Skills 1', 'Mentors 2'])
  assert.deepEqual(keys('Description: A.\nB.\nNote: c\nSkills: Go\n'), ['Description 3', 'Skills 1'])
})

test('pasted idea: fields that come again below another title are those of several ideas', () => {
  const one = 'Longhorn\nRehearse\n● Description: A drill.\n● Skills: Go\n● Mentors: Jane Roe\n'
  const other = 'Flux\nDrift\n• Description: It goes.\n• Skills: Go\n• Mentors: John Smith\n'
  assert.equal(readPastedIdea(one + other, reading), 'several')
  // the items of a value may begin with one of the labels
  const nested = one.replace('A drill.', '\n○ Skills: none are needed.')
  assert.notEqual(readPastedIdea(nested, reading), 'several')
})

test('pasted idea: text of another kind, and several ideas at once, are none', () => {
  const idea = 'Rehearse\nDescription: A drill.\nMentors: Jane Roe\n'
  for (const text of [
    '',
    'Longhorn',
    'Note: the meeting is on Monday.\nPlace: online\n',
    'Description: A drill.\nMentors: Jane Roe\n',
    'Rehearse\nDescription: A drill.\n',
  ])
    assert.equal(read(text), null, text)
  assert.deepEqual(readAll(idea + idea.replaceAll('Rehearse', 'Another')), ['several'])
})

test('pasted idea: a sheet with labels in its first column, or in its first row', () => {
  const expected = { project: 'Longhorn', title: 'Rehearse', fields: ['description', 'recommendedSkills'] }
  for (const text of [
    'Project\tLonghorn\nTitle\tRehearse\nDescription\t"A ""small"" drill.\nEach night."\nSkills\tGo\n',
    'Project\tTitle\tDescription\tSkills\nLonghorn\tRehearse\t"A ""small"" drill.\nEach night."\tGo\n',
  ]) {
    const idea = read(text)
    assert.deepEqual(idea && { ...idea, fields: idea.fields.map(({ key }) => key) }, expected)
    assert.deepEqual(idea?.fields[0]?.lines, [{ depth: 0, text: 'A "small" drill. Each night.' }])
  }
})

test('pasted idea: of a sheet each row of values is an idea, and a cell without a label stays', () => {
  const ideas = readAll(
    'Project\tTitle\tSkills\tMentors\t\nLonghorn\tRehearse\tGo\tJane Roe\tat night\nFlux\tDrift\tRust\tJohn Smith\t\n',
  )
  assert.deepEqual(
    ideas.map((idea) => idea !== 'several' && [idea?.project, idea?.title, idea?.fields.flatMap(textsOf)]),
    [
      ['Longhorn', 'Rehearse', ['Go', 'Jane Roe', 'at night']],
      ['Flux', 'Drift', ['Rust', 'John Smith']],
    ],
  )
})

test('pasted idea: HTML of a document becomes the same text, with the targets of its links', () => {
  const html = `<html><head><style>p{}</style></head><body><!--StartFragment--><b style="font-weight:normal">
<p dir="ltr"><span>Longhorn</span></p><p>Rehearse<br></p>
<ul><li dir="ltr"><p role="presentation"><span>Description: A </span><b>drill</b> &amp; more.</p></li>
<li><p>Mentors:</p></li><ul><li><p>Jane Roe (@jroe, <a href="mailto:jane@roe.example">jane@roe.example</a>)</p></li></ul>
<li>Issue: <a href="https://www.google.com/url?q=https://github.com/longhorn/longhorn/issues/12&amp;sa=D">the issue</a></li></ul></b><!--EndFragment--></body></html>`
  assert.equal(
    pastedHtmlText(html),
    `Longhorn

Rehearse

● Description: A drill & more.
● Mentors:
  ● Jane Roe (@jroe, jane@roe.example)
● Issue: [the issue](https://github.com/longhorn/longhorn/issues/12)`,
  )
})

test('pasted idea: of HTML nothing but text and links to the web is left', () => {
  const html =
    '<script>alert(1)</script><p onclick="x()">Hi<img src=x onerror=y()> <a href="javascript:alert(1)">there</a> &#60;b&#62; &bogus;</p><style>a'
  assert.equal(pastedHtmlText(html), 'Hi there \\<b> &bogus;')
  const word = '<p><!--[if !supportLists]--><span>·</span><!--[endif]-->One<o:p></o:p> <![if x]>two<![endif]> <b>three</b></p>'
  assert.equal(pastedHtmlText(word), '·One two three')
  assert.equal(pastedHtmlText(`<p>${'long '.repeat(300_000)}</p>`), '', 'half of a text is none')
  const table = '<table><tr><td><p>Title</p></td><td>One</td></tr><tr><td>Size</td><td>a<br>b</td></tr></table>'
  assert.equal(pastedHtmlText(table), 'Title\tOne\nSize\ta b')
})

test('pasted idea: of HTML headings, paragraphs and lines of one are told apart', () => {
  assert.equal(
    pastedHtmlText('<h2>Log <i>sink</i></h2><p>One<br>line</p><p>Two</p><h3></h3><div>Three</div><div><br></div><div>Four</div>'),
    '## Log sink\n\nOne\nline\n\nTwo\n\nThree\n\nFour',
  )
  assert.equal(pastedHtmlText('<ul><li><p>One</p></li><li><p>Two</p></li></ul><p>Three</p>'), '● One\n● Two\n\nThree')
})

test('pasted idea: what would be a tag in text of HTML is escaped, but in no code and no link', () => {
  for (const [html, text] of [
    ['<p>Add &lt;cli&gt; to List&lt;String&gt;</p>', 'Add \\<cli> to List\\<String>'],
    ['<p>Not &lt;/b&gt;, &lt;!-- x, &lt;?php, &lt;<b>i</b>&gt;</p>', 'Not \\</b>, \\<!-- x, \\<?php, \\<i>'],
    ['<p>a &lt; b, &lt;3, &lt;-</p>', 'a < b, <3, <-'],
    ['<p>Run <code>add &lt;cli&gt;</code></p>', 'Run `add <cli>`'],
    ['<pre>add &lt;cli&gt;</pre>', '```\nadd <cli>\n```'],
    ['<p>Eva &lt;eva@roth.example&gt;, &lt;https://roth.example/a&gt;</p>', 'Eva <eva@roth.example>, <https://roth.example/a>'],
  ] as const)
    assert.equal(pastedHtmlText(html), text)
  const idea = read(pastedHtmlText('<h1>Add &lt;cli&gt;</h1><p>Skills: List&lt;T&gt;</p><p>Mentors: Jane Roe</p>'))
  assert.deepEqual([idea?.title, idea?.fields[0]?.lines[0]?.text], ['Add <cli>', 'List\\<T>'])
})

test('pasted idea: a paragraph that was wrapped is one, and those of a document are not', () => {
  const linesOf = (description: string) => {
    const [field] = read(`Rehearse\nDescription: ${description}\nSkills: Go\n`)?.fields ?? []
    return field?.lines.map(({ isParagraph = false }) => isParagraph)
  }
  assert.deepEqual(linesOf('A drill that\nnobody notices.\n\nIt runs.'), [false, false, true])
  assert.deepEqual(linesOf(`${'A drill that nobody notices. '.repeat(8)}\nIt runs.`), [false, true])
  assert.deepEqual(linesOf(`${'A drill that nobody notices. '.repeat(8)} It\nruns.`), [false, false])
})

test('pasted idea: of two words for one field the second is a field of its own', () => {
  const labels = labelsOfCopiedText(readForeign(boldParagraphs))
  const idea = readPastedIdea('Rehearse\nSummary: A.\nMotivation: B.\nDescription: C.\nSupervisor: Jane Roe\nMentors: Jo Lee\n', {
    ...reading,
    labels,
  })
  assert.ok(idea !== null && idea !== 'several')
  assert.deepEqual(
    idea.fields.map(({ key, label }) => `${key} ${label}`),
    ['description Summary', 'other Motivation', 'description Description', 'mentors Supervisor', 'mentors Mentors'],
  )
})

test('pasted idea: long unclosed HTML takes no longer than its length', () => {
  for (const piece of ['<', '<a href="', '<!--', '<ul><li>', '&#', '" \t'])
    assert.equal(typeof pastedHtmlText(piece.repeat(20_000)), 'string')
})

test('pasted person: rows and lines of name, handle and address', () => {
  for (const line of [
    'Jane Roe\tjroe\tjane@roe.example',
    'Jane Roe, @jroe, jane@roe.example',
    'Jane Roe; jane@roe.example; https://github.com/jroe',
  ])
    assert.equal(personText(line), 'Jane Roe (@jroe, jane@roe.example)', line)
  assert.equal(personText('Jane Roe\t@jroe'), 'Jane Roe (@jroe)')
  for (const line of ['Jane Roe', 'Jane Roe, John Smith', 'Hello, world', 'Jane Roe (@jroe, jane@roe.example)', 'Go, Rust, @x y'])
    assert.equal(readPerson(line), null, line)
})

test('pasted person: columns of an issue form', () => {
  for (const [text, person] of [
    ['Jane Roe | @jroe | jane@roe.example | jroe', 'Jane Roe, @jroe, jane@roe.example'],
    ['Jane Roe | jroe | jane@roe.example |', 'Jane Roe, @jroe, jane@roe.example'],
    ['Jane Roe | https://github.com/jroe | |', 'Jane Roe, @jroe'],
    ['Jane Roe | @jroe | jane@roe.example | jane.lf', 'Jane Roe (@jroe, jane@roe.example) - LFID: jane.lf'],
  ] as const)
    assert.equal(personOfColumns(text), person)
  for (const text of ['Jane Roe', '| Jane Roe | @jroe |', 'Jane Roe | see the list', 'Jane Roe | @jroe | a | b', '@jroe | @jo'])
    assert.equal(personOfColumns(text), text)
})

test('pasted person: several between semicolons, and between commas if each has an address', () => {
  for (const people of [
    ['Dr. Eva Roth <eva@roth.example>', 'Li Wei'],
    ['Ada (@ada)', 'Jo Lee (@jolee; jo@lee.example)', 'Ludwig van Beet'],
    ['Prof. Dr. Eva Roth', 'Li Wei'],
  ]) {
    assert.deepEqual(peopleBetweenMarks(people.join('; ')), people)
    assert.deepEqual(peopleBetweenMarks(`${people.join(';')};`), people)
  }
  const linked = ['[Mia Stone](https://github.com/mia-stone)', '[Leo Brook](https://github.com/leo-brook)']
  for (const mark of [', ', ' | ', '; ']) assert.deepEqual(peopleBetweenMarks(linked.join(mark)), linked)
  const addressed = ['Eva Roth <eva@roth.example>', 'Li Wei <li@wei.example>']
  assert.deepEqual(peopleBetweenMarks(addressed.join(', ')), addressed)
  for (const text of [
    'Jane Roe; jane@roe.example; https://github.com/jroe',
    'Jane Roe; @jroe',
    'Jane Roe (@jroe; jane@roe.example)',
    'Eva Roth <eva@roth.example>, Big Corp',
    'ask the list; it is open',
  ])
    assert.deepEqual(peopleBetweenMarks(text), [text])
})
