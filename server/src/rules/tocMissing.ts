import * as l10n from '@vscode/l10n'
import { emptyTocMarkers, headingOfInsertedToc, insertToc } from '../editing/toc/insertToc.ts'
import { listedHeadings, placedHeadingOf } from '../model/toc/tocHeadings.ts'
import type { IdeaFile, TocHeading } from '../model/types.ts'
import { type Span, shift } from '../text/span.ts'
import { defineTextRule } from './rule.ts'

/** A file with this many links to its projects and ideas has a table of contents in some form. */
const minListedLinks = 3

/**
 * Whether the file lists its projects and ideas in a form that is not read as a table of contents: links in HTML, on one line, with
 * full URLs, by reference, or no links at all. A list of its projects is enough.
 */
function hasOtherTocForm(file: IdeaFile): boolean {
  if (/^[ \t]{0,3}(?:\[\[?_?toc_?\]\]?|\{:toc\})[ \t]*\r?$/im.test(file.text)) return true
  const listed = listedHeadings(file)
  const anchors = new Set(listed.map(({ anchor }) => anchor))
  const wanted = Math.min(
    minListedLinks,
    Math.max(1, anchors.size),
    Math.max(2, listed.filter(({ role }) => role === 'project').length),
  )
  return missingTocAnchors(file, anchors, wanted).size >= wanted || headingsInMissingToc(file, listed).size >= wanted
}

/** Up to `wanted` of the anchors, those that links of the file target. */
function missingTocAnchors(file: IdeaFile, anchors: ReadonlySet<string>, wanted: number): ReadonlySet<string> {
  const found = new Set<string>()
  const target = /#([^\s()<>"'\]]{1,300})[)"'>\s]/y
  for (let at = file.text.indexOf('#'); at >= 0 && found.size < wanted; at = file.text.indexOf('#', at + 1)) {
    target.lastIndex = at
    const anchor = target.exec(file.text)?.[1]
    if (anchor !== undefined && anchors.has(anchor) && startsMissingTocAnchor(file.text.slice(Math.max(0, at - 4), at)))
      found.add(anchor)
  }
  return found
}

/** Whether a `#` after this text can start an anchor: `(#`, `"#`, `]: #`, but not the `#` of a heading. */
const startsMissingTocAnchor = (before: string): boolean => /(?:[^\s#]|\]:[ \t]{1,2})$/.test(before)

/** The names of the headings that are also list items before the first heading. */
function headingsInMissingToc(file: IdeaFile, listed: readonly TocHeading[]): ReadonlySet<string> {
  const [first] = listed
  const texts = new Set(listed.map(({ heading }) => missingTocNameKey(heading.text)))
  const items = first
    ? file.text.slice(0, placedHeadingOf(file, first).at).matchAll(/^[ \t>]{0,20}(?:[-*+]|\d{1,4}[.)])[ \t]+(\S.{0,300})$/gm)
    : []
  return new Set([...items].flatMap(([, item = '']) => (texts.has(missingTocNameKey(item)) ? [missingTocNameKey(item)] : [])))
}

/** A name without punctuation, letter case and trailing parentheses: `Harbor (CNCF)` → `harbor`. */
const missingTocNameKey = (name: string): string =>
  name
    .replace(/\([^()]{0,60}\)[\s:.]*$/, '')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()

/** The first line that is not a suppression comment, so that a comment for this rule can precede it. */
function missingTocLine(text: string): Span {
  const mark = text.charCodeAt(0) === 0xfeff ? 1 : 0
  const start =
    mark + /^(?:[ \t]{0,3}<!--\s{0,9}idea-files-[^<>]{0,2000}-->[ \t]*(?:[\r\n]\s*|$))*/.exec(text.slice(mark))![0].length
  const length = text.slice(start).search(/[\r\n]/)
  return { start, end: length < 0 ? text.length : start + length }
}

/** Whether a list has no table of contents in any form, although its program asks for one. */
export const isTocMissing = (file: IdeaFile): boolean =>
  file.toc === null && file.unread.length === 0 && file.projects.length > 0 && file.template.toc && !hasOtherTocForm(file)

/** Rule `toc-missing`. */
export const tocMissing = defineTextRule({
  code: 'toc-missing',
  severity: 'information',
  fix: 'review',
  summary: 'The list has no table of contents, although its program asks for one.',
  why: 'Lists are long, and contributors come looking for one project: the table of contents is where they start.',
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
    if (!isTocMissing(file)) return
    const fixes = () => {
      const edit = insertToc(file)
      return edit ? [{ title: l10n.t('Insert a table of contents'), kind: 'review' as const, edits: [edit] }] : []
    }
    const markers = emptyTocMarkers(file)
    if (markers) {
      yield { span: markers.open, message: l10n.t('There is no table of contents between these comments yet.'), fixes }
      return
    }
    const above = headingOfInsertedToc(file)
    yield {
      span: above === null ? missingTocLine(file.text) : shift(above.heading.textSpan, above.at),
      message: l10n.t('This list has no table of contents. Add one above the projects.'),
      fixes,
    }
  },
})
