import { isSameArray } from '../../text/isSameArray.ts'
import { isSameSet } from '../../text/isSameSet.ts'
import { minIdeaFields } from '../blocks/sectionContent.ts'
import type { SectionFacts } from '../blocks/sectionFacts.ts'
import { type CachedIdea, cachedIdeaAt, cachedIdeaOf } from '../outline/assembleProjects.ts'
import { opensConflict } from '../outline/conflictHeadings.ts'
import { mayBeIdeaList } from '../profiles/mayBeIdeaList.ts'
import { havePracticeInCommon, templateInPractice } from '../profiles/practice.ts'
import { parseProgrammePath } from '../profiles/programmePath.ts'
import { templateVocabulary } from '../profiles/template.ts'
import { hasTocMarks } from '../toc/readToc.ts'
import type { Idea, PlacedHeading, PlacedIdea, Project, Toc } from '../types.ts'
import type { ParsedIdeaFile, ParsedSection, ReplacedSection, RereadIdea } from './readState.ts'
import { rereadLearnedIdea } from './rereadLearnedIdea.ts'

/**
 * The fast path of an update: the file with one section of an idea replaced, if nothing but that idea can have changed. Its heading and
 * the fields that it names must be the same, so that the roles of all sections are. Null if the file must be assembled again; a
 * property test compares both ways.
 */
export function updateWithinIdea(file: ParsedIdeaFile, text: string, replaced: ReplacedSection): ParsedIdeaFile | null {
  const old = file.sections[replaced.index]!
  if (!old.facts || !isUpdateSameForOthers(old.facts, replaced.facts) || file.unread.length > 0) return null
  // a table of contents in the idea is matched again
  if (hasTocMarks(old.facts) || hasTocMarks(replaced.facts)) return null
  // its link definitions may be those of the table of contents
  if (file.toc?.flawed.some(({ reference }) => reference !== null)) return null
  if (!file.options.labels && !file.claimed && !stillMayBeIdeaList(text, file.path, replaced)) return null
  const reread = file.template.learned ? rereadLearnedIdea(file, text, replaced) : rereadNamedIdea(file, replaced)
  if (!reread) return null
  const by = replaced.section.length - old.section.length
  const moved = (at: number): number => (at > old.at ? at + by : at)
  const headings = by === 0 ? file.headings : file.headings.map((heading) => headingWithinUpdate(heading, moved(heading.at)))
  const projects = projectsWithinUpdate(file.projects, { moved, headings, ...reread })
  const keepsTemplate = file.template.learned || havePracticeInCommon(reread.placed.idea, reread.idea)
  return {
    ...file,
    text,
    templateSpan: file.templateSpan && { start: moved(file.templateSpan.start), end: moved(file.templateSpan.end) },
    headings,
    sections: file.sections.map((section, index) =>
      index === replaced.index
        ? { at: section.at, section: replaced.section, facts: replaced.facts }
        : sectionWithinUpdate(section, moved(section.at)),
    ),
    projects,
    template: keepsTemplate
      ? file.template
      : templateInPractice(file.statedTemplate, { block: file.templateBlock, profile: file.options.profile }, projects),
    toc: file.toc && tocWithinUpdate(file.toc, moved(file.toc.at)),
  }
}

const maxLabelBlock = 500

/** The path, or in most cases a short block of the section itself, makes the text a list; otherwise the whole of it is searched. */
const stillMayBeIdeaList = (text: string, path: string, { section }: ReplacedSection): boolean =>
  parseProgrammePath(path) !== null ||
  section.blocks.some((block) => block.text.length < maxLabelBlock && mayBeIdeaList(block.text, path)) ||
  mayBeIdeaList(text, path)

/** Whether two readings of a section are the same for everything but the idea itself. */
function isUpdateSameForOthers(old: SectionFacts, now: SectionFacts): boolean {
  return (
    old.heading !== null &&
    old.heading === now.heading &&
    !/template/i.test(old.heading.text) &&
    now.unread.length === 0 &&
    isSameArray(old.ids, now.ids) &&
    isSameArray(old.nestedSlugs, now.nestedSlugs) &&
    isSameArray(old.definitions, now.definitions) &&
    !opensConflict(old) &&
    !opensConflict(now)
  )
}

/** The idea of a list whose form is named; null if the roles of sections may have changed, which go by the fields that they name. */
function rereadNamedIdea(file: ParsedIdeaFile, { index, facts: now }: ReplacedSection): RereadIdea | null {
  const old = file.sections[index]!.facts!
  const hasSameKeys = isSameSet(old.keys, now.keys) && isSameSet(old.weakKeys, now.weakKeys)
  const found = old.keys.size >= minIdeaFields && hasSameKeys ? ideaToUpdateAt(file, index) : null
  if (!found) return null
  const sections = found.known.sections.map((facts) => (facts === old ? now : facts))
  const { idea } = cachedIdeaOf(sections, 0, templateVocabulary(file.options.labels, file.profile))
  return { placed: found.placed, idea }
}

interface FoundIdea {
  readonly placed: PlacedIdea
  readonly known: CachedIdea
}

/** The idea that a section belongs to. */
function ideaToUpdateAt({ projects, sections }: ParsedIdeaFile, index: number): FoundIdea | null {
  const { at, facts } = sections[index]!
  const contains = (idea: PlacedIdea): boolean => idea.at <= at && at < idea.at + idea.idea.length
  const placed = projects.find(({ span }) => span.start <= at && at < span.end)?.ideas.find(contains)
  if (!placed) return null
  let first = index
  while (first > 0 && sections[first]!.at > placed.at) first--
  const known = cachedIdeaAt(sections[first]!.facts!)
  return known?.idea === placed.idea && known.skip === 0 && known.sections.includes(facts!) ? { placed, known } : null
}

interface Movement {
  readonly moved: (at: number) => number
  /** All headings of the file, moved already. */
  readonly headings: readonly PlacedHeading[]
  /** The edited idea before the edit, and what it is now. */
  readonly placed: PlacedIdea
  readonly idea: Idea
}

/** The projects after the edit; those before the idea stay the same objects. Their headings are objects of `headings`. */
function projectsWithinUpdate(projects: readonly Project[], { moved, headings, placed, idea }: Movement): readonly Project[] {
  let next = 0
  const headingAt = (at: number): PlacedHeading | null => {
    while (next < headings.length && headings[next]!.at < at) next++
    return headings[next] ?? null
  }
  return projects.map((project) => {
    const { start, end } = project.span
    if (end <= placed.at) return project
    return {
      ...project,
      heading: project.heading && headingAt(moved(project.heading.at)),
      ideas: project.ideas.map((each) => (each === placed ? { ...each, idea } : ideaWithinUpdate(each, moved(each.at)))),
      span: { start: moved(start), end: moved(end) },
    }
  })
}

// literals, as a large list has thousands to move at every key: a spread of several types takes ten times as long

const headingWithinUpdate = (placed: PlacedHeading, at: number): PlacedHeading =>
  placed.at === at ? placed : { heading: placed.heading, at, anchor: placed.anchor }

const ideaWithinUpdate = (placed: PlacedIdea, at: number): PlacedIdea =>
  placed.at === at ? placed : { idea: placed.idea, at, anchor: placed.anchor }

const tocWithinUpdate = (toc: Toc, at: number): Toc => (toc.at === at ? toc : { ...toc, at })

const sectionWithinUpdate = (placed: ParsedSection, at: number): ParsedSection =>
  placed.at === at ? placed : { at, section: placed.section, facts: placed.facts }
