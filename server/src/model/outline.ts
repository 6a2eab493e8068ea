import type { SectionFacts } from './facts.ts'

/** What a section is in the list. `project` may hold fields of an idea without a heading; `part` belongs to the idea above it; `other` is neither. */
export type Role = 'project' | 'idea' | 'part' | 'other'

/** The levels of a list's headings. */
export interface Levels {
  readonly project: number
  readonly idea: number
}

const fewestFields = 2
const hasFields = ({ keys }: SectionFacts): boolean => keys.size >= fewestFields

/**
 * The levels at which ideas and projects stand: the template's, else the commonest of headings whose own section holds two
 * known fields, projects one above (`rules.md`, "Levels"). A template that no idea follows says nothing.
 */
export function levelsOf(
  sections: readonly SectionFacts[],
  template: { readonly projectLevel: number | null; readonly ideaLevel: number | null },
): Levels {
  const counts = new Map<number, number>()
  for (const section of sections)
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

/** More words than this name an idea rather than a project. */
const longestName = 4

/** Tells of each section what it is. `knowsProject` says whether a heading names a known project. */
export function rolesOf(
  sections: readonly SectionFacts[],
  levels: Levels,
  knowsProject: (name: string) => boolean,
): readonly Role[] {
  const first = sections.findIndex(hasFields)
  const last = sections.findLastIndex(hasFields)
  if (first < 0) return sections.map(() => 'other')
  const from = scopeStart(sections, first, levels, knowsProject)
  const to = scopeEnd(sections, last, levels)
  const roles: Role[] = []
  sections.forEach((section, index) => {
    const inScope = index >= from && index <= to
    roles.push(inScope && section.heading ? roleOf(sections, index, roles.at(-1) ?? 'other', levels, knowsProject) : 'other')
  })
  return roles
}

function roleOf(
  sections: readonly SectionFacts[],
  index: number,
  before: Role,
  levels: Levels,
  knowsProject: (name: string) => boolean,
): Role {
  const section = sections[index]!
  const heading = section.heading!
  const next = sections[index + 1]
  const inIdea = before === 'idea' || before === 'part'
  if (heading.level > levels.idea) return hasFields(section) ? 'idea' : inIdea ? 'part' : 'other'
  if (heading.level === levels.idea) {
    if (section.keys.size > 0) return 'idea'
    if (next?.heading && next.heading.level > levels.idea && hasFields(next)) return 'other'
    return instructions.test(heading.text) || heading.text === '' ? 'other' : 'idea'
  }
  if (heading.level > levels.project) return hasFields(section) ? 'idea' : 'other'
  if (heading.level < levels.project) return hasFields(section) && levels.project > 1 ? 'idea' : 'other'
  const words = heading.text.split(/\s+/).length
  if (knowsProject(heading.text)) return 'project'
  if (hasFields(section)) return words <= longestName && next?.heading?.level === levels.idea ? 'project' : 'idea'
  const bare = section.facts.slice(1).every((fact) => fact.kind === 'blank' || fact.kind === 'html')
  const followed = next?.heading && next.heading.level > levels.project
  return bare && words > longestName && !followed ? 'idea' : 'project'
}

/** The list begins with the project heading above the first idea, with no closer heading of a chapter between them. */
function scopeStart(
  sections: readonly SectionFacts[],
  first: number,
  levels: Levels,
  knowsProject: (name: string) => boolean,
): number {
  const own = sections[first]!.heading
  if (own?.level === levels.project && knowsProject(own.text)) return first
  for (let index = first - 1; index >= 0; index--) {
    const { heading } = sections[index]!
    if (!heading || heading.level < levels.project) return first
    if (heading.level === levels.project) return instructions.test(heading.text) ? first : index
  }
  return first
}

/** The list ends with the last idea, and the empty ones that somebody begins behind it. */
function scopeEnd(sections: readonly SectionFacts[], last: number, levels: Levels): number {
  let end = last
  for (let index = last + 1; index < sections.length; index++) {
    const { heading } = sections[index]!
    if (!heading || heading.level < levels.project || instructions.test(heading.text)) break
    if (heading.level >= levels.idea) end = index
  }
  return end
}
