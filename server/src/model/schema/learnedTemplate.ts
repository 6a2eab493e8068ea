import type { FieldKey, FieldSpec, LearnedLabel, LearnedSchema, Profile, Template } from '../types.ts'

/** The profile of a list whose program is not known: it asks for nothing. */
export const learnedProfile: Profile = {
  id: 'learned',
  title: 'Learned from the list',
  programme: '',
  fields: [],
  sizes: [],
  mentors: { min: 0, advised: 0, max: Number.POSITIVE_INFINITY, handle: false, email: false, primary: false },
  toc: false,
  tocMarks: null,
  projectLevel: null,
  ideaLevel: null,
  mentorsOnOneLine: false,
  cncfProjects: false,
}

const minSharedForm = 0.7
const minSharedOptional = 0.75
/** Whether a label is of a kind that not every idea can have: an issue, or what no known role says, such as earlier attempts. */
export const isOptionalByNature = (field: FieldKey): boolean => field === 'other' || field === 'upstreamIssue'

/** With fewer ideas nothing is a list's practice. */
export const minSharingIdeas = 3
/** Two of three are enough. */
const sharedFormTolerance = 0.1

/** Whether what `count` of `total` ideas do is the list's practice: some 70 % of three or more. */
export const isSharedInTemplate = (count: number, total: number): boolean =>
  total >= minSharingIdeas && count >= total * minSharedForm - sharedFormTolerance

const minSharedWhileWritten = 0.6

/** The same of a label: an idea that is being written does not vote against it as long as 60 % of all ideas have it. */
export const isSharedLabel = ({ isYetToCome }: Pick<LearnedLabel, 'isYetToCome'>, count: number, ideas: number): boolean =>
  isSharedInTemplate(count, ideas) ||
  (isYetToCome === true &&
    count >= ideas * minSharedWhileWritten &&
    isSharedInTemplate(count, Math.max(minSharingIdeas, ideas - 1)))

/** What may be asked for: labels that some 70 % of three or more ideas have. */
export function learnedTemplate(learned: LearnedSchema): Template {
  const { labels, ideas } = learned
  const fields = labels.map(({ inFrontMatter, ...each }): FieldSpec => {
    const { label, field, count } = each
    return {
      key: field,
      label,
      // `layout:` and `weight:` are the site's business
      required:
        isSharedLabel(each, count, ideas) &&
        !(inFrontMatter && field === 'other') &&
        (!isOptionalByNature(field) || count >= ideas * minSharedOptional),
    }
  })
  return { ...learnedProfile, fields, learned }
}

/** The template of a list that says too little of itself for a schema: nothing is asked for. */
export const unknownTemplate: Template = learnedTemplate({
  reason: 'one idea',
  ideas: 0,
  labels: [],
  titlePrefix: '',
  labelStyle: null,
  mentors: { handle: null, email: null },
})
