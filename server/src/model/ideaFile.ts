import { textStartAfterFrontMatter } from '../syntax/frontMatter.ts'
import { cutSections, type Section, updateSections } from '../syntax/sections.ts'
import { runSteps } from '../text/runSteps.ts'
import { shift } from '../text/span.ts'
import type { Change } from '../text/textChange.ts'
import { resolveHeadingReferences } from './blocks/headingReferences.ts'
import { readSections, type SectionFacts } from './blocks/sectionFacts.ts'
import { emptyFileTooLong, emptyFileWithoutIdeas, maxTextLength, noOwnProjects } from './incremental/emptyIdeaFile.ts'
import type { ParsedIdeaFile, ParsedSection } from './incremental/readState.ts'
import { factsByText, fillInFacts, noFacts, readMissingFacts, reuseFacts } from './incremental/reuseFacts.ts'
import { updateWithinIdea } from './incremental/updateWithinIdea.ts'
import { assembleProjects } from './outline/assembleProjects.ts'
import { detectHeadingLevels } from './outline/headingLevels.ts'
import { commonFieldsAsEvidence, sectionsForRoles } from './outline/listEvidence.ts'
import { noSlugs, placeHeadings } from './outline/placeHeadings.ts'
import { assignRoles } from './outline/sectionRoles.ts'
import { findTemplate, findTemplateOrProfile } from './profiles/findTemplate.ts'
import { mayBeIdeaList } from './profiles/mayBeIdeaList.ts'
import { templateInPractice } from './profiles/practice.ts'
import { profileByFields, profileByPath } from './profiles/profiles.ts'
import { parseProgrammePath } from './profiles/programmePath.ts'
import { keysOfTemplate, templateVocabulary } from './profiles/template.ts'
import { assembleLearned } from './schema/assembleLearned.ts'
import { declaredList } from './schema/declaredList.ts'
import { learnedProfile, unknownTemplate } from './schema/learnedTemplate.ts'
import { isOfParticipants, recognizeList } from './schema/readLearnedList.ts'
import { findToc, noToc, type TocState } from './toc/findToc.ts'
import type { PlacedHeading, Project, ReadOptions } from './types.ts'

export { maxTextLength } from './incremental/emptyIdeaFile.ts'

/** Reads a whole text. Total: a broken document gives a poorer model, never an exception. */
export const readIdeaFile = (text: string, options: ReadOptions): ParsedIdeaFile =>
  text.length > maxTextLength ? emptyFileTooLong(text, options) : assembleIdeaFile(text, cutIdeaFile(text), options, null)

// less than a millisecond of reading if remark is not needed, several if it is
const stepLength = 1024

/**
 * Reads as `readIdeaFile` does, step by step: the caller can do something else in between. Sections that are word for word in `other`,
 * a list that was read before, are not read again.
 */
export function* readIdeaFileInSteps(
  text: string,
  options: ReadOptions,
  other: ParsedIdeaFile | null = null,
): Generator<void, ParsedIdeaFile> {
  if (text.length > maxTextLength || (!options.labels && !mayBeIdeaList(text, options.path))) return readIdeaFile(text, options)
  // the other list's table of contents must not be reused: the order of sections may differ
  const previous = other && other.options.labels === options.labels ? { ...other, tocReading: noToc } : null
  const cut = cutIdeaFile(text)
  yield
  const reused = previous ? reuseFacts(cut, text, previous) : cut
  const unread = reused.flatMap(({ section, facts }) => (facts ? [] : [section]))
  const facts: SectionFacts[] = []
  while (facts.length < unread.length) {
    const count = countForStep(unread, facts.length)
    for (const read of readSections(unread.slice(facts.length, facts.length + count), noFacts, options.labels)) facts.push(read)
    yield
  }
  return yield* assembleIdeaFileInSteps(text, fillInFacts(reused, facts), options, previous)
}

/** How many sections from `first` on make a step: one at least. */
function countForStep(sections: readonly Section[], first: number): number {
  let length = sections[first]!.length
  let end = first + 1
  while (end < sections.length && length + sections[end]!.length <= stepLength) length += sections[end++]!.length
  return end - first
}

/** Reads `text`, which differs from `file.text` by `change` only, and takes over every section outside the change. */
export function updateIdeaFile(file: ParsedIdeaFile, text: string, change: Change, options: ReadOptions): ParsedIdeaFile {
  if (text.length > maxTextLength || file.text.length > maxTextLength) return readIdeaFile(text, options)
  const { before, fresh, after } = updateSections(
    file.sections.map(({ section }) => section),
    file.sections.map(({ at }) => at),
    text,
    change,
  )
  const rest = file.sections.length - after
  const facts = file.ideaList ? readSections(fresh, factsByText(file.sections.slice(before, rest)), options.labels) : []
  if (fresh.length === 1 && rest === before + 1 && facts[0] && file.options === options) {
    const within = updateWithinIdea(file, text, { index: before, section: fresh[0]!, facts: facts[0] })
    if (within) return within
  }
  const read = fresh.map((section, index) => ({ section, facts: facts[index] ?? null }))
  const sections = placeIdeaFileSections([...file.sections.slice(0, before), ...read, ...file.sections.slice(rest)], text)
  return assembleIdeaFile(text, sections, options, file)
}

