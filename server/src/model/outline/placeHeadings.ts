import { isSameArray } from '../../text/isSameArray.ts'
import { anchorsOf } from '../../text/slug.ts'
import type { SectionFacts } from '../blocks/sectionFacts.ts'
import type { IdeaFile, PlacedHeading, PlacedSection } from '../types.ts'

/** All slugs of a file, in the order of the text, with the anchors that they become. */
export interface NumberedSlugs {
  readonly slugs: readonly string[]
  readonly anchors: readonly string[]
}

export const noSlugs: NumberedSlugs = { slugs: [], anchors: [] }

/** The headings of a file with their anchors. */
export interface PlacedHeadings {
  /** One for each section, null for those without a heading. */
  readonly headings: readonly (PlacedHeading | null)[]
  /** The anchors of headings in quotes, list items and HTML. */
  readonly nestedAnchors: readonly string[]
  readonly numbered: NumberedSlugs
}

type Sluggable = Pick<SectionFacts, 'heading' | 'nestedSlugs'>

/** Places and anchors of the headings. Anchors are numbered again only if a slug changed. */
export function placeHeadings(
  sections: readonly Pick<PlacedSection, 'at'>[],
  read: readonly Sluggable[],
  previous: NumberedSlugs,
): PlacedHeadings {
  const numbered = numberPlacedSlugs(read, previous)
  const nestedAnchors: string[] = []
  let next = 0
  const headings = read.map(({ heading, nestedSlugs }, index) => {
    const placed = heading ? { heading, at: sections[index]!.at, anchor: numbered.anchors[next++]! } : null
    for (const _ of nestedSlugs) nestedAnchors.push(numbered.anchors[next++]!)
    return placed
  })
  return { headings, nestedAnchors, numbered }
}

function numberPlacedSlugs(read: readonly Sluggable[], previous: NumberedSlugs): NumberedSlugs {
  const slugs = read.flatMap(({ heading, nestedSlugs }) => (heading ? [heading.slug, ...nestedSlugs] : nestedSlugs))
  return isSameArray(slugs, previous.slugs) ? previous : { slugs, anchors: anchorsOf(slugs) }
}

/** The anchors of `file.headings`, in their order, if the slug of one of them were `slug`. */
export function placedAnchorsWithSlug({ sections, headings }: IdeaFile, renamed: PlacedHeading, slug: string): readonly string[] {
  let next = 0
  const read = sections.map(({ at, facts }): Sluggable => {
    const own = headings[next]?.at === at ? headings[next++]!.heading : null
    const heading = own && renamed.at === at ? { ...own, slug } : own
    return { heading, nestedSlugs: facts?.nestedSlugs ?? [] }
  })
  return placeHeadings(sections, read, noSlugs).headings.flatMap((placed) => (placed ? [placed.anchor] : []))
}
