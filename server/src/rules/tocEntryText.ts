import { isSameText, textSpanOf } from '../model/toc/matchToc.ts'
import type { TocEntry, TocHeading } from '../model/types.ts'
import { shift } from '../text/span.ts'
import { quote } from '../text/wording.ts'
import { defineFileRule } from './rule.ts'
import { syncFix } from './shared/tocFixes.ts'

/** Headings and entries differ at their ends: both are shown whole. */
const wholeTitle = 200

const flaw = ({ text }: TocEntry, target: TocHeading, meant: TocHeading): string =>
  target === meant
    ? `The entry says ${quote(text, wholeTitle)}; expected its heading's text, ${quote(meant.heading.text, wholeTitle)}.`
    : `The entry ${quote(text, wholeTitle)} leads to ${quote(target.heading.text, wholeTitle)}; expected ${quote(`#${meant.anchor}`, wholeTitle)}.`

/** rules.md, Table of contents: `toc-entry-text`. Only entries about projects and ideas: other headings may be called as one likes. */
export const tocEntryText = defineFileRule({
  code: 'toc-entry-text',
  severity: 'information',
  fix: 'safe',
  summary: 'An entry of the table of contents says something else than the heading that it leads to.',
  why: 'A reader who clicks a title and finds another one does not know whether the link is right.',
  examples: [
    {
      bad: `
<!-- TOC -->
- [Harbor](#harbor)
  - [Resume transfers](#resume-broken-transfers)
     ^^^^^^^^^^^^^^^^
<!-- /TOC -->

### Harbor

#### Resume broken transfers
- Description: An edge site loses its link for hours; its registry should catch up by itself.
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org)
`,
      fixed: `
<!-- TOC -->
- [Harbor](#harbor)
  - [Resume broken transfers](#resume-broken-transfers)
<!-- /TOC -->

### Harbor

#### Resume broken transfers
- Description: An edge site loses its link for hours; its registry should catch up by itself.
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org)
`,
    },
    {
      good: `
<!-- TOC -->
- [Harbor](#harbor)
  - [Resume **broken** transfers](#resume-broken-transfers)
<!-- /TOC -->

### Harbor

#### Resume broken transfers
- Description: An edge site loses its link for hours; its registry should catch up by itself.
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org)
`,
    },
  ],
  *check(file) {
    const { toc, tocMatch } = file
    if (toc === null || tocMatch === null) return
    const { headings, targets } = tocMatch
    const fixes = syncFix(file)
    for (const entry of toc.entries) {
      const target = targets.get(entry)
      const meant = headings.get(entry)
      if (target === undefined || meant === undefined || meant.role === null || isSameText(entry.text, target.heading.text))
        continue
      const span = entry.textSpan.end > entry.textSpan.start ? entry.textSpan : entry.span
      yield {
        span: shift(span, toc.at),
        message: flaw(entry, target, meant),
        related: [{ span: textSpanOf(file, meant), message: 'Its heading.' }],
        fixes,
      }
    }
  },
})
