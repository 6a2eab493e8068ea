import { defineFileRule, type RuleReport } from './rule.ts'
import { conflictsIn, mayHoldConflict, type PlainLine, plainLines } from './shared/conflictLines.ts'

const isDiffHeader = (line: string): boolean =>
  /^diff --git a\//.test(line) ? line.includes(' b/') : /^@@ -\d{1,9}(?:,\d{1,9})? \+\d{1,9}(?:,\d{1,9})? @@/.test(line)

/** Reports each run of diff lines up to the next heading once. */
function* diffs(lines: readonly PlainLine[]): Iterable<RuleReport> {
  let inDiff = false
  for (const { text, span, heading } of lines) {
    if (heading) inDiff = false
    if (!isDiffHeader(text)) continue
    if (!inDiff) yield { span, message: 'A diff was pasted in; expected the text that it leads to.' }
    inDiff = true
  }
}

/** Rule `conflict-marker`. Reads raw lines: a conflict breaks the Markdown structure around it. */
export const conflictMarker = defineFileRule({
  code: 'conflict-marker',
  severity: 'error',
  fix: 'none',
  summary: 'A merge conflict or a diff stands in the text.',
  why: 'Half of what follows is a version that somebody meant to drop, and readers see both.',
  examples: [
    {
      bad: `
### Harbor

#### Resume broken transfers at the edge
- Description: An edge site loses its link for hours; its registry should catch up by itself.
<<<<<<< HEAD
^^^^^^^^^^^^
- Recommended Skills: Go
=======
- Recommended Skills: Go, OCI
>>>>>>> harbor-ideas
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org)
`,
    },
    {
      good: `
### Harbor

#### Resume broken transfers at the edge
- Description: An edge site loses its link for hours; its registry should catch up by itself.
- Recommended Skills: Go, OCI
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org)
`,
    },
  ],
  *check({ text }) {
    const conflict = mayHoldConflict(text)
    const diff = text.includes('diff --git a/') || text.includes('@@ -')
    if (!conflict && !diff) return
    const lines = [...plainLines(text)]
    if (conflict) {
      for (const { opening } of conflictsIn(lines)) {
        yield { span: opening, message: 'A merge conflict begins here; expected one of its two sides, without the marks.' }
      }
    }
    if (diff) yield* diffs(lines)
  },
})
