import { cutSections, type Section, updateSections } from '../syntax/sections.ts'
import { anchorsOf } from '../text/slug.ts'
import { shift } from '../text/span.ts'
import type { Change } from '../text/textChange.ts'
import { type Fact, readSections, type SectionFacts, weakFieldKeys } from './blocks/sectionFacts.ts'
import type { ParsedIdeaFile, ParsedSection } from './incremental/readState.ts'
import { reuseFacts } from './incremental/reuseFacts.ts'
import { updateWithinIdea } from './incremental/updateWithinIdea.ts'
import { assembleProjects, type IdeaCache } from './outline/assembleProjects.ts'
import { assignRoles, detectHeadingLevels } from './outline/sectionRoles.ts'
import { mayBeIdeaList } from './profiles/mayBeIdeaList.ts'
import { profileByFields, profileByPath, profiles } from './profiles/profiles.ts'
import {
  isIdeaSection,
  readTemplateBlock,
  type TemplateBlock,
  templateKeys,
  templateOf,
  vocabularyOf,
} from './profiles/template.ts'
import { findToc, noToc } from './toc/findToc.ts'
import type { IdeaFile, Labels, PlacedHeading, Profile, ReadOptions, Template } from './types.ts'

/** Longer texts are not read (UTF-16 code units): the longest list that anybody keeps has a twentieth of it. */
export const longestText = 4 * 1024 * 1024

/** Reads a whole text. Total: a bad document gives a poorer model, never an exception. */
export const readIdeaFile = (text: string, options: ReadOptions): ParsedIdeaFile =>
  text.length > longestText
    ? tooLong(text, options)
    : assemble(
        text,
        place(
          cutSections(text).map((section) => ({ section, facts: null })),
          text,
        ),
        options,
        null,
      )

// less than a millisecond where remark is not needed; it takes several for the same
const piece = 1024

/**
 * Reads as `readIdeaFile` does, step by step: whoever asks may do something else in between. What `other`, a list that was read before,
 * says in the same words is not read again.
 */
export function* readInSteps(
  text: string,
  options: ReadOptions,
  other: ParsedIdeaFile | null = null,
): Generator<void, ParsedIdeaFile> {
  if (text.length > longestText || (!options.labels && !mayBeIdeaList(text, options.path))) return readIdeaFile(text, options)
  // its table is another's: the same sections may stand here in another order
  const previous = other && other.options.labels === options.labels ? { ...other, tocReading: noToc } : null
  const cut = place(
    cutSections(text).map((section) => ({ section, facts: null })),
    text,
  )
  yield
  const known = previous ? reuseFacts(cut, text, previous) : cut
  const unread = known.flatMap(({ section, facts }) => (facts ? [] : [section]))
  const facts: SectionFacts[] = []
  while (facts.length < unread.length) {
    const rest = unread.slice(facts.length)
    const next = rest.slice(0, fitting(rest))
    facts.push(...readSections(next, noFacts, options.labels))
    yield
  }
  return yield* assembleInSteps(text, withEach(known, facts), options, previous)
}

/** Takes all steps at once. */
function whole<T>(steps: Generator<void, T>): T {
  for (;;) {
    const next = steps.next()
    if (next.done) return next.value
  }
}

/** How many of the sections make a piece: one at least. */
function fitting(sections: readonly Section[]): number {
  let length = 0
  const over = sections.findIndex((section) => {
    length += section.length
    return length > piece
  })
  return over < 0 ? sections.length : Math.max(1, over)
}

/** A list that is too long is one place that was not read. */
const tooLong = (text: string, options: ReadOptions): ParsedIdeaFile => ({
  ...noIdeaList(text, [], options),
  unread: options.claimed || mayBeIdeaList(text, options.path) ? [{ start: 0, end: text.length }] : [],
})

/** Reads `text`, which differs from `file.text` by `change` alone, and takes over every section that the change leaves as it is. */
export function updateIdeaFile(file: ParsedIdeaFile, text: string, change: Change, options: ReadOptions): ParsedIdeaFile {
  if (text.length > longestText || file.text.length > longestText) return readIdeaFile(text, options)
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
  return assemble(text, place([...file.sections.slice(0, before), ...read, ...file.sections.slice(rest)], text), options, file)
}

