import * as l10n from '@vscode/l10n'
import { fieldsWithLearnedLabel, ideaHasField } from '../editing/ideaFields.ts'
import { isOptionalByNature } from '../model/schema/learnedTemplate.ts'
import type { FieldSpec, Idea, Template } from '../model/types.ts'
import { quote } from '../text/wording.ts'
import { defineIdeaRule, type Fix } from './rule.ts'
import { countedIdeas } from './shared/countedIdeas.ts'
import { fieldInsertionEnd, insertField } from './shared/insertField.ts'
import { insertLearnedField } from './shared/insertLearnedField.ts'
import { similarFieldSpec, similarLabelFix } from './shared/similarLabel.ts'

/** Renames a misspelled label rather than add an empty field next to it; ignores labels in other parts of the idea. */
function missingFieldFixes(text: string, idea: Idea, spec: FieldSpec, template: Template): readonly Fix[] {
  const misspelled = idea.fields.find((field) => field.key === 'other' && similarFieldSpec(field, template) === spec)
  const isNear = misspelled !== undefined && misspelled.labelSpan.start < fieldInsertionEnd(text, idea)
  return (isNear ? similarLabelFix(misspelled, spec) : insertField(text, idea, spec, template))()
}

/** Rule `missing-field`. */
export const missingField = defineIdeaRule({
  code: 'missing-field',
  severity: 'error',
  fix: 'review',
  summary: "An idea is missing a field that the list's template requires.",
  why: 'Contributors choose by these fields, and the program copies them into its own forms. Reviewers ask for whatever is missing.',
  examples: [
    {
      path: 'lfx-mentorship/2025/01-Mar-May/project_ideas.md',
      bad: `
#### Resume broken transfers at the edge
     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
- Description: An edge site loses its link for hours; its registry should catch up by itself.
- Recommended Skills: Go
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org)
- Upstream Issue: https://github.com/goharbor/harbor/issues/1
`,
      fixed: `
#### Resume broken transfers at the edge
- Description: An edge site loses its link for hours; its registry should catch up by itself.
- Expected Outcome:
- Recommended Skills: Go
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org)
- Upstream Issue: https://github.com/goharbor/harbor/issues/1
`,
    },
    {
      path: 'lfx-mentorship/2025/01-Mar-May/project_ideas.md',
      good: `
#### Resume broken transfers at the edge
- Description: An edge site loses its link for hours; its registry should catch up by itself.
- Expected Outcome: A transfer goes on where it stopped.
- Recommended Skills: Go
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org)
- Upstream Issue: https://github.com/goharbor/harbor/issues/1
`,
    },
  ],
  *check(idea, context) {
    const { template } = context
    // an idea without any text has one finding, `empty-idea`
    if (idea.empty) return
    const span = idea.heading?.textSpan ?? idea.fields[0]?.labelSpan
    if (span === undefined) return
    for (const spec of template.fields) {
      if (!spec.required || ideaHasField(idea, spec)) continue
      const message = l10n.t`This idea is missing the ${quote(spec.label)} field.`
      const text = context.text({ start: 0, end: idea.length })
      yield { span, message, fixes: () => missingFieldFixes(text, idea, spec, template) }
    }
  },
  *checkLearned(idea, { template, learned, text }) {
    const span = idea.heading?.textSpan ?? idea.fields[0]?.labelSpan
    if (span === undefined || idea.empty) return
    for (const spec of template.fields) {
      const label = learned.labels.find((each) => each.label === spec.label)
      if (!spec.required || label === undefined || fieldsWithLearnedLabel(idea, label).length > 0) continue
      const message = learned.isDeclared
        ? l10n.t`This idea is missing the ${quote(spec.label)} field.`
        : l10n.t`This idea is missing the ${quote(spec.label)} field, which ${countedIdeas(learned, label.count, learned.ideas)} have.`
      const fixes = insertLearnedField(text({ start: 0, end: idea.length }), idea, label, learned)
      const severity = isOptionalByNature(label.field) ? 'information' : 'warning'
      yield { span, message, severity, ...(fixes ? { fixes } : { fix: 'none' }) }
    }
  },
})
