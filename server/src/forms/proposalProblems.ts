import * as l10n from '@vscode/l10n'
import { shift } from '../text/span.ts'
import { formatNumber, joinWithOr, pluralize, quote } from '../text/wording.ts'
import type { FormPurpose, IssueForm } from './issueForm.ts'
import { proposalMentorProblems } from './proposalMentors.ts'
import { proposalProblemAt, proposedFieldPlace, proposedTitlePlace } from './proposalProblemPlaces.ts'
import { ideaQuotaMessage } from './proposalQuota.ts'
import { isSameTerm, otherTermMessage } from './proposalTerm.ts'
import type { ProblemContext, ProposalProblem, ProposalSource, ProposalValues, ProposedIdea } from './proposalTypes.ts'
import { unknownIssueFormType } from './readIssueForm.ts'

/** The problems of a proposal in the order of the form. */
export function proposalProblems(
  form: IssueForm,
  proposed: ProposedIdea,
  values: ProposalValues,
  source: ProposalSource,
): readonly ProposalProblem[] {
  return form.fields.flatMap((field) => {
    const shown = values.entries.find((entry) => entry.field === field)?.shown ?? ''
    if (field.type === 'unknown') return [proposalProblemAt(field.id, 'warning', unknownIssueFormType(field), null)]
    if (field.purpose === null) {
      return field.required && shown === ''
        ? [
            proposalProblemAt(
              field.id,
              'warning',
              l10n.t`This list has nothing for ${quote(field.label)}, which the form requires. Fill it in on GitHub.`,
              null,
            ),
          ]
        : []
    }
    // what another organization's form does not require may be missing
    if (form.limits === null && !field.required && shown === '') return []
    const found = problemsOfInput(field.purpose, { form, proposed, values, source, id: field.id })
    if (found.length > 0 || shown !== '' || !field.required) return found
    return [
      proposalProblemAt(
        field.id,
        'error',
        l10n.t`${quote(field.label)} is empty, but the form requires it.`,
        proposedTitlePlace(proposed),
      ),
    ]
  })
}

function problemsOfInput(purpose: FormPurpose, context: ProblemContext): readonly ProposalProblem[] {
  switch (purpose) {
    case 'project':
      return projectProblems(context)
    case 'term':
      return termProblems(context)
    case 'name':
      return nameProblems(context)
    case 'description':
      return descriptionProblems(context)
    case 'technologies':
      return technologyProblems(context)
    case 'mentors':
      return proposalMentorProblems(context)
    case 'upstream':
      return upstreamProblems(context)
    default:
      return []
  }
}

function projectProblems({ proposed, values: { answers }, form, source, id }: ProblemContext): readonly ProposalProblem[] {
  const heading = proposed.project.heading
  const span = heading && shift(heading.heading.textSpan, heading.at)
  if (!answers.isKnownProject) {
    const message =
      answers.project === ''
        ? l10n.t('This idea has no project; expected a project heading above it.')
        : l10n.t`${quote(answers.project)} is not one of the form's projects.`
    return [proposalProblemAt(id, 'error', message, span ?? proposedTitlePlace(proposed))]
  }
  const quota = form.limits === null ? null : ideaQuotaMessage(source.file, form, proposed, answers.project)
  return quota === null ? [] : [proposalProblemAt(id, 'warning', quota, span)]
}

function termProblems(context: ProblemContext): readonly ProposalProblem[] {
  const { form, id } = context
  const options = form.fields.find((field) => field.id === id)?.options ?? []
  const { term } = context.values.answers
  if (options.length === 0) return []
  if (term === null) return [proposalProblemAt(id, 'error', l10n.t`No term was chosen; expected ${joinWithOr(options)}.`, null)]
  if (options.some((option) => isSameTerm(option, term))) return otherTermProblems(context, term)
  return [
    proposalProblemAt(id, 'error', l10n.t`${quote(term)} is not one of the form's terms; expected ${joinWithOr(options)}.`, null),
  ]
}

/** The form's only term is taken; the list may be of another one, or of another program. */
function otherTermProblems({ form, source, id }: ProblemContext, term: string): readonly ProposalProblem[] {
  const message = source.term === null ? otherTermMessage(form, source.file.path, term) : null
  return message === null ? [] : [proposalProblemAt(id, 'warning', message, null)]
}

function nameProblems({ proposed, values: { answers, limits }, id }: ProblemContext): readonly ProposalProblem[] {
  const span = proposedTitlePlace(proposed)
  if (answers.name === '') return [proposalProblemAt(id, 'error', l10n.t('This idea has no title.'), span)]
  const limit = limits.find((each) => each.id === id)
  if (limit === undefined || limit.used <= limit.max) return []
  const message = l10n.t`The name has ${pluralize(limit.used, 'character', formatNumber(limit.used))}; expected at most ${limit.max}, because the full name "CNCF - ${answers.project}: … (term)" can have 100.`
  return [proposalProblemAt(id, 'error', message, span)]
}

function descriptionProblems({ proposed, values: { answers, limits }, id }: ProblemContext): readonly ProposalProblem[] {
  const span = proposedFieldPlace(proposed, 'description')
  const { description } = answers
  if (description === '') return [proposalProblemAt(id, 'error', l10n.t('This idea has no description.'), span)]
  const limit = limits.find((each) => each.id === id)
  const tooLong =
    limit !== undefined && limit.used > limit.max
      ? [
          proposalProblemAt(
            id,
            'error',
            l10n.t`The description has ${formatNumber(limit.used)} characters including headings; expected at most ${formatNumber(limit.max)}.`,
            span,
          ),
        ]
      : []
  const cut = /^### .*$/m.exec(description)
  return cut === null
    ? tooLong
    : [
        ...tooLong,
        proposalProblemAt(
          id,
          'error',
          l10n.t`A line of the description starts with "### " (${quote(cut[0])}), which would cut the description off; expected "#### " or bold text.`,
          span,
        ),
      ]
}

function technologyProblems({ proposed, values: { answers }, id }: ProblemContext): readonly ProposalProblem[] {
  if (answers.technologies.length > 0) return []
  return [
    proposalProblemAt(
      id,
      'error',
      l10n.t('This idea lists no technologies or skills, but the form requires technologies.'),
      proposedFieldPlace(proposed, 'recommendedSkills'),
    ),
  ]
}

function upstreamProblems({ proposed, values: { answers }, id }: ProblemContext): readonly ProposalProblem[] {
  const { length } = answers.upstream
  if (length === 1) return []
  const span = proposedFieldPlace(proposed, 'upstreamIssue')
  return length === 0
    ? [proposalProblemAt(id, 'error', l10n.t('This idea has no upstream issue URL.'), span)]
    : [proposalProblemAt(id, 'warning', l10n.t`This idea has ${length} upstream URLs. The form takes only the first.`, span)]
}
