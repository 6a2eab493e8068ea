import assert from 'node:assert/strict'
import { test } from 'node:test'
import { planNewMentor } from '../../../../server/src/features/authoring/newMentor.ts'
import { folderIdeaIn } from '../../../../server/src/model/folder/folderIdea.ts'
import { readFileInFolder } from '../../../../server/src/model/folder/readInFolder.ts'
import { readIdeaFile } from '../../../../server/src/model/ideaFile.ts'
import type { IdeaFile } from '../../../../server/src/model/types.ts'
import { summarizeList } from '../../../../server/src/workspace/listSummary.ts'
import { type Asking, checkCompletion, shownAt } from '../../../support/checkCompletion.ts'
import { oneIdeaAFile, readForeign } from '../../../support/foreignLists.ts'
import { leftAlone, refusal, withSnippet } from '../../../support/plans.ts'

const readLamp = (text: string) => readForeign(text, 'ideas/lamp.md')

/** The idea with other mentors in its front matter. */
const withMentors = (mentors: string): string =>
  oneIdeaAFile.replace('mentors:\n - mia-stone\n - leo-brook\n', () => `mentors:${mentors}\n`)

const person = { name: 'Cy Moss', handle: 'cy-moss', email: 'cy@example.org' }

/** `mentors` before and after New Mentor, in snippet syntax: of a known person, and of one to be filled in. */
// biome-ignore-start lint/suspicious/noTemplateCurlyInString: snippets
const forms = [
  ['handles', '\n - mia-stone\n - leo-brook', '\n - cy-moss', '\n - ${1}'],
  ['handles with a sign', '\n  - "@mia-stone"', '\n  - "@cy-moss"', '\n  - ${1}'],
  ['names', '\n- Mia Stone\n- Leo Brook', '\n- Cy Moss', '\n- ${1}'],
  [
    'keys',
    '\n  - name: Mia Stone\n    github: mia-stone\n    mail: mia@example.org',
    '\n  - name: Cy Moss\n    github: cy-moss\n    mail: cy@example.org',
    '\n  - name: ${1}\n    github: ${2}\n    mail: ${3}',
  ],
  [
    'keys that say more',
    '\n  - github: mia-stone\n    role: primary',
    '\n  - github: cy-moss\n    role: ${1}',
    '\n  - github: ${1}\n    role: ${2}',
  ],
  ['one line', ' Mia Stone, Leo Brook', ', Cy Moss', ', ${1}'],
] as const
// biome-ignore-end lint/suspicious/noTemplateCurlyInString: snippets

test('new mentor in front matter: what is typed is read for the form of the list', () => {
  const added = (mentors: string, name: string): string => {
    const text = withMentors(mentors)
    return withSnippet(text, planNewMentor(readLamp(text), text.indexOf('## Description'), { name }))
  }
  const handles = '\n  - "@mia-stone"'
  for (const typed of ['@cy-moss', 'cy-moss', 'Cy Moss (@cy-moss)'])
    assert.equal(added(handles, typed), withMentors(`${handles}\n  - "@cy-moss"$0`), typed)
  const names = '\n- Mia Stone\n- Leo Brook'
  assert.equal(added(names, 'Cy Moss (Red Hat)'), withMentors(`${names}\n- Cy Moss (Red Hat)$0`))
  const keys = '\n  - name: Mia Stone\n    github: mia-stone\n    mail: mia@example.org'
  assert.equal(
    added(keys, 'Cy Moss @cy-moss cy@example.org'),
    withMentors(`${keys}\n  - name: Cy Moss\n    github: cy-moss\n    mail: cy@example.org$0`),
  )
})

for (const [what, mentors, known, open] of forms) {
  test(`new mentor in front matter: ${what}`, () => {
    const text = withMentors(mentors)
    const at = text.indexOf('## Description')
    const after = (added: string): string => withMentors(mentors + added)
    assert.equal(withSnippet(text, planNewMentor(readLamp(text), at, person)), after(`${known}$0`))
    assert.equal(withSnippet(text, planNewMentor(readLamp(text), at)), after(`${open}$0`))
    for (const eol of ['\r\n']) {
      const crlf = text.replaceAll('\n', eol)
      const made = withSnippet(crlf, planNewMentor(readLamp(crlf), crlf.indexOf('## Description'), person))
      assert.equal(made.replace('$0', ''), after(known).replaceAll('\n', eol))
    }
  })
}

