import { parseWithDefinitions } from '../../syntax/parse.ts'
import type { ParsedSection } from '../incremental/readState.ts'
import type { Heading } from '../types.ts'
import { headingTexts } from './headingTexts.ts'
import { normalizeReference } from './linkDefinitions.ts'
import type { SectionFacts } from './sectionFacts.ts'

/**
 * Sections whose heading contains reference links, with the heading as it reads with the file's definitions: `Support [OCI][oci]`, with
 * `[oci]: …` anywhere in the file, reads `Support OCI`. All others stay the same objects, as do those that were resolved before.
 */
export function resolveHeadingReferences(sections: readonly ParsedSection[]): readonly ParsedSection[] {
  if (!sections.some(({ facts }) => facts?.unresolved || facts?.heading?.text.includes('['))) return sections
  const defined = new Set(sections.flatMap(({ facts }) => facts?.definitions ?? []))
  return sections.map((section) => {
    const facts = section.facts && resolveHeading(section.facts, defined)
    return facts === section.facts ? section : { ...section, facts }
  })
}

/** Memo by identity: what a section became with the definitions that its heading refers to. */
const resolved = new WeakMap<SectionFacts, { readonly references: string; readonly facts: SectionFacts }>()

function resolveHeading(facts: SectionFacts, defined: ReadonlySet<string>): SectionFacts {
  const original = facts.unresolved ?? facts
  const { heading, section } = original
  if (!heading?.text.includes('[')) return original
  const source = section.blocks[0]!.text
  const references = [...new Set(Array.from(source.matchAll(/\[([^[\]]{1,999})\]/g), ([, label]) => label!))].filter((label) =>
    defined.has(normalizeReference(label)),
  )
  if (references.length === 0) return original
  const key = references.join('\n')
  const known = resolved.get(original)
  if (known?.references === key) return known.facts
  const node = parseWithDefinitions(source, references)
  const inFile: Heading = node?.type === 'heading' ? { ...heading, ...headingTexts(node) } : heading
  const result = { ...original, heading: inFile, unresolved: original }
  resolved.set(original, { references: key, facts: result })
  return result
}