/** What is known of the blocks that are cut anew: most of them come out as they were. */
const factsByText = (sections: readonly ParsedSection[]): ReadonlyMap<string, Fact> =>
  new Map(
    sections.flatMap(({ section, facts }) =>
      facts ? section.blocks.map((block, index): [string, Fact] => [block.text, facts.facts[index]!]) : [],
    ),
  )

/** Gives sections their places; those that stand where they stood stay the same objects. */
function place(sections: readonly (ParsedSection | Omit<ParsedSection, 'at'>)[], text: string): readonly ParsedSection[] {
  let next = text.charCodeAt(0) === 0xfeff ? 1 : 0
  return sections.map((read) => {
    const at = next
    next += read.section.length
    return 'at' in read && read.at === at ? read : { section: read.section, facts: read.facts, at }
  })
}

const assemble = (
  text: string,
  cut: readonly ParsedSection[],
  options: ReadOptions,
  previous: ParsedIdeaFile | null,
): ParsedIdeaFile => whole(assembleInSteps(text, cut, options, previous))

function* assembleInSteps(
  text: string,
  cut: readonly ParsedSection[],
  options: ReadOptions,
  previous: ParsedIdeaFile | null,
): Generator<void, ParsedIdeaFile> {
  // the cheap look knows the usual labels alone, and no claims
  const claimed = options.claimed === true
  if (!options.labels && !claimed && !mayBeIdeaList(text, options.path)) return noIdeaList(text, cut, options)
  const sections = withFacts(cut, options.labels)
  const read = sections.map(({ facts }) => facts!)
  const found = findTemplate(sections, read, previous, options)
  yield
  const byPath = profileByPath(options.path)
  const isSure = isIdeaList(read, found !== null, byPath !== null)
  const told = claimed || byPath !== null ? read.map((section) => withLooseKeys(section, isSure)) : read
  if (!claimed && !isIdeaList(told, found !== null, byPath !== null)) return noIdeaList(text, sections, options)

  const profile = options.profile ?? byPath ?? profileByFields(found ? templateKeys(found.block) : usedFields(told))
  const template = templateFor(found?.block ?? null, profile, previous)
  const levels = detectHeadingLevels(told, template)
  const headings = placeHeadings(sections, read, previous)
  const placed = headings.filter((heading) => heading !== null)
  const isProgramme = found !== null || byPath !== null || options.profile !== undefined
  const roles = assignRoles(told, levels, { knowsProject: options.knowsProject, isProgramme })
  yield
  const ideas: IdeaCache = previous?.ideas ?? new WeakMap()
  const projects = yield* assembleProjects(sections, read, told, roles, headings, ideas, vocabularyOf(options.labels, profile))
  yield
  const tocReading = findToc({ sections, headings: placed, projects }, previous?.tocReading ?? noToc)
  return {
    path: options.path,
    options,
    text,
    ideaList: true,
    profile,
    claimed,
    labels: options.labels,
    knowsProject: options.knowsProject,
    ownProjects: options.ownProjects ?? noProjects,
    template,
    templateSpan: found?.span ?? null,
    templateBlock: found?.block ?? null,
    projectLevel: levels.project,
    ideaLevel: levels.idea,
    headings: placed,
    sections,
    projects,
    ideas,
    toc: tocReading.toc,
    tocHeadings: tocReading.headings,
    tocMatch: tocReading.match,
    tocReading,
    unread: read.flatMap(({ unread }, index) => unread.map((span) => shift(span, sections[index]!.at))),
  }
}

/**
 * In a programme's list what may be prose elsewhere names a field, too, where it makes an idea's form. Items alone do so in twos where
 * nothing else shows that the file is a list: beside real ideas they may tell of roles and the like.
 */
function withLooseKeys(section: SectionFacts, isSure: boolean): SectionFacts {
  if (section.looseKeys.size === 0) return section
  const all = new Set([...section.keys, ...section.looseKeys])
  if (all.has('mentors') && all.size > 2) return { ...section, keys: all }
  const ofItems = isSure ? [] : section.facts.flatMap((fact) => (fact.kind === 'item' ? weakFieldKeys(fact) : []))
  return ofItems.length === 0 ? section : { ...section, keys: new Set([...section.keys, ...ofItems]) }
}

