import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Action, codeActions } from '../../../server/src/features/codeActions/codeActions.ts'
import {
  type CodeActionData,
  type FixProvider,
  moveCodeAction,
  resolveEdits,
} from '../../../server/src/features/codeActions/resolveCodeAction.ts'
import { readIdeaFile } from '../../../server/src/model/ideaFile.ts'
import type { IdeaFile } from '../../../server/src/model/types.ts'
import { createLinter } from '../../../server/src/rules/engine/createLinter.ts'
import { defineTextRule, type Finding, type Fix, type RuleReport } from '../../../server/src/rules/rule.ts'
import type { Edit } from '../../../server/src/text/edits.ts'
import { runSteps } from '../../../server/src/text/runSteps.ts'
import { open, withCursor } from '../../support/cursor.ts'
import { list } from '../../support/list.ts'

const docs = { severity: 'warning', summary: 'A word.', why: 'A reason.', examples: [] } as const

/** Reports each place of a word. */
const wordRule = (code: string, word: RegExp, fix: 'safe' | 'review' | 'none', fixes: (report: RuleReport) => readonly Fix[]) =>
  defineTextRule({
    ...docs,
    code,
    fix,
    *check({ text }) {
      for (const { index, 0: found } of text.matchAll(word)) {
        const report: RuleReport = { span: { start: index, end: index + found.length }, message: `${found} is a word.` }
        yield fix === 'none' ? report : { ...report, fixes: () => fixes(report) }
      }
    },
  })

const write = (newText: string, kind: Fix['kind']) => (report: RuleReport) => ({
  title: `Write ${newText}`,
  kind,
  edits: [{ span: report.span, newText }],
})

const rules = [
  // the review fix comes first: preferred is the first safe one
  wordRule('tide', /\btide\b/g, 'safe', (report) => [
    write('flood', 'review')(report),
    write('ebb', 'safe')(report),
    write('sea', 'safe')(report),
  ]),
  wordRule('logs', /\blogs\b/gi, 'review', (report) => [write('books', 'review')(report)]),
  wordRule('bell', /\bbell\b/g, 'none', () => []),
  wordRule('skill', /\b(?:Go|Rust)\b/g, 'safe', () => [
    { title: 'Sort', kind: 'safe', edits: [{ span: { start: 0, end: 1 }, newText: '#' }] },
  ]),
]

const lint = (file: IdeaFile): readonly Finding[] => createLinter(rules).lint(file)

const update = (file: IdeaFile, text: string): IdeaFile => readIdeaFile(text, file.options)

function actionsAt(marked: string, only?: readonly string[], length = 0): readonly Action[] {
  const { file, offset } = open(marked)
  return runSteps(codeActions(file, lint(file), { span: { start: offset, end: offset + length }, only, update }))
}

const titles = (actions: readonly Action[]): readonly string[] => actions.map(({ title }) => title)

const inTitle = withCursor(list, '#### Show the ti$0de')

test('codeActions: offers a finding’s fixes, then more of them, then silence, then the reason', () => {
  const actions = actionsAt(inTitle)
  assert.deepEqual(titles(actions), [
    'Write flood',
    'Write ebb',
    'Write sea',
    'Fix all tide problems in this file',
    'Apply all safe fixes in this idea',
    'Apply all safe fixes in this file',
    'Disable tide for this line',
    'Disable tide for this file',
    'Disable tide for the workspace',
    'Explain rule tide',
  ])
  assert.ok(actions.every(({ kind, findings }) => kind === 'quickfix' && findings.length > 0))
})

test('codeActions: prefers the first safe fix of a finding, and nothing else', () => {
  const inProse = list.replace('- Description: ', '- Description: The ti$0de rises. ')
  assert.deepEqual(titles(actionsAt(inProse).filter(({ preferred }) => preferred)), ['Write ebb'])
  // with another title, the entry in the table of contents would lead nowhere
  assert.deepEqual(titles(actionsAt(inTitle).filter(({ preferred }) => preferred)), [])
  assert.deepEqual(
    actionsAt(withCursor(list, '#### Read old lo$0gs')).filter(({ preferred }) => preferred),
    [],
  )
})

