import type { PlacedHeading } from '../../model/types.ts'
import type { FileRuleInput, FileRuleProject } from '../fileRuleInput.ts'

/** A heading at another level than the other projects or ideas of the list. */
export interface MisplacedHeading {
  readonly kind: 'project' | 'idea'
  readonly placed: PlacedHeading
  /** The expected level. */
  readonly level: number
  readonly project: FileRuleProject
}

/** The headings of a project's ideas, in text order. */
export const ideaHeadings = ({ ideas }: FileRuleProject): readonly PlacedHeading[] =>
  ideas.flatMap(({ idea, at, anchor }) => (idea.heading === null ? [] : [{ heading: idea.heading, at, anchor: anchor ?? '' }]))

/** The projects and ideas of a list whose headings are at another level than the others of their kind (docs/spec.md#levels). */
export function misplacedHeadings(file: FileRuleInput): readonly MisplacedHeading[] {
  const { projects, projectLevel, ideaLevel } = file
  const below = belowSubProjects(file)
  if (!hasLevels(file)) return []
  // if no project is at the projects' level, that level was only derived from the ideas'
  const judged = projects.some(({ heading }) => heading?.heading.level === projectLevel)
  return projects.flatMap((project): readonly MisplacedHeading[] => {
    const { heading } = project
    const isMisplaced = judged && heading !== null && heading.heading.level !== projectLevel
    const ideas = ideaHeadings(project).filter((placed) => placed.heading.level !== ideaLevel && !below.has(placed.at))
    return [
      ...(isMisplaced ? [{ kind: 'project' as const, placed: heading, level: projectLevel, project }] : []),
      ...ideas.map((placed): MisplacedHeading => ({ kind: 'idea', placed, level: ideaLevel, project })),
    ]
  })
}

/** The offsets of headings below a sub-project: a heading at the ideas' level or deeper that is neither an idea nor a project. */
function belowSubProjects({ headings, projects, ideaLevel }: FileRuleInput): ReadonlySet<number> {
  const known = new Set(projects.flatMap((project) => [project.heading?.at, ...ideaHeadings(project).map(({ at }) => at)]))
  const below = new Set<number>()
  const open: PlacedHeading[] = []
  for (const placed of headings) {
    while (open.length > 0 && open.at(-1)!.heading.level >= placed.heading.level) open.pop()
    const parent = open.at(-1)
    if (parent !== undefined && parent.heading.level >= ideaLevel && !known.has(parent.at)) below.add(placed.at)
    open.push(placed)
  }
  return below
}

/** The share of ideas that must have one level in a list without a template, or the list has no level convention. */
const clearMajority = 2 / 3

function hasLevels({ projects, template, ideaLevel }: FileRuleInput): boolean {
  if (template.ideaLevel === ideaLevel) return true
  const levels = projects.flatMap(ideaHeadings).map(({ heading }) => heading.level)
  return levels.filter((level) => level === ideaLevel).length >= levels.length * clearMajority
}
