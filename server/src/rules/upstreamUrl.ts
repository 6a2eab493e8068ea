import { isWeb } from '../model/links.ts'
import { filled, firstLine } from './fieldPlace.ts'
import { quote } from './quote.ts'
import { defineIdeaRule } from './rule.ts'

/** rules.md, Links: `upstream-url`. */
export const upstreamUrl = defineIdeaRule({
  code: 'upstream-url',
  severity: 'error',
  fix: 'none',
  summary: 'The upstream issue is a text without a URL.',
  why: 'Contributors discuss an idea in its upstream issue before they apply; without a link they cannot find it, nor can a reviewer.',
  examples: [
    {
      bad: `
#### Resume broken transfers at the edge
- Description: An edge site loses its link for hours; its registry should catch up by itself.
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org)
- Upstream Issue: TBD
                  ^^^
`,
    },
    {
      good: `
#### Resume broken transfers at the edge
- Description: An edge site loses its link for hours; its registry should catch up by itself.
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org)
- Upstream Issue: https://github.com/goharbor/harbor/issues/1
`,
    },
  ],
  *check(idea, context) {
    const field = filled(idea, 'upstreamIssue')
    if (field === undefined || idea.upstream.some((link) => isWeb(link.url))) return
    const span = firstLine(field.valueSpan, context)
    yield {
      span,
      message: `${quote(context.text(span))} is no link; expected the issue's URL, such as https://github.com/org/repo/issues/1.`,
    }
  },
})