test('codeActions: offers no more than makes sense', () => {
  // review fixes go into no batch, and what has no fix can be silenced and explained
  assert.deepEqual(titles(actionsAt(withCursor(list, '#### Read old lo$0gs'))), [
    'Write books',
    'Disable logs for this line',
    'Disable logs for this file',
    'Disable logs for the workspace',
    'Explain rule logs',
  ])
  assert.deepEqual(titles(actionsAt(withCursor(list, 'The be$0ll rings'))), [
    'Disable bell for this line',
    'Disable bell for this file',
    'Disable bell for the workspace',
    'Explain rule bell',
  ])
})

test('codeActions: offers nothing where nothing is wrong, and in a file that is not a list', () => {
  assert.deepEqual(actionsAt(withCursor(list, '#### $0Ring'), ['quickfix']), [])
  assert.deepEqual(actionsAt('# Notes\n\nThe ti$0de.\n'), [])
})

test('codeActions: a finding counts from its first to its last edge', () => {
  for (const place of ['Show the $0tide\n\n-', 'Show the tide$0\n\n-']) {
    assert.ok(titles(actionsAt(withCursor(list, place))).includes('Write ebb'), place)
  }
  assert.ok(!titles(actionsAt(withCursor(list, 'Show the$0 tide\n\n-'))).includes('Write ebb'))
})

test('codeActions: a selection offers each fix once, and for each code its own', () => {
  const start = withCursor(list, '### Idea title'.replace('###', '$0###'))
  const offered = titles(actionsAt(start, undefined, list.length))
  assert.equal(offered.filter((title) => title === 'Sort').length, 1, 'one edit, one entry')
  const places = list.split('### Idea title')[1]!.match(/\btide\b/g)!.length
  assert.equal(offered.filter((title) => title === 'Write ebb').length, places, 'other edits, other entries')
  for (const code of ['tide', 'logs', 'bell', 'skill']) {
    assert.equal(offered.filter((title) => title === `Explain rule ${code}`).length, 1, code)
  }
  assert.ok(!offered.includes('Apply all safe fixes in this idea'), 'several ideas')
})

test('codeActions: honours the kinds that are asked for', () => {
  const kinds = (only: readonly string[]): readonly string[] => [...new Set(actionsAt(inTitle, only).map(({ kind }) => kind))]
  assert.deepEqual(kinds(['quickfix']), ['quickfix'])
  for (const only of ['source', 'source.fixAll', 'source.fixAll.ideaFiles']) {
    assert.deepEqual(titles(actionsAt(inTitle, [only])), ['Apply all safe fixes in this file'])
    assert.deepEqual(kinds([only]), ['source.fixAll.ideaFiles'])
  }
  for (const only of [['refactor'], ['source.fix'], ['source.fixAll.eslint'], ['quickfix.ours'], []]) {
    assert.deepEqual(actionsAt(inTitle, only), [], only.join())
  }
  assert.deepEqual(kinds(['']), ['quickfix', 'source.fixAll.ideaFiles'])
})

test('codeActions: fixes a file on save wherever the cursor is, but not one without safe fixes', () => {
  assert.equal(actionsAt(withCursor(list, '# Ideas$0 for'), ['source.fixAll.ideaFiles']).length, 1)
  const words = list.replaceAll('tide', 'time').replace(/\b(?:Go|Rust)\b/g, 'Zig')
  assert.deepEqual(actionsAt(words, ['source.fixAll.ideaFiles']), [])
})

function* noEdits(): Generator<void, readonly Edit[]> {
  yield
  return []
}

const noMeans: FixProvider = {
  fixAll: noEdits,
  ignore: () => null,
  headlessIdea: () => null,
  missingFields: noEdits,
  syncToc: () => [],
}

function editsIn(text: string, job: CodeActionData, means: FixProvider = noMeans): readonly Edit[] | null {
  const { file } = open(text)
  return runSteps(resolveEdits(job, lint(file), means))
}

const tideJob = (start: number): CodeActionData => ({
  kind: 'fix',
  code: 'tide',
  message: 'tide is a word.',
  title: 'Write ebb',
  start,
})

test('codeActions: computes the fix of the finding itself, not of an equal one', () => {
  const second = list.lastIndexOf('tide')
  assert.ok(list.indexOf('tide') < second, 'the word is there twice')
  assert.deepEqual(editsIn(list, tideJob(second)), [{ span: { start: second, end: second + 4 }, newText: 'ebb' }])
  assert.equal(editsIn(list, tideJob(second + 1)), null)
  assert.equal(editsIn(list.replaceAll('tide', 'moon'), tideJob(second)), null)
})

