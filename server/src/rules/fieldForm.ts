import * as l10n from '@vscode/l10n'
import { fieldItemBullet, indentItemValue } from '../editing/listItems.ts'
import { isMentorRoleAlias } from '../model/labels/aliases.ts'
import { isKnownToTemplate } from '../model/profiles/template.ts'
import { labelKey } from '../model/schema/labelKey.ts'
import type { Field, Idea, LearnedSchema } from '../model/types.ts'
import { isMarkdownBullet } from '../text/bullets.ts'
import type { Edit } from '../text/edits.ts'
import { covers } from '../text/span.ts'
import { columnWidth } from '../text/textLines.ts'
import { quote } from '../text/wording.ts'
import { defineIdeaRule, type Fix } from './rule.ts'
import { liftedLabelPrefix, promoteField } from './shared/liftField.ts'

/** Adds a missing colon, in place of a dash: `Size - large` → `Size: large`. */
function fieldFormColonEdit(text: string, { labelSpan, colon }: Field): readonly Edit[] {
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
  const bullet = fieldItemBullet(text, idea)
  const mark = isMarkdownBullet(before.mark) ? `${before.mark} ` : bullet
  const value = field.isOutsideItem ? indentItemValue(text, field, columnWidth(mark)) : []
  // keeps the bullet; removes the indentation, which would nest the item in the one above
  return value && [{ span: { start: before.start, end: before.labelStart }, newText: mark }, ...value]
}

function fieldFormFix(text: string, idea: Idea, field: Field): Fix | null {
  const colon = fieldFormColonEdit(text, field)
  if (field.shape === 'item') return { title: l10n.t`Add a colon after "${field.label}"`, kind: 'safe', edits: colon }
  const moved = field.shape === 'bare' ? fieldFormItemEdits(text, idea, field) : promoteField(text, idea, field)
  const title =
    field.shape === 'bare' ? l10n.t`Make "${field.label}" a list item` : l10n.t`Move "${field.label}" out of the field above`
  // `Primary Mentor` may be followed by mentors without a label, which this edit would separate from it
  const isAmong = field.shape === 'nested' || idea.fields.some((other) => other !== field && other.key === 'mentors')
  const kind = isAmong && field.key === 'mentors' && isMentorRoleAlias(field.label) ? 'review' : 'safe'
  return moved && { title, kind, edits: [...moved, ...colon] }
}

function fieldFormMessage({ shape, label, labelSpan, span }: Field, { fields }: Idea): string {
  if (shape === 'item') return l10n.t`${quote(label)} is missing its colon; expected ${quote(`${label}:`)}.`
  if (shape === 'bare') return l10n.t`${quote(label)} is not a list item; expected ${quote(`- ${label}:`)}.`
  const outer = fields.find((field) => field.shape === 'item' && field.span !== span && covers(field.span, labelSpan))
  return outer
    ? l10n.t`${quote(label)} is nested in ${quote(outer.label)}; it should be a separate list item.`
    : l10n.t`${quote(label)} is nested in another field; it should be a separate list item.`
}

function fieldFormEmphasis(
  label: string,
  { form: { isEmphasized }, count, total }: NonNullable<LearnedSchema['labelStyle']>,
  { reason, isDeclared }: LearnedSchema,
): string {
  if (isDeclared) {
    return isEmphasized
      ? l10n.t`The label ${label} should be emphasized in this list.`
      : l10n.t`The label ${label} should not be emphasized in this list.`
  }
  const labels =
    reason === 'folder' ? l10n.t`${count} of ${total} labels in this folder` : l10n.t`${count} of ${total} labels in this list`
  return isEmphasized
    ? l10n.t`The label ${label} is not emphasized, unlike ${labels}.`
    : l10n.t`The label ${label} is emphasized, unlike ${labels}.`
}

/** Whether most ideas write this very label with or without emphasis, as it is here: `**Summary:**` next to `Skills:`. */
function isUsualOfLabel({ label, style }: Field, { labels, isDeclared }: LearnedSchema): boolean {
  if (isDeclared) return false
  const key = labelKey(label)
  const sample = labels.find((each) => each.key === key)?.sample
  return sample !== undefined && /^[ \t>]*(?:[-+*][ \t]+)?(?:[*_]|<b>|<strong>)/.test(sample) === style?.isEmphasized
}

/** Rule `field-form`. */
export const fieldForm = defineIdeaRule({
  code: 'field-form',
  severity: 'warning',
  fix: 'safe',
  variations: [
    { where: 'a mentor field with a role is nested in a field that may contain other people', fix: 'review' },
    { where: 'it is unclear where the field ends', fix: 'none' },
  ],
  summary: 'A field is missing its bullet, the space after the bullet or its colon, or is nested in another field.',
  why: 'Without them, Markdown merges fields into one paragraph or list item, and scripts cannot find the label.',
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
  *checkLearned(idea, { learned }) {
    const { labelStyle } = learned
    if (labelStyle === null || labelStyle.form.family === 'table') return
    const { form } = labelStyle
    const odd = idea.fields.find(
      (field) =>
        field.style?.family === form.family &&
        field.key !== 'other' &&
        field.style.isEmphasized !== form.isEmphasized &&
        !isUsualOfLabel(field, learned),
    )
    if (odd === undefined) return
    yield {
      span: odd.labelSpan,
      message: fieldFormEmphasis(quote(odd.label), labelStyle, learned),
      severity: 'information',
      fix: 'none',
    }
  },
})
