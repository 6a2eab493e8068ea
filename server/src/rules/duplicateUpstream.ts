import * as l10n from '@vscode/l10n'
import { shift } from '../text/span.ts'
import { quote } from '../text/wording.ts'
import type { FileRuleProject, PlacedFileRuleIdea } from './fileRuleInput.ts'
import { defineFileRule, type FileReport } from './rule.ts'
import { quotedTitle, unquotedTitle } from './shared/quotedTitle.ts'

/** An upstream link of an idea. */
interface UpstreamOccurrence {
  readonly placed: PlacedFileRuleIdea
  readonly project: FileRuleProject
  /** The index of the link in the idea's upstream links. */
  readonly index: number
}

function sharedUpstreamReport(first: UpstreamOccurrence, { placed, project, index }: UpstreamOccurrence): FileReport {
  const link = placed.idea.upstream[index]!
  const within = first.project === project || first.project.name === project.name
  return {
    span: shift(link.span, placed.at),
    message: l10n.t`${quote(link.url)} is already the upstream issue of ${quotedTitle(unquotedTitle(first.placed.idea))}.`,
    ...(within && { severity: 'information' as const }),
    related: [
      {
        span: shift(first.placed.idea.upstream[first.index]!.span, first.placed.at),
        message: l10n.t('The first idea with this issue'),
      },
    ],
  }
}

/** Rule `duplicate-upstream`. */
export const duplicateUpstream = defineFileRule({
  code: 'duplicate-upstream',
  severity: 'warning',
  fix: 'none',
  variations: [{ where: 'both ideas are in the same project', severity: 'information' }],
  summary: 'Two ideas link to the same upstream issue.',
  why: 'Across projects it is a copy-and-paste slip; within one project, applicants for both ideas would share one discussion.',
  examples: [
    {
      bad: `
### Harbor

#### Resume broken transfers at the edge
- Description: An edge site loses its link for hours; its registry should catch up by itself.
- Mentor(s): Ada Example (@ada-example)
- Upstream Issue: https://github.com/goharbor/harbor/issues/1

#### Sign what is copied
- Description: Signatures should travel with the artifacts that they belong to.
- Mentor(s): Ben Example (@ben-example)
- Upstream Issue: https://github.com/goharbor/harbor/issues/1
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
`,
    },
    {
      good: `
### Harbor

#### Resume broken transfers at the edge
- Description: An edge site loses its link for hours; its registry should catch up by itself.
- Mentor(s): Ada Example (@ada-example)
- Upstream Issue: https://github.com/goharbor/harbor/issues/1

#### Sign what is copied
- Description: Signatures should travel with the artifacts that they belong to.
- Mentor(s): Ben Example (@ben-example)
- Upstream Issue: https://github.com/goharbor/harbor/issues/2
`,
    },
  ],
  *check(file) {
    const firsts = new Map<string, UpstreamOccurrence>()
    for (const project of file.projects) {
      for (const placed of project.ideas) {
        const { upstream } = placed.idea.keys
        for (let index = 0; index < upstream.length; index++) {
          const first = firsts.get(upstream[index]!.page)
          if (first === undefined) firsts.set(upstream[index]!.page, { placed, project, index })
          else if (first.placed !== placed) yield sharedUpstreamReport(first, { placed, project, index })
        }
      }
    }
  },
})
