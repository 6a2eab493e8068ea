import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { problemRows, rulesWithProblems, shownProblems } from '../../../client/src/problemsView/problemRows.ts'
import type { ListProblem, ProblemList } from '../../../server/src/protocol/problems.ts'

const problem = (code: string, severity: ListProblem['severity'], line: number, idea = 'Harbor › Sign'): ListProblem => ({
  code,
  severity,
  message: `About ${code}`,
  range: { start: { line, character: 0 }, end: { line, character: 3 } },
  idea,
  hasFix: false,
})

const lists: readonly ProblemList[] = [
  {
    uri: 'file:///2026.md',
    label: 'GSoC 2026',
    problems: [
      problem('toc-order', 'information', 2, ''),
      problem('mentor-count', 'error', 7),
      problem('mentor-count', 'information', 9),
    ],
  },
  { uri: 'file:///2025.md', label: 'GSoC 2025', problems: [problem('field-form', 'warning', 4)] },
]

const rowsOf = (all: readonly ProblemList[], filter: Parameters<typeof problemRows>[1]) =>
  problemRows(all, filter, (uri) => uri.replace('file:///', ''))

const shown = (filter: Parameters<typeof problemRows>[1]) =>
  rowsOf(lists, filter).map(({ label, description, children }) => [
    `${label}: ${description}`,
    children.map((rule) => [
      `${rule.label}: ${rule.description}`,
      rule.children.map((each) => `${each.label} | ${each.description}`),
    ]),
  ])

test('problem rows: list, rule and place; each severity as it is, the worst rule first', () => {
  assert.deepEqual(shown({ hiddenSeverities: [], rule: null }), [
    [
      'GSoC 2026: 1 error, 2 information',
      [
        [
          'mentor-count: 1 error, 1 information',
          ['Harbor › Sign | About mentor-count · line 8', 'Harbor › Sign | About mentor-count · line 10'],
        ],
        ['toc-order: 1 information', ['About toc-order | line 3']],
      ],
    ],
    ['GSoC 2025: 1 warning', [['field-form: 1 warning', ['Harbor › Sign | About field-form · line 5']]]],
  ])
})

test('problem rows: lists of one name are told apart by their files', () => {
  const [first, second] = lists
  const two = [first!, { ...second!, label: first!.label }]
  assert.deepEqual(
    rowsOf(two, { hiddenSeverities: [], rule: null }).map(({ label, description }) => `${label}: ${description}`),
    ['GSoC 2026: 2026.md · 1 error, 2 information', 'GSoC 2026: 2025.md · 1 warning'],
  )
})

test('problem rows: a filter leaves no empty lists', () => {
  assert.deepEqual(
    shown({ hiddenSeverities: ['warning', 'information', 'hint'], rule: null }).map(([label]) => label),
    ['GSoC 2026: 1 error'],
  )
  assert.deepEqual(
    shown({ hiddenSeverities: [], rule: 'field-form' }).map(([label]) => label),
    ['GSoC 2025: 1 warning'],
  )
  assert.deepEqual(rulesWithProblems(lists), [
    ['field-form', 1],
    ['mentor-count', 2],
    ['toc-order', 1],
  ])
})

test('problem rows: what a filter shows is what is fixed, place by place', () => {
  const placesOf = (filter: Parameters<typeof shownProblems>[1]) =>
    shownProblems(lists, filter).map(({ uri, problems }) => [
      uri,
      ...problems.map(({ code, range }) => `${code} ${range.start.line}`),
    ])
  assert.deepEqual(placesOf({ hiddenSeverities: ['information', 'hint'], rule: null }), [
    ['file:///2026.md', 'mentor-count 7'],
    ['file:///2025.md', 'field-form 4'],
  ])
  assert.deepEqual(placesOf({ hiddenSeverities: [], rule: 'mentor-count' }), [
    ['file:///2026.md', 'mentor-count 7', 'mentor-count 9'],
  ])
})

test('problem rows: Fix… is offered only where there is a fix', () => {
  const own = {
    ...lists[1]!,
    problems: [problem('field-form', 'warning', 4), { ...problem('toc-order', 'hint', 2), hasFix: true }],
  }
  const kinds = rowsOf([own], { hiddenSeverities: [], rule: null }).flatMap(({ children }) =>
    children.flatMap((rule) => rule.children.map(({ kind }) => `${rule.label} ${kind}`)),
  )
  assert.deepEqual(kinds, ['field-form problem', 'toc-order fixableProblem'])
  const manifest: { contributes: { menus: Record<string, readonly { command: string; when: string }[]> } } = JSON.parse(
    readFileSync('package.json', 'utf8'),
  )
  const menu = manifest.contributes.menus['view/item/context']!.find(({ command }) => command === 'ideaFiles.fixProblem')
  assert.match(menu!.when, /viewItem == fixableProblem$/)
})
