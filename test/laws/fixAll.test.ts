import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { knowsProject } from '../../server/src/catalog/knownProjects.ts'
import { readIdeaFile, updateIdeaFile } from '../../server/src/model/ideaFile.ts'
import type { IdeaFile } from '../../server/src/model/types.ts'
import { fixAll, hasCodeToFix } from '../../server/src/rules/engine/fixAll.ts'
import { rules } from '../../server/src/rules/index.ts'
import type { Finding } from '../../server/src/rules/rule.ts'
import { applyEdits, areDisjoint, type Edit } from '../../server/src/text/edits.ts'
import { expected, skip } from '../corpus/corpus.ts'
import { lint, read } from '../support/checkRule.ts'
import { runs } from '../support/runs.ts'
import { nearlyIdeaList } from './texts.ts'

const crlf = (text: string): string => text.replace(/\r\n?|\n/g, '\r\n')

/** Undoes edits: the inserted texts become the old ones again. */
function undone(text: string, edits: readonly Edit[]): readonly Edit[] {
  let shifted = 0
  return edits.map(({ span, newText }) => {
    const start = span.start + shifted
    shifted += newText.length - (span.end - span.start)
    return { span: { start, end: start + newText.length }, newText: text.slice(span.start, span.end) }
  })
}

const byPlace = (edits: readonly Edit[]): readonly Edit[] => edits.toSorted((a, b) => a.span.start - b.span.start)

/** Whether a text holds no line end but CRLF. */
const isCrlf = (text: string): boolean => !/\r(?!\n)|(?<!\r)\n/.test(text)

const safeLeft = (text: string, path: string): readonly string[] =>
  lint(text, { path }).flatMap(({ code, fix, fixes, message }) =>
    fix === 'safe' && fixes?.().some(({ kind, edits }) => kind === 'safe' && edits.length > 0) ? [`${code}: ${message}`] : [],
  )

function fixed(text: string, path: string, wanted?: (finding: Finding, file: IdeaFile) => boolean): readonly Edit[] {
  const options = { path, knowsProject }
  const { file, edits } = fixAll(
    readIdeaFile(text, options),
    {
      update: (before, now, change) => updateIdeaFile(before, now, change, options),
      lint: (now) => lint(now.text, { path }),
    },
    wanted,
  )
  assert.equal(file.text, applyEdits(text, edits), 'the file of the last round is the one that the edits make')
  return edits
}

/** Applies all safe fixes of a text and checks the result against the laws. */
function checkFixAll(text: string, path: string): string {
  const edits = fixed(text, path)
  assert.ok(areDisjoint(edits))
  const after = applyEdits(text, edits)
  assert.equal(applyEdits(after, undone(text, byPlace(edits))), text, 'undo restores the text')
  assert.deepEqual(safeLeft(after, path), [])
  assert.deepEqual(fixed(after, path), [], 'a second run changes nothing')
  if (isCrlf(text)) assert.ok(isCrlf(after), 'CRLF stays')
  return after
}

/** Applies each fix of each finding for itself. */
function checkEachFix(text: string, path: string): void {
  for (const finding of lint(text, { path })) {
    for (const fix of finding.fixes?.() ?? []) {
      const name = `${finding.code}: ${fix.title}`
      assert.ok(areDisjoint(fix.edits), name)
      const after = applyEdits(text, fix.edits)
      assert.notEqual(after, text, name)
      assert.equal(applyEdits(after, undone(text, byPlace(fix.edits))), text, name)
      if (isCrlf(text)) assert.ok(isCrlf(after), name)
    }
  }
}

for (const { code, examples } of rules) {
  examples.forEach(({ bad, path = 'ideas.md' }, index) => {
    if (bad === undefined || path.endsWith('.json')) return
    const text = bad.replace(/^[ \t]*\^+\n/gm, '')
    test(`fixAll: ${code}, example ${index + 1}: one run applies all safe fixes`, () => {
      for (const each of [text, crlf(text), `\ufeff${text}`]) {
        checkFixAll(each, path)
        checkEachFix(each, path)
      }
    })
  })
}

const paths = [
  'programs/summerofcode/2026.md',
  'programs/summerofcode/2022.md',
  'programs/lfx-mentorship/2024/01-Mar-May/README.md',
]

test('fixAll: one run applies all safe fixes, whatever the text', () => {
  fc.assert(
    fc.property(nearlyIdeaList, fc.constantFrom(...paths), fc.boolean(), (text, path, windows) => {
      const each = windows ? crlf(text) : text
      checkFixAll(each, path)
      checkEachFix(each, path)
    }),
    runs(250),
  )
})

test('fixAll: fixing one code leaves no safe fix of that code', () => {
  fc.assert(
    fc.property(nearlyIdeaList, fc.constantFrom(...rules.map(({ code }) => code)), (text, code) => {
      const path = paths[0]!
      const after = applyEdits(text, fixed(text, path, hasCodeToFix(code)))
      assert.deepEqual(
        safeLeft(after, path).filter((left) => left.startsWith(`${code}:`)),
        [],
      )
    }),
    runs(80),
  )
})

if (skip) test('fixAll: one run applies all safe fixes in real lists', { skip }, () => {})

/** What a list says, apart from how it is written. */
const content = ({ projects }: IdeaFile) =>
  projects.flatMap((project) =>
    project.ideas.map(({ idea }) => ({
      title: idea.heading?.text ?? null,
      mentors: idea.mentors.map(({ name, handle, email, primary }) => ({ name, handle, email, primary })),
      upstream: idea.upstream.map(({ url }) => url),
      lfx: idea.lfx?.url ?? null,
      skills: idea.skills.map(({ name }) => name),
      fields: idea.fields.map(({ key }) => key).sort(),
    })),
  )

for (const list of expected) {
  for (const ends of ['LF', 'CRLF']) {
    test(`fixAll: ${list.file}, ${ends}: one run applies all safe fixes, and nothing is lost`, { timeout: 300_000 }, () => {
      const text = ends === 'LF' ? list.text : crlf(list.text)
      const before = read(text, list.path)
      const after = read(checkFixAll(text, list.path), list.path)
      assert.deepEqual(content(after), content(before))
      assert.deepEqual(words(after.text), words(before.text))
    })
  }
  test(`fixAll: ${list.file}: each fix can be undone`, () => checkEachFix(list.text, list.path))
}

/** How often each address and link occurs in a text. A mentor's link to a profile may have become the handle that it shows. */
function words(text: string): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const [word] of text.matchAll(/https?:\/\/[^\s)>\]]+|[\w.+-]+@[\w.-]+\w/g)) {
    if (!/^https?:\/\/(?:www\.)?github\.com\/[\w-]+\/?$/.test(word)) counts[word] = (counts[word] ?? 0) + 1
  }
  return counts
}
