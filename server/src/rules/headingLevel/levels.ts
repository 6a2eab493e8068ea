import { outvotesTemplate } from '../../model/outline/headingLevels.ts'
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

/** How many ideas of a list are at its level. */
export function countIdeasAtLevel({ projects, ideaLevel }: FileRuleInput): { readonly count: number; readonly total: number } {
  const levels = projects.flatMap(ideaHeadings).map(({ heading }) => heading.level)
  return { count: levels.filter((level) => level === ideaLevel).length, total: levels.length }
}

/** Whether the list's template has a heading of an idea at another level than nearly all ideas. */
export function outvotesTemplateLevel(file: FileRuleInput): boolean {
  const { ideaLevel, template } = file
  if (template.ideaLevel === null || template.ideaLevel === ideaLevel || file.templateIdeaHeading() === null) return false
  const { count, total } = countIdeasAtLevel(file)
  return outvotesTemplate(count, total)
}

/** The projects and ideas of a list whose headings are at another level than the others of their kind (docs/spec.md#levels). */
export function misplacedHeadings(file: FileRuleInput): readonly MisplacedHeading[] {
  const { projects, projectLevel, ideaLevel, template } = file
  const below = belowSubProjects(file)
  if (!hasLevels(file)) return []
  // if no project is at the projects' level, that level was only derived from the ideas'
  const judged = projects.some(({ heading }) => heading?.heading.level === projectLevel)
  // an idea that follows the list's own template is right, even if nearly all others do not
  const follows = outvotesTemplateLevel(file) ? template : { projectLevel, ideaLevel }
  return projects.flatMap((project): readonly MisplacedHeading[] => {
    const { heading } = project
    const isMisplaced = judged && heading !== null && ![projectLevel, follows.projectLevel].includes(heading.heading.level)
    const ideas = ideaHeadings(project).filter(
      ({ at, heading: { level } }) => level !== ideaLevel && level !== follows.ideaLevel && !below.has(at),
    )
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

function hasLevels(file: FileRuleInput): boolean {
  if (file.template.ideaLevel === file.ideaLevel) return true
  const { count, total } = countIdeasAtLevel(file)
  return count >= total * clearMajority
}
