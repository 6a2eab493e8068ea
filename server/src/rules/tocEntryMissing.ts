import * as l10n from '@vscode/l10n'
import { headingTextSpan } from '../model/toc/tocHeadings.ts'
import { wantsTocEntries } from '../model/toc/wantedEntries.ts'
import { quote } from '../text/wording.ts'
import { defineFileRule } from './rule.ts'
import { entryFixes } from './shared/tocFixes.ts'

/** Rule `toc-entry-missing`. Applies to tables of contents that the template asks for, and to those that list most ideas. */
export const tocEntryMissing = defineFileRule({
  code: 'toc-entry-missing',
  inLearnedLists: true,
  severity: 'warning',
  fix: 'safe',
  variations: [{ where: 'several entries share a line', fix: 'none' }],
  summary: 'A project or idea is missing from the table of contents.',
  why: 'In a list of a hundred ideas, contributors read the table of contents; an idea that is not in it gets no applicants.',
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
      fixed: `
<!-- TOC -->
- [Harbor](#harbor)
  - [Resume broken transfers](#resume-broken-transfers)
  - [Sign what is copied](#sign-what-is-copied)
<!-- /TOC -->

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
    const { toc, tocMatch } = file
    if (toc === null || !tocMatch?.missing.length || !wantsTocEntries(file)) return
    const reached = new Set(tocMatch.targets.values())
    const fixes = file.canMoveTocEntries() ? entryFixes() : () => ({})
    for (const placed of tocMatch.missing) {
      // an entry that links here with another text is reported by `toc-entry-text`
      if (reached.has(placed) || (file.template.learned && placed.role === 'project')) continue
      yield {
        span: headingTextSpan(file, placed),
        message: l10n.t`${quote(placed.heading.text)} is missing from the table of contents.`,
        ...fixes(placed),
      }
    }
  },
})
