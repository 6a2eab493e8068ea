import { isKnownField } from '../editing/fieldPlacement.ts'
import { fieldBulletOf, indentValue } from '../editing/listItems.ts'
import { isRoleLabel } from '../model/labels/labelSyntax.ts'
import type { Field, Idea } from '../model/types.ts'
import type { Edit } from '../text/edits.ts'
import { covers } from '../text/span.ts'
import { columnWidth } from '../text/textLines.ts'
import { quote } from '../text/wording.ts'
import { defineIdeaRule, type Fix } from './rule.ts'
import { labelPrefix, promoteField } from './shared/liftField.ts'

/** A colon where there is none, in the place of a dash where one stands for it. */
function colonEdit(text: string, { labelSpan, colon }: Field): readonly Edit[] {
  if (colon) return []
  const { end } = labelSpan
  const dash = /^([*_]{0,3})([ \t]*[-–—])(?=\s|$)/.exec(text.slice(end, end + 20))
  if (!dash) return [{ span: { start: end, end }, newText: ':' }]
  const start = end + dash[1]!.length
  return [{ span: { start, end: start + dash[2]!.length }, newText: ':' }]
}

/** A list mark and a blank before a label that stands bare; its value goes into the new item. */
function bulletEdits(text: string, idea: Idea, field: Field): readonly Edit[] | null {
  const before = labelPrefix(text, field)
  if (before === null) return null
  const bullet = fieldBulletOf(text, idea)
  const mark = before.mark && before.mark !== '•' ? `${before.mark} ` : bullet
  const value = field.outside ? indentValue(text, field, columnWidth(mark)) : []
  // the mark that is there stays; blanks before it would make the item a child of the one above
  return value && [{ span: { start: before.start, end: before.labelled }, newText: mark }, ...value]
}

function mend(text: string, idea: Idea, field: Field): Fix | null {
  const colon = colonEdit(text, field)
  if (field.shape === 'item') return { title: `Put a colon behind "${field.label}"`, kind: 'safe', edits: colon }
  const moved = field.shape === 'bare' ? bulletEdits(text, idea, field) : promoteField(text, idea, field)
  const title = field.shape === 'bare' ? `Make "${field.label}" a list item` : `Take "${field.label}" out of the field above`
  // beside somebody with a role others may stand whose label is missing, and whom it would leave behind
  const isAmong = field.shape === 'nested' || idea.fields.some((other) => other !== field && other.key === 'mentors')
  const kind = isAmong && field.key === 'mentors' && isRoleLabel(field.label) ? 'review' : 'safe'
  return moved && { title, kind, edits: [...moved, ...colon] }
}

function messageOf({ shape, label, labelSpan, span }: Field, { fields }: Idea): string {
  if (shape === 'item') return `${quote(label)} has no colon; expected ${quote(`${label}:`)}.`
  if (shape === 'bare') return `${quote(label)} is no list item; expected ${quote(`- ${label}:`)}.`
  const outer = fields.find((field) => field.shape === 'item' && field.span !== span && covers(field.span, labelSpan))
  return `${quote(label)} stands inside ${outer ? quote(outer.label) : 'another field'}; expected a list item of its own.`
}

/** rules.md, Fields: `field-form`. */
export const fieldForm = defineIdeaRule({
  code: 'field-form',
  severity: 'warning',
  fix: 'safe',
  variations: [
    { where: 'a mentor with a role stands inside another field, beside whom others may stand', fix: 'review' },
    { where: 'the item cannot be told from what stands around it', fix: 'none' },
  ],
  summary: 'A field lacks its list mark, the blank behind it or its colon, or stands inside another field.',
  why: 'Without them Markdown runs fields together into one paragraph or one item, and scripts do not find the label.',
  examples: [
    {
      path: 'lfx-mentorship/2025/01-Mar-May/project_ideas.md',
      bad: `
#### Resume broken transfers at the edge
-Description: An edge site loses its link for hours; its registry should catch up by itself.
 ^^^^^^^^^^^
- Recommended Skills
  ^^^^^^^^^^^^^^^^^^
  - Go
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org)
  - Upstream Issue: https://github.com/goharbor/harbor/issues/1
    ^^^^^^^^^^^^^^
`,
      fixed: `
#### Resume broken transfers at the edge
- Description: An edge site loses its link for hours; its registry should catch up by itself.
- Recommended Skills:
  - Go
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org)
- Upstream Issue: https://github.com/goharbor/harbor/issues/1
`,
    },
    {
      path: 'lfx-mentorship/2025/01-Mar-May/project_ideas.md',
      good: `
#### Resume broken transfers at the edge
* **Description**: An edge site loses its link for hours; its registry should catch up by itself.
* Recommended Skills:
  - Go
* Mentor(s):
  - Ada Example (@ada-example, ada@example.org)
`,
    },
  ],
  *check(idea, context) {
    for (const field of idea.fields) {
      if (!isKnownField(field, context.template) || (field.shape === 'item' && field.colon)) continue
      const fix = mend(context.text({ start: 0, end: idea.length }), idea, field)
      const report = { span: field.labelSpan, message: messageOf(field, idea) }
      yield fix ? { ...report, fix: fix.kind, fixes: () => [fix] } : report
    }
  },
})