/** Reads those sections that nothing is known of yet, all together. */
function withFacts(cut: readonly ParsedSection[], labels: Labels | undefined): readonly ParsedSection[] {
  const unread = cut.filter(({ facts }) => facts === null)
  if (unread.length === 0) return cut
  const read = readSections(
    unread.map(({ section }) => section),
    noFacts,
    labels,
  )
  return withEach(cut, read)
}

/** Gives each section that nothing is known of what was read of it. */
function withEach(cut: readonly ParsedSection[], read: readonly SectionFacts[]): readonly ParsedSection[] {
  let next = 0
  return cut.map((placed) => (placed.facts ? placed : { ...placed, facts: read[next++]! }))
}

const noFacts: ReadonlyMap<string, Fact> = new Map()
const noProjects: IdeaFile['ownProjects'] = new Map()

const noIdeaList = (text: string, sections: readonly ParsedSection[], options: ReadOptions): ParsedIdeaFile => ({
  path: options.path,
  options,
  text,
  ideaList: false,
  profile: profiles.gsoc,
  claimed: false,
  labels: options.labels,
  knowsProject: options.knowsProject,
  ownProjects: options.ownProjects ?? noProjects,
  template: profiles.gsoc,
  templateSpan: null,
  templateBlock: null,
  projectLevel: 1,
  ideaLevel: 2,
  headings: [],
  sections,
  projects: [],
  ideas: new WeakMap(),
  toc: null,
  tocHeadings: [],
  tocMatch: null,
  tocReading: noToc,
  unread: [],
})

/** Strong evidence only: an idea's form under a heading or in a template, or a known programme's path with two fields under a heading. */
const isIdeaList = (read: readonly SectionFacts[], hasTemplate: boolean, inProgramme: boolean): boolean =>
  hasTemplate ||
  read.some((section) => section.heading !== null && (isIdeaSection(section) || (inProgramme && section.keys.size > 1)))

const usedFields = (read: readonly SectionFacts[]): ReadonlySet<string> => {
  const counts = new Map<string, number>()
  const ideas = read.filter((section) => section.keys.size > 1)
  for (const { keys } of ideas) for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return new Set([...counts].filter(([, count]) => count * 2 >= ideas.length).map(([key]) => key))
}

interface FoundTemplate {
  readonly block: TemplateBlock
  readonly span: { readonly start: number; readonly end: number }
}

/** The first fenced block under a heading that says "template" and holds an idea's form. */
function findTemplate(
  sections: readonly ParsedSection[],
  read: readonly SectionFacts[],
  previous: ParsedIdeaFile | null,
  { labels, profile }: ReadOptions,
): FoundTemplate | null {
  for (const [index, { heading, facts, section }] of read.entries()) {
    if (!heading || !/template/i.test(heading.text)) continue
    for (const [block, fact] of facts.entries()) {
      if (fact.kind !== 'fence') continue
      const known = previous?.templateBlock
      const template = known?.body === fact.body ? known : readTemplateBlock(fact.body, labels, profile)
      if (template) return { block: template, span: shift(fact.span, sections[index]!.at + section.blocks[block]!.at) }
    }
  }
  return null
}

/** The same object as long as block and profile stay the same: what is known of ideas is kept by it. */
function templateFor(block: TemplateBlock | null, profile: Profile, previous: ParsedIdeaFile | null): Template {
  if (!block) return profile
  const same = previous?.ideaList && previous.templateBlock === block && previous.profile === profile
  return same ? previous.template : templateOf(block, profile)
}

/** One for each section, null for those without a heading; anchors are counted again only where a heading changed. */
function placeHeadings(
  sections: readonly ParsedSection[],
  read: readonly SectionFacts[],
  previous: ParsedIdeaFile | null,
): readonly (PlacedHeading | null)[] {
  const headings = read.flatMap(({ heading }) => (heading ? [heading] : []))
  const old = previous?.headings ?? []
  const same = old.length === headings.length && headings.every((heading, index) => heading.slug === old[index]!.heading.slug)
  const anchors = same ? old.map(({ anchor }) => anchor) : anchorsOf(headings.map(({ slug }) => slug))
  let next = 0
  return read.map(({ heading }, index) => (heading ? { heading, at: sections[index]!.at, anchor: anchors[next++]! } : null))
}
