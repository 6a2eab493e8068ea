import { headingAbove, insertToc } from '../model/tocInsert.ts'
import { listedHeadings } from '../model/tocMatch.ts'
import type { IdeaFile } from '../model/types.ts'
import { type Span, shift } from '../text/span.ts'
import { defineFileRule } from './rule.ts'

/** From as many links to its projects and ideas on, a file has a table of some form. */
const fewestLinks = 3

/** Whether the file links to its own projects and ideas in a form that is not read as a list: HTML, a table, one line, whole addresses. */
function hasOtherForm(file: IdeaFile): boolean {
  if (/^[ \t]{0,3}(?:\[\[?_?toc_?\]\]?|\{:toc\})[ \t]*\r?$/im.test(file.text)) return true
  const listed = listedHeadings(file)
  const anchors = new Set(listed.map(({ anchor }) => anchor))
  const found = new Set<string>()
  const wanted = Math.min(fewestLinks, Math.max(1, anchors.size))
  const target = /#([^\s()<>"'\]]{1,300})[)"'>\s]/y
  for (let at = file.text.indexOf('#'); at >= 0 && found.size < wanted; at = file.text.indexOf('#', at + 1)) {
    target.lastIndex = at
    const anchor = target.exec(file.text)?.[1]
    if (anchor !== undefined && anchors.has(anchor) && isTarget(file.text[at - 1])) found.add(anchor)
  }
  return found.size >= wanted
}

/** Whether a `#` behind this character can begin an anchor: a heading's cannot. */
const isTarget = (before: string | undefined): boolean => before !== undefined && !/[\s#]/.test(before)

function firstLine(text: string): Span {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0
  const length = text.slice(start).search(/[\r\n]/)
  return { start, end: length < 0 ? text.length : start + length }
}

/** rules.md, Table of contents: `toc-missing`. */
export const tocMissing = defineFileRule({
  readsTexts: true,
  code: 'toc-missing',
  severity: 'information',
  fix: 'review',
  summary: 'The list has no table of contents, and its programme asks for one.',
  why: 'The list is long and is read by contributors who look for one project: the table is where they begin.',
  examples: [
    {
      path: 'summerofcode/2025.md',
      bad: `
## Ideas
   ^^^^^

#### Harbor

##### Resume broken transfers
- Description: An edge site loses its link for hours; its registry should catch up by itself.
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org)
`,
      fixed: `
## Ideas

<!-- TOC -->
- [Harbor](#harbor)
  - [Resume broken transfers](#resume-broken-transfers)
<!-- TOC -->

#### Harbor

##### Resume broken transfers
- Description: An edge site loses its link for hours; its registry should catch up by itself.
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org)
`,
    },
    {
      path: 'summerofcode/2025.md',
      good: `
## Ideas

- [Harbor](#harbor)
  - [Resume broken transfers](#resume-broken-transfers)
  - [Sign what is copied](#sign-what-is-copied)

#### Harbor

##### Resume broken transfers
- Description: An edge site loses its link for hours; its registry should catch up by itself.
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org)

##### Sign what is copied
- Description: Signatures should travel with the artifacts that they belong to.
- Mentor(s):
  - Ben Example (@ben-example, ben@example.org)
`,
    },
  ],
  *check(file) {
    const isDone = file.toc !== null || file.unread.length > 0 || file.projects.length === 0
    if (isDone || !file.template.toc || hasOtherForm(file)) return
    const above = headingAbove(file)
    const fixes = () => {
      const edit = insertToc(file)
      return edit ? [{ title: 'Insert a table of contents', kind: 'review' as const, edits: [edit] }] : []
    }
    yield {
      span: above === null ? firstLine(file.text) : shift(above.heading.textSpan, above.at),
      message: 'The list has no table of contents; expected one before its projects.',
      fixes,
    }
  },
})
