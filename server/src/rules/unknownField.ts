import * as l10n from '@vscode/l10n'
import { isPracticedLabel } from '../model/profiles/practice.ts'
import { fieldSpecOf } from '../model/profiles/template.ts'
import { joinWithOr, quote } from '../text/wording.ts'
import { defineIdeaRule } from './rule.ts'
import { similarFieldSpec, similarLabelFix } from './shared/similarLabel.ts'
import { itemsInUnrelatedLists } from './shared/unrelatedLists.ts'

/** Rule `unknown-field`. */
export const unknownField = defineIdeaRule({
  code: 'unknown-field',
  severity: 'information',
  fix: 'review',
  variations: [{ where: 'no label in the list is similar', fix: 'none' }],
  summary: "An item is labeled like a field but is not one of the list's fields.",
  why: 'Most of these are misspelled labels whose values scripts cannot find. Anything else belongs in the description.',
  examples: [
    {
      path: 'lfx-mentorship/2025/01-Mar-May/project_ideas.md',
      bad: `
#### Resume broken transfers at the edge
- Descripton: An edge site loses its link for hours; its registry should catch up by itself.
  ^^^^^^^^^^
- Recommended Skills: Go
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org)
`,
      fixed: `
#### Resume broken transfers at the edge
- Description: An edge site loses its link for hours; its registry should catch up by itself.
- Recommended Skills: Go
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org)
`,
    },
    {
      path: 'lfx-mentorship/2025/01-Mar-May/project_ideas.md',
      bad: `
#### Resume broken transfers at the edge
- Description: An edge site loses its link for hours; its registry should catch up by itself.
- Meeting times: Tuesdays
  ^^^^^^^^^^^^^
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org)
`,
    },
    {
      path: 'lfx-mentorship/2025/01-Mar-May/project_ideas.md',
      good: `
#### Resume broken transfers at the edge
- Description: An edge site loses its link for hours; its registry should catch up by itself.
  - Meeting times: Tuesdays
- Recommended Skills: Go
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org)
`,
    },
  ],
  *check(idea, { template, text }) {
    const unknown = idea.fields.filter(
      (field) => field.key === 'other' && !fieldSpecOf(field, template) && !isPracticedLabel(field, template),
    )
    if (unknown.length === 0) return
    const own = itemsInUnrelatedLists(text({ start: 0, end: idea.length }), idea)
    const labels = joinWithOr(template.fields.map((spec) => spec.label))
    for (const field of unknown) {
      const near = similarFieldSpec(field, template)
      if (!near && own.has(field)) continue
      yield {
        span: field.labelSpan,
        message: near
          ? l10n.t`${quote(field.label)} is not a field in this list. Did you mean ${quote(near.label)}?`
          : l10n.t`${quote(field.label)} is not a field in this list. Use ${labels}, or move it into the description.`,
        ...(near && { fixes: similarLabelFix(field, near) }),
      }
    }
  },
})
