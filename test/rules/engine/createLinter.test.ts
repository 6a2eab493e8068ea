import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createLinter } from '../../../server/src/rules/engine/createLinter.ts'
import { defineFileRule, defineIdeaRule, defineTextRule, type IdeaRule, type RuleReport } from '../../../server/src/rules/rule.ts'
import { read } from '../../support/checkRule.ts'

const text = `### Harbor

#### Sign what is copied
- Description: Signatures travel along.
- Mentor(s): Ada Example (@ada)

#### Copy what is signed
- Description: Copies keep their signatures.
- Mentor(s): Ben Example (@ben)
`

const facts = { severity: 'warning', fix: 'safe', summary: '', why: '', examples: [] } as const

const ideaRule = (code: string, check: IdeaRule['check']): IdeaRule => defineIdeaRule({ code, ...facts, check })

const atStart = (report: Partial<RuleReport> = {}): readonly RuleReport[] => [
  { span: { start: 0, end: 4 }, message: 'here', ...report },
]

test('createLinter: an idea is checked once for as long as it stays as it is', () => {
  const seen: string[] = []
  const linter = createLinter([
    ideaRule('seen', (idea) => {
      seen.push(idea.heading?.text ?? '')
      return atStart()
    }),
  ])
  const file = read(text)
  const first = linter.lint(file)
  assert.equal(first.length, 2)
  assert.deepEqual(linter.lint(file), first)
  assert.deepEqual(seen, ['Sign what is copied', 'Copy what is signed'])
  // the same ideas twelve code units further on, as an edit above them leaves them
  const moved = {
    ...file,
    projects: file.projects.map((project) => ({
      ...project,
      ideas: project.ideas.map((idea) => ({ ...idea, at: idea.at + 12 })),
    })),
  }
  assert.deepEqual(
    linter.lint(moved).map(({ span }) => span.start),
    first.map(({ span }) => span.start + 12),
  )
  assert.equal(seen.length, 2)
  linter.lint({ ...file, template: { ...file.template } })
  assert.equal(seen.length, 4, 'another template is another question')
  linter.lint({ ...file, profile: { ...file.profile, id: 'another' } })
  assert.equal(seen.length, 6, 'so is another profile')
})

test('createLinter: a rule that throws is logged and skipped, the others go on', () => {
  const log: string[] = []
  const broken = ideaRule('broken', function* () {
    yield* atStart()
    throw new Error('no such thing')
  })
  const brokenFile = defineFileRule({
    code: 'broken-file',
    ...facts,
    check: () => {
      throw new Error('nor this')
    },
  })
  const linter = createLinter([broken, brokenFile, ideaRule('fine', () => atStart())], (message) => log.push(message))
  assert.deepEqual(
    linter.lint(read(text)).map(({ code }) => code),
    ['fine', 'fine'],
  )
  assert.equal(log.length, 3)
  assert.match(log.join('\n'), /broken-file: skipped, as it failed: Error: nor this/)
})

test('createLinter: spans outside the text are refused and logged', () => {
  const log: string[] = []
  const reports = (length: number): readonly RuleReport[] =>
    [
      [-1, 2],
      [2, 1],
      [0, length + 1],
      [Number.NaN, 3],
      [0, length],
    ].map(([start, end]) => ({ span: { start: start!, end: end! }, message: '' }))
  const linter = createLinter(
    [
      ideaRule('idea', (idea) => [
        ...reports(idea.length),
        { ...atStart()[0]!, related: [{ span: { start: -3, end: 2 }, message: '' }] },
      ]),
      defineTextRule({ code: 'file', ...facts, check: (file) => reports(file.text.length) }),
    ],
    (message) => log.push(message),
  )
  const findings = linter.lint(read(text))
  assert.equal(findings.length, 3)
  assert.equal(log.length, 2 * 5 + 4)
})

