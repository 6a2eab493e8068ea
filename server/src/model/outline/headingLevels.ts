import { hasIdeaFields } from '../blocks/sectionContent.ts'
import type { SectionFacts } from '../blocks/sectionFacts.ts'
import { mergeParts } from './mergeParts.ts'

/** The levels of a list's headings. */
export interface HeadingLevels {
  readonly project: number
  readonly idea: number
  /** Whether a template gives them: then a heading at the ideas' level is an idea from its first field on. */
  readonly areGiven: boolean
}

/** Ideas of which nearly all are at another level than a template's decide against it. */
const minOutvoting = 5
const nearlyAll = 0.8

/** Whether `count` of `total` ideas, which are at one level, outvote the level in the list's template block. */
export const outvotesTemplate = (count: number, total: number): boolean => count >= minOutvoting && count >= total * nearlyAll

/**
 * Heading levels of ideas and projects (`docs/spec.md#levels`):
 * 1. the template's idea level, if any idea uses it or there are none, and if nearly all ideas are not at one other level;
 * 2. the most common level of sections with two known fields, the deeper one of two that are equally common.
 * Projects are one level above, unless the template says otherwise.
 */
export function detectHeadingLevels(
  sections: readonly SectionFacts[],
  template: { readonly projectLevel: number | null; readonly ideaLevel: number | null },
  block: { readonly ideaLevel: number | null } | null,
): HeadingLevels {
  const counts = new Map<number, number>()
  for (const section of mergeParts(sections).values())
    if (section.heading && hasIdeaFields(section)) counts.set(section.heading.level, (counts.get(section.heading.level) ?? 0) + 1)
  const { ideaLevel } = template
  const [commonest, count] = [...counts].reduce(
    (most, next) => (next[1] > most[1] || (next[1] === most[1] && next[0] > most[0]) ? next : most),
    [ideaLevel ?? 2, 0],
  )
  const total = [...counts.values()].reduce((sum, each) => sum + each, 0)
  const isOutvoted = block !== null && block.ideaLevel === ideaLevel && commonest !== ideaLevel && outvotesTemplate(count, total)
  if (ideaLevel !== null && !isOutvoted && (counts.has(ideaLevel) || counts.size === 0))
    return { idea: ideaLevel, project: template.projectLevel ?? Math.max(1, ideaLevel - 1), areGiven: true }
  return { idea: commonest, project: Math.max(1, commonest - 1), areGiven: false }
}
