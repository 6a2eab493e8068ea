import type { SectionFacts } from '../blocks/sectionFacts.ts'
import { conflictHeadings } from './tornHeadings.ts'

/**
 * What a section is in the list. `project` may hold fields of an idea without a heading, as does `fields` under a heading of neither;
 * `part` belongs to the idea above it.
 */
export type SectionRole = 'project' | 'idea' | 'part' | 'fields' | 'other'

/** The levels of a list's headings. */
export interface HeadingLevels {
  readonly project: number
  readonly idea: number
}

const fewestFields = 2
const hasFields = ({ keys }: Pick<SectionFacts, 'keys'>): boolean => keys.size >= fewestFields

/**
 * The levels at which ideas and projects stand: the template's, else the commonest of headings whose own section holds two
 * known fields, projects one above (`rules.md`, "Levels"). A template that no idea follows says nothing.
 */
export function detectHeadingLevels(
  sections: readonly SectionFacts[],
  template: { readonly projectLevel: number | null; readonly ideaLevel: number | null },
): HeadingLevels {
  const counts = new Map<number, number>()
  for (const section of mergeParts(sections).values())
    if (section.heading && hasFields(section)) counts.set(section.heading.level, (counts.get(section.heading.level) ?? 0) + 1)
  const { ideaLevel } = template
  if (ideaLevel !== null && (counts.has(ideaLevel) || counts.size === 0))
    return { idea: ideaLevel, project: template.projectLevel ?? Math.max(1, ideaLevel - 1) }
  const commonest = [...counts].reduce(
    (most, next) => (next[1] > most[1] || (next[1] === most[1] && next[0] > most[0]) ? next : most),
    [ideaLevel ?? 2, 0],
  )[0]
  return { idea: commonest, project: Math.max(1, commonest - 1) }
}

/** Headings of instructions and the like, which stand beside projects and ideas in many lists. */
const instructions =
  /^(?:(?:application |project |proposal |submission )?(?:timeline|instructions?|guidelines?|deadlines?|process)|template|table of contents?|contents?|toc|students?|mentees?|mentors?|contact|communication|resources|faq|notes?|overview|introduction|about|how to .*|previous years?|accepted projects?|(?:proposed )?(?:project )?ideas?)$/i

/** What the heading of a whole list says, and no project's. */
const titles = /\b(?:ideas?|gsoc|summer of code|lfx|mentorships?)\b/i

/** More words than this name an idea rather than a project. */
const longestName = 4

const isExplanation = (heading: string): boolean =>
  instructions.test(heading) && (/^how /i.test(heading) || !/ideas?$/i.test(heading))

/** Titles below which somebody may have filled in a whole form to show how that is done. */
const shows = /\b(?:template|instructions?|guidelines?|process|how to)\b/i

/** Whether a section holds so much of an idea's form that its title alone does not say otherwise. */
const isForm = ({ keys }: SectionFacts): boolean => keys.size > 2 || (keys.has('mentors') && hasFields({ keys }))

/**
 * Whether a section looks like an idea by itself. Fields under a heading of instructions explain what to write, but a whole form where
 * ideas stand is one that is called so (`How to scale …`, `Overview`).
 */
function isIdeaLike(
  sections: readonly SectionFacts[],
  index: number,
  levels: HeadingLevels,
  knowsProject: (name: string) => boolean,
): boolean {
  const section = sections[index]!
  if (!hasFields(section)) return false
  const { heading } = section
  if (!heading || !isExplanation(heading.text)) return true
  if (!isForm(section) || heading.level < levels.idea) return false
  return !shows.test(heading.text) || standsInProject(sections, index, levels, knowsProject)
}

/** Whether the nearest heading above, as far as it is no idea's, is a project's. */
function standsInProject(
  sections: readonly SectionFacts[],
  index: number,
  levels: HeadingLevels,
  knowsProject: (name: string) => boolean,
): boolean {
  const above = sections.slice(0, index).findLast(({ heading }) => heading !== null && heading.level < levels.idea)?.heading
  return above?.level === levels.project && !namesList(above.text, knowsProject)
}

/** What is known of a list beside its sections. */
export interface FileContext {
  /** Whether a heading names a known project. */
  readonly knowsProject: (name: string) => boolean
  /** Whether a template, the path or the configuration says that this is a programme's list. */
  readonly isProgramme: boolean
}

/** Tells of each section what it is. */
export function assignRoles(
  sections: readonly SectionFacts[],
  levels: HeadingLevels,
  around: FileContext,
): readonly SectionRole[] {
  const whole = mergeParts(sections)
  const roles = rolesOfWhole([...whole.values()], levels, around)
  if (whole.size === sections.length) return roles
  const places = [...whole.keys()]
  const byIndex = new Map(roles.map((role, place) => [places[place]!, role]))
  return sections.map((_, index) => byIndex.get(index) ?? 'part')
}

