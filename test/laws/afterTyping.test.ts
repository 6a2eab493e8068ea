import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { knowsProject } from '../../server/src/catalog/knownProjects.ts'
import { resyncAfterRenames } from '../../server/src/editing/toc/resyncToc.ts'
import { planNewMentor } from '../../server/src/features/authoring/newMentor.ts'
import { planSortProjects } from '../../server/src/features/authoring/planSortProjects.ts'
import { planSyncToc } from '../../server/src/features/authoring/planSyncToc.ts'
import { codeActions } from '../../server/src/features/codeActions/codeActions.ts'
import { type FixProvider, resolveEdits } from '../../server/src/features/codeActions/resolveCodeAction.ts'
import { rename } from '../../server/src/features/navigation/rename.ts'
import { OpenDocument } from '../../server/src/lsp/documents/openDocument.ts'
import type { ParsedIdeaFile } from '../../server/src/model/incremental/readState.ts'
import type { IdeaFile } from '../../server/src/model/types.ts'
import { createLinter, type Linter } from '../../server/src/rules/engine/createLinter.ts'
import { fixAllInSteps } from '../../server/src/rules/engine/fixAll.ts'
import type { UpdateFile } from '../../server/src/rules/engine/safeFixes.ts'
import { suppressionEdit } from '../../server/src/rules/engine/suppressionEdit.ts'
import { ruleCodes, rules } from '../../server/src/rules/index.ts'
import type { Finding } from '../../server/src/rules/rule.ts'
import { applyEdits } from '../../server/src/text/edits.ts'
import { runSteps } from '../../server/src/text/runSteps.ts'
import type { Change } from '../../server/src/text/textChange.ts'
import { changeBetween } from '../../server/src/text/textChange.ts'
import { summarizeList } from '../../server/src/workspace/listSummary.ts'
import { anyFraction } from '../support/anyFraction.ts'
import { makeList } from '../support/generatedList.ts'
import { runs } from '../support/runs.ts'
import { type AuthorEdit, afterEdit, anotherList, authorEdit, splitsCharacter } from './authorEdits.ts'
import { messyList } from './messyList.ts'
import { type StartingList, startingList } from './startingLists.ts'
import { anyEdit, nearlyIdeaList } from './texts.ts'

const uri = 'file:///w/programs/summerofcode/2026.md'

const open = (text: string, at = uri): OpenDocument =>
  new OpenDocument(TextDocument.create(at, 'markdown', 1, text), 'utf-16', knowsProject)

const newLinter = (): Linter => createLinter(rules, (message) => assert.fail(message))

/** What a server computes for a document's current text. */
function everythingOf(document: OpenDocument, linter: Linter) {
  const file = document.read()
  const findings = linter.lint(file)
  return {
    findings: findings.map(shown),
    actions: actionsOf(document, linter, findings),
    fixAll: runSteps(providerFor(document, linter).fixAll(() => true)),
    plans: [planSyncToc(file), planSortProjects(file, (text) => document.readChanged(text)), ...newMentors(file)],
    renames: renamesIn(document, file),
  }
}

const shown = ({ fixes, individualFixes, ...finding }: Finding) => ({
  ...finding,
  fixes: fixes?.(),
  individualFixes: individualFixes?.(),
})

const providerFor = (document: OpenDocument, linter: Linter): FixProvider => ({
  *fixAll(filter, scope) {
    const engine = {
      update: (file: ParsedIdeaFile, text: string, change: Change) => document.updated(file, text, change),
      lint: (file: ParsedIdeaFile) => linter.lintInSteps(file),
    }
    return (yield* fixAllInSteps(document.read(), engine, filter, scope)).edits
  },
  headlessIdea: () => null,
  *missingFields() {
    yield
    return []
  },
  syncToc: () => resyncAfterRenames(document.read()),
  ignore: (code, offset, scope) => suppressionEdit(document.read(), ruleCodes, code, offset, scope),
})

/** The code actions for the whole file and for the first finding of each code, with their edits. */
function actionsOf(document: OpenDocument, linter: Linter, findings: readonly Finding[]) {
  const file = document.read()
  const provider = providerFor(document, linter)
  const spans = [{ start: 0, end: file.text.length }, ...new Map(findings.map(({ code, span }) => [code, span])).values()]
  const update: UpdateFile<ParsedIdeaFile> = (before, text, change) => document.updated(before, text, change)
  const offered = spans.flatMap((span) => runSteps(codeActions(file, findings, { span, only: undefined, update })))
  const byData = new Map(offered.flatMap(({ title, data }) => (data ? [[JSON.stringify(data), { title, data }] as const] : [])))
  return [...byData.values()].map(({ title, data }) => [
    title,
    data,
    runSteps(resolveEdits(data, linter.lint(document.read()), provider)),
  ])
}

