import type { SectionFacts } from '../blocks/sectionFacts.ts'
import type { HeadingLevels } from './headingLevels.ts'
import { headingName } from './headingName.ts'
import { listScope, mostProjectsAreKnown, type Outline } from './listScope.ts'
import { mergeParts } from './mergeParts.ts'
import { firstRoleDecision, type RoleContext, type RoleDecision, RoleEvidence, type SectionRole } from './roleDecisions.ts'

export type { SectionRole } from './roleDecisions.ts'

/** What is known of a list in addition to its sections. */
export interface FileContext {
  /** Whether a heading names a known project. */
  readonly knowsProject: (name: string) => boolean
  /** Whether a template, the path or the configuration says that this is a programme's list. */
  readonly isProgramme: boolean
}

/** The role of a section and the name of the case that decided. */
export type DecidedRole = Pick<RoleDecision, 'name' | 'role'>

const outsideList: DecidedRole = { name: 'outside the list', role: 'other' }
const mergedPart: DecidedRole = { name: 'merged into the section above', role: 'part' }

/** Decides for each section what it is. */
export function decideSectionRoles(
  sections: readonly SectionFacts[],
  levels: HeadingLevels,
  { knowsProject, isProgramme }: FileContext,
): readonly DecidedRole[] {
  const merged = mergeParts(sections)
  const decided = decideMergedSectionRoles({ sections: [...merged.values()], levels, knowsProject }, isProgramme)
  if (merged.size === sections.length) return decided
  const indexes = [...merged.keys()]
  const byIndex = new Map(decided.map((role, place) => [indexes[place]!, role]))
  return sections.map((_, index) => byIndex.get(index) ?? mergedPart)
}

/** The same without the names of the cases. */
export const assignRoles = (
  sections: readonly SectionFacts[],
  levels: HeadingLevels,
  context: FileContext,
): readonly SectionRole[] => decideSectionRoles(sections, levels, context).map(({ role }) => role)

function decideMergedSectionRoles(outline: Outline, isProgramme: boolean): readonly DecidedRole[] {
  const { sections, knowsProject } = outline
  const scope = listScope(outline)
  if (!scope) return sections.map(() => outsideList)
  const isOnly = scope.firstIdea === scope.lastIdea
  const context: RoleContext = {
    ...outline,
    mostProjectsAreKnown: onceForRoles(() => mostProjectsAreKnown(outline)),
    isOnlyIdea: !isProgramme && isOnly && !sections.some(({ heading }) => heading && knowsProject(headingName(heading))),
  }
  const roles: SectionRole[] = []
  return sections.map((section, index) => {
    const inScope = index >= scope.from && index <= scope.to
    const decided = inScope && section.heading ? firstRoleDecision(new RoleEvidence(context, index, roles)) : outsideList
    roles.push(decided.role)
    return decided
  })
}

function onceForRoles(ask: () => boolean): () => boolean {
  let answer: boolean | null = null
  return () => {
    answer ??= ask()
    return answer
  }
}
