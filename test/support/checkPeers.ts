import assert from 'node:assert/strict'
import { createLinter } from '../../server/src/rules/engine/createLinter.ts'
import { rules } from '../../server/src/rules/index.ts'
import type { Finding } from '../../server/src/rules/rule.ts'
import { type ListSummary, summarizeList } from '../../server/src/workspace/listSummary.ts'
import { earlierPeers } from '../../server/src/workspace/peers.ts'
import { read } from './checkRule.ts'

export const lfxTerm = '/repo/programs/lfx-mentorship/2026/01-Mar-May'
export const lfxProjectUrl = 'https://mentorship.lfx.linuxfoundation.org/project/00000000-0000-4000-8000-00000000000'

/** A list with one idea. */
export const lfxList = (title: string, mentor: string, lfx = `${lfxProjectUrl}1`): string =>
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

export const adaFern = 'Ada Fern (@ada-fern, ada@example.org)'

type Files = Readonly<Record<string, string>>

const codes: ReadonlySet<string> = new Set(['mentor-identity', 'duplicate-lfx-url'])

export function lintWithPeers(
  path: string,
  files: Files,
): { readonly findings: readonly Finding[]; readonly known: readonly ListSummary[] } {
  const known = Object.entries(files).map(([uri, text]) => summarizeList(uri, read(text, uri)))
  const findings = createLinter(rules).lint(read(files[path]!, path), {}, earlierPeers(path, known))
  return { findings: findings.filter(({ code }) => codes.has(code)), known }
}

/** Holds each list against the others; `expected` are code, the text of the place, and list and text of the related place. */
export function checkPeers(files: Files, expected: Readonly<Record<string, readonly (readonly string[])[]>>): void {
  for (const path of Object.keys(files)) {
    const { findings, known } = lintWithPeers(path, files)
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