const newMentors = (file: IdeaFile) =>
  file.projects.flatMap(({ ideas }) => ideas.slice(0, 2).map(({ at }) => planNewMentor(file, at)))

function renamesIn(document: OpenDocument, file: IdeaFile) {
  if (!file.ideaList) return []
  const own = summarizeList(uri, file)
  const offsets = file.projects.flatMap(({ heading, ideas }) => [
    ...(heading ? [heading.at + heading.heading.textSpan.start] : []),
    ...ideas.slice(0, 1).map(({ at, idea }) => at + (idea.heading?.textSpan.start ?? 0)),
  ])
  return offsets.map((offset) => {
    const result = runSteps(
      rename(file, { own, others: [], pages: [], roots: [] }, offset, 'Renamed', (text) => document.readChanged(text)),
    )
    return result?.refusal === null ? result.changes.map(({ edits }) => edits) : (result?.refusal ?? null)
  })
}

interface DrawnEdit {
  /** Whether it is in the text of a description, where most typing is. */
  readonly inProse?: boolean
  readonly from: number
  readonly length: number
  readonly insert: string
}

/** An offset in one of the descriptions; 0 if there is none. */
function proseAt(text: string, from: number): number {
  const lines = [...text.matchAll(/(?<=Description: )\S.+/g)]
  const at = from * lines.length
  const line = lines[Math.floor(at)]
  return line === undefined ? 0 : line.index + Math.floor((at % 1) * line[0].length)
}

/** Types `edits` into a list as a client reports them, finds what is wrong after each, and compares everything with a fresh reading. */
function checkTyping(text: string, edits: readonly DrawnEdit[]): void {
  const [document, linter] = [open(text), newLinter()]
  linter.lint(document.read())
  for (const [index, { inProse, from, length, insert }] of edits.entries()) {
    const start = (inProse && proseAt(document.text, from)) || Math.floor(from * document.text.length)
    const range = {
      start: document.lines.positionAt(start),
      end: document.lines.positionAt(Math.min(document.text.length, start + length)),
    }
    document.update([{ range, text: insert }], index + 2)
    linter.lint(document.read())
  }
  assert.deepEqual(everythingOf(document, linter), everythingOf(open(document.text), newLinter()))
}

/** Headings whose names need a fix, links to them in the prose, a table of contents with gaps; above the ideas or below. */
const linkedList = fc
  .record({
    isBelow: fc.boolean(),
    name: fc.constantFrom('Litmus Chaos', 'harbor', 'Habror', 'Etcd'),
    listed: fc.subarray(['first', 'second', 'third']),
    slug: fc.constantFrom('litmus-chaos', 'harbor', 'gone'),
  })
  .map(({ isBelow, name, listed, slug }) => {
    const rows = listed.map((title) => `  - [Copy the ${title} sign](#copy-the-${title}-sign)\n`).join('')
    const toc = `## Table of Contents\n\n- [${name}](#${slug})\n${rows}- [Cilium](#cilium)\n`
    const ideas = ['first', 'second', 'third'].map(
      (title) =>
        `#### Copy the ${title} sign\n\n- Description: The ${title} sign travels along. See [it](#${slug}).\n- Mentor(s):\n  - Ada Fern (@ada, ada@example.org)\n`,
    )
    const projects = `### Cilium\n\n${ideas[0]}\n### ${name}\n\n${ideas.slice(1).join('\n')}`
    return `# Ideas\n\n${isBelow ? `${projects}\n${toc}` : `${toc}\n${projects}`}`
  })

const typed = fc.record({
  inProse: fc.boolean(),
  from: anyFraction,
  length: fc.constantFrom(0, 0, 0, 1, 5),
  insert: fc.constantFrom('x', ' ', 'some words', '\n', '- ', '#', '[it](#harbor)', '@ada', '<!-- a -->', ''),
})

test('afterTyping: fixes, actions, plans and renames are those of a fresh reading, in lists with links and contents', () => {
  fc.assert(
    fc.property(linkedList, fc.array(typed, { minLength: 1, maxLength: 5 }), (text, edits) => checkTyping(text, edits)),
    runs(40),
  )
})

test('afterTyping: the same in messy lists', () => {
  fc.assert(
    fc.property(messyList, fc.array(typed, { minLength: 1, maxLength: 3 }), (text, edits) => checkTyping(text, edits)),
    runs(12),
  )
})

