import type { Rule } from '../../server/src/rules/rule.ts'
import { lint } from './checkRule.ts'

export const ideaWithUpstream = (title: string, upstream: string, more = ''): string => `#### ${title}
- Description: ${title} is what this idea is about, and nothing else.
- Mentor(s): Ada Example (@ada-example)
- Upstream Issue: ${upstream}
${more}
`

export const listWithUpstream = (upstream: string, project = 'Harbor'): string =>
  `### ${project}\n\n${ideaWithUpstream('Sign what is copied', upstream)}`

export const codesAndSeverities = (text: string, rules: readonly Rule[], path = 'ideas.md') =>
  lint(text, { rules, path }).map(({ code, severity }) => `${code} ${severity}`)