/** Sections by their index without those that can only be parts of the one above, whose fields it has then. */
function mergeParts(sections: readonly SectionFacts[]): ReadonlyMap<number, SectionFacts> {
  const torn = conflictHeadings(sections)
  const whole = new Map<number, SectionFacts>()
  let open = -1
  sections.forEach((section, index) => {
    const above = whole.get(open)
    // a heading that was made of a bullet half typed has none any more
    const isPart = (section.heading === null && index > 0) || torn.has(section)
    if (above && (isPart || completes(above, sections, index))) whole.set(open, withKeys(above, section))
    else {
      open = index
      whole.set(index, section)
    }
  })
  return whole
}

const withKeys = (above: SectionFacts, { keys }: SectionFacts): SectionFacts =>
  keys.size === 0 ? above : { ...above, keys: new Set([...above.keys, ...keys]) }

/** Whether the fields under a deeper heading are the rest of those that the idea above it begins: none is there twice, below neither. */
function completes(above: SectionFacts, sections: readonly SectionFacts[], index: number): boolean {
  const { heading, keys } = sections[index]!
  if (!above.heading || !heading || heading.level <= above.heading.level || above.keys.size === 0 || keys.size === 0) return false
  if ([...keys].some((key) => above.keys.has(key))) return false
  const next = sections.slice(index + 1).find((section) => section.heading && section.keys.size > 0)
  return !next || next.heading!.level <= above.heading.level || ![...next.keys].some((key) => keys.has(key))
}

function rolesOfWhole(
  sections: readonly SectionFacts[],
  levels: HeadingLevels,
  { knowsProject, isProgramme }: FileContext,
): readonly SectionRole[] {
  const looksLikeIdea = (_: SectionFacts, index: number): boolean => isIdeaLike(sections, index, levels, knowsProject)
  const first = sections.findIndex(looksLikeIdea)
  const last = sections.findLastIndex(looksLikeIdea)
  if (first < 0) return sections.map(() => 'other')
  const from = includeIncompleteIdeas(sections, scopeStart(sections, first, levels, knowsProject), levels, knowsProject)
  const to = scopeEnd(sections, last, levels)
  const list: List = {
    sections,
    levels,
    knowsProject,
    mostAreKnown: once(() => mostAreKnown(sections, levels, knowsProject)),
    isOnlyIdea: !isProgramme && first === last && !sections.some(({ heading }) => heading && knowsProject(heading.text)),
  }
  const roles: SectionRole[] = []
  sections.forEach((section, index) => {
    const inScope = index >= from && index <= to
    roles.push(inScope && section.heading ? decideRole(list, index, roles) : 'other')
  })
  return roles
}

interface List {
  readonly sections: readonly SectionFacts[]
  readonly levels: HeadingLevels
  readonly knowsProject: (name: string) => boolean
  readonly mostAreKnown: () => boolean
  /** Whether one section alone looks like an idea, in a file that may be about something else. */
  readonly isOnlyIdea: boolean
}

function once(ask: () => boolean): () => boolean {
  let answer: boolean | null = null
  return () => {
    answer ??= ask()
    return answer
  }
}

function decideRole(
  { sections, levels, knowsProject, mostAreKnown: inCatalogue, isOnlyIdea }: List,
  index: number,
  roles: readonly SectionRole[],
): SectionRole {
  const section = sections[index]!
  const heading = section.heading!
  const next = sections[index + 1]
  const before = roles.at(-1)
  const inIdea = before === 'idea' || before === 'part'
  if (isMisplacedProject(sections, index, levels, knowsProject)) return 'project'
  if (heading.level > levels.idea) {
    if (inIdea && !repeatsFields(sections, index, roles)) return 'part'
    return hasFields(section) ? 'idea' : 'other'
  }
  if (heading.level === levels.idea) {
    if (section.keys.size > 0) return 'idea'
    if (next?.heading && next.heading.level > levels.idea && hasFields(next)) return 'other'
    const holdsProse = section.facts.slice(1).some((fact) => fact.kind !== 'blank' && fact.kind !== 'html')
    return instructions.test(heading.text) || heading.text === '' || (isOnlyIdea && holdsProse) ? 'other' : 'idea'
  }
  if (heading.level > levels.project) return hasFields(section) ? 'idea' : 'other'
  if (hasFields(section) && instructions.test(heading.text)) return isExplanation(heading.text) ? 'other' : 'fields'
  if (heading.level < levels.project) return hasFields(section) && levels.project > 1 ? 'idea' : 'other'
  // somebody begins to type a project
  if (heading.text === '' && !hasFields(section)) return 'other'
  const words = heading.text.split(/\s+/).length
  if (knowsProject(heading.text)) return 'project'
  if (hasFields(section)) {
    const named = words <= longestName && next?.heading?.level === levels.idea
    return named && !inCatalogue() ? 'project' : 'idea'
  }
  const followed = next?.heading && next.heading.level > levels.project
  if (!followed && instructions.test(heading.text)) return 'other'
  return hasNoContent(section) && words > longestName && !followed ? 'idea' : 'project'
}

