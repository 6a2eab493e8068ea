import type { PlacedHeading, TocEntry } from '../model/types.ts'
import { shift } from '../text/span.ts'
import { oneLine, quote } from './quote.ts'
import { defineFileRule, type Report } from './rule.ts'

/** The right anchor is shown whole, to be compared and copied. */
const wholeAnchor = 300

function decoded(anchor: string): string {
  if (!anchor.includes('%')) return anchor
  try {
    return decodeURIComponent(anchor)
  } catch {
    return anchor
  }
}

/** The anchors that people set by hand, as `<a name="…">`: GitHub honours them too. */
function handmade(text: string): ReadonlySet<string> {
  const found = new Set<string>()
  const name = /<a\s{1,9}(?:name|id)\s?=\s?["']?([^"'\s>]{1,200})/iy
  // a regular expression that looks for its own start takes twenty times as long
  for (let at = text.indexOf('<a'); at >= 0; at = text.indexOf('<a', at + 1)) {
    name.lastIndex = at
    const match = name.exec(text)
    if (match?.[1] !== undefined) found.add(match[1])
  }
  return found
}

/** The first heading of each text. */
function byText(headings: readonly PlacedHeading[]): ReadonlyMap<string, PlacedHeading> {
  const found = new Map<string, PlacedHeading>()
  for (const placed of headings) {
    if (!found.has(placed.heading.text)) found.set(placed.heading.text, placed)
  }
  return found
}

function report(entry: TocEntry, at: number, meant: PlacedHeading | undefined): Report {
  const span = shift(entry.anchorSpan.end > entry.anchorSpan.start ? entry.anchorSpan : entry.span, at)
  const lack = `No heading has the anchor ${quote(`#${entry.anchor}`)}`
  if (meant === undefined) return { span, message: `${lack} or the entry's text; expected a link to a heading.` }
  const related = [{ span: shift(meant.heading.textSpan, meant.at), message: 'The heading of that name.' }]
  return { span, message: `${lack}; expected ${quote(`#${meant.anchor}`, wholeAnchor)}.`, related }
}

/** rules.md, Table of contents: `toc-broken-link`. Anchors are compared as browsers do on GitHub: letter case counts. */
export const tocBrokenLink = defineFileRule({
  code: 'toc-broken-link',
  severity: 'warning',
  fix: 'review',
  summary: 'An entry of the table of contents leads to an anchor that no heading has.',
  why: 'A reader who clicks it stays at the top of the page. Most of these come from a heading that was renamed after the list was made.',
  examples: [
    {
      bad: `
<!-- TOC -->
- [Harbor](#harbour)
            ^^^^^^^
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
  - [Resume broken transfers](#resume-broken-transfers)
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
    const { toc } = file
    if (toc === null) return
    const anchors = new Set(file.headings.map((heading) => heading.anchor))
    const broken = toc.entries.filter((entry) => !anchors.has(entry.anchor) && !anchors.has(decoded(entry.anchor)))
    if (broken.length === 0) return
    const byHand = handmade(file.text)
    const headings = byText(file.headings)
    for (const entry of broken) {
      if (!byHand.has(entry.anchor)) yield report(entry, toc.at, headings.get(entry.text) ?? headings.get(oneLine(entry.text)))
    }
  },
})
