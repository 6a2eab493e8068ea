import { skillKey } from '../catalog/skills.ts'
import { squashed } from '../catalog/spelling.ts'
import { isWebLink } from '../model/blocks/links.ts'
import { readSkills } from '../model/fields/skills.ts'
import type { Idea, IdeaFile } from '../model/types.ts'
import { oneLine } from '../text/wording.ts'
import { ideaFieldText } from './ideaFieldText.ts'
import type { FormField, IssueForm } from './issueForm.ts'
import { checkboxesInBody } from './proposalBody.ts'
import { lengthLimits } from './proposalLimits.ts'
import { projectOption } from './proposalProject.ts'
import { proposalTerm } from './proposalTerm.ts'
import type { ProposalAnswers, ProposalSource, ProposalValues, ProposedIdea, ProposedMentor } from './proposalTypes.ts'

/** The answers of an idea in the order of the form. */
export function proposalValues(form: IssueForm, proposed: ProposedIdea, source: ProposalSource): ProposalValues {
  const text = proposalIdeaValue(source.file, proposed)
  const answers = proposalAnswers(form, proposed, source)
  const shown = (field: FormField): string => proposalFieldAnswer(form, field, answers, text, proposed.idea.idea)
  return {
    answers,
    limits: lengthLimits(form, answers),
    entries: form.fields.map((field) => ({ field, shown: shown(field) })),
  }
}

const proposalIdeaValue = ({ text }: IdeaFile, { idea: { at, idea } }: ProposedIdea): string => text.slice(at, at + idea.length)

function proposalAnswers(form: IssueForm, proposed: ProposedIdea, source: ProposalSource): ProposalAnswers {
  const { idea } = proposed.idea
  const text = proposalIdeaValue(source.file, proposed)
  const heading = proposed.project.heading?.heading.text ?? proposed.project.name
  const optionsOf = (purpose: FormField['purpose']): readonly string[] =>
    form.fields.find((field) => field.purpose === purpose)?.options ?? []
  const known = projectOption(heading, optionsOf('project'))
  const ownTechnologies = proposalTechnologiesValue(text, idea)
  const skills = idea.skills.map(({ name }) => oneLine(name))
  const technologies = ownTechnologies.length > 0 ? ownTechnologies : skills
  return {
    project: known ?? oneLine(heading),
    isKnownProject: known !== null || (heading !== '' && optionsOf('project').length === 0),
    term: proposalTerm(source.term, source.file.path, optionsOf('term')),
    name: oneLine(idea.heading?.text ?? ''),
    description: proposalDescriptionValue(form, text, idea),
    technologies,
    skills: skills.length > 0 ? skills : null,
    hasSameSkills: skills.length > 0 && isSameProposalSkillSet(technologies, skills),
    mentors: idea.mentors
      .map((mentor) => ({ mentor, lfid: source.lfid(mentor) }))
      .toSorted((a, b) => Number(b.mentor.primary) - Number(a.mentor.primary)),
    upstream: [...new Set(idea.upstream.map(({ url }) => url).filter(isWebLink))],
  }
}

const proposalTechnologiesValue = (text: string, idea: Idea): readonly string[] =>
  idea.fields
    .filter(({ key, valueSpan }) => key === 'technologies' && valueSpan.end > valueSpan.start)
    .flatMap(({ valueSpan }) => readSkills(text, valueSpan, false))
    .map(({ name }) => oneLine(name.replace(/^[-+*][ \t]+/, '')))

function isSameProposalSkillSet(some: readonly string[], others: readonly string[]): boolean {
  const keys = (names: readonly string[]): string => [...new Set(names.map(skillKey))].sort().join('\n')
  return keys(some) === keys(others)
}

/**
 * The description, with the expected outcome below it if the form has no input of its own for that. The CNCF's form has a heading for
 * each; another one for what it does not ask for.
 */
function proposalDescriptionValue({ fields, limits }: IssueForm, text: string, idea: Idea): string {
  const description = ideaFieldText(text, idea, 'description')
  const outcome = fields.some(({ purpose }) => purpose === 'expectedOutcome') ? '' : ideaFieldText(text, idea, 'expectedOutcome')
  if (outcome === '' && limits === null) return description
  if (outcome === '') return description === '' ? '' : `## Description\n\n${description}`
  return `${description === '' ? '' : `## Description\n\n${description}\n\n`}## Expected outcomes\n\n${outcome}`
}

/** Whether an input asks for mentors in columns: that of the CNCF, and one whose hint has such a line or the LFID. */
const asksForMentorColumns = ({ limits }: IssueForm, { label, hint }: FormField): boolean =>
  limits !== null || /\blf[ -]?ids?\b|\|.*\|/i.test(`${label}\n${hint}`)

/** `Full Name | @handle | email | LFID`, as the CNCF's form asks for it. */
const proposalMentorColumns = ({ mentor: { name, handle, email }, lfid }: ProposedMentor): string =>
  [name ?? '', handle === null ? '' : `@${handle}`, email ?? '', lfid ?? ''].map(oneLine).join(' | ').trimEnd()

/** `Full Name (@handle, email)`, without what is not known. */
function proposalMentorText({ mentor: { name, handle, email } }: ProposedMentor): string {
  const contacts = [handle === null ? '' : `@${handle}`, email ?? ''].filter((each) => each !== '').join(', ')
  return oneLine(name === null ? contacts : contacts === '' ? name : `${name} (${contacts})`)
}

/** What the form shows for an input; empty if the idea does not answer it. */
function proposalFieldAnswer(form: IssueForm, field: FormField, answers: ProposalAnswers, text: string, idea: Idea): string {
  const { type, purpose, options } = field
  if (type === 'unknown') return ''
  if (type === 'checkboxes') return checkboxesInBody(options, () => purpose === 'sameSkills' && answers.hasSameSkills)
  const value = proposalAnswerText(form, field, answers, text, idea)
  if (type !== 'dropdown') return type === 'input' ? oneLine(value) : value
  return options.find((option) => squashed(option) === squashed(value)) ?? ''
}

function proposalAnswerText(form: IssueForm, field: FormField, answers: ProposalAnswers, text: string, idea: Idea): string {
  switch (field.purpose) {
    case null:
    case 'sameSkills':
      return ''
    case 'project':
      return answers.project
    case 'term':
      return answers.term ?? ''
    case 'name':
      return answers.name
    case 'description':
      return answers.description
    case 'expectedOutcome':
      return ideaFieldText(text, idea, 'expectedOutcome')
    case 'technologies':
      return answers.technologies.join(', ')
    case 'skills':
      // a checkbox says that they are the technologies
      return answers.hasSameSkills && form.fields.some((each) => each.purpose === 'sameSkills')
        ? ''
        : (answers.skills ?? []).join(', ')
    case 'size':
      return idea.size?.word ?? (idea.size?.hours == null ? '' : `${idea.size.hours} hours`)
    case 'difficulty':
      return ideaFieldText(text, idea, 'difficulty')
    case 'mentors':
      return answers.mentors.map(asksForMentorColumns(form, field) ? proposalMentorColumns : proposalMentorText).join('\n')
    case 'upstream':
      return answers.upstream[0] ?? ''
  }
}
