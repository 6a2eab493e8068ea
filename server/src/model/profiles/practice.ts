import { minSharingIdeas } from '../schema/learnedTemplate.ts'
import type { FieldSpec, Idea, MentorSpec, Project, Template } from '../types.ts'
import { fieldSpecOf, type TemplateBlock, templateStatesContacts, templateStatesCount } from './template.ts'

/** What at least 70 % of a list's ideas do otherwise than its profile says (docs/spec.md#practice). */
interface Practice {
  /** Keys of fields that they do not have. */
  readonly lacks: readonly string[]
  readonly noEmail: boolean
  readonly noHandle: boolean
  readonly noPrimary: boolean
  /** Fewer mentors than advised, or than the least number. */
  readonly fewMentors: boolean
  readonly mentorsOnOneLine: boolean
  /** Labels without list marks. */
  readonly bareLabels: boolean
}

const minPracticeShare = 0.7

/** Practice wins over a profile only if it is shared by 70 % of three or more. */
const isPractice = (count: number, total: number): boolean => total >= minSharingIdeas && count >= total * minPracticeShare

/**
 * A template in which the practice of the list's ideas replaces what only the profile says; what the block (null if there is none) says
 * stays. The same object while practice and template are the same.
 */
export function templateInPractice(template: Template, block: TemplateBlock | null, projects: readonly Project[]): Template {
  const ideas = projects.flatMap((project) => project.ideas.map(({ idea }) => idea)).filter(({ empty }) => !empty)
  if (template.learned || ideas.length < minSharingIdeas) return template
  const practice = practiceOf(ideas, template, block)
  const key = JSON.stringify(practice)
  if (key === JSON.stringify(noPractice)) return template
  const known = practised.get(template) ?? new Map<string, Template>()
  practised.set(template, known)
  const found = known.get(key) ?? applyPractice(template, practice)
  known.set(key, found)
  return found
}

const practised = new WeakMap<Template, Map<string, Template>>()

const noPractice: Practice = {
  lacks: [],
  noEmail: false,
  noHandle: false,
  noPrimary: false,
  fewMentors: false,
  mentorsOnOneLine: false,
  bareLabels: false,
}

function practiceOf(ideas: readonly Idea[], template: Template, block: TemplateBlock | null): Practice {
  const { mentors: asked } = template
  const named = ideas.filter(({ mentors }) => mentors.length > 0)
  const several = ideas.filter(({ mentors }) => mentors.length > 1)
  const contacts = block !== null && templateStatesContacts(block)
  const shares = (all: readonly Idea[], test: (idea: Idea) => boolean): boolean => isPractice(all.filter(test).length, all.length)
  const hasNo = (contact: 'email' | 'handle') => (idea: Idea) => idea.mentors.every((mentor) => mentor[contact] === null)
  return {
    lacks: block === null ? template.fields.flatMap((spec) => (isLacking(ideas, spec, template) ? [spec.label] : [])) : [],
    noEmail: asked.email && !contacts && shares(named, hasNo('email')),
    noHandle: asked.handle && !contacts && shares(named, hasNo('handle')),
    noPrimary: asked.primary && !contacts && shares(several, ({ mentors }) => !mentors.some(({ primary }) => primary)),
    fewMentors:
      !(block !== null && templateStatesCount(block)) &&
      shares(named, ({ mentors }) => mentors.length < Math.max(asked.min, asked.advised)),
    mentorsOnOneLine: block?.idea.mentors.length !== 1 && shares(several, isOnOneLine),
    bareLabels: block === null && shares(ideas, hasBareLabels),
  }
}

/** Whether most ideas do without a required field. A page of the program is known by any link to it. */
function isLacking(ideas: readonly Idea[], spec: FieldSpec, template: Template): boolean {
  const has = (idea: Idea): boolean => idea.fields.some((field) => fieldSpecOf(field, template) === spec)
  return spec.required && isPractice(ideas.filter((idea) => !has(idea)).length, ideas.length)
}

const hasBareLabels = ({ fields }: Idea): boolean => fields.length > 0 && fields.every(({ shape }) => shape === 'bare')

const isOnOneLine = ({ mentors }: Idea): boolean => mentors.every(({ sharesLine }) => sharesLine)

/** Whether two versions of an idea count for the same practice, whatever the template is: an edit of prose changes nothing of it. */
export const havePracticeInCommon = (a: Idea, b: Idea): boolean => practiceKey(a) === practiceKey(b)

const practiceKey = (idea: Idea): string => {
  const { empty, mentors, fields } = idea
  return JSON.stringify([
    empty,
    mentors.map(({ email, handle, primary, sharesLine }) => [email === null, handle === null, primary, sharesLine]),
    fields.map(({ key, label, shape }) => [key, label, shape]),
  ])
}

function applyPractice(template: Template, practice: Practice): Template {
  const { mentors } = template
  const asked: MentorSpec = {
    ...mentors,
    email: mentors.email && !practice.noEmail,
    handle: mentors.handle && !practice.noHandle,
    primary: mentors.primary && !practice.noPrimary,
  }
  const fields = template.fields.map((spec) => (practice.lacks.includes(spec.label) ? { ...spec, required: false } : spec))
  return {
    ...template,
    fields,
    mentors: asked,
    ...(practice.fewMentors && { fewMentors: true }),
    ...(practice.mentorsOnOneLine && { mentorsOnOneLine: true }),
    ...(practice.bareLabels && { bareLabels: true }),
  }
}
