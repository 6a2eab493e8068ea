import { minIdeaFields } from '../blocks/sectionContent.ts'
import { type SectionFacts, weakFieldKeys } from '../blocks/sectionFacts.ts'
import { isIdeaInTemplate } from '../profiles/template.ts'

/** What besides its sections says that a file is an idea list. */
export interface ListEvidence {
  readonly hasTemplate: boolean
  /** Whether the path is a programme's. */
  readonly inProgramme: boolean
  /** Whether the configuration says so. */
  readonly claimed: boolean
}

/**
 * The sections from which roles are decided: in a list whose programme is known, weak field labels also count, two per section if
 * nothing else identifies the file as a list. Null if the file is not an idea list (`docs/spec.md#scope`).
 */
export function sectionsForRoles(read: readonly SectionFacts[], evidence: ListEvidence): readonly SectionFacts[] | null {
  const isSure = hasListEvidence(read, evidence)
  const sections =
    evidence.claimed || evidence.inProgramme ? read.map((section) => withEvidenceOfWeakKeys(section, isSure)) : read
  return evidence.claimed || hasListEvidence(sections, evidence) ? sections : null
}

/** Strong evidence only: a template, a section with mentors and another field, or two fields under a heading in a programme's path. */
const hasListEvidence = (sections: readonly SectionFacts[], { hasTemplate, inProgramme }: ListEvidence): boolean =>
  hasTemplate ||
  sections.some(
    (section) => section.heading !== null && (isIdeaInTemplate(section) || (inProgramme && section.keys.size >= minIdeaFields)),
  )

function withEvidenceOfWeakKeys(section: SectionFacts, isSure: boolean): SectionFacts {
  if (section.weakKeys.size === 0) return section
  const all = new Set([...section.keys, ...section.weakKeys])
  if (all.has('mentors') && all.size > 2) return { ...section, keys: all }
  // next to real ideas, a list item with a known label may be about roles and the like
  const ofItems = isSure ? [] : section.facts.flatMap((fact) => (fact.kind === 'item' ? weakFieldKeys(fact) : []))
  return ofItems.length === 0 ? section : { ...section, keys: new Set([...section.keys, ...ofItems]) }
}

/** The fields that at least half of the ideas have. */
export function commonFieldsAsEvidence(sections: readonly SectionFacts[]): ReadonlySet<string> {
  const counts = new Map<string, number>()
  const ideas = sections.filter((section) => section.keys.size >= minIdeaFields)
  for (const { keys } of ideas) for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return new Set([...counts].filter(([, count]) => count * 2 >= ideas.length).map(([key]) => key))
}
