import type { SectionFacts } from '../blocks/sectionFacts.ts'
import { conflictHeadings } from './conflictHeadings.ts'

/**
 * Sections by their index in the file, after each section that can only be a part of the one above it was merged into that one,
 * which then has the fields of both.
 *
 *     ## Idea              ← index 3, with both fields
 *     - Description: …
 *     #### Details         ← merged into 3
 *     - Mentors: …
 */
export function mergeParts(sections: readonly SectionFacts[]): ReadonlyMap<number, SectionFacts> {
  const conflicts = conflictHeadings(sections)
  const merged = new Map<number, SectionFacts>()
  let open = -1
  sections.forEach((section, index) => {
    const above = merged.get(open)
    // a section after the first has no heading where its underline turned out to be a bullet that is being typed
    const isPart = (section.heading === null && index > 0) || conflicts.has(section)
    if (above && (isPart || continuesIdea(above, sections, index))) merged.set(open, withKeys(above, section))
    else {
      open = index
      merged.set(index, section)
    }
  })
  return merged
}

const withKeys = (above: SectionFacts, { keys }: SectionFacts): SectionFacts =>
  keys.size === 0 ? above : { ...above, keys: new Set([...above.keys, ...keys]) }

/** True if a deeper section continues the idea above: no field occurs in both, nor again in the next section with fields. */
function continuesIdea(above: SectionFacts, sections: readonly SectionFacts[], index: number): boolean {
  const { heading, keys } = sections[index]!
  if (!above.heading || !heading || heading.level <= above.heading.level || above.keys.size === 0 || keys.size === 0) return false
  if ([...keys].some((key) => above.keys.has(key))) return false
  const next = nextPartWithFields(sections, index + 1)
  return !next?.heading || next.heading.level <= above.heading.level || ![...next.keys].some((key) => keys.has(key))
}

function nextPartWithFields(sections: readonly SectionFacts[], from: number): SectionFacts | undefined {
  for (let index = from; index < sections.length; index++) {
    const section = sections[index]!
    if (section.heading && section.keys.size > 0) return section
  }
  return undefined
}