test('codeActions: finds in a later text what an action was about, or refuses', () => {
  const idea = (text: string): string => `#### Show it\n\n- Description: ${text}\n- Mentor(s): Ada Fern (@ada-fern)\n\n`
  const added = idea('no tide')
  const { file } = open(`### Harbor\n\n${added}${idea('a tide')}`)
  const at = file.text.indexOf('####')
  const job: CodeActionData = { kind: 'idea', anchor: 'show-it', at }
  const [first, second] = [at, at + added.length]
  assert.deepEqual(
    moveCodeAction(job, file, (offset) => offset),
    { kind: 'idea', anchor: 'show-it', at: first },
  )
  assert.deepEqual(
    moveCodeAction(job, file, (offset) => offset + added.length),
    { kind: 'idea', anchor: 'show-it-1', at: second },
  )
  assert.equal(
    moveCodeAction(job, file, (offset) => offset + 1),
    null,
  )
  for (const each of [job, tideJob(9)])
    assert.equal(
      moveCodeAction(each, file, () => null),
      null,
    )
  assert.deepEqual(
    moveCodeAction(tideJob(9), file, (offset) => offset + 2),
    tideJob(11),
  )
  const all: CodeActionData = { kind: 'all', code: null }
  assert.equal(
    moveCodeAction(all, file, () => null),
    all,
  )
})

test('codeActions: passes to the linter what a batch fixes', () => {
  const wanted = (job: CodeActionData): readonly string[] => {
    const { file } = open(list)
    const names: string[] = []
    const fixAll: FixProvider['fixAll'] = function* (wants) {
      yield
      for (const finding of lint(file)) {
        if (wants(finding, file)) names.push(`${finding.code} ${file.text.slice(finding.span.start, finding.span.end)}`)
      }
      return []
    }
    editsIn(list, job, { ...noMeans, fixAll })
    return names
  }
  assert.equal(wanted({ kind: 'all', code: null }).length, lint(open(list).file).length)
  assert.deepEqual([...new Set(wanted({ kind: 'all', code: 'bell' }))], ['bell bell'])
  assert.deepEqual(wanted({ kind: 'idea', anchor: 'show-the-tide', at: 0 }), ['tide tide', 'skill Go'])
  assert.deepEqual(wanted({ kind: 'idea', anchor: 'gone', at: 0 }), [])
})

/** Findings over the words of a text, all fixed by the same edits, each also by itself. */
function manyFindings(count: number): {
  readonly text: string
  readonly findings: readonly Finding[]
  readonly asked: () => number
} {
  const shared = [{ title: 'Fix them all', kind: 'safe' as const, edits: [{ span: { start: 0, end: 0 }, newText: 'x' }] }]
  let asked = 0
  const findings = Array.from({ length: count }, (_, index): Finding => {
    const span = { start: 2 * index, end: 2 * index + 1 }
    const individualFixes = (): readonly Fix[] => {
      asked++
      return [{ title: `Fix ${index}`, kind: 'safe', edits: [{ span, newText: 'x' }] }]
    }
    return { code: 'many', severity: 'warning', fix: 'safe', message: `${index}`, span, fixes: () => shared, individualFixes }
  })
  return { text: 'a '.repeat(count), findings, asked: () => asked }
}

test('codeActions: for many findings at once no fix of a single one is worked out if others fix it along', () => {
  const actionsFor = ({ text, findings }: ReturnType<typeof manyFindings>): readonly Action[] =>
    runSteps(codeActions(open(text).file, findings, { span: { start: 0, end: text.length }, only: ['quickfix'], update }))
  const few = manyFindings(100)
  assert.equal(actionsFor(few).filter(({ title }) => /^Fix \d+$/.test(title)).length, 100)
  const many = manyFindings(101)
  const actions = actionsFor(many)
  assert.equal(many.asked(), 0)
  assert.equal(actions.filter(({ title }) => title === 'Fix them all').length, 1)
  assert.equal(actions.find(({ title }) => title === 'Fix them all')?.findings.length, 101)
})

test('codeActions: a fix for the idea is offered for findings of one idea, wherever others are', () => {
  const title = 'Apply all safe fixes in this idea'
  const within = actionsAt(list.replace('tide\n\n- Description', 't$0ide\n\n- Description'), undefined, 5)
  assert.ok(titles(within).includes(title))
  assert.ok(!titles(actionsAt(`$0${list}`, undefined, list.length)).includes(title))
})
