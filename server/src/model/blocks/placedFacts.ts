import { type Span, shift } from '../../text/span.ts'
import type { SourceLink } from './links.ts'
import type { Fact, SectionFacts } from './sectionFacts.ts'

/** A fact at its offset in the idea's text. */
export interface PlacedFact {
  readonly fact: Fact
  readonly at: number
}

/** The facts of an idea's sections in one list. `starts` are the sections' offsets in the idea. */
export const placeFacts = (sections: readonly SectionFacts[], starts: readonly number[]): readonly PlacedFact[] =>
  sections.flatMap(({ section, facts }, index) =>
    facts.map((fact, block) => ({ fact, at: starts[index]! + section.blocks[block]!.at })),
  )

/** The links of all facts; spans count from the idea's start. */
export const placeLinks = (facts: readonly PlacedFact[]): readonly SourceLink[] =>
  facts.flatMap(({ fact, at }) =>
    'links' in fact && fact.links.length > 0
      ? fact.links.map((link) => ({
          ...link,
          span: shift(link.span, at),
          textSpan: shift(link.textSpan, at),
          urlSpan: shift(link.urlSpan, at),
        }))
      : noPlacedLinks,
  )

const noPlacedLinks: readonly SourceLink[] = []

/** The comments of all facts; spans count from the idea's start. */
export const placeFactComments = (facts: readonly PlacedFact[]): readonly Span[] =>
  facts.filter(({ fact }) => fact.comments.length > 0).flatMap(({ fact, at }) => fact.comments.map((span) => shift(span, at)))

/** Where the sections of an idea start; it begins at `offset` of the first one. */
export function placedIdeaStarts(sections: readonly SectionFacts[], offset: number): readonly number[] {
  let at = -offset
  return sections.map(({ section }) => {
    const start = at
    at += section.length
    return start
  })
}
