import * as l10n from '@vscode/l10n'
import { addsToMentorsField } from '../editing/ideaFields.ts'
import { fieldSpecOf } from '../model/profiles/template.ts'
import type { Field, FieldKey, FieldSpec } from '../model/types.ts'
import { quote } from '../text/wording.ts'
import { defineIdeaRule } from './rule.ts'
import { labelAgain } from './shared/labelAgain.ts'

/** Rule `duplicate-field`. Co-mentors add to the mentors field, and unknown labels are not fields. */
export const duplicateField = defineIdeaRule({
  code: 'duplicate-field',
  severity: 'warning',
  fix: 'none',
  variations: [{ where: 'a label appears twice on one line', fix: 'safe' }],
  summary: 'An idea has the same field more than once.',
  why: 'Scripts take one of the two and drop the other. Often the second belongs to an idea whose heading was lost.',
  examples: [
    {
      bad: `
#### Resume broken transfers at the edge
- Description: An edge site loses its link for hours; its registry should catch up by itself.
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org)
- Description: The transfer should go on where it stopped.
  ^^^^^^^^^^^
`,
    },
    {
      good: `
#### Resume broken transfers at the edge
- Description: An edge site loses its link for hours; its registry should catch up by itself.
- Mentor(s): Ada Example (@ada-example, ada@example.org)
- Co-Mentor(s): Ben Example (@ben-example, ben@example.org)
`,
    },
  ],
  *check(idea, { template, text }) {
    // by the template's field, or by the key of one that the template lacks
    const firsts = new Map<FieldSpec | FieldKey, Field>()
    for (const field of idea.fields) {
      const spec = fieldSpecOf(field, template)
      if ((field.key === 'other' && spec === undefined) || addsToMentorsField(field)) continue
      const again = labelAgain(text(field.valueSpan), field.label)
      if (again > 0) {
        const span = { start: field.valueSpan.start, end: field.valueSpan.start + again }
        yield {
          span,
          message: l10n.t`${quote(field.label)} appears twice on this line.`,
          fix: 'safe',
          fixes: () => [{ title: l10n.t('Remove the second label'), kind: 'safe', edits: [{ span, newText: '' }] }],
        }
      }
      const kind = spec ?? field.key
      const first = firsts.get(kind)
      if (first === undefined) {
        firsts.set(kind, field)
        continue
      }
      yield {
        span: field.labelSpan,
        message: l10n.t`${quote(field.label)} appears more than once in this idea.`,
        related: [{ span: first.labelSpan, message: l10n.t('The first occurrence') }],
      }
    }
  },
})
