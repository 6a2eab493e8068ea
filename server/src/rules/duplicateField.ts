import { addsMentors, fieldSpecOf, isKnownField } from '../editing/fieldPlacement.ts'
import type { Field, Template } from '../model/types.ts'
import { quote } from '../text/wording.ts'
import { defineIdeaRule } from './rule.ts'

/** Whether two fields correspond to the same field of the template. */
const sameTemplateField = (a: Field, b: Field, template: Template): boolean =>
  a.key === b.key && fieldSpecOf(a, template) === fieldSpecOf(b, template)

/** Rule `duplicate-field`. Co-mentors add to the mentors field, and unknown labels are not fields. */
export const duplicateField = defineIdeaRule({
  code: 'duplicate-field',
  severity: 'warning',
  fix: 'none',
  summary: 'An idea has the same field twice.',
  why: 'Scripts take one of the two and drop the other; often the second belongs to an idea whose heading was lost.',
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
  *check(idea, { template }) {
    const fields = idea.fields.filter((field) => isKnownField(field, template) && !addsMentors(field))
    for (const [index, field] of fields.entries()) {
      const first = fields.slice(0, index).find((other) => sameTemplateField(other, field, template))
      if (first === undefined) continue
      yield {
        span: field.labelSpan,
        message: `${quote(field.label)} stands here a second time; expected the field once.`,
        related: [{ span: first.labelSpan, message: 'The first one.' }],
      }
    }
  },
})
