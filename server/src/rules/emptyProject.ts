import { shift } from '../text/span.ts'
import { quote } from '../text/wording.ts'
import { defineFileRule } from './rule.ts'

/** Rule `empty-project`. */
export const emptyProject = defineFileRule({
  code: 'empty-project',
  severity: 'warning',
  fix: 'none',
  summary: 'A project has a heading and no idea under it.',
  why: 'A reader who comes for this project finds nothing; often its ideas slipped under another heading in a merge.',
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
        message: `${quote(name)} has no idea under it; expected at least one.`,
      }
    }
  },
})
