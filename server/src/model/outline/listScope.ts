import { hasIdeaFields, hasNoContentInFacts, hasOnlyEmptyItems, minIdeaFields } from '../blocks/sectionContent.ts'
import type { SectionFacts } from '../blocks/sectionFacts.ts'
import type { HeadingLevels } from './headingLevels.ts'
import { headingName } from './headingName.ts'
import { announcesExampleTitle, isExplanationTitle, isInstructionTitle, isListTitle } from './titleWords.ts'

/** The sections of a file, after parts were merged, with what decides their roles. */
export interface Outline {
  readonly sections: readonly SectionFacts[]
  readonly levels: HeadingLevels
  /** Whether a heading names a known project. */
  readonly knowsProject: (name: string) => boolean
}

/** The sections of the list itself; `firstIdea` and `lastIdea` look like ideas on their own. Indexes, all inclusive. */
export interface ListScope {
  readonly from: number
  readonly to: number
  readonly firstIdea: number
  readonly lastIdea: number
}

/** Where the list begins and ends; null if no section looks like an idea. */
export function listScope(outline: Outline): ListScope | null {
  const looksLikeIdea = (_: SectionFacts, index: number): boolean => isIdeaInScope(outline, index)
  const firstIdea = outline.sections.findIndex(looksLikeIdea)
  if (firstIdea < 0) return newListScope(outline)
  const lastIdea = outline.sections.findLastIndex(looksLikeIdea)
  return {
    from: includeIncompleteIdeas(outline, scopeStart(outline, firstIdea)),
    to: scopeEnd(outline, lastIdea),
    firstIdea,
    lastIdea,
  }
}

/** The scope of a list that has only headings yet, whose levels a template gives: from the first project to the last idea. */
function newListScope(outline: Outline): ListScope | null {
  const isNewIdea = (_: SectionFacts, index: number): boolean =>
    isAtGivenLevel(outline, index) && hasOnlyEmptyItems(outline.sections[index]!)
  const firstIdea = outline.sections.findIndex(isNewIdea)
  if (firstIdea < 0) return null
  const lastIdea = outline.sections.findLastIndex(isNewIdea)
  return { from: scopeStart(outline, firstIdea), to: scopeEnd(outline, lastIdea), firstIdea, lastIdea }
}

/** Whether a heading is at the level that a template gives to ideas, below a project's. */
function isAtGivenLevel(outline: Outline, index: number): boolean {
  const { heading } = outline.sections[index]!
  const { idea, areGiven } = outline.levels
  return areGiven && heading?.level === idea && !isInstructionTitle(heading.text) && isInProject(outline, index)
}

/**
 * Whether a section looks like an idea on its own. Fields under a heading of instructions explain what to write; a whole form at the
 * ideas' level is an idea with such a title (`How to scale …`, `Overview`).
 */
function isIdeaInScope(outline: Outline, index: number): boolean {
  const section = outline.sections[index]!
  if (!hasIdeaFields(section)) return section.keys.size > 0 && isAtGivenLevel(outline, index)
  const { heading } = section
  if (!heading || !isExplanationTitle(heading.text)) return true
  if (!isFormInScope(section) || heading.level < outline.levels.idea) return false
  return !announcesExampleTitle(heading.text) || isInProject(outline, index)
}

/** Whether a section has so many of an idea's fields that its title does not matter. */
const isFormInScope = ({ keys }: SectionFacts): boolean => keys.size > 2 || (keys.has('mentors') && hasIdeaFields({ keys }))

/** Whether the nearest heading above, not counting those of ideas, is a project's. */
function isInProject({ sections, levels, knowsProject }: Outline, index: number): boolean {
  let above = index - 1
  while (above >= 0 && (sections[above]!.heading?.level ?? levels.idea) >= levels.idea) above--
  const heading = sections[above]?.heading
  return heading?.level === levels.project && !isListTitle(headingName(heading), knowsProject)
}

/** A known project's heading one or more levels off: the next heading is an idea's. */
export function isMisplacedProjectInScope({ sections, levels, knowsProject }: Outline, index: number): boolean {
  const { heading, keys } = sections[index]!
  const next = sections[index + 1]
  if (!heading || keys.size > 0 || !next?.heading || !hasIdeaFields(next)) return false
  const { level } = heading
  const above = level < levels.project && next.heading.level > level
  const among = level === levels.idea && next.heading.level === level
  return (above || among) && knowsProject(headingName(heading))
}

/** The list begins with the project heading above the first idea, unless a heading of higher rank is between them. */
function scopeStart(outline: Outline, first: number): number {
  const { sections, levels, knowsProject } = outline
  const own = sections[first]!.heading
  if (first > 0 && isMisplacedProjectInScope(outline, first - 1)) return first - 1
  if (own?.level === levels.project && knowsProject(headingName(own))) return first
  for (let index = first - 1; index >= 0; index--) {
    const { heading } = sections[index]!
    if (!heading || heading.level < levels.project) return first
    if (heading.level === levels.project) return isListTitle(headingName(heading), knowsProject) ? first : index
  }
  return first
}

/** Known projects right before the scope's start belong to it if their ideas are incomplete: nothing below them, or labels in prose. */
function includeIncompleteIdeas({ sections, levels, knowsProject }: Outline, from: number): number {
  let start = from
  if (sections[from]!.heading?.level !== levels.project) return start
  for (let index = from - 1; index >= 0; index--) {
    const section = sections[index]!
    const level = section.heading?.level ?? 0
    if (level === levels.idea && isIncompleteIdeaInScope(section)) continue
    if (level !== levels.project || !knowsProject(headingName(section.heading!))) break
    if (sections[index + 1]!.heading?.level === levels.idea) start = index
  }
  return start
}

const isIncompleteIdeaInScope = (section: SectionFacts): boolean =>
  hasNoContentInFacts(section) ||
  section.facts.flatMap((fact) => (fact.kind === 'paragraph' ? fact.labels : [])).filter(({ key }) => key !== null).length >=
    minIdeaFields

/** The list ends with the last idea and the headings of new ideas after it. */
function scopeEnd({ sections, levels }: Outline, last: number): number {
  let end = last
  for (let index = last + 1; index < sections.length; index++) {
    const { heading } = sections[index]!
    if (!heading || heading.level < levels.project || isInstructionTitle(heading.text)) break
    if (heading.level >= levels.idea) end = index
  }
  return end
}

/**
 * Whether most headings at the projects' level without fields, each with an idea's heading after it, are known projects. An unknown
 * one with fields is an idea then.
 */
export function mostProjectsAreKnown({ sections, levels, knowsProject }: Outline): boolean {
  const bare = sections.filter(
    ({ heading, keys }, index) =>
      heading?.level === levels.project && keys.size === 0 && sections[index + 1]?.heading?.level === levels.idea,
  )
  return bare.length > 0 && bare.filter(({ heading }) => knowsProject(headingName(heading!))).length * 2 >= bare.length
}
