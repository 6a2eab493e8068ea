import { cutSections } from '../syntax/sections.ts'
import type { Span } from '../text/span.ts'
import { defineFileRule, type Report } from './rule.ts'

interface Line {
  readonly text: string
  readonly span: Span
  /** Whether a heading begins here, so that a diff pasted above has come to its end. */
  readonly heading: boolean
}

/** The lines that stand outside fences. */
function* plainLines(text: string): Iterable<Line> {
  let start = text.charCodeAt(0) === 0xfeff ? 1 : 0
  for (const { blocks, length } of cutSections(text)) {
    for (const block of blocks) {
      if (/^ {0,3}(?:```|~~~)/.test(block.text)) continue
      yield* linesOf(block.text, start + block.at)
    }
    start += length
  }
}

function* linesOf(block: string, at: number): Iterable<Line> {
  for (let from = 0; from < block.length; ) {
    const end = block.indexOf('\n', from)
    const to = end < 0 ? block.length : end
    const text = block.slice(from, block[to - 1] === '\r' ? to - 1 : to)
    yield { text, span: { start: at + from, end: at + from + text.length }, heading: /^#{1,6}(?:[ \t]|$)/.test(text) }
    from = to + 1
  }
}

const opens = (line: string): boolean => /^<{7}(?: |$)/.test(line)
const divides = (line: string): boolean => /^={7}[ \t]*$/.test(line)
const closes = (line: string): boolean => /^>{7}(?: |$)/.test(line)

/** A conflict is whole: what opens it, divides it and closes it, in this order. */
function* conflicts(lines: readonly Line[]): Iterable<Report> {
  let first: Span | null = null
  let divided = false
  for (const { text, span } of lines) {
    if (opens(text)) {
      first = span
      divided = false
    } else if (first !== null && divides(text)) divided = true
    else if (first !== null && divided && closes(text)) {
      yield { span: first, message: 'A merge conflict begins here; expected one of its two sides, without the marks.' }
      first = null
    }
  }
}

const isDiffHeader = (line: string): boolean =>
  /^diff --git a\//.test(line) ? line.includes(' b/') : /^@@ -\d{1,9}(?:,\d{1,9})? \+\d{1,9}(?:,\d{1,9})? @@/.test(line)

/** One finding for all that was pasted in one go. */
function* diffs(lines: readonly Line[]): Iterable<Report> {
  let inDiff = false
  for (const { text, span, heading } of lines) {
    if (heading) inDiff = false
    if (!isDiffHeader(text)) continue
    if (!inDiff) yield { span, message: 'A diff was pasted in; expected the text that it leads to.' }
    inDiff = true
  }
}

/** rules.md, Structure: `conflict-marker`. Lines are read as they stand: where a list is torn apart, Markdown says little. */
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
    const conflict = text.includes('<<<<<<<') && text.includes('>>>>>>>')
    const diff = text.includes('diff --git a/') || text.includes('@@ -')
    if (!conflict && !diff) return
    const lines = [...plainLines(text)]
    if (conflict) yield* conflicts(lines)
    if (diff) yield* diffs(lines)
  },
})
