import type { SectionFacts } from '../blocks/sectionFacts.ts'
import { fieldKey } from '../labels/aliases.ts'
import type { FieldKey } from '../types.ts'
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
  const labels = labelHeadingsToMerge(sections)
  const merged = new Map<number, SectionFacts>()
  let open = -1
  sections.forEach((section, index) => {
    const above = merged.get(open)
    // a section after the first has no heading where its underline turned out to be a bullet that is being typed
    const label = labels.get(section)
    const isPart = (section.heading === null && index > 0) || conflicts.has(section) || label !== undefined
    if (above && (isPart || partContinuesIdea(above, sections, index)))
      merged.set(open, partWithKeys(above, label === undefined ? [...section.keys] : [label, ...section.keys]))
    else {
      open = index
      merged.set(index, section)
    }
  })
  return merged
}

const partWithKeys = (above: SectionFacts, keys: readonly string[]): SectionFacts =>
  keys.length === 0 ? above : { ...above, keys: new Set([...above.keys, ...keys]) }

/** The field that a heading names with all of its text. */
const labelOfMergedHeading = ({ heading }: SectionFacts): FieldKey | null =>
  heading === null ? null : fieldKey(heading.text.replace(/[ \t]*[:：]$/, ''))

/** How many headings in a row are the fields of the section above them. */
const minLabelHeadings = 3

/** Headings at one level, in a row, that name different fields: they are those of the section above, whatever level its ideas have. */
function labelHeadingsToMerge(sections: readonly SectionFacts[]): ReadonlyMap<SectionFacts, FieldKey> {
  const found = new Map<SectionFacts, FieldKey>()
  let run: (readonly [SectionFacts, FieldKey])[] = []
  const endRun = (): void => {
    if (run.length >= minLabelHeadings) for (const [section, key] of run) found.set(section, key)
    run = []
  }
  sections.forEach((section, index) => {
    const key = labelOfMergedHeading(section)
    const level = section.heading?.level ?? 0
    const above = sections[index - 1]?.heading?.level ?? 0
    if (run.some(([other, label]) => label === key || other.heading!.level !== level)) endRun()
    if (key === null) endRun()
    else if (run.length > 0 || (above > 0 && above < level)) run.push([section, key])
  })
  endRun()
  return found
}

/** True if a deeper section continues the idea above: no field occurs in both, nor again in the next section with fields. */
function partContinuesIdea(above: SectionFacts, sections: readonly SectionFacts[], index: number): boolean {
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
