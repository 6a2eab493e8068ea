import assert from 'node:assert/strict'
import { test } from 'node:test'
import { changedLinesOf } from '../../../client/src/problemsView/changedLines.ts'
import { problemRows, rulesWithProblems } from '../../../client/src/problemsView/problemRows.ts'
import type { ListProblem, ProblemList } from '../../../server/src/protocol/problems.ts'

const problem = (code: string, severity: ListProblem['severity'], line: number, idea = 'Harbor › Sign'): ListProblem => ({
  code,
  severity,
  message: `About ${code}`,
  range: { start: { line, character: 0 }, end: { line, character: 3 } },
  idea,
  within: { first: line - 1, last: line + 1 },
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

const shown = (filter: Parameters<typeof problemRows>[1]) =>
  problemRows(lists, filter).map(({ label, description, children }) => [
    `${label}: ${description}`,
    children.map((rule) => [
      `${rule.label}: ${rule.description}`,
      rule.children.map((each) => `${each.label} | ${each.description}`),
    ]),
  ])

test('problem rows: list, rule and place; each severity as it is, the worst rule first', () => {
  assert.deepEqual(shown({ hiddenSeverities: [], rule: null, changed: null }), [
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

test('problem rows: a filter leaves no empty lists', () => {
  assert.deepEqual(
    shown({ hiddenSeverities: ['warning', 'information', 'hint'], rule: null, changed: null }).map(([label]) => label),
    ['GSoC 2026: 1 error'],
  )
  assert.deepEqual(
    shown({ hiddenSeverities: [], rule: 'field-form', changed: null }).map(([label]) => label),
    ['GSoC 2025: 1 warning'],
  )
  assert.deepEqual(rulesWithProblems(lists), [
    ['field-form', 1],
    ['mentor-count', 2],
    ['toc-order', 1],
  ])
})

test('problem rows: only ideas with changed lines', () => {
  const changed = new Map([['file:///2026.md', [{ first: 8, last: 8 }]]])
  assert.deepEqual(shown({ hiddenSeverities: [], rule: null, changed }), [
    [
      'GSoC 2026: 1 error, 1 information',
      [
        [
          'mentor-count: 1 error, 1 information',
          ['Harbor › Sign | About mentor-count · line 8', 'Harbor › Sign | About mentor-count · line 10'],
        ],
      ],
    ],
  ])
})

test('changed lines: added, changed and removed ones, without those around them', () => {
  const patch = `diff --git a/x.md b/x.md
--- a/x.md
+++ b/x.md
@@ -1,4 +1,5 @@
 one
-two
+2
+2.5
 three
 four
@@ -10,2 +11,1 @@ x
 ten
-eleven
\\ No newline at end of file
`
  assert.deepEqual(changedLinesOf(patch), [
    { first: 0, last: 0 },
    { first: 1, last: 1 },
    { first: 2, last: 2 },
    { first: 10, last: 10 },
  ])
  assert.deepEqual(changedLinesOf(''), [])
})
