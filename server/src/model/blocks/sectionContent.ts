import { fieldKeysOf, type Item, type SectionFacts, weakFieldKeys } from './sectionFacts.ts'

/** Whether a section consists of its heading only; HTML, such as comments, does not count. */
export const hasNoContentInFacts = ({ facts }: SectionFacts): boolean =>
  facts.slice(1).every(({ kind }) => kind === 'blank' || kind === 'html')

/** Whether nothing was written below a heading yet but bullets. */
export const hasOnlyEmptyItems = ({ facts }: SectionFacts): boolean =>
  facts
    .slice(1)
    .every((fact) => fact.kind === 'blank' || fact.kind === 'html' || (fact.kind === 'item' && isEmptyItemContent(fact.item)))

const isEmptyItemContent = ({ lead, children }: Item): boolean => lead === null && children.length === 0

/** A section with this many known fields is an idea, whatever else it contains. */
export const minIdeaFields = 2

/** Whether a section has enough known fields for an idea. */
export const hasIdeaFields = ({ keys }: Pick<SectionFacts, 'keys'>): boolean => keys.size >= minIdeaFields

/** The index of the block where fields without an idea heading begin under another heading; 0 if there are none. */
export function firstFieldBlock(section: SectionFacts): number {
  if (!hasIdeaFields(section)) return 0
  const { facts, keys } = section
  const isSure = new Set(facts.flatMap(fieldKeysOf)).size === keys.size
  return facts.findIndex(
    (fact) =>
      fieldKeysOf(fact).length > 0 ||
      (fact.kind === 'item' && (fact.item.label?.key ?? null) !== null) ||
      (!isSure && weakFieldKeys(fact).length > 0),
  )
}
