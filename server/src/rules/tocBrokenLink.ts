import * as l10n from '@vscode/l10n'
import { fixEntryAnchor, fixFlawedEntry } from '../editing/toc/entryUpdates.ts'
import { removableEntries, removeItemEdit } from '../editing/toc/removeEntry.ts'
import { isSharedInTemplate, minSharingIdeas } from '../model/schema/learnedTemplate.ts'
import { isSameText } from '../model/toc/comparableText.ts'
import { headingTextSpan } from '../model/toc/tocHeadings.ts'
import type { FlawedTocEntry, IdeaFile, Toc, TocEntry, TocHeading, TocMatch } from '../model/types.ts'
import { type Span, shift } from '../text/span.ts'
import { quote } from '../text/wording.ts'
import type { FileRuleInput } from './fileRuleInput.ts'
import { defineFileRule, type FileReport, type Fix } from './rule.ts'

/** Long enough to show the right anchor in full, so that it can be compared and copied. */
const maxShownAnchor = 300

const tocBrokenLinkSpan = (entry: TocEntry, toc: Toc): Span =>
  shift(entry.anchorSpan.end > entry.anchorSpan.start ? entry.anchorSpan : entry.span, toc.at)

/** The report of an entry that links to no heading, or to the wrong one of several headings with its text. */
function fixableEntryReport(file: FileRuleInput, toc: Toc, entry: TocEntry, meant: TocHeading, match: TocMatch): FileReport {
  const target = match.targets.get(entry)
  const [anchor, right] = [quote(`#${entry.anchor}`), quote(`#${meant.anchor}`, maxShownAnchor)]
  return {
    span: tocBrokenLinkSpan(entry, toc),
    message:
      target === undefined
        ? l10n.t`No heading has the anchor ${anchor}. Did you mean ${right}?`
        : l10n.t`${anchor} links to another heading called ${quote(target.heading.text)}; expected ${right}.`,
    related: [{ span: headingTextSpan(file, meant), message: l10n.t('The matching heading') }],
    fix: 'safe',
    fixes: () => [
      { title: l10n.t`Change the link to "#${meant.anchor}"`, kind: 'safe', edits: fixEntryAnchor(toc, entry, meant, match) },
    ],
  }
}

/** The report of an entry that links to no heading and has no heading's text. */
function staleEntryReport(toc: Toc, entry: TocEntry, item: number | undefined): FileReport {
  const fixes = (file: IdeaFile): readonly Fix[] => [
    { title: l10n.t('Remove the entry'), kind: 'review', edits: [removeItemEdit(file, toc, item!)] },
  ]
  return {
    span: tocBrokenLinkSpan(entry, toc),
    message: l10n.t`No heading matches the anchor ${quote(`#${entry.anchor}`)} or the entry's text.`,
    ...(item !== undefined && { fixes }),
  }
}

/** The report of an item that names a heading and is not a link to it. */
function flawedEntryReport(file: FileRuleInput, toc: Toc, entry: FlawedTocEntry, meant: TocHeading): FileReport {
  const anchor = quote(`#${meant.anchor}`, maxShownAnchor)
  const message =
    entry.fix === 'link'
      ? l10n.t`This entry is not a link; expected a link to ${anchor}.`
      : /^#?$/.test(entry.target)
        ? l10n.t`This entry links to the top of the page; expected ${anchor}.`
        : l10n.t`${quote(entry.target)} is not the anchor of a heading; expected ${anchor}.`
  const { start, end } = entry.span
  const title = l10n.t`Link the entry to "#${meant.anchor}"`
  return {
    span: shift(end > start ? entry.span : (entry.textSpan ?? entry.span), toc.at),
    message,
    related: [{ span: headingTextSpan(file, meant), message: l10n.t('The matching heading') }],
    fix: 'safe',
    fixes: (now: IdeaFile) => (now.toc ? [{ title, kind: 'safe', edits: fixFlawedEntry(now, now.toc, entry, meant) }] : []),
  }
}

const isTocLinkInOtherCase = ({ anchor }: TocEntry, meant: TocHeading): boolean =>
  anchor !== meant.anchor && anchor.toLowerCase() === meant.anchor

/** Whether most links are written as the headings are (`#Wind-the-clock`): GitHub follows them, and it is the list's practice. */
function tocLinksInOtherCase({ headings }: TocMatch): boolean {
  const count = [...headings].filter(([entry, meant]) => isTocLinkInOtherCase(entry, meant)).length
  return count >= minSharingIdeas && isSharedInTemplate(count, headings.size)
}

/** Rule `toc-broken-link`. `#Harbor` is reported: GitHub follows it to `harbor`, other viewers of Markdown do not. */
export const tocBrokenLink = defineFileRule({
  code: 'toc-broken-link',
  inLearnedLists: true,
  severity: 'warning',
  fix: 'review',
  variations: [
    { where: "a heading matches the entry's text", fix: 'safe' },
    { where: 'the entry has others below it or shares its line', fix: 'none' },
  ],
  summary: 'A table of contents entry links to a heading that does not exist.',
  why: 'Clicking it goes nowhere. Usually the heading was renamed after the table of contents was written.',
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
    const { toc, tocMatch: match } = file
    if (toc === null || match === null) return
    const removable: ReadonlyMap<TocEntry, number> =
      match.broken.size > 0 && file.canMoveTocEntries() ? removableEntries(toc, match) : new Map()
    const keepsCase = file.template.learned !== undefined && tocLinksInOtherCase(match)
    for (const entry of toc.entries) {
      const meant = match.headings.get(entry)
      if (keepsCase && meant !== undefined && isTocLinkInOtherCase(entry, meant)) continue
      const target = match.targets.get(entry)
      if (match.broken.has(entry)) {
        yield meant === undefined
          ? staleEntryReport(toc, entry, removable.get(entry))
          : fixableEntryReport(file, toc, entry, meant, match)
      } else if (target !== undefined && meant !== undefined && target !== meant && isSameText(entry.text, target.heading.text)) {
        yield fixableEntryReport(file, toc, entry, meant, match)
      }
    }
    for (const [entry, meant] of match.flawed) yield flawedEntryReport(file, toc, entry, meant)
  },
})
