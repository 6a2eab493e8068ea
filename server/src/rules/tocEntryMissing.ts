import type { IdeaFile, PlacedHeading } from '../model/types.ts'
import { shift } from '../text/span.ts'
import { oneLine, quote } from './quote.ts'
import { defineFileRule } from './rule.ts'

/** The headings of projects and ideas whose anchors no entry has, in the order of the file. */
function strangersTo(anchors: ReadonlySet<string>, file: IdeaFile): readonly PlacedHeading[] {
  const found: PlacedHeading[] = []
  for (const { heading, ideas } of file.projects) {
    if (heading !== null && !anchors.has(heading.anchor)) found.push(heading)
    for (const { idea, at, anchor } of ideas) {
      if (idea.heading !== null && anchor !== null && !anchors.has(anchor)) found.push({ heading: idea.heading, at, anchor })
    }
  }
  return found
}

/** rules.md, Table of contents: `toc-entry-missing`. Only where there is a table, and a template that asks for one. */
export const tocEntryMissing = defineFileRule({
  code: 'toc-entry-missing',
  severity: 'warning',
  fix: 'safe',
  summary: 'A project or an idea is absent from the table of contents.',
  why: 'In a list of a hundred ideas the table is what contributors read; an idea that is not in it gets no applicants.',
  examples: [
    {
      path: 'summerofcode/2025.md',
      bad: `
<!-- TOC -->
- [Harbor](#harbor)
  - [Resume broken transfers](#resume-broken-transfers)
<!-- /TOC -->

#### Harbor

##### Resume broken transfers
- Description: An edge site loses its link for hours; its registry should catch up by itself.
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org)

##### Sign what is copied
      ^^^^^^^^^^^^^^^^^^^
- Description: Signatures should travel with the artifacts that they belong to.
- Mentor(s):
  - Ben Example (@ben-example, ben@example.org)
`,
    },
    {
      path: 'summerofcode/2025.md',
      good: `
<!-- TOC -->
- [Harbor](#harbor)
  - [Resume broken transfers](#resume-broken-transfers)
<!-- /TOC -->

#### Harbor

##### Resume broken transfers
- Description: An edge site loses its link for hours; its registry should catch up by itself.
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org)
`,
    },
  ],
  *check(file) {
    const { toc } = file
    if (toc === null || !file.template.toc) return
    const anchors = new Set(toc.entries.map((entry) => entry.anchor))
    const strangers = strangersTo(anchors, file)
    if (strangers.length === 0) return
    const texts = new Set(toc.entries.map((entry) => entry.text))
    for (const { heading, at } of strangers) {
      if (texts.has(heading.text) || texts.has(oneLine(heading.text))) continue
      yield {
        span: shift(heading.textSpan, at),
        message: `${quote(heading.text)} is not in the table of contents; expected an entry for it.`,
      }
    }
  },
})
