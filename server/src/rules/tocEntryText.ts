import * as l10n from '@vscode/l10n'
import { isSameText } from '../model/toc/comparableText.ts'
import { headingTextSpan } from '../model/toc/tocHeadings.ts'
import type { TocEntry, TocHeading } from '../model/types.ts'
import { shift } from '../text/span.ts'
import { quote } from '../text/wording.ts'
import { defineFileRule } from './rule.ts'
import { syncFix } from './shared/tocFixes.ts'

/** Long enough to show both in full, as headings and entries often differ only at their ends. */
const maxShownTitle = 200

const entryTextMessage = ({ text }: TocEntry, target: TocHeading, meant: TocHeading): string =>
  target === meant
    ? l10n.t`This entry is ${quote(text, maxShownTitle)}, but its heading is ${quote(meant.heading.text, maxShownTitle)}.`
    : l10n.t`The entry ${quote(text, maxShownTitle)} links to ${quote(target.heading.text, maxShownTitle)}; expected ${quote(`#${meant.anchor}`, maxShownTitle)}.`

/** Rule `toc-entry-text`. Only entries of projects and ideas are compared; other headings may have any entry text. */
export const tocEntryText = defineFileRule({
  code: 'toc-entry-text',
  severity: 'information',
  fix: 'safe',
  summary: 'A table of contents entry does not match the text of its heading.',
  why: 'Readers who click one title and land on another cannot tell whether the link is right.',
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
    const fixes = syncFix()
    for (const entry of toc.entries) {
      const target = targets.get(entry)
      const meant = headings.get(entry)
      if (target === undefined || meant === undefined || meant.role === null || isSameText(entry.text, target.heading.text))
        continue
      const span = entry.textSpan.end > entry.textSpan.start ? entry.textSpan : entry.span
      yield {
        span: shift(span, toc.at),
        message: entryTextMessage(entry, target, meant),
        related: [{ span: headingTextSpan(file, meant), message: l10n.t('The heading') }],
        fixes,
      }
    }
  },
})