const cutIdeaFile = (text: string): readonly ParsedSection[] =>
  placeIdeaFileSections(
    cutSections(text).map((section) => ({ section, facts: null })),
    text,
  )

/** Gives sections their offsets in the file; those that did not move stay the same objects. */
function placeIdeaFileSections(
  sections: readonly (ParsedSection | Omit<ParsedSection, 'at'>)[],
  text: string,
): readonly ParsedSection[] {
  let next = textStartAfterFrontMatter(text)
  return sections.map((read) => {
    const at = next
    next += read.section.length
    return 'at' in read && read.at === at ? read : { section: read.section, facts: read.facts, at }
  })
}

/** The headings of any Markdown text, with their anchors. */
export function readIdeaFileHeadings(text: string): readonly PlacedHeading[] {
  const sections = resolveHeadingReferences(readMissingFacts(cutIdeaFile(text), undefined))
  const read = sections.map(({ facts }) => facts!)
  return placeHeadings(sections, read, noSlugs).headings.filter((heading) => heading !== null)
}

/** Takes all steps at once. */
const assembleIdeaFile = (
  text: string,
  cut: readonly ParsedSection[],
  options: ReadOptions,
  previous: ParsedIdeaFile | null,
): ParsedIdeaFile => runSteps(assembleIdeaFileInSteps(text, cut, options, previous))

/**
 * From sections to the model. What is the same as in `previous` (ideas, template, anchors, table of contents) is the same object
 * again: caches of rules and features rely on that.
 */
function* assembleIdeaFileInSteps(
  text: string,
  cut: readonly ParsedSection[],
  options: ReadOptions,
  previous: ParsedIdeaFile | null,
): Generator<void, ParsedIdeaFile> {
  const claimed = options.claimed === true
  // the cheap test knows neither labels of the configuration nor its claims
  if (!options.labels && !claimed && !mayBeIdeaList(text, options.path)) return emptyFileWithoutIdeas(text, cut, options)
  const byPath = profileByPath(options.path)
  const isConfigured = options.profile !== undefined || claimed || options.labels !== undefined
  const isNamed = isConfigured || parseProgrammePath(options.path) !== null
  const sections = resolveHeadingReferences(readMissingFacts(cut, options.labels))
  const read = sections.map(({ facts }) => facts!)
  const found = findTemplate(sections, read, previous, options)
  const block = found?.block ?? null
  yield
  const isUnnamed = !isNamed && found === null
  // a list with a template is read by that
  const learnable = found ? null : isNamed ? declaredList(text, cut, options.profile) : recognizeList(text, cut)
  if (learnable) return assembleLearned(text, sections, options, previous, learnable)
  const forRoles = sectionsForRoles(read, { hasTemplate: found !== null, inProgramme: byPath !== null, claimed })
  if (!forRoles || (isUnnamed && isOfParticipants(text, sections))) return emptyFileWithoutIdeas(text, sections, options)

  // a profile never holds because it is the nearest
  const profile = isUnnamed
    ? learnedProfile
    : (options.profile ?? byPath ?? profileByFields(found ? keysOfTemplate(found.block) : commonFieldsAsEvidence(forRoles)))
  const asked = isUnnamed ? unknownTemplate : findTemplateOrProfile(block, profile, previous, options)
  const levels = detectHeadingLevels(forRoles, asked, block)
  const { headings, nestedAnchors, numbered } = placeHeadings(sections, read, previous?.numberedSlugs ?? noSlugs)
  const placed = headings.filter((heading) => heading !== null)
  const isProgramme = found !== null || byPath !== null || options.profile !== undefined
  const roles = assignRoles(forRoles, levels, { knowsProject: options.knowsProject, isProgramme })
  yield
  const projects = yield* assembleProjects({ sections, headings, roles, forRoles }, templateVocabulary(options.labels, profile))
  if (isUnnamed && !ideaFileHasMentors(projects)) return emptyFileWithoutIdeas(text, sections, options)
  yield
  const tocReading = findToc({ sections, headings: placed, nestedAnchors, projects }, previous?.tocReading ?? noToc)
  return {
    path: options.path,
    options,
    text,
    ideaList: true,
    profile,
    claimed,
    labels: options.labels,
    knowsProject: options.knowsProject,
    ownProjects: options.ownProjects ?? noOwnProjects,
    template: templateInPractice(asked, { block, profile: options.profile }, projects),
    statedTemplate: asked,
    templateSpan: found?.span ?? null,
    templateBlock: block,
    projectLevel: levels.project,
    ideaLevel: levels.idea,
    headings: placed,
    numberedSlugs: numbered,
    sections,
    projects,
    ...tocFields(tocReading),
    tocReading,
    unread: read.flatMap(({ unread }, index) => unread.map((span) => shift(span, sections[index]!.at))),
  }
}

const tocFields = ({ toc, headings, match, anchors }: TocState) => ({
  toc,
  tocHeadings: headings,
  tocMatch: match,
  htmlAnchors: anchors,
})

/** Whether a mentor has a contact: meeting notes have a label of mentors, too. */
const ideaFileHasMentors = (projects: readonly Project[]): boolean =>
  projects.some(({ ideas }) =>
    ideas.some(({ idea }) => idea.mentors.some(({ handle, email }) => handle !== null || email !== null)),
  )
