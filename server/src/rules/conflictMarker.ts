import { defineFileRule } from './rule.ts'

/** Rule `conflict-marker`. Reads raw lines: a conflict breaks the Markdown structure around it. */
export const conflictMarker = defineFileRule({
  code: 'conflict-marker',
  inLearnedLists: true,
  severity: 'error',
  fix: 'none',
  summary: 'A merge conflict or a diff stands in the text.',
  why: 'Half of what follows is a version that somebody meant to drop, and readers see both.',
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
      yield { span: opening, message: 'A merge conflict begins here; expected one of its two sides, without the marks.' }
    }
    for (const span of diffs) yield { span, message: 'A diff was pasted in; expected the text that it leads to.' }
  },
})
