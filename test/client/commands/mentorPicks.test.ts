import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ideaAboveMentorPick, mentorPicks } from '../../../client/src/commands/mentorPicks.ts'
import type { ShownList } from '../../../client/src/ideasView/mergeLists.ts'
import type { IdeaEntry, MentorEntry } from '../../../server/src/protocol/ideas.ts'

const mentor = (name: string | null, handle: string | null, email: string | null = null): MentorEntry => ({ name, handle, email })
const ada = mentor('Ada Fern', 'ada-fern', 'ada@example.org')
const bo = mentor('Bo Reed', 'bo-reed')
const cy = mentor('Cy Moss', 'cy-moss')

const ideaOf = (project: string, line: number, mentors: readonly MentorEntry[]): IdeaEntry => ({
  title: 'Show the tide',
  project: { key: project.toLowerCase(), name: project },
  position: { line, character: 4 },
  mentors,
  skills: [],
  findings: null,
})
const listOf = (year: number, ideas: readonly IdeaEntry[]): ShownList => ({
  uri: `file:///w/${year}.md`,
  version: '1',
  label: `GSoC ${year}`,
  year,
  findings: null,
  ideas,
})

const lists = [
  listOf(2026, [ideaOf('Harbor', 3, [ada]), ideaOf('Bells', 9, [bo, mentor('[TBD]', 'tbd'), mentor(null, 'no-name')])]),
  listOf(2025, [ideaOf('Harbor', 3, [cy, mentor('A. Fern', 'Ada-Fern')]), ideaOf('Bells', 9, [cy])]),
]

test('mentorPicks: first the people of the project, without those of the idea, without placeholders and nameless entries', () => {
  const place = ideaAboveMentorPick(lists, 'file:///w/2026.md', 5)
  assert.deepEqual(mentorPicks(lists, place!), [
    { person: { name: 'Cy Moss', handle: 'cy-moss' }, isOfProject: true, isOfList: false, ideas: 2, lastList: 'GSoC 2025' },
    { person: { name: 'Bo Reed', handle: 'bo-reed' }, isOfProject: false, isOfList: true, ideas: 1, lastList: 'GSoC 2026' },
  ])
  assert.deepEqual(
    mentorPicks(lists, ideaAboveMentorPick(lists, 'file:///w/2026.md', 20)!).map(({ person }) => person.email ?? person.name),
    ['Cy Moss', 'ada@example.org'],
  )
})

test('mentorPicks: in a list without projects its own people come first, and those of the files of its folder', () => {
  const dee = mentor('Dee Vale', 'dee-vale')
  const alone = (line: number, mentors: readonly MentorEntry[]): IdeaEntry => ({ ...ideaOf('', line, mentors), project: null })
  const namesFor = (all: readonly ShownList[], uri: string): readonly string[] =>
    mentorPicks(all, ideaAboveMentorPick(all, uri, 3)!).map(({ person }) => person.name)
  const table = listOf(2024, [alone(3, [cy]), alone(9, [dee])])
  assert.deepEqual(namesFor([...lists, table], table.uri), ['Dee Vale', 'Ada Fern', 'Bo Reed'])
  const folder = 'file:///w/ideas'
  const [one, two] = [cy, dee].map((each, index) => ({
    ...listOf(2024, [alone(3, [each])]),
    uri: `${folder}/${index}.md`,
    folder,
  }))
  assert.deepEqual(namesFor([...lists, one!, two!], one!.uri), ['Dee Vale', 'Ada Fern', 'Bo Reed'])
})

test('mentorPicks: the idea above a line', () => {
  const indexAt = (line: number, uri = 'file:///w/2026.md') => ideaAboveMentorPick(lists, uri, line)?.index
  assert.deepEqual(
    [0, 2, 3, 8, 9, 99].map((line) => indexAt(line)),
    [undefined, undefined, 0, 0, 1, 1],
  )
  assert.equal(indexAt(9, 'file:///w/README.md'), undefined)
})
