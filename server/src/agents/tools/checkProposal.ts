import * as z from 'zod/mini'
import { makeProposal, type Proposal } from '../../forms/proposal.ts'
import type { ProposedIdea } from '../../forms/proposalTypes.ts'
import { findingLineIndex } from '../../report/findings.ts'
import { pluralizeEnglish, quote } from '../../text/wording.ts'
import { agentTool, openToolSource, sourceInputs } from '../agentTool.ts'
import type { AgentDocument } from '../agentWorkspace.ts'
import { boundedAnswer, clipAnswer } from '../boundedAnswer.ts'

const checkProposalSchema = z.strictObject({
  ...sourceInputs,
  title: z.optional(z.string().check(z.maxLength(300), z.describe('The title of one idea; without it all ideas are checked.'))),
  term: z.optional(z.string().check(z.maxLength(100), z.describe('The term, as the form writes it.'))),
})

const maxProposals = 40

/** Whether ideas would be accepted by the issue form of their program. */
export const checkProposalTool = agentTool({
  name: 'check_proposal',
  title: 'Check a proposal',
  description:
    "Fills the program's issue form in with the ideas of a list and reports what the form would refuse or ask about: lengths, projects, mentors, term. For one idea the answer has the body of the issue. Nothing is sent.",
  schema: checkProposalSchema,
  answer: async ({ title, term, ...input }, workspace) => {
    const document = await openToolSource(input, workspace)
    if (!document.file.ideaList) throw new Error(`${document.path} is not an idea list: no ideas were found in it.`)
    const chosen = ideasToCheckAsProposals(document, title)
    if (chosen.length === 0)
      throw new Error(
        title === undefined ? 'The list has no ideas.' : `The list has no idea ${quote(title)}; find_ideas has its titles.`,
      )
    const { form, repository, lfid } = await workspace.formFor(document)
    const source = { file: document.file, term: term ?? null, repository, lfid }
    const lines = findingLineIndex(document.file.text)
    const made = chosen.slice(0, maxProposals).map((proposed) => ({ proposed, proposal: makeProposal(form, proposed, source) }))
    const items = made.map(({ proposed, proposal }) =>
      checkedProposalText(
        proposal,
        proposed.idea.idea.heading?.text ?? 'Untitled idea',
        lines.positionAt(proposed.idea.at).line + 1,
      ),
    )
    const head = `${document.path}: ${pluralizeEnglish(chosen.length, 'proposal')}.`
    // the rest is counted as left out
    const all = [...items, ...chosen.slice(maxProposals).map(() => '')]
    const answer = boundedAnswer(head, all, { noun: 'proposal', maxItems: maxProposals, advice: 'Name one by its title.' })
    const [only] = made
    return made.length === 1 && only ? [answer, clipAnswer(only.proposal.body, 12_000)] : [answer]
  },
})

const ideasToCheckAsProposals = ({ file }: AgentDocument, title: string | undefined): readonly ProposedIdea[] =>
  file.projects.flatMap((project) =>
    project.ideas
      .filter(({ idea }) => idea.fields.length > 0 && (title === undefined || idea.heading?.text.trim() === title.trim()))
      .map((idea) => ({ project, idea })),
  )

function checkedProposalText({ problems }: Proposal, title: string, line: number): string {
  const found = problems.map(({ field, severity, message }) => `  ${severity} ${field}: ${message}`)
  return [
    `${line} ${quote(title, 120)}: ${found.length === 0 ? 'nothing would be refused' : pluralizeEnglish(found.length, 'problem')}`,
    ...found,
  ].join('\n')
}