test('new mentor in front matter: a list in brackets', () => {
  const text = withMentors(' [mia-stone, leo-brook]')
  const made = planNewMentor(readLamp(text), text.indexOf('## Description'), person)
  assert.equal(withSnippet(text, made), withMentors(' [mia-stone, leo-brook, cy-moss$0]'))
  const objects = withMentors(' [{ name: Mia Stone }]')
  assert.ok(readLamp(objects).projects.length === 0 || refusal(planNewMentor(readLamp(objects), objects.length - 3)) !== '')
})

const otherFile = (mentors: string) =>
  summarizeList('file:///ideas/other.md', readForeign(withMentors(mentors), 'ideas/other.md'))

/** Other files of the folder. */
const others = [
  withMentors('\n  - name: Ada Fern\n    github: ada-fern\n    email: ada@example.org'),
  withMentors('\n  - name: Bo Reed\n    github: bo-reed'),
].map((text, index) => summarizeList(`file:///ideas/${index}.md`, readForeign(text, `ideas/${index}.md`)))
const asking: Asking = { read: readLamp, lists: others, asked: 'invoked' }

test('completion in front matter: people of the other files, as this one writes them', () => {
  assert.deepEqual(shownAt(withMentors('\n - mia-stone\n - $0'), asking), ['ada-fern', 'bo-reed'])
  const typed = withMentors('\n - mia-stone\n - re$0')
  checkCompletion(typed, 'bo-reed', typed.replace('re$0', 'bo-reed'), asking)
  const name = withMentors('\n  - name: Mia Stone\n    github: mia-stone\n  - name: fe$0\n    github:\n    email: ')
  checkCompletion(
    name,
    'Ada Fern',
    withMentors(
      '\n  - name: Mia Stone\n    github: mia-stone\n  - name: Ada Fern\n    github: ada-fern\n    email: ada@example.org',
    ),
    asking,
  )
  const handle = withMentors('\n  - name: Mia Stone\n    github: mia-stone\n  - name: Zed\n    github: $0')
  assert.deepEqual(shownAt(handle, asking), ['ada-fern', 'bo-reed'])
  const flow = withMentors(' [mia-stone, $0]')
  checkCompletion(flow, 'bo-reed', flow.replace('$0', 'bo-reed'), asking)
})

const options = { path: 'ideas/lamp.md', knowsProject: () => false }

/** Reads a file next to three others that write their mentors in this way. */
const readNextTo =
  (mentors: string) =>
  (text: string): IdeaFile => {
    const sibling = folderIdeaIn(readIdeaFile(withMentors(mentors), options))!.facts
    return readFileInFolder(text, options, [sibling, sibling, sibling])
  }

const handles = '\n - mia-stone\n - leo-brook'
const keys = '\n  - name: Mia Stone\n    github: mia-stone\n    role: lead'

/** What the other files write; `mentors` before and after a known person, and with one to be filled in. */
// biome-ignore-start lint/suspicious/noTemplateCurlyInString: snippets
const firsts = [
  ['a list of handles', handles, '', '\n - cy-moss', '\n - ${1}'],
  ['a space after the colon', handles, ' ', '\n - cy-moss', '\n - ${1}'],
  ['no one, as a word', handles, ' ~', '\n - cy-moss', '\n - ${1}'],
  ['no one, as an empty text', handles, ' ""', '\n - cy-moss', '\n - ${1}'],
  ['no one, as an empty list', handles, ' []', '\n - cy-moss', '\n - ${1}'],
  ['a comment', handles, ' # who?', ' # who?\n - cy-moss', ' # who?\n - ${1}'],
  ['a lone bullet', handles, '\n  -', '\n  - cy-moss', '\n  - ${1}'],
  ['handles with a sign', '\n  - "@mia-stone"', '', '\n  - "@cy-moss"', '\n  - ${1}'],
  [
    'keys',
    keys,
    '',
    '\n  - name: Cy Moss\n    github: cy-moss\n    role: ${1}',
    '\n  - name: ${1}\n    github: ${2}\n    role: ${3}',
  ],
  [
    'keys without values',
    keys,
    '\n  - name:\n    github: ""',
    '\n  - name: Cy Moss\n    github: cy-moss',
    '\n  - name: ${1}\n    github: ${2}',
  ],
  ['a text', ' Mia Stone, Leo Brook', '', ' Cy Moss', ' ${1}'],
  ['a text and a comment', ' Mia Stone, Leo Brook', ' # who?', ' Cy Moss # who?', ' ${1} # who?'],
  ['a list in brackets', ' [mia-stone, leo-brook]', '', ' [cy-moss]', ' [${1}]'],
  ['an empty list in brackets', ' [mia-stone, leo-brook]', ' []', ' [cy-moss]', ' [${1}]'],
] as const
// biome-ignore-end lint/suspicious/noTemplateCurlyInString: snippets

