import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readIdeaFile, updateIdeaFile } from '../../server/src/model/ideaFile.ts'
import type { ParsedIdeaFile } from '../../server/src/model/incremental/readState.ts'
import type { IdeaFile } from '../../server/src/model/types.ts'
import { anyFraction } from '../support/anyFraction.ts'
import { makeList } from '../support/generatedList.ts'
import { runs } from '../support/runs.ts'
import { type AnyEdit, anyEdit, anyMarkdown, nearlyIdeaList } from './texts.ts'

const options = { path: 'programs/summerofcode/2026.md', knowsProject: (name: string) => name === 'Kubernetes' }

/** All that features and rules can see of a file. */
const seen = ({
  projects,
  headings,
  toc,
  template,
  templateSpan,
  profile,
  ideaList,
  unread,
  projectLevel,
  ideaLevel,
}: IdeaFile) => ({
  projects,
  headings,
  // one heading is one object wherever it is reached
  headingOfProject: projects.map(({ heading }) => heading && headings.indexOf(heading)),
  toc,
  template,
  templateSpan,
  profile: profile.id,
  ideaList,
  unread,
  projectLevel,
  ideaLevel,
})

function edit(file: ParsedIdeaFile, { from, length, insert }: AnyEdit): ParsedIdeaFile {
  const start = Math.floor(from * file.text.length)
  const oldEnd = Math.min(file.text.length, start + length)
  const text = file.text.slice(0, start) + insert + file.text.slice(oldEnd)
  return updateIdeaFile(file, text, { start, oldEnd, newEnd: start + insert.length }, options)
}

test('incremental: after any series of edits the model equals the one read from scratch', () => {
  fc.assert(
    fc.property(fc.oneof(nearlyIdeaList, anyMarkdown), fc.array(anyEdit, { minLength: 1, maxLength: 8 }), (text, edits) => {
      let file = readIdeaFile(text, options)
      for (const next of edits) {
        file = edit(file, next)
        assert.deepEqual(seen(file), seen(readIdeaFile(file.text, options)))
      }
    }),
    runs(500),
  )
})

/** What an author types and takes away within an idea, with what reaches beyond it among it. */
const typing = fc.record({
  from: anyFraction,
  length: fc.constantFrom(0, 0, 0, 1, 4, 30),
  insert: fc.constantFrom(
    'x',
    ' ',
    'word ',
    '\n',
    '@',
    '#',
    '<!--',
    '-->',
    '`',
    '- ',
    '\n- Size: big\n',
    '\n\n',
    '<<<<<<< a\n',
    '[a](#b)',
  ),
})

test('incremental: so it does while one types in a long list', () => {
  const long = makeList({ bytes: 12_000, seed: 7, findingsAtMost: 40 })
  fc.assert(
    fc.property(fc.array(typing, { minLength: 1, maxLength: 12 }), (edits) => {
      let file = readIdeaFile(long, options)
      for (const next of edits) file = edit(file, next)
      assert.deepEqual(seen(file), seen(readIdeaFile(file.text, options)))
    }),
    runs(60),
  )
})

const list = [
  '# List\n',
  ...['Alpha', 'Beta', 'Gamma'].flatMap((name) => [
    `### ${name}\n\n`,
    ...[1, 2, 3].map(
      (n) =>
        `#### ${name} idea ${n}\n\n- Description: text of ${n}\n- Mentor(s):\n  - Ann Lee (@ann${n}, ann@example.org)\n- Upstream Issue: https://github.com/a/b/issues/${n}\n\n`,
    ),
  ]),
].join('')

test('incremental: an edit in one idea takes over every other idea as the same object', () => {
  const file = readIdeaFile(list, options)
  const ideas = (of: IdeaFile) => of.projects.flatMap((project) => project.ideas.map(({ idea }) => idea))
  fc.assert(
    fc.property(fc.nat(8), (index) => {
      const placed = file.projects.flatMap((project) => project.ideas)[index]!
      const start = list.indexOf('text of', placed.at)
      const text = `${list.slice(0, start)}x${list.slice(start)}`
      const updated = updateIdeaFile(file, text, { start, oldEnd: start, newEnd: start + 1 }, options)
      assert.equal(ideas(updated).length, 9)
      assert.deepEqual(
        ideas(updated).map((idea, at) => idea === ideas(file)[at]),
        ideas(file).map((_, at) => at !== index),
      )
    }),
    runs(100),
  )
})

test('incremental: typing in an idea that contains the table of contents changes the table', () => {
  const text = `#### Harbor\n\n##### Sign\n\n- Description: It should.\n- Mentor(s): Ada Example (@ada)\n\n<!-- toc -->\n- [Harbor](#harbor)\n  - [Sign](#sgn)\n<!-- tocstop -->\n`
  const file = readIdeaFile(text, options)
  assert.deepEqual(
    file.toc?.entries.map(({ anchor }) => anchor),
    ['harbor', 'sgn'],
  )
  const at = text.indexOf('sgn') + 1
  const later = `${text.slice(0, at)}i${text.slice(at)}`
  const updated = updateIdeaFile(file, later, { start: at, oldEnd: at, newEnd: at + 1 }, options)
  assert.deepEqual(seen(updated), seen(readIdeaFile(later, options)))
  assert.deepEqual(
    updated.toc?.entries.map(({ anchor }) => anchor),
    ['harbor', 'sign'],
  )
})
