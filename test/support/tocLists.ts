import { rules } from '../../server/src/rules/index.ts'

export const tocRules = rules.filter(({ code }) => code.startsWith('toc-'))
export const tocOptionalPath = 'programs/summerofcode/2020.md'
export const tocAsked = { path: 'programs/summerofcode/2022.md', rules: tocRules }

export const tocIdea = (title: string): string => `##### ${title}

- Description: It should.
- Recommended Skills: Go
- Mentor(s): Ada Example (@ada)
- Expected project size: medium
- Upstream Issue (URL): https://github.com/goharbor/harbor/issues/1
`
