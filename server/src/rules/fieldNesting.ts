import * as l10n from '@vscode/l10n'
import { indentItemValue, readItemLabelLine } from '../editing/listItems.ts'
import { isKnownToTemplate } from '../model/profiles/template.ts'
import type { Field } from '../model/types.ts'
import { columnWidth } from '../text/textLines.ts'
import { quote } from '../text/wording.ts'
import { defineIdeaRule, type Fix } from './rule.ts'

/** Indents a value outside its item to the item's content column. */
function nestingFixes(text: string, field: Field): readonly Fix[] | null {
  const line = readItemLabelLine(text, field)
  const edits = line && indentItemValue(text, field, columnWidth(line.indent + line.bullet + line.gap))
  return edits && edits.length > 0 ? [{ title: l10n.t`Indent the value under "${field.label}"`, kind: 'safe', edits }] : null
}

/** Rule `field-nesting`. Lazy continuation lines count as inside the item. */
export const fieldNesting = defineIdeaRule({
  code: 'field-nesting',
  severity: 'warning',
  fix: 'safe',
  variations: [{ where: 'moving the value could change its meaning', fix: 'none' }],
  summary: "A field's value is not indented under its label.",
  why: 'To Markdown the list item is empty and the value is a separate list or paragraph, so scripts find no value.',
  examples: [
    {
      bad: `
#### Resume broken transfers at the edge
- Description: An edge site loses its link for hours; its registry should catch up by itself.
- Expected Outcome:
  ^^^^^^^^^^^^^^^^
- A transfer goes on where it stopped.
- A page says so.
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org)
`,
      fixed: `
#### Resume broken transfers at the edge
- Description: An edge site loses its link for hours; its registry should catch up by itself.
- Expected Outcome:
  - A transfer goes on where it stopped.
  - A page says so.
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org)
`,
    },
    {
      good: `
#### Resume broken transfers at the edge
- Description:
An edge site loses its link for hours;
its registry should catch up by itself.
- Expected Outcome:
  - A transfer goes on where it stopped.
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org)
`,
    },
  ],
  *check(idea, context) {
    for (const field of idea.fields) {
      if (!field.isOutsideItem || field.shape !== 'item' || !isKnownToTemplate(field, context.template)) continue
      const fixes = nestingFixes(context.text({ start: 0, end: idea.length }), field)
      const message = l10n.t`The value of ${quote(field.label)} is outside its list item. Indent it under the label.`
      yield { span: field.labelSpan, message, ...(fixes && { fixes: () => fixes }) }
    }
  },
})
