import * as l10n from '@vscode/l10n'
import { type MentorId, samePerson } from '../model/mentors/samePerson.ts'
import type { Mentor } from '../model/types.ts'
import { shift } from '../text/span.ts'
import { quote } from '../text/wording.ts'
import { isLfid } from './lfids.ts'
import { proposalProblemAt, proposedFieldPlace } from './proposalProblemPlaces.ts'
import type { ProblemContext, ProposalProblem, ProposedMentor } from './proposalTypes.ts'

/**
 * The problems of a proposal's mentors: how many there are, and what their lines lack. Only the CNCF's form asks for columns; another one
 * takes them as they are.
 */
export function proposalMentorProblems({ form, proposed, values, id }: ProblemContext): readonly ProposalProblem[] {
  const { mentors } = values.answers
  const place = proposedFieldPlace(proposed, 'mentors')
  if (form.limits === null) return []
  const { min, max } = form.limits.mentors
  if (mentors.length < min) return [proposalProblemAt(id, 'error', l10n.t('This idea has no mentors; expected 1 to 4.'), place)]
  const many =
    mentors.length > max
      ? [proposalProblemAt(id, 'error', l10n.t`This idea has ${mentors.length} mentors; expected at most ${max}.`, place)]
      : []
  const lines = mentors.flatMap((each, index) => {
    const span = shift(each.mentor.span, proposed.idea.at)
    const repeats = mentors.slice(0, index).some((other) => isSameProposedMentor(other, each))
    const own = repeats ? [l10n.t`${proposedMentorName(each.mentor)} is listed twice.`] : proposedMentorFlaws(each)
    return [
      ...own.map((message) => proposalProblemAt(id, 'error', message, span)),
      ...(each.lfid === null && !repeats
        ? [
            proposalProblemAt(
              id,
              'warning',
              l10n.t`${proposedMentorName(each.mentor)} has no LFID. Proposals are approved only with one.`,
              span,
            ),
          ]
        : []),
    ]
  })
  return [...many, ...lines]
}

const isSameProposedMentor = (a: ProposedMentor, b: ProposedMentor): boolean =>
  samePerson(proposedPersonId(a), proposedPersonId(b)) || (a.lfid !== null && a.lfid === b.lfid)

const proposedPersonId = ({ mentor }: ProposedMentor): MentorId => mentor.id

const proposedMentorName = ({ name, handle, email }: Mentor): string =>
  name ?? (handle === null ? (email ?? l10n.t('A mentor')) : `@${handle}`)

function proposedMentorFlaws({ mentor, lfid }: ProposedMentor): readonly string[] {
  const { name, handle, email, emailForm } = mentor
  const who = proposedMentorName(mentor)
  return [
    ...(name === null ? [l10n.t`${who} has no name; expected "Full Name | @handle | email | LFID".`] : []),
    ...(handle === null ? [l10n.t`${who} has no GitHub handle, which the form asks for.`] : []),
    ...(email === null || emailForm !== 'plain' ? [l10n.t`${who} has no usable email address, which the form asks for.`] : []),
    ...(name?.includes('|')
      ? [l10n.t`The name ${quote(name)} contains "|", which separates the columns of the form. Remove it.`]
      : []),
    ...(lfid !== null && !isLfid(lfid)
      ? [l10n.t`The LFID ${quote(lfid)} is not valid. LFIDs have letters, digits, ".", "_" and "-".`]
      : []),
  ]
}
