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

/**
 * Heading levels of ideas and projects (`docs/spec.md#levels`):
 * 1. the template's idea level, if any idea uses it or there are none;
 * 2. the most common level of sections with two known fields, the deeper one of two that are equally common.
 * Projects are one level above, unless the template says otherwise.
 */
export function detectHeadingLevels(
  sections: readonly SectionFacts[],
  template: { readonly projectLevel: number | null; readonly ideaLevel: number | null },
): HeadingLevels {
  const counts = new Map<number, number>()
  for (const section of mergeParts(sections).values())
    if (section.heading && hasIdeaFields(section)) counts.set(section.heading.level, (counts.get(section.heading.level) ?? 0) + 1)
  const { ideaLevel } = template
  if (ideaLevel !== null && (counts.has(ideaLevel) || counts.size === 0))
    return { idea: ideaLevel, project: template.projectLevel ?? Math.max(1, ideaLevel - 1), areGiven: true }
  const commonest = [...counts].reduce(
    (most, next) => (next[1] > most[1] || (next[1] === most[1] && next[0] > most[0]) ? next : most),
    [ideaLevel ?? 2, 0],
  )[0]
  return { idea: commonest, project: Math.max(1, commonest - 1), areGiven: false }
}
