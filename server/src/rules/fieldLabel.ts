import { addsMentors, fieldSpecOf, normalizeLabel } from '../editing/fieldPlacement.ts'
import type { Field, FieldSpec } from '../model/types.ts'
import { quote } from '../text/wording.ts'
import { defineIdeaRule, type Fix } from './rule.ts'

/** `Upstream Issue` and `Upstream Issue (URL)` are one spelling (rules.md, "Aliases"). */
const oneSpelling = (label: string): string => normalizeLabel(label).replace(/^(upstreamissue)\(url\)$/, '$1')

/** Whether a label says more in brackets than that there may be several: `Mentors (GitHub handle)`. */
const saysMore = ({ label }: Field): boolean =>
  [...label.matchAll(/\(([^()]{1,100})\)?/g)].some(([, inside = '']) => !/^(?:e?s|urls?|links?)$/i.test(inside.trim()))

/** What stands in brackets would be lost: whether anybody needs it is a person's to say. */
const kindOf = (field: Field): Fix['kind'] => (saysMore(field) ? 'review' : 'safe')

/**
 * Whether the proper label begins a field where this one stands. A single word without a list mark may be one of a text: inside another
 * field it is, and elsewhere where neither emphasis nor a heading sets it off.
 */
function isKnownThere(before: string, { shape, key }: Field, { label }: FieldSpec): boolean {
  if (shape === 'item' || key === 'mentors' || /[\s(]/.test(label)) return true
  return shape === 'bare' && (key === 'description' || /[*_]$|#[ \t]+$/.test(before))
}

const relabel =
  (field: Field, { label }: FieldSpec) =>
  (): readonly Fix[] => [
    { title: `Write the label as "${label}"`, kind: kindOf(field), edits: [{ span: field.labelSpan, newText: label }] },
  ]

/** rules.md, Fields: `field-label`. */
export const fieldLabel = defineIdeaRule({
  code: 'field-label',
  severity: 'information',
  fix: 'safe',
  variations: [
    { where: "the label says more than the template's", fix: 'review' },
    { where: "the field is no list item yet, and the template's label would be read as a word of some text there", fix: 'none' },
  ],
  summary: "A field stands under another label than the template's.",
  why: 'Readers and scripts look for the same words in every idea: one list, one label.',
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
`,
    },
  ],
  *check(idea, { template, text }) {
    for (const field of idea.fields) {
      const spec = fieldSpecOf(field, template)
      if (spec === undefined || addsMentors(field) || oneSpelling(field.label) === oneSpelling(spec.label)) continue
      const report = {
        span: field.labelSpan,
        message: `The label is ${quote(field.label)}; this list writes ${quote(spec.label)}.`,
      }
      const { start } = field.labelSpan
      const before = text({ start: Math.max(0, start - 4), end: start })
      yield isKnownThere(before, field, spec)
        ? { ...report, fix: kindOf(field), fixes: relabel(field, spec) }
        : { ...report, fix: 'none' }
    }
  },
})