test('afterTyping: the same in texts that are nearly lists', () => {
  fc.assert(
    fc.property(nearlyIdeaList, fc.array(anyEdit, { minLength: 1, maxLength: 4 }), (text, edits) => checkTyping(text, edits)),
    runs(25),
  )
})

test('afterTyping: the same in a long list', () => {
  const list = makeList({ bytes: 9_000, seed: 11, findingsAtMost: 30 })
  fc.assert(
    fc.property(fc.array(typed, { minLength: 1, maxLength: 3 }), (edits) => checkTyping(list, edits)),
    runs(2),
  )
})

test('afterTyping: the same however an author works: moving, pasting, undoing, renaming', () => {
  fc.assert(
    fc.property(startingList, fc.array(authorEdit, { minLength: 1, maxLength: 20 }), fc.integer({ min: 1, max: 8 }), checkAuthor),
    runs(12),
  )
})

/** Makes an author's edits in a list, finds what is wrong after each, compares everything after every few of them. */
function checkAuthor({ path, text }: StartingList, edits: readonly AuthorEdit[], every: number): void {
  const at = `file:///w/${path}`
  const [document, linter] = [open(text, at), newLinter()]
  const history: string[] = []
  linter.lint(document.read())
  for (const [index, edit] of edits.entries()) {
    const before = document.text
    const after = afterEdit(before, edit, history, anotherList)
    history.push(before)
    const { start, oldEnd, newEnd } = changeBetween(before, after)
    const range = { start: document.lines.positionAt(start), end: document.lines.positionAt(oldEnd) }
    document.update(
      [splitsCharacter(before, start, oldEnd) ? { text: after } : { range, text: after.slice(start, newEnd) }],
      index + 2,
    )
    assert.equal(document.text, after)
    linter.lint(document.read())
    if (index % every === 0 || index === edits.length - 1)
      assert.deepEqual(everythingOf(document, linter), everythingOf(open(after, at), newLinter()))
  }
}

/** The text after the first fix with this title. */
function fixed(document: OpenDocument, linter: Linter, title: RegExp): string {
  const fixes = linter
    .lint(document.read())
    .flatMap((finding) => [...(finding.fixes?.() ?? []), ...(finding.individualFixes?.() ?? [])])
  const fix = fixes.find((each) => title.test(each.title))
  assert.ok(fix, String(title))
  return applyEdits(document.text, fix.edits)
}

const before = (found: string, text: string) => {
  const position = open(text).lines.positionAt(text.indexOf(found))
  return { start: position, end: position }
}

test('afterTyping: a project that is renamed by a fix takes its links along after a key in an earlier idea', () => {
  const list = `# Ideas

## Table of Contents

- [Cilium](#cilium)
  - [Trace drops](#trace-drops)
- [Litmus Chaos](#litmus-chaos)
  - [Compare runs](#compare-runs)

### Cilium

#### Trace drops

- Description: As [Litmus](#litmus-chaos) does.
- Mentor(s):
  - Ada Fern (@ada-fern, ada@example.org)

### Litmus Chaos

#### Compare runs

- Description: What got worse shows.
- Mentor(s):
  - Bo Reed (@bo-reed, bo@example.org)
`
  const [document, linter] = [open(list), newLinter()]
  linter.lint(document.read())
  document.update([{ range: before('does.', list), text: 'also ' }], 2)
  assert.equal(
    fixed(document, linter, /LitmusChaos/),
    list
      .replace('does.', 'also does.')
      .replace('[Litmus Chaos](#litmus-chaos)', '[LitmusChaos](#litmuschaos)')
      .replace('[Litmus](#litmus-chaos)', '[Litmus](#litmuschaos)')
      .replace('### Litmus Chaos', '### LitmusChaos'),
  )
})

test('afterTyping: an entry is added on a line of its own after typing above the table', () => {
  const list = `# Ideas

### Harbor

#### Resume transfers

- Description: Links get lost.
- Mentor(s):
  - Ada Fern (@ada-fern, ada@example.org)

#### Sign copies

- Description: Signs travel along.
- Mentor(s):
  - Bo Reed (@bo-reed, bo@example.org)

## Table of Contents

- [Harbor](#harbor)
  - [Resume transfers](#resume-transfers)
- [Links](#links)

## Links

None.
`
  const [document, linter] = [open(list), newLinter()]
  linter.lint(document.read())
  document.update([{ range: before('Links get', list), text: 'On slow lines ' }], 2)
  assert.equal(
    fixed(document, linter, /^Add "Sign copies"/),
    list
      .replace('Links get', 'On slow lines Links get')
      .replace('(#resume-transfers)\n', '(#resume-transfers)\n  - [Sign copies](#sign-copies)\n'),
  )
})