/** An idea says what is to be done or by whom; an issue and skills alone may be those of first tasks and the like. */
const saysMuch = ({ keys }: SectionFacts): boolean =>
  keys.has('description') || keys.has('mentors') || keys.has('expectedOutcome') || keys.size > 3

/** Whether a section is a whole idea and no part of the one above: it holds a field that is written there already. */
function repeatsFields(sections: readonly SectionFacts[], index: number, roles: readonly SectionRole[]): boolean {
  if (!hasFields(sections[index]!) || !saysMuch(sections[index]!)) return false
  const { keys } = sections[index]!
  for (let above = index - 1; above >= 0; above--) {
    if ([...sections[above]!.keys].some((key) => keys.has(key))) return true
    if (roles[above] !== 'part') return false
  }
  return false
}

/** A known project's heading one or more levels off: nothing but an idea's heading follows it. */
function isMisplacedProject(
  sections: readonly SectionFacts[],
  index: number,
  levels: HeadingLevels,
  knowsProject: (name: string) => boolean,
): boolean {
  const { heading, keys } = sections[index]!
  const next = sections[index + 1]
  if (!heading || keys.size > 0 || !next?.heading || !hasFields(next)) return false
  const { level } = heading
  const above = level < levels.project && next.heading.level > level
  const among = level === levels.idea && next.heading.level === level
  return (above || among) && knowsProject(heading.text)
}

/** Whether the headings at the projects' level that hold no fields are known projects for the most part: one that is not known and holds some is an idea then. */
function mostAreKnown(
  sections: readonly SectionFacts[],
  levels: HeadingLevels,
  knowsProject: (name: string) => boolean,
): boolean {
  const bare = sections.filter(
    ({ heading, keys }, index) =>
      heading?.level === levels.project && keys.size === 0 && sections[index + 1]?.heading?.level === levels.idea,
  )
  return bare.length > 0 && bare.filter(({ heading }) => knowsProject(heading!.text)).length * 2 >= bare.length
}

/** The list begins with the project heading above the first idea, with no closer heading of a chapter between them. */
function scopeStart(
  sections: readonly SectionFacts[],
  first: number,
  levels: HeadingLevels,
  knowsProject: (name: string) => boolean,
): number {
  const own = sections[first]!.heading
  if (first > 0 && isMisplacedProject(sections, first - 1, levels, knowsProject)) return first - 1
  if (own?.level === levels.project && knowsProject(own.text)) return first
  for (let index = first - 1; index >= 0; index--) {
    const { heading } = sections[index]!
    if (!heading || heading.level < levels.project) return first
    if (heading.level === levels.project) return namesList(heading.text, knowsProject) ? first : index
  }
  return first
}

/** Known projects right before the scope's start belong to it where their ideas are only begun: with nothing below, or labels in prose. */
function includeIncompleteIdeas(
  sections: readonly SectionFacts[],
  from: number,
  levels: HeadingLevels,
  knowsProject: (name: string) => boolean,
): number {
  let start = from
  if (sections[from]!.heading?.level !== levels.project) return start
  for (let index = from - 1; index >= 0; index--) {
    const section = sections[index]!
    const level = section.heading?.level ?? 0
    if (level === levels.idea && isBegun(section)) continue
    if (level !== levels.project || !knowsProject(section.heading!.text)) break
    if (sections[index + 1]!.heading?.level === levels.idea) start = index
  }
  return start
}

const isBegun = (section: SectionFacts): boolean =>
  hasNoContent(section) ||
  section.facts.flatMap((fact) => (fact.kind === 'paragraph' ? fact.labels : [])).filter(({ key }) => key !== null).length >=
    fewestFields

const hasNoContent = ({ facts }: SectionFacts): boolean => facts.slice(1).every(({ kind }) => kind === 'blank' || kind === 'html')

const namesList = (heading: string, knowsProject: (name: string) => boolean): boolean =>
  instructions.test(heading) || (titles.test(heading) && !knowsProject(heading))

/** The list ends with the last idea, and the empty ones that somebody begins behind it. */
function scopeEnd(sections: readonly SectionFacts[], last: number, levels: HeadingLevels): number {
  let end = last
  for (let index = last + 1; index < sections.length; index++) {
    const { heading } = sections[index]!
    if (!heading || heading.level < levels.project || instructions.test(heading.text)) break
    if (heading.level >= levels.idea) end = index
  }
  return end
}
