import { maxProjectNameWords } from '../../model/outline/titleWords.ts'
import type { PlacedHeading } from '../../model/types.ts'
import type { FileRuleInput } from '../fileRuleInput.ts'
import type { MisplacedHeading } from './levels.ts'

/** Whether the roles of a file's headings are too uncertain for any safe fix of their levels. */
export const areRolesUncertain = (file: FileRuleInput, misplaced: readonly MisplacedHeading[]): boolean =>
  misplaced.length > 0 && (areRolesUnclear(file) || areLevelsMixed(file, misplaced))

/** Whether conflict markers, or fields right below a heading that may be a title, make the headings' roles unclear. */
const areRolesUnclear = ({ hasConflictMarker, projects, knowsProject }: FileRuleInput): boolean =>
  hasConflictMarker() ||
  projects.some(({ name, ideas }) => ideas.some(({ idea }) => idea.heading === null) && !knowsProject(name))

/** Whether both projects and ideas are at several levels: the role of each heading then depends on the levels of the others. */
const areLevelsMixed = ({ projects, projectLevel }: FileRuleInput, misplaced: readonly MisplacedHeading[]): boolean =>
  projects.some(({ heading }) => heading !== null && heading.heading.level !== projectLevel) &&
  misplaced.some(({ kind }) => kind === 'idea')

/** Whether every idea surely stays in its project when the heading gets the expected level. */
export function isLevelFixSafeForProjects(file: FileRuleInput, misplaced: MisplacedHeading): boolean {
  const { projectLevel } = file
  const { kind, placed, project } = misplaced
  const { level } = placed.heading
  const isAtx = file.headingSource(placed).startsWith('#')
  if (project.heading === null || !isAtx || !haveNeighborsClearRoles(file, misplaced)) return false
  if (kind === 'project') return level < projectLevel && !hasHeadingAbove(file, misplaced)
  if (level < projectLevel) return false
  // fields without a heading suggest a bad merge: an idea at the projects' level may have come from elsewhere with them
  return level > projectLevel || project.ideas.every(({ idea }) => idea.heading !== null)
}

/** Whether a heading among the project's ideas is above the projects' level: at that level, the project would end there. */
function hasHeadingAbove({ headings, projectLevel }: FileRuleInput, { placed, project }: MisplacedHeading): boolean {
  const end = project.ideas.at(-1)?.at ?? placed.at
  return headings.some(({ heading, at }) => at > placed.at && at < end && heading.level < projectLevel)
}

/** Whether the headings around a misplaced one have clear roles, whatever its level. */
function haveNeighborsClearRoles(
  { headings, projects, projectLevel, ideaLevel, knowsProject }: FileRuleInput,
  { placed, kind }: MisplacedHeading,
): boolean {
  const index = headings.findIndex(({ at }) => at === placed.at)
  const [before, after] = [headings[index - 1], headings[index + 1]]
  const ideas = projects.flatMap((project) => project.ideas)
  const ideaAt = (heading: PlacedHeading | undefined) => heading && ideas.find(({ at }) => at === heading.at)?.idea
  const couldBeProject = knowsProject(placed.heading.text) || (after !== undefined && after.heading.level > ideaLevel)
  if (kind === 'idea' && ideaAt(placed)?.fields.length === 0 && couldBeProject) return false
  if (before === undefined) return kind === 'project'
  const ideaBefore = ideaAt(before)
  const isTitle = before.heading.level !== projectLevel || before.heading.text.split(/\s+/).length > maxProjectNameWords
  if (ideaBefore !== undefined) return isTitle && (ideaBefore.fields.length > 1 || before.heading.level === projectLevel)
  if (kind === 'project') return before.heading.level < projectLevel
  return before.heading.level === projectLevel && projects.some(({ heading }) => heading?.at === before.at)
}
