import { duplicateMentor } from '../../server/src/rules/duplicateMentor.ts'
import { mentorCount } from '../../server/src/rules/mentorCount.ts'
import { mentorEmail } from '../../server/src/rules/mentorEmail.ts'
import { mentorHandle } from '../../server/src/rules/mentorHandle.ts'
import { mentorIdentity } from '../../server/src/rules/mentorIdentity.ts'
import { mentorPrimary } from '../../server/src/rules/mentorPrimary.ts'
import { applyEdits } from '../../server/src/text/edits.ts'
import { lint } from './checkRule.ts'

/** All rules about mentors except `mentor-format`. */
export const mentorRules = [mentorHandle, mentorEmail, mentorCount, mentorPrimary, duplicateMentor, mentorIdentity]
export const gsoc2026 = { path: 'programs/summerofcode/2026.md', rules: mentorRules }
export const gsoc2020 = { path: 'programs/summerofcode/2020.md', rules: mentorRules }
export const lfxProposal = { path: 'programs/lfx-mentorship/2026/01-Mar-May/project_ideas.md', rules: mentorRules }
export const lfxAccepted2022 = { path: 'programs/lfx-mentorship/2022/03-Sep-Nov/README.md', rules: mentorRules }

export const gsoc2020List = (mentors: string): string => `### Harbor

#### Sign what is copied

- Description: Signatures travel along.
- Recommended Skills: Go
${mentors}
- Issue: https://github.com/goharbor/harbor/issues/1
`

export const lfxProposalList = (mentors: string): string => `### Harbor

#### Sign what is copied

- Description: Signatures travel along.
- Expected Outcome: They do.
- Recommended Skills: Go
${mentors}
- Upstream Issue: https://github.com/goharbor/harbor/issues/1
`

export const gsoc2026List = (mentors: string): string => `#### Harbor

##### Sign what is copied

- Description: Signatures travel along.
- Expected Outcome: They do.
- Recommended Skills: Go
- Expected project size: small
${mentors}
- Upstream Issue (URL): https://github.com/goharbor/harbor/issues/1
`

/** The texts that the fixes of the first finding make of a list, by their titles. */
export const offeredTexts = (text: string, options: typeof gsoc2026): readonly (readonly [string, string])[] =>
  lint(text, options)[0]
    ?.fixes?.()
    .map(({ title, edits }) => [title, applyEdits(text, edits)] as const) ?? []
