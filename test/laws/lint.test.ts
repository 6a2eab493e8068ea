import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { knowsProject } from '../../server/src/catalog/knownProjects.ts'
import { readIdeaFile, readIdeaFileInSteps, updateIdeaFile } from '../../server/src/model/ideaFile.ts'
import { createLinter } from '../../server/src/rules/engine/createLinter.ts'
import { rules } from '../../server/src/rules/index.ts'
import type { Finding } from '../../server/src/rules/rule.ts'
import { runSteps } from '../../server/src/text/runSteps.ts'
import { anyFraction } from '../support/anyFraction.ts'
import { makeList } from '../support/generatedList.ts'
import { runs } from '../support/runs.ts'
import { anyEdit, nearlyIdeaList } from './texts.ts'

const options = { path: 'programs/summerofcode/2026.md', knowsProject }
const linterOf = () => createLinter(rules, (message) => assert.fail(message))

/** All that a person sees of findings, with what their fixes would do. */
const seen = (findings: readonly Finding[]) =>
  findings.map(({ code, severity, message, span, related, fix, fixes }) => ({
    code,
    severity,
    message,
    span,
    related,
    fix,
    fixes: fixes?.(),
  }))

/** What an author changes in a sentence, and what breaks one. */
const insertion = fc.constantFrom(
  'x',
  ' ',
  'word ',
  '\n',
  '@',
  '(',
  '#',
  '<!-- a -->',
  '`',
  '- ',
  '<<<<<<< a\n=======\n>>>>>>> b\n',
  'Ann (@ann)',
  'https://github.com/a/b/issues/1',
)

function checkEdits(
  text: string,
  edits: readonly { readonly from: number; readonly length: number; readonly insert: string }[],
): void {
  const linter = linterOf()
  let file = readIdeaFile(text, options)
  linter.lint(file)
  for (const { from, length, insert } of edits) {
    const start = Math.floor(from * file.text.length)
    const oldEnd = Math.min(file.text.length, start + length)
    const next = file.text.slice(0, start) + insert + file.text.slice(oldEnd)
    file = updateIdeaFile(file, next, { start, oldEnd, newEnd: start + insert.length }, options)
    assert.deepEqual(seen(linter.lint(file)), seen(linterOf().lint(readIdeaFile(next, options))))
  }
}

test('lint: after any edits the findings and their fixes are those of a fresh reading', () => {
  fc.assert(
    fc.property(nearlyIdeaList, fc.array(anyEdit, { minLength: 1, maxLength: 5 }), (text, edits) => checkEdits(text, edits)),
    runs(75),
  )
})

test('lint: while one types in a long list, too', () => {
  const list = makeList({ bytes: 12_000, seed: 7, findingsAtMost: 40 })
  const edit = fc.record({
    from: anyFraction,
    length: fc.constantFrom(0, 0, 0, 1, 5),
    insert: insertion,
  })
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 8 }), (edits) => checkEdits(list, edits)),
    runs(12),
  )
})

test('lint: while one makes texts equal to others and unequal again, too', () => {
  const texts = [
    'Counts the stars above the edge of the town at night.',
    'Sorts the letters of a whole year in the post office.',
    'short',
  ]
  const change = fc.record({ idea: fc.nat(3), text: fc.constantFrom(...texts) })
  const heading = (index: number): string => `#### Idea ${index}\n\n- Description: `
  const list = `### Harbor\n\n${[0, 1, 2, 3].map((index) => `${heading(index)}${texts[0]}\n- Mentor(s): Ann (@ann${index})\n\n`).join('')}`
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 8 }), (changes) => {
      const linter = linterOf()
      let file = readIdeaFile(list, options)
      linter.lint(file)
      for (const { idea, text } of changes) {
        const start = file.text.indexOf(heading(idea)) + heading(idea).length
        const oldEnd = file.text.indexOf('\n', start)
        const next = file.text.slice(0, start) + text + file.text.slice(oldEnd)
        file = updateIdeaFile(file, next, { start, oldEnd, newEnd: start + text.length }, options)
        assert.deepEqual(seen(linter.lint(file)), seen(linterOf().lint(readIdeaFile(next, options))))
      }
    }),
    runs(50),
  )
})

test('lint: the findings of a list that shares sections with the list before it are its own', () => {
  const proposed = { ...options, path: 'lfx-mentorship/2026/01-Mar-May/project_ideas.md' }
  const accepted = { ...options, path: 'lfx-mentorship/2026/01-Mar-May/README.md' }
  const list = makeList({ bytes: 6000, seed: 11, findingsAtMost: 40 })
  const edited = (text: string, edits: readonly (readonly [from: number, length: number, insert: string])[]): string =>
    edits.reduce((before, [from, length, insert]) => {
      const start = Math.floor(from * before.length)
      return before.slice(0, start) + insert + before.slice(start + length)
    }, text)
  fc.assert(
    fc.property(
      fc.oneof(nearlyIdeaList, fc.constant(list)),
      fc.array(fc.tuple(anyFraction, fc.constantFrom(0, 1, 40), insertion), { maxLength: 4 }),
      fc.constantFrom([proposed, accepted] as const, [accepted, proposed] as const),
      (text, edits, [before, after]) => {
        const linter = linterOf()
        const last = readIdeaFile(text, before)
        linter.lint(last)
        const next = edited(text, edits)
        const file = runSteps(readIdeaFileInSteps(next, after, last))
        assert.deepEqual(seen(linter.lint(file)), seen(linterOf().lint(readIdeaFile(next, after))))
      },
    ),
    runs(60),
  )
})
