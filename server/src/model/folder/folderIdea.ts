import type { Section } from '../../syntax/sections.ts'
import { memoByIdentity } from '../../text/memoByIdentity.ts'
import { resolveHeadingReferences } from '../blocks/headingReferences.ts'
import { readSections, type SectionFacts } from '../blocks/sectionFacts.ts'
import type { ParsedIdeaFile, ParsedSection } from '../incremental/readState.ts'
import { parseProgrammePath } from '../profiles/programmePath.ts'
import { assembleLearned } from '../schema/assembleLearned.ts'
import { type FrontMatter, readFrontMatter } from '../schema/frontMatterFields.ts'
import { headingPartsOf, labelsOfHeadingParts, type Part, type PlacedLabel } from '../schema/headingParts.ts'
import { namesPeople } from '../schema/labelValues.ts'
import { oneIdeaContext, oneIdeaParts } from '../schema/oneIdeaFile.ts'
import { anchoredTitles, isApplicants, isTemplateTitle, recognize } from '../schema/recognize.ts'
import type { ReadOptions } from '../types.ts'
import { mayBeFolderIdeaName } from './folderFileName.ts'
import { type OneIdeaEvidence, type OneIdeaFacts, oneIdeaFacts } from './oneIdeaFacts.ts'

/** A file read as one idea of its folder's list. Depends on its own text only: whether the folder is a list is not decided yet. */
export interface FolderIdea {
  readonly file: ParsedIdeaFile
  readonly facts: OneIdeaFacts
}

/** A longer text is not one idea (UTF-16). */
const maxOneIdeaLength = 100_000

/** Reads a file, read by itself, as one idea of a folder; null if it cannot be one. */
export const folderIdeaIn = (alone: ParsedIdeaFile): FolderIdea | null => folderIdeaOnce(alone).idea

const folderIdeaOnce: (alone: ParsedIdeaFile) => { readonly idea: FolderIdea | null } = memoByIdentity((alone) => ({
  idea: mayBeOneIdea(alone) ? readAsOneIdea(alone) : null,
}))

function readAsOneIdea(alone: ParsedIdeaFile): FolderIdea | null {
  const { text, sections: cut, options } = alone
  const frontMatter = readFrontMatter(text)
  const parts = headingPartsOf(cut, frontMatter !== null)
  const found = findOneIdea({ parts, labels: labelsOfHeadingParts(parts), frontMatter })
  if (found === null) return null
  const oneIdea = oneIdeaParts(text, { parts, frontMatter }, found.title)
  const { schema } = oneIdeaContext(oneIdea.labels)
  const recognized = { reason: 'folder', titles: [found.title], schema, tables: [] } as const
  const list = { parts, labels: oneIdea.labels, frontMatter, recognized, oneIdea }
  const file = assembleLearned(text, sectionsWithFacts(cut), options, null, list)
  return { file, facts: oneIdeaFacts(file, found.evidence) }
}

/** Whether a text may be one idea of a folder: it is short, and neither its path nor the configuration names its form. Cheap. */
export const mayBeOneIdeaText = (text: string, { path, profile, claimed, labels }: ReadOptions): boolean =>
  text.length <= maxOneIdeaLength &&
  !profile &&
  !claimed &&
  !labels &&
  mayBeFolderIdeaName(path) &&
  parseProgrammePath(path) === null

/** Whether a file has no form that its path, a template or the configuration names, and at most one idea. */
function mayBeOneIdea({ text, options, ideaList, template, templateSpan, projects }: ParsedIdeaFile): boolean {
  if (!mayBeOneIdeaText(text, options) || templateSpan) return false
  if (!ideaList) return true
  return template.learned !== undefined && projects.reduce((count, { ideas }) => count + ideas.length, 0) <= 1
}

interface FileLabels {
  readonly parts: readonly Part[]
  readonly labels: readonly PlacedLabel[]
  readonly frontMatter: FrontMatter | null
}

interface TitleOfFile {
  readonly title: number
  readonly evidence: OneIdeaEvidence
}

/** The title of a file that may be one idea (-1: in the front matter, or none), and what speaks for it. */
function findOneIdea({ parts, labels, frontMatter }: FileLabels): TitleOfFile | null {
  // people who are no mentors, by name: a report, or an accepted proposal
  if (labels.some((label) => label.role === 'person' && namesPeople(parts[label.part]!, label))) return null
  const recognized = recognize(parts, labels, frontMatter)
  if (recognized?.tables.length || (recognized?.titles.length ?? 0) > 1) return null
  if (recognized) return { title: recognized.titles[0]!, evidence: 'alone' }
  if (isApplicants(parts, labels)) return null
  const anchored = anchoredTitles(parts, labels)
  if (anchored.length > 1) return null
  const title = anchored[0] ?? folderIdeaTitle(parts, frontMatter)
  if (isTemplateTitle(parts, labels, title)) return null
  return { title, evidence: anchored.length === 1 ? 'people' : 'labels' }
}

/** The first heading, unless the front matter comes before it. */
const folderIdeaTitle = (parts: readonly Part[], frontMatter: FrontMatter | null): number =>
  frontMatter === null ? parts.findIndex(({ level }) => level > 0) : -1

const factsOfSection: (section: Section) => SectionFacts = memoByIdentity((section) => readSections([section], new Map())[0]!)

/** The sections of a file that is not a list by itself have no facts yet. */
const sectionsWithFacts = (sections: readonly ParsedSection[]): readonly ParsedSection[] =>
  sections.every(({ facts }) => facts !== null)
    ? sections
    : resolveHeadingReferences(sections.map((each) => ({ ...each, facts: each.facts ?? factsOfSection(each.section) })))
