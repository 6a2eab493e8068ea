import { indentValue, readItemLabelLine } from '../editing/listItems.ts'
import { isKnownToTemplate } from '../model/profiles/template.ts'
import type { Field } from '../model/types.ts'
import { columnWidth } from '../text/textLines.ts'
import { quote } from '../text/wording.ts'
import { defineIdeaRule, type Fix } from './rule.ts'

/** Indents a value outside its item to the item's content column. */
function nestingFixes(text: string, field: Field): readonly Fix[] | null {
  const line = readItemLabelLine(text, field)
  const edits = line && indentValue(text, field, columnWidth(line.indent + line.bullet + line.gap))
  return edits && edits.length > 0 ? [{ title: `Indent the value of "${field.label}"`, kind: 'safe', edits }] : null
}

/** Rule `field-nesting`. Lazy continuation lines count as inside the item. */
export const fieldNesting = defineIdeaRule({
  code: 'field-nesting',
  severity: 'warning',
  fix: 'safe',
  variations: [{ where: 'the value cannot be moved without another meaning', fix: 'none' }],
  summary: "A field's value stands outside its list item.",
  why: 'For Markdown the item is empty, and what was meant to be in it is a list or paragraph of its own: scripts find no value.',
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
      const message = `The value of ${quote(field.label)} stands outside its list item; expected it indented below the label.`
      yield { span: field.labelSpan, message, ...(fixes && { fixes: () => fixes }) }
    }
  },
})
