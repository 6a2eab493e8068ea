import * as l10n from '@vscode/l10n'
import { shift } from '../text/span.ts'
import { eolOf, lineStart } from '../text/textLines.ts'
import { quote } from '../text/wording.ts'
import { defineFileRule } from './rule.ts'

const titlePlaceholder = 'Idea title'

/** Rule `orphan-fields`. Reported once for all fields of one idea. */
export const orphanFields = defineFileRule({
  code: 'orphan-fields',
  severity: 'error',
  fix: 'review',
  variations: [{ where: 'an idea was written into the template of the list', severity: 'warning', fix: 'none' }],
  summary: 'Idea fields have no idea heading above them.',
  why: 'An idea without a title cannot be linked to, listed or applied for. Usually a merge swallowed its heading.',
  examples: [
    {
      bad: `
### Harbor

- Description: An edge site loses its link for hours; its registry should catch up by itself.
  ^^^^^^^^^^^
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org)

### Jaeger

#### Show long traces
- Description: Traces of a million spans should open in a second.
- Mentor(s):
  - Ben Example (@ben-example, ben@example.org)

#### Compare two traces
- Description: What got slower should be seen at a glance.
- Mentor(s):
  - Ben Example (@ben-example, ben@example.org)
`,
      fixed: `
### Harbor

#### Idea title

- Description: An edge site loses its link for hours; its registry should catch up by itself.
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org)

### Jaeger

#### Show long traces
- Description: Traces of a million spans should open in a second.
- Mentor(s):
  - Ben Example (@ben-example, ben@example.org)

#### Compare two traces
- Description: What got slower should be seen at a glance.
- Mentor(s):
  - Ben Example (@ben-example, ben@example.org)
`,
    },
    {
      good: `
### Harbor

#### Resume broken transfers at the edge
- Description: An edge site loses its link for hours; its registry should catch up by itself.
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org)
`,
    },
  ],
  *check({ projects, ideaLevel, ideaInTemplate }) {
    const swallowed = ideaInTemplate()
    if (swallowed) {
      const { title, span } = swallowed
      const message = l10n.t`The template contains the idea ${quote(title)}, which is not read there. Move it under its project's heading.`
      yield { span, message, severity: 'warning', fix: 'none' }
    }
    for (const { ideas } of projects) {
      for (const { idea, at } of ideas) {
        const [first] = idea.fields
        if (idea.heading !== null || first === undefined) continue
        const marks = '#'.repeat(ideaLevel)
        yield {
          span: shift(first.labelSpan, at),
          message: l10n.t`These fields have no idea heading above them; expected a level ${ideaLevel} heading (${marks}).`,
          fixes: ({ text }) => {
            const start = lineStart(text, at + first.span.start)
            const lineEnd = eolOf(text)
            const newText = `${marks} ${titlePlaceholder}${lineEnd}${lineEnd}`
            return [
              { title: l10n.t('Insert an idea heading'), kind: 'review', edits: [{ span: { start, end: start }, newText }] },
            ]
          },
        }
      }
    }
  },
})