test('createLinter: findings are sorted by place, with places, related places and fixes counted from the start of the file', () => {
  const linter = createLinter([
    ideaRule('late', (idea) => [{ span: { start: idea.length - 1, end: idea.length }, message: '' }]),
    ideaRule('early', () =>
      atStart({
        related: [{ span: { start: 1, end: 2 }, message: 'there' }],
        fixes: () => [{ title: 'Mend', kind: 'safe', edits: [{ span: { start: 2, end: 3 }, newText: 'x' }] }],
      }),
    ),
    defineTextRule({
      code: 'file',
      ...facts,
      check: (file) => [{ span: { start: file.text.length - 1, end: file.text.length }, message: '' }, ...atStart()],
    }),
  ])
  const file = read(text)
  const findings = linter.lint(file)
  const starts = findings.map(({ span }) => span.start)
  assert.deepEqual(
    starts,
    starts.toSorted((a, b) => a - b),
  )
  assert.deepEqual(
    findings.map(({ code }) => code),
    ['file', 'early', 'late', 'early', 'file', 'late'],
  )
  const at = file.projects[0]!.ideas[1]!.at
  const second = findings.filter(({ code }) => code === 'early')[1]!
  assert.deepEqual(second.span, { start: at, end: at + 4 })
  assert.deepEqual(second.related, [{ span: { start: at + 1, end: at + 2 }, message: 'there' }])
  assert.deepEqual(second.fixes?.(), [
    { title: 'Mend', kind: 'safe', edits: [{ span: { start: at + 2, end: at + 3 }, newText: 'x' }] },
  ])
})

test('createLinter: a finding offers the fix that it has: the rule’s own kind, its own, or none', () => {
  const fixes = () => []
  const linter = createLinter([
    ideaRule('bare', () => atStart()),
    ideaRule('own', () => atStart({ fixes, fix: 'review' })),
    ideaRule('of-rule', () => atStart({ fixes })),
  ])
  const kinds = Object.fromEntries(linter.lint(read(text)).map(({ code, fix }) => [code, fix]))
  assert.deepEqual(kinds, { bare: 'none', own: 'review', 'of-rule': 'safe' })
})

test('severity: the configuration’s before the report’s before the rule’s; off is off', () => {
  const linter = createLinter([ideaRule('one', () => atStart()), ideaRule('two', () => atStart({ severity: 'error' }))])
  const file = read(text)
  const reported = (severities?: Parameters<typeof linter.lint>[1]): readonly string[] => [
    ...new Set(linter.lint(file, severities).map(({ code, severity }) => `${code} ${severity}`)),
  ]
  assert.deepEqual(reported(), ['one warning', 'two error'])
  assert.deepEqual(reported({ one: 'hint', two: 'off' }), ['one hint'])
  assert.deepEqual(reported({ two: 'information' }), ['one warning', 'two information'])
  assert.deepEqual(reported(), ['one warning', 'two error'])
})

test('a file rule that reads what its cache does not compare does not compile', () => {
  const reads = [
    // @ts-expect-error the text is for text rules
    defineFileRule({ code: 'text', ...facts, check: ({ text }) => [{ span: { start: 0, end: text.length }, message: '' }] }),
    defineFileRule({
      code: 'skills',
      ...facts,
      // @ts-expect-error an edit of skills does not run file rules again
      check: ({ projects }) => projects.flatMap(({ ideas }) => ideas.flatMap(({ idea }) => idea.skills)),
    }),
    defineFileRule({
      code: 'description',
      ...facts,
      // @ts-expect-error digests of texts are for rules with comparedTexts
      check: ({ projects }) => projects.flatMap(({ ideas }) => ideas.flatMap(({ idea }) => idea.keys.description ?? [])),
    }),
  ]
  assert.deepEqual(
    reads.map(({ scope }) => scope),
    ['file', 'file', 'file'],
  )
})

test('createLinter: a list may have more findings than a call takes arguments', () => {
  const many = 150_000
  const reports = (): RuleReport[] => Array.from({ length: many }, () => ({ span: { start: 0, end: 1 }, message: 'here' }))
  const linter = createLinter(
    [ideaRule('idea', reports), defineFileRule({ code: 'file', ...facts, check: reports })],
    (message) => assert.fail(message),
  )
  assert.equal(linter.lint(read(text)).length, 3 * many)
})
