import { fieldHasValue, fieldsWithLearnedLabel, ideaFieldsOf } from '../editing/ideaFields.ts'
import { isShared } from '../model/schema/learnedTemplate.ts'
import type { LearnedLabel, LearnedSchema } from '../model/types.ts'
import { quote } from '../text/wording.ts'
import { defineIdeaRule } from './rule.ts'
import { countedIdeas } from './shared/countedIdeas.ts'

/** Whether a label has no value in too many ideas, unless the configuration alone asks for it. */
const mayBeEmpty = ({ count, filled }: LearnedLabel, { isDeclared, ideas }: LearnedSchema): boolean =>
  !isShared(filled, ideas) && !(isDeclared && !isShared(count, ideas))

/** Rule `empty-field`. An LFX URL is empty until the idea is accepted; `lfx-url` reports it. */
export const emptyField = defineIdeaRule({
  code: 'empty-field',
  severity: 'error',
  fix: 'none',
  variations: [{ where: 'the field is optional', severity: 'information' }],
  summary: 'A field has a label and no value.',
  why: 'A label copied from the template and never filled in tells a contributor nothing, and the programme would send the idea back.',
  examples: [
    {
      bad: `
#### Resume broken transfers at the edge
- Description: An edge site loses its link for hours; its registry should catch up by itself.
- Recommended Skills:
  ^^^^^^^^^^^^^^^^^^
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org)
`,
    },
    {
      good: `
#### Resume broken transfers at the edge
- Description: An edge site loses its link for hours; its registry should catch up by itself.
- Recommended Skills:
  - Go
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org)
`,
    },
  ],
  *check(idea, { template }) {
    for (const spec of template.fields) {
      if (spec.key === 'lfxUrl') continue
      const fields = ideaFieldsOf(idea, spec)
      const first = fields[0]
      // the value may be in a second field of this kind: co-mentors, or a repeated field
      if (first === undefined || fields.some(fieldHasValue)) continue
      if (spec.required) yield { span: first.labelSpan, message: `${quote(first.label)} has no value; this list asks for one.` }
      else {
        const message = `${quote(first.label)} has no value; expected one, or no such field.`
        yield { span: first.labelSpan, message, severity: 'information' }
      }
    }
  },
  *checkLearned(idea, { template, learned }) {
    for (const spec of template.fields) {
      const label = learned.labels.find((each) => each.label === spec.label)
      if (!spec.required || label === undefined || mayBeEmpty(label, learned)) continue
      const fields = fieldsWithLearnedLabel(idea, label)
      const first = fields[0]
      if (first === undefined || fields.some(fieldHasValue)) continue
      const span = first.labelSpan.end > first.labelSpan.start ? first.labelSpan : (idea.heading?.textSpan ?? first.labelSpan)
      const message = learned.isDeclared
        ? `${quote(first.label)} has no value; this list asks for one.`
        : `${quote(first.label)} has no value; ${countedIdeas(learned, label.filled, learned.ideas)} have one.`
      yield { span, message, severity: 'warning' }
    }
  },
})
