import * as l10n from '@vscode/l10n'
import { fieldsWithLearnedLabel, ideaFieldsOf } from '../editing/ideaFields.ts'
import { ideaFieldHasValue } from '../model/fields/ideaFieldHasValue.ts'
import { isSharedInTemplate } from '../model/schema/learnedTemplate.ts'
import type { LearnedLabel, LearnedSchema } from '../model/types.ts'
import { quote } from '../text/wording.ts'
import { defineIdeaRule } from './rule.ts'
import { countedIdeas } from './shared/countedIdeas.ts'

/** Whether a label has no value in too many ideas, unless the configuration alone asks for it. */
const mayFieldBeEmpty = ({ count, filled }: LearnedLabel, { isDeclared, ideas }: LearnedSchema): boolean =>
  !isSharedInTemplate(filled, ideas) && !(isDeclared && !isSharedInTemplate(count, ideas))

/** The code of the rule that reports what is still to be filled in. */
export const emptyFieldCode = 'empty-field'

/** Rule `empty-field`. An LFX URL is empty until the idea is accepted; `lfx-url` reports it. */
export const emptyField = defineIdeaRule({
  code: emptyFieldCode,
  severity: 'error',
  fix: 'none',
  variations: [{ where: 'the field is optional', severity: 'information' }],
  summary: 'A field is empty.',
  why: 'A label copied from the template and never filled in tells contributors nothing, and the program will send the idea back.',
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
    if (idea.fields.every(ideaFieldHasValue)) return
    for (const spec of template.fields) {
      if (spec.key === 'lfxUrl') continue
      const fields = ideaFieldsOf(idea, spec)
      const first = fields[0]
      // the value may be in a second field of this kind: co-mentors, or a repeated field
      if (first === undefined || fields.some(ideaFieldHasValue)) continue
      if (spec.required) yield { span: first.labelSpan, message: l10n.t`${quote(first.label)} is required but empty.` }
      else {
        const message = l10n.t`${quote(first.label)} is empty. Fill it in or remove it.`
        yield { span: first.labelSpan, message, severity: 'information' }
      }
    }
  },
  *checkLearned(idea, { template, learned }) {
    for (const spec of template.fields) {
      const label = learned.labels.find((each) => each.label === spec.label)
      if (!spec.required || label === undefined || mayFieldBeEmpty(label, learned)) continue
      const fields = fieldsWithLearnedLabel(idea, label)
      const first = fields[0]
      if (first === undefined || fields.some(ideaFieldHasValue)) continue
      const span = first.labelSpan.end > first.labelSpan.start ? first.labelSpan : (idea.heading?.textSpan ?? first.labelSpan)
      const message = learned.isDeclared
        ? l10n.t`${quote(first.label)} is required but empty.`
        : l10n.t`${quote(first.label)} is empty, unlike in ${countedIdeas(learned, label.filled, learned.ideas)}.`
      yield { span, message, severity: 'warning' }
    }
  },
})
