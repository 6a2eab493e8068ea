import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { knowsProject } from '../../server/src/catalog/knownProjects.ts'
import { resyncAfterRenames } from '../../server/src/editing/toc/resyncToc.ts'
import { planSortProjects } from '../../server/src/features/authoring/planSortProjects.ts'
import { documentSymbols } from '../../server/src/features/documentSymbols.ts'
import { foldingRanges } from '../../server/src/features/foldingRanges.ts'
import { hover } from '../../server/src/features/hover/hover.ts'
import { readIdeaFile, updateIdeaFile } from '../../server/src/model/ideaFile.ts'
import type { ParsedIdeaFile } from '../../server/src/model/incremental/readState.ts'
import { exportedFile } from '../../server/src/report/exportedFile.ts'
import { createLinter, type Linter } from '../../server/src/rules/engine/createLinter.ts'
import { fixAll } from '../../server/src/rules/engine/fixAll.ts'
import { rules } from '../../server/src/rules/index.ts'
import { applyEdits, areDisjoint, type Edit } from '../../server/src/text/edits.ts'
import { lineIndex } from '../../server/src/text/lineIndex.ts'
import { ask } from '../support/checkCompletion.ts'
import { runs } from '../support/runs.ts'
import { afterEdit, anotherList, authorEdit } from './authorEdits.ts'
import { startingList } from './startingLists.ts'
import { anyMarkdown, nearlyIdeaList } from './texts.ts'

const parts = [
  '</details>',
  '<details>',
  '  <t>',
  '<!-- TOC -->',
  '<!-- /TOC -->',
  '# Table of Contents',
  '#\t\\toc',
  '- [](#)',
  '  1. [](#)',
  '- [Harbor](#harbor)',
  '    - [](#kubernetes)',
  '  - [Sign copies](#sign-copies)',
  '*',
  '-',
  '  #',
  '=====',
  '-----',
  '> - [Harbor](#harbor)',
  '> ### Harbor',
  '```',
  '~~~',
  '<!--',
  '-->',
  '\t- x',
  '| a | b |',
  '|---|---|',
  '[a]: #b',
  '- Mentor():',
  '- Description:',
  '- Mentor(s): @a, @b and [c](',
  '<<<<<<< HEAD',
  '=======',
  '>>>>>>> b',
  '\r',
  '\u0000',
  '\ud83d',
]

/** Lists after some edits, with lines put in that confuse readers of Markdown. */
const spoiled = fc
  .tuple(
    startingList,
    fc.array(authorEdit, { maxLength: 4 }),
    fc.array(fc.tuple(fc.nat(400), fc.constantFrom(...parts)), { maxLength: 6 }),
    fc.constantFrom('\n', '\n', '\r\n', '\r'),
  )
  .map(([{ path, text }, edits, lines, end]) => {
    const edited = edits.reduce((each, edit) => afterEdit(each, edit, [text], anotherList), text)
    const all = edited.split('\n')
    for (const [line, part] of lines) all.splice(line % (all.length + 1), 0, part)
    return { path, text: all.join(end) }
  })
const rows = [
  '- [Harbor](#harbor)',
  '  - [Sign copies](#sign-copies)',
  '* [Harbor](#Harbor)',
  '    - [Copy it](#copy-it)',
  '- Harbor',
  '  - **Sign copies** (#sign-copies)',
  '1. [Kubernetes](#kubernetes)',
  '- [Gone](#gone)',
  '  - [Sign](#sign-it) (a second mentor is sought)',
  '- ',
  '',
]

/** Tables of contents with odd lines among their rows, before projects that some of the rows list. */
const tangledContents = fc
  .tuple(
    fc.constantFrom('## Table of Contents', '# Contents', '<!-- TOC -->', ''),
    fc.array(fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...rows) }, { weight: 1, arbitrary: fc.constantFrom(...parts) }), {
      minLength: 1,
      maxLength: 9,
    }),
    fc.constantFrom('', '<!-- TOC -->', '</details>', '---', '## Ideas', 'text'),
    fc.subarray(['Sign copies', 'Copy it', 'Sign it'], { minLength: 1 }),
  )
  .map(([head, lines, end, titles]) => {
    const ideas = titles.map((title) => `#### ${title}\n\n- Description: x\n- Mentor(s): Ada Fern (@ada-fern)\n`)
    return [head, '', ...lines, end, '', '### Harbor', '', ...ideas].join('\n')
  })

const paths = [
  'programs/summerofcode/2026.md',
  'programs/summerofcode/2022.md',
  'programs/lfx-mentorship/2026/01-Mar-May/README.md',
]
const short = fc.record({
  path: fc.constantFrom(...paths),
  text: fc.oneof(
    tangledContents,
    anyMarkdown,
    nearlyIdeaList,
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc
      .array(fc.constantFrom(...parts, '# Kubernetes', '# A', '### Harbor', '#### Sign copies', ''), { maxLength: 20 })
      .map((lines) => lines.join('\n')),
  ),
})

const open = (text: string, path: string): ParsedIdeaFile => readIdeaFile(text, { path, knowsProject })

const newLinter = (): Linter => createLinter(rules, (message) => assert.fail(message))

function fixedOnce(text: string, path: string): string {
  const linter = newLinter()
  const { edits } = fixAll(open(text, path), {
    update: (before, now, change) => updateIdeaFile(before, now, change, before.options),
    lint: (file) => linter.lint(file),
  })
  return applied(text, edits)
}

function applied(text: string, edits: readonly Edit[]): string {
  assert.ok(areDisjoint(edits))
  for (const { span } of edits) assert.ok(span.start >= 0 && span.start <= span.end && span.end <= text.length)
  return applyEdits(text, edits)
}

const hostile = fc.oneof(spoiled, short)

test('hostile: every answer comes and every fix can be applied, whatever the text', () => {
  fc.assert(
    fc.property(hostile, fc.nat(), ({ path, text }, place) => {
      const file = open(text, path)
      const lines = lineIndex(TextDocument.create('file:///list.md', 'markdown', 1, text), 'utf-16')
      for (const { fixes, individualFixes } of newLinter().lint(file))
        for (const { edits } of [...(fixes?.() ?? []), ...(individualFixes?.() ?? [])]) applied(text, edits)
      documentSymbols(file, lines)
      foldingRanges(file, lines, { lineFoldingOnly: true, rangeLimit: 5000 })
      exportedFile(path, file)
      const sorted = planSortProjects(file, (now) => open(now, path))
      if (!('refusal' in sorted)) applied(text, sorted.edits)
      const offset = place % (text.length + 1)
      const findings = () => newLinter().lint(file)
      hover(file, lines, offset, { lists: [], findings, format: 'markdown' })
      if (!text.includes('$0')) ask(`${text.slice(0, offset)}$0${text.slice(offset)}`, { path })
    }),
    runs(150),
  )
})

test('hostile: fix-all and the update of the table of contents change nothing the second time', () => {
  fc.assert(
    fc.property(hostile, ({ path, text }) => {
      const once = fixedOnce(text, path)
      assert.equal(fixedOnce(once, path), once, 'fix-all')
      const synced = applied(text, resyncAfterRenames(open(text, path)))
      assert.deepEqual(resyncAfterRenames(open(synced, path)), [], 'table of contents')
    }),
    runs(150),
  )
})
