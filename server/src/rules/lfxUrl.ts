import * as l10n from '@vscode/l10n'
import { ideaFieldWithValue } from '../editing/ideaFields.ts'
import { profileRequiresLfxUrl } from '../model/profiles/profiles.ts'
import { isSharedInTemplate } from '../model/schema/learnedTemplate.ts'
import { shift } from '../text/span.ts'
import { quote } from '../text/wording.ts'
import type { FileRuleIdea, FileRuleInput } from './fileRuleInput.ts'
import { defineIdeaRule, type FileReport } from './rule.ts'
import { firstLineSpan } from './shared/firstLineSpan.ts'

const expectedLfxUrl = 'https://mentorship.lfx.linuxfoundation.org/project/'

const isLfxLinkInHeading = ({ heading, lfx }: FileRuleIdea): boolean =>
  heading !== null && lfx !== null && lfx.span.end <= heading.span.end

/** The ideas without a page in a list that links its headings to the pages. */
function* unlinkedHeadings({ profile, projects }: FileRuleInput): Iterable<FileReport> {
  if (!profileRequiresLfxUrl(profile)) return
  const ideas = projects.flatMap((project) => project.ideas)
  const count = ideas.filter(({ idea }) => isLfxLinkInHeading(idea)).length
  if (!isSharedInTemplate(count, ideas.length)) return
  for (const { idea, at } of ideas) {
    const { heading, lfx, fields, empty } = idea
    if (heading === null || lfx !== null || empty || fields.some(({ key }) => key === 'lfxUrl')) continue
    const message = l10n.t`${count} of ${ideas.length} ideas link to their LFX page in the heading; this one does not.`
    yield { span: shift(heading.textSpan, at), message }
  }
}

/** Rule `lfx-url`. Applies only to accepted lists, as ideas have no page before. */
export const lfxUrl = defineIdeaRule({
  code: 'lfx-url',
  severity: 'warning',
  fix: 'none',
  summary: "An accepted project's LFX URL is empty or is not an LFX Mentorship project page.",
  why: 'This is where contributors apply; without it, nobody can join the project.',
  examples: [
    {
      path: 'lfx-mentorship/2025/01-Mar-May/README.md',
      bad: `
#### Resume broken transfers at the edge
- Description: An edge site loses its link for hours; its registry should catch up by itself.
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org)
- LFX URL: TBD
           ^^^
`,
    },
    {
      path: 'lfx-mentorship/2025/01-Mar-May/README.md',
      good: `
#### Resume broken transfers at the edge
- Description: An edge site loses its link for hours; its registry should catch up by itself.
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org)
- LFX URL: https://mentorship.lfx.linuxfoundation.org/project/00000000-0000-4000-8000-000000000000
`,
    },
  ],
  *check(idea, context) {
    if (!profileRequiresLfxUrl(context.profile) || idea.keys.lfx !== null) return
    const label = idea.fields.find(({ key }) => key === 'lfxUrl')
    if (label === undefined) return
    const field = ideaFieldWithValue(idea, 'lfxUrl')
    if (field === undefined) {
      yield {
        span: label.labelSpan,
        message: l10n.t`${quote(label.label)} is empty; expected ${expectedLfxUrl} followed by the project's UUID.`,
      }
      return
    }
    const span = firstLineSpan(field.valueSpan, context)
    yield {
      span,
      message: l10n.t`${quote(context.text(span))} is not an LFX Mentorship project page; expected ${expectedLfxUrl} followed by the project's UUID.`,
    }
  },
  checkFile: unlinkedHeadings,
})
