import type { IdeaFile } from '../../model/types.ts'
import { titleProject } from '../years/titleProject.ts'

/** `Project ideas`, `Ideas for 2026`: a section with all ideas, which groups nothing. */
const sectionOfAllIdeas = /\b(?:ideas?|projects|proposals?)\b/i

/** Lists whose only group cannot get another one: a new idea is a file of its own. */
const reasonsWithoutNewGroups: ReadonlySet<string> = new Set(['folder', 'front matter'])

/** Whether the ideas of a list whose schema was learned are in groups; a single one counts unless it is the title, or a section of all ideas. */
export function hasOwnGroups(file: IdeaFile): boolean {
  const [only, ...others] = file.projects
  if (only === undefined || others.length > 0) return others.length > 0
  // rows that name their project
  if (file.template.learned?.reason === 'table') return only.name !== ''
  if (only.heading === null || reasonsWithoutNewGroups.has(file.template.learned?.reason ?? '')) return false
  return titleProject(file) === null && !sectionOfAllIdeas.test(only.name)
}
