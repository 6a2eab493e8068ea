import { cncfForm } from '../../server/src/forms/cncfForm.ts'
import type { IssueForm } from '../../server/src/forms/issueForm.ts'
import { makeProposal, type Proposal } from '../../server/src/forms/proposal.ts'
import type { ProposalSource } from '../../server/src/forms/proposalTypes.ts'
import type { IdeaFile } from '../../server/src/model/types.ts'
import { read } from './idea.ts'

/** The proposals of all ideas of a file, by a form; without LF usernames. */
export const proposalsOf = (
  file: IdeaFile,
  form: IssueForm = cncfForm(),
  more: Partial<ProposalSource> = {},
): readonly Proposal[] =>
  file.projects.flatMap((project) =>
    project.ideas.map((idea) =>
      makeProposal(form, { project, idea }, { file, term: null, repository: 'cncf/mentoring', lfid: () => null, ...more }),
    ),
  )

/** The text of a list with one idea of a project; `fields` are its lines. */
export const ideaWith = (fields: string, { project = 'Harbor', title = 'Sign what is copied' } = {}): string =>
  `## Ideas\n\n### ${project}\n\n#### ${title}\n\n${fields}\n`

/** The fields of an idea that the form accepts. */
export const fineFields = `- Description: Signatures travel along.
- Expected Outcome: They do.
- Recommended Skills: Go, Rust
- Mentor(s):
  - Ada Example (@ada, ada@example.org)
- Upstream Issue: https://github.com/goharbor/harbor/issues/1`

/** The only proposal of a list with one idea. */
export const onlyProposal = (text: string, more: Partial<ProposalSource> = {}): Proposal =>
  proposalsOf(read(text, 'lfx-mentorship/2026/03-Sep-Nov/project_ideas.md'), cncfForm(), more)[0]!

/** Reads the body of an issue as parsers of issue forms do: a section for each line that begins with `### `. */
export function parseIssueBody(
  body: string,
): ReadonlyMap<string, string | readonly { readonly label: string; readonly chosen: boolean }[]> {
  const sections = body.split(/^### /m).slice(1)
  return new Map(
    sections.map((section) => {
      const end = section.indexOf('\n')
      const value = section.slice(end + 1).trim()
      const boxes = value.split('\n').map((line) => /^- \[([ xX])\] (.+)$/.exec(line))
      const isBoxes = value !== '' && boxes.every((box) => box !== null)
      const read = isBoxes
        ? boxes.map((box) => ({ label: box![2]!, chosen: box![1] !== ' ' }))
        : value === '_No response_'
          ? ''
          : value
      return [section.slice(0, end).trim(), read]
    }),
  )
}
