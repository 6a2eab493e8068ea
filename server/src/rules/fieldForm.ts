import { fieldBulletOf, indentValue } from '../editing/listItems.ts'
import { isMentorRoleAlias } from '../model/labels/aliases.ts'
import { isKnownToTemplate } from '../model/profiles/template.ts'
import type { Field, Idea } from '../model/types.ts'
import { isMarkdownBullet } from '../text/bullets.ts'
import type { Edit } from '../text/edits.ts'
import { covers } from '../text/span.ts'
import { columnWidth } from '../text/textLines.ts'
import { quote } from '../text/wording.ts'
import { defineIdeaRule, type Fix } from './rule.ts'
import { liftedLabelPrefix, promoteField } from './shared/liftField.ts'

/** Adds a missing colon, in place of a dash: `Size - large` → `Size: large`. */
function colonEdit(text: string, { labelSpan, colon }: Field): readonly Edit[] {
  if (colon) return []
  const { end } = labelSpan
  const dash = /^([*_]{0,3})([ \t]*[-–—])(?=\s|$)/.exec(text.slice(end, end + 20))
  if (!dash) return [{ span: { start: end, end }, newText: ':' }]
  const start = end + dash[1]!.length
  return [{ span: { start, end: start + dash[2]!.length }, newText: ':' }]
}

/** Makes a bare label a list item and indents its value; null if its line contains more before the label. */
function fieldFormItemEdits(text: string, idea: Idea, field: Field): readonly Edit[] | null {
  const before = liftedLabelPrefix(text, field)
  if (before === null) return null
  const bullet = fieldBulletOf(text, idea)
  const mark = isMarkdownBullet(before.mark) ? `${before.mark} ` : bullet
  const value = field.isOutsideItem ? indentValue(text, field, columnWidth(mark)) : []
  // keeps the bullet; removes the indentation, which would nest the item in the one above
  return value && [{ span: { start: before.start, end: before.labelStart }, newText: mark }, ...value]
}

function fieldFormFix(text: string, idea: Idea, field: Field): Fix | null {
  const colon = colonEdit(text, field)
  if (field.shape === 'item') return { title: `Put a colon behind "${field.label}"`, kind: 'safe', edits: colon }
  const moved = field.shape === 'bare' ? fieldFormItemEdits(text, idea, field) : promoteField(text, idea, field)
  const title = field.shape === 'bare' ? `Make "${field.label}" a list item` : `Take "${field.label}" out of the field above`
  // `Primary Mentor` may be followed by mentors without a label, which this edit would separate from it
  const isAmong = field.shape === 'nested' || idea.fields.some((other) => other !== field && other.key === 'mentors')
  const kind = isAmong && field.key === 'mentors' && isMentorRoleAlias(field.label) ? 'review' : 'safe'
  return moved && { title, kind, edits: [...moved, ...colon] }
}

function fieldFormMessage({ shape, label, labelSpan, span }: Field, { fields }: Idea): string {
  if (shape === 'item') return `${quote(label)} has no colon; expected ${quote(`${label}:`)}.`
  if (shape === 'bare') return `${quote(label)} is no list item; expected ${quote(`- ${label}:`)}.`
  const outer = fields.find((field) => field.shape === 'item' && field.span !== span && covers(field.span, labelSpan))
  return `${quote(label)} stands inside ${outer ? quote(outer.label) : 'another field'}; expected a list item of its own.`
}

/** Rule `field-form`. */
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
      const isUsual = field.shape === 'item' || (field.shape === 'bare' && context.template.bareLabels)
      if (!isKnownToTemplate(field, context.template) || (isUsual && field.colon)) continue
      const fix = fieldFormFix(context.text({ start: 0, end: idea.length }), idea, field)
      const report = { span: field.labelSpan, message: fieldFormMessage(field, idea) }
      yield fix ? { ...report, fix: fix.kind, fixes: () => [fix] } : report
    }
  },
  *checkLearned(idea, { learned: { labelStyle, reason, isDeclared } }) {
    if (labelStyle === null || labelStyle.form.family === 'table') return
    const { form, count, total } = labelStyle
    const odd = idea.fields.find(
      ({ style, key }) => style && key !== 'other' && style.family === form.family && style.isEmphasized !== form.isEmphasized,
    )
    if (odd === undefined) return
    const how = form.isEmphasized ? 'is not emphasized' : 'is emphasized'
    if (isDeclared) {
      const message = `The label ${quote(odd.label)} ${how}; expected it ${form.isEmphasized ? '' : 'not '}to be.`
      yield { span: odd.labelSpan, message, severity: 'information', fix: 'none' }
      return
    }
    const message = `The label ${quote(odd.label)} ${how}; ${count} of ${total} labels in this ${reason === 'folder' ? 'folder' : 'list'} are ${form.isEmphasized ? '' : 'not'}`
    yield { span: odd.labelSpan, message: `${message.trimEnd()}.`, severity: 'information', fix: 'none' }
  },
})
