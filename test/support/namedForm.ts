import { readSections } from '../../server/src/model/blocks/sectionFacts.ts'
import { commonFieldsAsEvidence } from '../../server/src/model/outline/listEvidence.ts'
import { profileByFields, profileByPath } from '../../server/src/model/profiles/profiles.ts'
import type { ReadOptions } from '../../server/src/model/types.ts'
import { cutSections } from '../../server/src/syntax/sections.ts'

/**
 * Options that name the form of a list, as a configuration file does: the built-in profile nearest to its fields. For tests of how those
 * forms are read in a file whose path says nothing.
 */
export function namedForm(text: string, options: Pick<ReadOptions, 'path' | 'knowsProject'>): ReadOptions {
  // front matter is a form of its own
  if (profileByPath(options.path) !== null || text.startsWith('---')) return options
  const sections = readSections(cutSections(text), new Map())
  return { ...options, profile: profileByFields(commonFieldsAsEvidence(sections)) }
}
