import * as l10n from '@vscode/l10n'
import { headingTextSpan } from '../model/toc/tocHeadings.ts'
import { longestIncreasingRun } from '../text/longestIncreasingRun.ts'
import { shift } from '../text/span.ts'
import { quote } from '../text/wording.ts'
import { defineFileRule } from './rule.ts'
import { syncFix } from './shared/tocFixes.ts'

/** Rule `toc-order`. Reported once for each file. */
export const tocOrder = defineFileRule({
  code: 'toc-order',
  inLearnedLists: true,
  severity: 'information',
  fix: 'safe',
  variations: [{ where: 'several entries share a line', fix: 'none' }],
  summary: 'The table of contents is not in the order of the headings.',
  why: 'Readers expect the next idea where the table of contents has it; an entry out of place looks like an idea of another project.',
  examples: [
    {
      bad: `
<!-- TOC -->
- [Harbor](#harbor)
  - [Sign what is copied](#sign-what-is-copied)
  - [Resume broken transfers](#resume-broken-transfers)
     ^^^^^^^^^^^^^^^^^^^^^^^
<!-- /TOC -->

### Harbor

#### Resume broken transfers
- Description: An edge site loses its link for hours; its registry should catch up by itself.
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org)

#### Sign what is copied
- Description: Signatures should travel with the artifacts that they belong to.
- Mentor(s):
  - Ben Example (@ben-example, ben@example.org)
`,
      fixed: `
<!-- TOC -->
- [Harbor](#harbor)
  - [Resume broken transfers](#resume-broken-transfers)
  - [Sign what is copied](#sign-what-is-copied)
<!-- /TOC -->

### Harbor

#### Resume broken transfers
- Description: An edge site loses its link for hours; its registry should catch up by itself.
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org)

#### Sign what is copied
- Description: Signatures should travel with the artifacts that they belong to.
- Mentor(s):
  - Ben Example (@ben-example, ben@example.org)
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
    const { toc, tocMatch } = file
    if (toc === null || tocMatch === null) return
    const { headings } = tocMatch
    const listed = toc.entries.flatMap((entry) => {
      const placed = headings.get(entry)
      return placed !== undefined && placed.role !== null ? [{ entry, placed }] : []
    })
    const kept = longestIncreasingRun(listed.map(({ placed }) => placed.index))
    const first = listed.find((_, index) => !kept.has(index))
    if (first === undefined) return
    const { entry, placed } = first
    yield {
      span: shift(entry.textSpan.end > entry.textSpan.start ? entry.textSpan : entry.span, toc.at),
      message: l10n.t`The entry ${quote(entry.text)} is out of order; entries should follow the headings.`,
      related: [{ span: headingTextSpan(file, placed), message: l10n.t('The heading') }],
      ...(file.canMoveTocEntries() && { fixes: syncFix() }),
    }
  },
})