for (const [what, others, mentors, known, open] of firsts) {
  test(`first mentor in front matter: ${what}`, () => {
    const text = withMentors(mentors)
    const readText = readNextTo(others)
    const at = text.indexOf('## Description')
    const end = (made: string): string => made.replace('$0', '')
    assert.equal(end(withSnippet(text, planNewMentor(readText(text), at, person))), withMentors(known))
    assert.equal(end(withSnippet(text, planNewMentor(readText(text), at))), withMentors(open))
    const crlf = text.replaceAll('\n', '\r\n')
    const made = withSnippet(crlf, planNewMentor(readText(crlf), crlf.indexOf('## Description'), person))
    assert.equal(end(made), withMentors(known).replaceAll('\n', '\r\n'))
  })
}

test('first mentor in front matter: a list of names where no file names anyone', () => {
  const text = withMentors('')
  const made = planNewMentor(readLamp(text), text.indexOf('## Description'), person)
  assert.equal(leftAlone(text, made), withMentors('\n  - Cy Moss'))
})

test('new mentor in front matter: never where the front matter would then say something else', () => {
  const after = (mentors: string): string => {
    const text = withMentors(mentors)
    const made = planNewMentor(readLamp(text), text.indexOf('## Description'), person)
    return 'refusal' in made ? 'refused' : leftAlone(text, made)
  }
  assert.equal(after(' Mia Stone, Leo Brook # leads'), withMentors(' Mia Stone, Leo Brook, Cy Moss # leads'))
  assert.equal(after(' "Mia Stone, Leo Brook"'), withMentors(' "Mia Stone, Leo Brook, Cy Moss"'))
  assert.equal(after(' [mia-stone] # leads'), withMentors(' [mia-stone, cy-moss] # leads'))
  assert.equal(after('\n - mia-stone # leads'), withMentors('\n - mia-stone # leads\n - cy-moss'))
  assert.equal(after('\n - { name: Mia Stone }'), 'refused')
  assert.equal(after(' [mia-stone,\n  leo-brook]'), 'refused')
  assert.equal(after(' |\n  Mia Stone\n  Leo Brook'), 'refused')
})

test('completion in front matter: the first person, as the other files write theirs', () => {
  const completesTo = (siblings: string, mentors: string, label: string, expected: string): void =>
    checkCompletion(withMentors(mentors), label, withMentors(expected), { ...asking, read: readNextTo(siblings) })
  completesTo(handles, ' $0', 'ada-fern', '\n - ada-fern')
  completesTo(handles, '$0', 'ada-fern', '\n - ada-fern')
  completesTo(handles, '\n - $0', 'ada-fern', '\n - ada-fern')
  completesTo(handles, '\n   - re$0', 'bo-reed', '\n   - bo-reed')
  completesTo(' [mia-stone, leo-brook]', ' $0', 'ada-fern', ' [ada-fern]')
  completesTo(' [mia-stone, leo-brook]', ' [$0]', 'ada-fern', ' [ada-fern]')
  completesTo(' Mia Stone, Leo Brook', ' $0', 'Ada Fern', ' Ada Fern')
  completesTo(keys, '\n  - $0', 'Ada Fern', '\n  - name: Ada Fern\n    github: ada-fern')
  completesTo(keys, ' $0', 'Ada Fern', '\n  - name: Ada Fern\n    github: ada-fern')
})

