import type { FormPurpose, IssueForm } from './issueForm.ts'
import { termWithoutMonths } from './proposalTerm.ts'
import type { LengthLimit, ProposalAnswers, ProposalValues } from './proposalTypes.ts'

/** `CNCF - Harbor: Sign what is copied (2026 Term 3)`: the name of the program as LFX shows it. */
export const fullProposalTitle = ({ project, name, term }: ProposalAnswers): string =>
  `CNCF - ${project}: ${name} (${term === null ? '' : termWithoutMonths(term)})`

/** `[CNCF LFX Proposal] <project> <program name>` with the idea's own; without such places, the idea's title follows. */
export function proposalTitle({ title }: IssueForm, { answers: { project, name } }: ProposalValues): string {
  const own: Readonly<Record<string, string>> = { project, 'program name': name, title: name, name }
  const places = [...title.matchAll(/<([^<>]{1,60})>/g)].filter(([, word]) => Object.hasOwn(own, word!.toLowerCase()))
  if (places.length === 0) return `${title.trim()} ${name}`.trim()
  return title.replace(/<([^<>]{1,60})>/g, (whole, word: string) => own[word.toLowerCase()] ?? whole).trim()
}

/** The limits of a form's inputs, as they count for these answers. */
export function lengthLimits({ fields, limits }: IssueForm, answers: ProposalAnswers): readonly LengthLimit[] {
  if (limits === null) return []
  const idOf = (purpose: FormPurpose): string | undefined => fields.find((field) => field.purpose === purpose)?.id
  const [name, description] = [idOf('name'), idOf('description')]
  const around = fullProposalTitle({ ...answers, name: '' }).length
  return [
    ...(name === undefined ? [] : [{ id: name, used: answers.name.length, max: Math.max(0, limits.fullTitle - around) }]),
    ...(description === undefined ? [] : [{ id: description, used: answers.description.length, max: limits.description }]),
  ]
}
