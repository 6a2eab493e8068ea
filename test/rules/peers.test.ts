import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createLinter } from '../../server/src/rules/engine/runner.ts'
import { rules } from '../../server/src/rules/index.ts'
import type { Finding } from '../../server/src/rules/rule.ts'
import { applyEdits } from '../../server/src/text/edits.ts'
import { type ListSummary, summarizeList } from '../../server/src/workspace/listSummary.ts'
import { earlierPeers } from '../../server/src/workspace/peers.ts'
import { read } from '../support/checkRule.ts'

const term = '/repo/programs/lfx-mentorship/2026/01-Mar-May'
const page = 'https://mentorship.lfx.linuxfoundation.org/project/00000000-0000-4000-8000-00000000000'

/** A list with one idea. */
const listOf = (title: string, mentor: string, lfx = `${page}1`): string =>
  `### Harbor

#### ${title}

- Description: Signatures travel along.
- Expected Outcome: They do.
- Recommended Skills: Go, Rust
- Mentor(s):
  - ${mentor}
- Upstream Issue: https://github.com/goharbor/harbor/issues/1
- LFX URL: ${lfx}
`

const ada = 'Ada Fern (@ada-fern, ada@example.org)'

type Files = Readonly<Record<string, string>>

const codes: ReadonlySet<string> = new Set(['mentor-identity', 'duplicate-lfx-url'])

function lintBeside(
  path: string,
  files: Files,
): { readonly findings: readonly Finding[]; readonly known: readonly ListSummary[] } {
  const known = Object.entries(files).map(([uri, text]) => summarizeList(uri, read(text, uri)))
  const findings = createLinter(rules).lint(read(files[path]!, path), {}, earlierPeers(path, known))
  return { findings: findings.filter(({ code }) => codes.has(code)), known }
}

/** Holds each list against the others; `expected` are code, the text of the place, and list and text of the related place. */
function checkBeside(files: Files, expected: Readonly<Record<string, readonly (readonly string[])[]>>): void {
  for (const path of Object.keys(files)) {
    const { findings, known } = lintBeside(path, files)
    const shown = findings.map(({ code, span, related = [] }) => [
      code,
      files[path]!.slice(span.start, span.end),
      ...related.flatMap(({ uri = path, span: there }) => {
        const list = known.find((each) => each.uri === uri)!
        return [uri, list.text.slice(there.start, there.end)]
      }),
    ])
    assert.deepEqual(shown, expected[path] ?? [], path)
  }
}

test('a person with two addresses in lists of one kind and term: at the later list, and the other place is named', () =>
  checkBeside(
    {
      [`${term}/README.md`]: listOf('Sign copies', ada),
      [`${term}/selected_projects.md`]: listOf('Copy signs', 'Ada Fern (@Ada-Fern, ada@exmaple.org)', `${page}2`),
    },
    {
      [`${term}/selected_projects.md`]: [['mentor-identity', 'ada@exmaple.org', `${term}/README.md`, 'ada@example.org']],
    },
  ))

test('an address with two handles', () =>
  checkBeside(
    {
      [`${term}/README.md`]: listOf('Sign copies', ada),
      [`${term}/selected_projects.md`]: listOf('Copy signs', 'Ada Fern (@adafern, ada@example.org)', `${page}2`),
    },
    { [`${term}/selected_projects.md`]: [['mentor-identity', '@adafern', `${term}/README.md`, '@ada-fern']] },
  ))

test('an LFX URL of two projects; the same project in two lists has one in both', () => {
  checkBeside(
    {
      [`${term}/README.md`]: listOf('Sign copies', ada),
      [`${term}/selected_projects.md`]: listOf('Copy signs', ada),
    },
    { [`${term}/selected_projects.md`]: [['duplicate-lfx-url', `${page}1`, `${term}/README.md`, `${page}1`]] },
  )
  checkBeside(
    {
      [`${term}/README.md`]: listOf('Sign copies', ada),
      [`${term}/selected_projects.md`]: listOf('Sign *copies*!', ada),
    },
    {},
  )
})

const other = 'Ada Fern (@ada-fern, fern@example.com)'

for (const [what, path] of [
  ['the proposals of the term', `${term}/project_ideas.md`],
  ['another term', '/repo/programs/lfx-mentorship/2026/02-Jun-Aug/README.md'],
  ['another year', '/repo/programs/lfx-mentorship/2025/01-Mar-May/README.md'],
  ['a copy of the repository', '/copy/programs/lfx-mentorship/2026/01-Mar-May/README.md'],
  ['a list of no programme', '/repo/README.md'],
] as const) {
  test(`no defect: a list says something else than ${what}`, () =>
    checkBeside({ [`${term}/README.md`]: listOf('Sign copies', ada), [path]: listOf('Copy signs', other) }, {}))
}

test('what a list says of somebody twice is reported once for each entry', () =>
  checkBeside(
    {
      [`${term}/README.md`]: listOf('Sign copies', ada),
      [`${term}/selected_projects.md`]: `${listOf('Copy signs', other, `${page}2`)}\n${listOf('Copy more', ada, `${page}3`)}`,
    },
    {
      [`${term}/selected_projects.md`]: [
        ['mentor-identity', 'fern@example.com', `${term}/README.md`, 'ada@example.org'],
        ['mentor-identity', 'ada@example.org', `${term}/selected_projects.md`, 'fern@example.com'],
      ],
    },
  ))

test('the fix writes here what the other list says, and only here', () => {
  const path = `${term}/selected_projects.md`
  const files = { [`${term}/README.md`]: listOf('Sign copies', ada), [path]: listOf('Copy signs', other, `${page}2`) }
  const [finding] = lintBeside(path, files).findings
  const fixes = finding!.fixes!()
  assert.deepEqual(
    fixes.map(({ title, kind }) => [title, kind]),
    [['Write "ada@example.org" here', 'review']],
  )
  assert.equal(applyEdits(files[path]!, fixes[0]!.edits), listOf('Copy signs', ada, `${page}2`))
})

test('a linter that has seen the list follows what other lists say', () => {
  const linter = createLinter(rules)
  const path = `${term}/selected_projects.md`
  const file = read(listOf('Copy signs', ada, `${page}2`), path)
  const beside = (mentor: string) => [
    summarizeList(`${term}/README.md`, read(listOf('Sign copies', mentor), `${term}/README.md`)),
  ]
  const identities = (peers: readonly ListSummary[]) =>
    linter.lint(file, {}, peers).filter(({ code }) => code === 'mentor-identity').length
  assert.deepEqual([beside(ada), beside(other), beside(ada), []].map(identities), [0, 1, 0, 0])
})
