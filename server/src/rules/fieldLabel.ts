import * as l10n from '@vscode/l10n'
import { addsToMentorsField } from '../editing/ideaFields.ts'
import { aliasSpelling } from '../model/labels/aliases.ts'
import { isPracticedLabel } from '../model/profiles/practice.ts'
import { fieldSpecOf } from '../model/profiles/template.ts'
import type { Field, FieldSpec, Template } from '../model/types.ts'
import { quote } from '../text/wording.ts'
import { defineIdeaRule, type Fix } from './rule.ts'

/** Whether a label has more than a plural or a link kind in parentheses: `Mentors (GitHub handle)`. */
const hasNoteInFieldLabel = ({ label }: Field): boolean =>
  [...label.matchAll(/\(([^()]{1,100})\)?/g)].some(([, inside = '']) => !/^(?:e?s|urls?|links?)$/i.test(inside.trim()))

/** A fix that loses the text in parentheses is for review. */
const fieldLabelFixKind = (field: Field): Fix['kind'] => (hasNoteInFieldLabel(field) ? 'review' : 'safe')

/** Whether the template's label would still be read as a label here: a plain word without a bullet may be read as prose. */
function isLabelKnownThere(before: string, { shape, key }: Field, { label }: FieldSpec): boolean {
  if (shape === 'item' || key === 'mentors' || /[\s(]/.test(label)) return true
  return shape === 'bare' && (key === 'description' || /[*_]$|#[ \t]+$/.test(before))
}

const relabelFixes =
  (field: Field, { label }: FieldSpec) =>
  (): readonly Fix[] => [
    {
      title: l10n.t`Change the label to "${label}"`,
      kind: fieldLabelFixKind(field),
      edits: [{ span: field.labelSpan, newText: label }],
    },
  ]

/** Whether a value says what the field is: a page of the program under any label, an issue under a label that most ideas have. */
const isFieldLabelOfPage = (field: Field, template: Template): boolean =>
  field.isKnownByValue === true && (field.key === 'lfxUrl' || isPracticedLabel(field, template))

/** Rule `field-label`. */
export const fieldLabel = defineIdeaRule({
  code: 'field-label',
  severity: 'information',
  fix: 'safe',
  variations: [
    { where: 'the label contains extra information', fix: 'review' },
    { where: "the field is not a list item yet, so the template's label would be read as ordinary text", fix: 'none' },
  ],
  summary: "A field's label differs from the template's.",
  why: 'Readers and scripts look for the same label in every idea.',
  examples: [
    {
      path: 'lfx-mentorship/2025/01-Mar-May/project_ideas.md',
      bad: `
#### Resume broken transfers at the edge
- Description: An edge site loses its link for hours; its registry should catch up by itself.
- **Required skills:** Go
    ^^^^^^^^^^^^^^^
- Mentors:
  ^^^^^^^
  - Ada Example (@ada-example, ada@example.org)
`,
      fixed: `
#### Resume broken transfers at the edge
- Description: An edge site loses its link for hours; its registry should catch up by itself.
- **Recommended Skills:** Go
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org)
`,
    },
    {
      path: 'lfx-mentorship/2025/01-Mar-May/project_ideas.md',
      good: `
#### Resume broken transfers at the edge
- description: An edge site loses its link for hours; its registry should catch up by itself.
- **Recommended Skills:** Go
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org)
- Co-Mentor(s): Ben Example (@ben-example, ben@example.org)
- Upstream Issue (URL): https://github.com/goharbor/harbor/issues/1
- Apply: https://mentorship.lfx.linuxfoundation.org/project/8f6b2c14-9a7d-4e3b-b1c5-2d7e9f0a4b61
`,
    },
  ],
  *check(idea, { template, text }) {
    for (const field of idea.fields) {
      const spec = fieldSpecOf(field, template)
      if (spec === undefined || spec.isLabelFree || isFieldLabelOfPage(field, template) || addsToMentorsField(field)) continue
      if (field.label === spec.label || aliasSpelling(field.label) === aliasSpelling(spec.label)) continue
      const report = {
        span: field.labelSpan,
        message: l10n.t`The label ${quote(field.label)} should be ${quote(spec.label)} in this list.`,
      }
      const { start } = field.labelSpan
      const before = text({ start: Math.max(0, start - 4), end: start })
      yield isLabelKnownThere(before, field, spec)
        ? { ...report, fix: fieldLabelFixKind(field), fixes: relabelFixes(field, spec) }
        : { ...report, fix: 'none' }
    }
  },
})