/** What the other files write, an entry before the new one, and how Cy Moss is added. */
const entries = [
  ['name and handle', '\n  - Mia Stone (@mia-stone)', '\n  - Cy Moss (@cy-moss)'],
  ['a list with someone whose handle is not known', '\n  - Mia Stone (@mia-stone)\n  - Leo Brook', '\n  - Cy Moss (@cy-moss)'],
  ['name, handle and address', '\n- Mia Stone (@mia-stone, mia@example.org)', '\n- Cy Moss (@cy-moss, cy@example.org)'],
  ['name and address', '\n- Mia Stone <mia@example.org>', '\n- "Cy Moss <cy@example.org>"'],
  ['a link', '\n  - "[Mia Stone](https://github.com/mia-stone)"', '\n  - "[Cy Moss](https://github.com/cy-moss)"'],
  ['a comment', '\n  - Mia Stone (@mia-stone) # leads', '\n  - Cy Moss (@cy-moss)'],
  ['one line', ' Mia Stone (@mia-stone), Leo Brook (@leo-brook)', ' Cy Moss (@cy-moss)'],
  ['brackets', ' [Mia Stone (@mia-stone), Leo Brook (@leo-brook)]', ' [Cy Moss (@cy-moss)]'],
] as const

for (const [what, others, added] of entries) {
  test(`mentors in front matter that say more than a name: ${what}`, () => {
    const read = readNextTo(others)
    const made = (mentors: string, one = person): string => {
      const text = withMentors(mentors)
      return withSnippet(text, planNewMentor(read(text), text.indexOf('## Description'), one)).replace('$0', '')
    }
    assert.equal(made(''), withMentors(added))
    const next = added.startsWith('\n') ? added : `, ${added.trim().replace(/^\[|\]$/g, '')}`
    assert.equal(made(others), withMentors(others.endsWith(']') ? `${others.slice(0, -1)}${next}]` : others + next))
    if (!added.startsWith('\n')) return
    const bullet = added.slice(0, added.indexOf('-') + 1)
    assert.equal(made(`${bullet} `), withMentors(added), 'no space stays at the end of the line')
    const names = `${bullet} Leo Brook`
    assert.equal(made(names), withMentors(names + added), 'other files say more')
  })
}

test('completion in front matter: people of the folder come before those of other lists', () => {
  const elsewhere = withMentors('\n - dee-vale')
  const lists = ['a', 'b', 'c'].map((name) => summarizeList(`file:///old/${name}.md`, readForeign(elsewhere, `old/${name}.md`)))
  const near = summarizeList('file:///ideas/bell.md', readNextTo(handles)(withMentors('\n - bo-reed')))
  const all: Asking = { ...asking, lists: [...lists, near] }
  assert.deepEqual(shownAt(withMentors('\n - mia-stone\n - $0'), all), ['bo-reed', 'dee-vale'])
})

test('completion in front matter: the handle comes along where the other files have it', () => {
  const read = readNextTo('\n  - Mia Stone (@mia-stone)')
  const known = [otherFile('\n  - Ada Fern (@ada-fern)'), otherFile('\n  - Ada Fern\n  - Bo Reed (@bo-reed)')]
  const withEntries: Asking = { read, lists: known, asked: 'invoked' }
  const completesTo = (mentors: string, label: string, expected: string): void =>
    checkCompletion(withMentors(mentors), label, withMentors(expected), withEntries)
  assert.deepEqual(shownAt(withMentors('\n  - $0'), withEntries), ['Ada Fern (@ada-fern)', 'Bo Reed (@bo-reed)'])
  completesTo('\n  - re$0', 'Bo Reed (@bo-reed)', '\n  - Bo Reed (@bo-reed)')
  completesTo('\n  - Leo Brook\n  - Bo$0', 'Bo Reed (@bo-reed)', '\n  - Leo Brook\n  - Bo Reed (@bo-reed)')
  completesTo(' $0', 'Bo Reed (@bo-reed)', '\n  - Bo Reed (@bo-reed)')
  const taken = withMentors('\n  - Bo Reed (@bo-reed)\n  - $0')
  assert.deepEqual(shownAt(taken, withEntries), ['Ada Fern (@ada-fern)'])
})
