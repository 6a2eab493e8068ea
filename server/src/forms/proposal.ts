import type { IssueForm } from './issueForm.ts'
import { proposalBody } from './proposalBody.ts'
import { proposalTitle } from './proposalLimits.ts'
import { proposalProblems } from './proposalProblems.ts'
import type { BodyValue, ProposalProblem, ProposalSource, ProposalValues, ProposedIdea } from './proposalTypes.ts'
import { proposalUrl, urlLengthProblem } from './proposalUrl.ts'
import { proposalValues } from './proposalValues.ts'

/** An input of the form as it would be sent. */
export interface ProposalField {
  readonly id: string
  readonly label: string
  /** As in the body; empty if it is not answered. */
  readonly value: string
  /** Characters that count, and the limit; null if there is none. */
  readonly counter: { readonly used: number; readonly max: number } | null
}

/** An idea as an issue of a form. */
export interface Proposal {
  readonly title: string
  readonly body: string
  /** Opens the issue with its texts filled in; null if no repository is known. */
  readonly url: string | null
  readonly fields: readonly ProposalField[]
  readonly problems: readonly ProposalProblem[]
}

/** Fills a form in with an idea. Nothing is sent. */
export function makeProposal(form: IssueForm, proposed: ProposedIdea, source: ProposalSource): Proposal {
  const values = proposalValues(form, proposed, source)
  const body = proposalBody(values.entries)
  const title = proposalTitle(form, values)
  const url = source.repository === null ? null : proposalUrl(source.repository, title, body)
  const problems = proposalProblems(form, proposed, values, source)
  return {
    title,
    body,
    url,
    fields: values.entries.map((entry) => proposalField(entry, values)),
    problems: [...problems, ...urlLengthProblem(url)],
  }
}

function proposalField({ field, shown }: BodyValue, { limits }: ProposalValues): ProposalField {
  const counter = limits.find(({ id }) => id === field.id)
  return {
    id: field.id,
    label: field.label,
    value: shown,
    counter: counter ? { used: counter.used, max: counter.max } : null,
  }
}
