import * as l10n from '@vscode/l10n'
import { shift } from '../text/span.ts'
import { quote } from '../text/wording.ts'
import { defineFileRule } from './rule.ts'

/** Rule `empty-project`. */
export const emptyProject = defineFileRule({
  code: 'empty-project',
  severity: 'warning',
  fix: 'none',
  summary: 'A project heading has no ideas under it.',
  why: 'Readers looking for this project find nothing. Often its ideas ended up under another heading in a merge.',
  examples: [
    {
      bad: `
### Envoy

#### Tell why a route was chosen
- Description: A request should be able to tell which route it took.
- Mentor(s):
  - Cleo Example (@cleo-example, cleo@example.org)

### Harbor
    ^^^^^^

### Jaeger

#### Show long traces
- Description: Traces of a million spans should open in a second.
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
  *check({ projects }) {
    for (const { name, heading, ideas } of projects) {
      if (heading === null || ideas.length > 0) continue
      yield {
        span: shift(heading.heading.textSpan, heading.at),
        message: l10n.t`${quote(name)} has no ideas under it.`,
      }
    }
  },
})
