import { ideaFieldHasValue } from '../../model/fields/ideaFieldHasValue.ts'
import { labelKey } from '../../model/schema/labelKey.ts'
import type { Field, Idea, IdeaFile, LearnedLabel, LearnedSchema, PlacedIdea, Project } from '../../model/types.ts'

/** The learned label of a field; undefined if the list's schema lacks it. */
export const exampleLabelOf = (field: Field, labels: readonly LearnedLabel[]): LearnedLabel | undefined => {
  const key = labelKey(field.label)
  return labels.find((label) => label.key === key)
}

/** The labels that a new idea gets: those that at least half of the list's ideas have. */
export const usualExampleLabels = ({ labels, ideas }: LearnedSchema): readonly LearnedLabel[] =>
  labels.filter(({ count }) => count * 2 >= ideas)

/** The idea that shows best how the list is written: the usual labels in their usual spelling and style, and few others; of equal ones one of `own`, then the last. */
export function exampleIdea(file: IdeaFile, learned: LearnedSchema, own: Project | null): PlacedIdea | null {
  const usual = usualExampleLabels(learned)
  let best: { readonly placed: PlacedIdea; readonly score: number } | null = null
  for (const project of file.projects) {
    for (const placed of project.ideas) {
      if (placed.idea.heading === null) continue
      const score = exampleScore(placed.idea, usual, learned) + (project === own ? 1 : 0)
      if (best === null || score >= best.score) best = { placed, score }
    }
  }
  return best?.placed ?? null
}

const usualLabelScore = 10
const oddLabelScore = -3

function exampleScore(idea: Idea, usual: readonly LearnedLabel[], { labelStyle }: LearnedSchema): number {
  const seen = new Set<LearnedLabel>()
  let score = 0
  for (const field of idea.fields) {
    const label = exampleLabelOf(field, usual)
    if (label === undefined || seen.has(label)) score += oddLabelScore
    else {
      seen.add(label)
      const isOddStyle = labelStyle && field.style && JSON.stringify(field.style) !== JSON.stringify(labelStyle.form)
      score += (ideaFieldHasValue(field) ? usualLabelScore : 1) - (field.label === label.label ? 0 : 2) - (isOddStyle ? 2 : 0)
    }
  }
  return score
}
