import type { Heading, Idea, PlacedHeading, PlacedIdea } from '../types.ts'
import type { LabelContext } from './effectiveLabels.ts'
import type { Part, PlacedLabel } from './headingParts.ts'
import { learnedFieldDrafts, learnedSectionText } from './learnedFields.ts'
import { readLearnedIdea } from './learnedIdea.ts'
import type { IdeaRange } from './listParts.ts'
import type { SectionLabels } from './occurrences.ts'

/** An idea with what it was read from: while that is the same, so is the object. */
interface CachedLearnedIdea {
  readonly sections: readonly SectionLabels[]
  /** Which of its headings are labels, which other ideas decide, too. */
  readonly labelHeadings: readonly boolean[]
  readonly labels: readonly PlacedLabel[]
  readonly heading: Heading | null
  readonly context: LabelContext
  readonly idea: Idea
}

const cachedIdeas = new WeakMap<SectionLabels, CachedLearnedIdea>()

/** The idea of a range of sections with its labels; the same sections give the same object. */
export function learnedIdeaAt(
  parts: readonly Part[],
  { title, end }: IdeaRange,
  labels: readonly PlacedLabel[],
  context: LabelContext,
  placed: Pick<PlacedHeading, 'heading' | 'anchor'> | null,
): PlacedIdea {
  const own = parts.slice(title, end)
  const [first] = own
  const { at } = first!
  const anchor = placed?.anchor ?? null
  const heading = placed?.heading ?? null
  const cached = cachedIdeas.get(first!.labels)
  const isSame = cached?.context === context && cached.heading === heading && haveSameLearnedLabels(cached.sections, own)
  if (isSame && haveSameLabelRoles(cached, own, labels)) return { at, anchor, idea: cached.idea }
  const shown = own.map(learnedSectionText).join('')
  const inside = labels.filter((label) => label.part >= title && label.part < end)
  const idea = readLearnedIdea({ heading, shown, fields: learnedFieldDrafts(parts, inside, context, { at, own, shown }) })
  const labelHeadings = own.map(({ isLabel }) => isLabel)
  cachedIdeas.set(first!.labels, { sections: own.map((part) => part.labels), labelHeadings, labels, heading, context, idea })
  return { at, anchor, idea }
}

/** Whether the same headings are labels, and labels mean the same: values and headings of other ideas decide that, too. */
const haveSameLabelRoles = (cached: CachedLearnedIdea, own: readonly Part[], labels: readonly PlacedLabel[]): boolean =>
  own.every(({ isLabel }, index) => isLabel === cached.labelHeadings[index]) &&
  labels.length === cached.labels.length &&
  labels.every(
    ({ role, isPrimary }, index) => role === cached.labels[index]!.role && isPrimary === cached.labels[index]!.isPrimary,
  )

const haveSameLearnedLabels = (sections: readonly SectionLabels[], parts: readonly Part[]): boolean =>
  sections.length === parts.length && sections.every((labels, index) => labels === parts[index]!.labels)
