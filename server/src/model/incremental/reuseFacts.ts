import { isSameSection } from '../../syntax/sections.ts'
import { type Fact, readSections, type SectionFacts } from '../blocks/sectionFacts.ts'
import type { Labels } from '../profileTypes.ts'
import type { ParsedIdeaFile, ParsedSection } from './readState.ts'

/**
 * Reuses facts of identical sections from another list (accepted lists repeat the proposals). Each section is reused at most once, so
 * that object identity stays unique. `other` must have been read with the same labels.
 */
export function reuseFacts(cut: readonly ParsedSection[], text: string, other: ParsedIdeaFile): readonly ParsedSection[] {
  const textOf = (whole: string, { at, section }: ParsedSection): string => whole.slice(at, at + section.length)
  const known = new Map(other.sections.map((read) => [textOf(other.text, read), read]))
  return cut.map((read) => {
    const own = textOf(text, read)
    const same = known.get(own)
    if (!same?.facts || !isSameSection(same.section, read.section)) return read
    known.delete(own)
    return { ...same, at: read.at }
  })
}

/** Reads the sections that have no facts yet, all together. */
export function readMissingFacts(cut: readonly ParsedSection[], labels: Labels | undefined): readonly ParsedSection[] {
  const unread = cut.flatMap(({ section, facts }) => (facts === null ? [section] : []))
  return unread.length === 0 ? cut : fillInFacts(cut, readSections(unread, noFacts, labels))
}

/** Gives the sections without facts the facts in `read`, which are in the same order. */
export function fillInFacts(cut: readonly ParsedSection[], read: readonly SectionFacts[]): readonly ParsedSection[] {
  let next = 0
  return cut.map((placed) => (placed.facts ? placed : { ...placed, facts: read[next++]! }))
}

/** The facts of blocks before an edit: most of the blocks that are cut again have the same text. */
export const factsByText = (sections: readonly ParsedSection[]): ReadonlyMap<string, Fact> =>
  new Map(
    sections.flatMap(({ section, facts }) =>
      facts ? section.blocks.map((block, index): [string, Fact] => [block.text, facts.facts[index]!]) : [],
    ),
  )

/** No block has been read before. */
export const noFacts: ReadonlyMap<string, Fact> = new Map()
