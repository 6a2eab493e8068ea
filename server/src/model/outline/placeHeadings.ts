import { anchorsOf } from '../../text/slug.ts'
import type { SectionFacts } from '../blocks/sectionFacts.ts'
import type { ParsedIdeaFile, ParsedSection } from '../incremental/readState.ts'
import type { PlacedHeading } from '../types.ts'

/** One for each section, null for those without a heading. Anchors are numbered again only if a heading's slug changed. */
export function placeHeadings(
  sections: readonly ParsedSection[],
  read: readonly SectionFacts[],
  previous: ParsedIdeaFile | null,
): readonly (PlacedHeading | null)[] {
  const headings = read.flatMap(({ heading }) => (heading ? [heading] : []))
  const old = previous?.headings ?? []
  const isSame = old.length === headings.length && headings.every((heading, index) => heading.slug === old[index]!.heading.slug)
  const anchors = isSame ? old.map(({ anchor }) => anchor) : anchorsOf(headings.map(({ slug }) => slug))
  let next = 0
  return read.map(({ heading }, index) => (heading ? { heading, at: sections[index]!.at, anchor: anchors[next++]! } : null))
}
