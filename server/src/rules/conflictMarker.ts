import * as l10n from '@vscode/l10n'
import { defineFileRule } from './rule.ts'

/** Rule `conflict-marker`. Reads raw lines: a conflict breaks the Markdown structure around it. */
export const conflictMarker = defineFileRule({
  code: 'conflict-marker',
  inLearnedLists: true,
  severity: 'error',
  fix: 'none',
  summary: 'The file contains an unresolved merge conflict or a pasted diff.',
  why: 'Readers see both versions, including the one that should be gone.',
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
  *check(file) {
    const { conflicts, diffs } = file.conflictMarks()
    for (const { opening } of conflicts) {
      yield { span: opening, message: l10n.t('Unresolved merge conflict. Keep one side and delete the conflict markers.') }
    }
    for (const span of diffs) yield { span, message: l10n.t('This is a pasted diff. Replace it with the resulting text.') }
  },
})
