import { projectKey } from '../../catalog/knownProjects.ts'
import { isTableList } from '../../editing/years/exampleMark.ts'
import { namedProjects } from '../../model/outline/namedProjects.ts'
import type { IdeaFile } from '../../model/types.ts'
import { type Span, shift, touches } from '../../text/span.ts'
import type { ListSummary } from '../../workspace/listSummary.ts'

/** A name that no heading has: of a project in a field (`project: Anchor`) or a cell, or the title of an idea in a cell; in the file. */
export interface StatedName {
  readonly kind: 'project' | 'title'
  readonly name: string
  readonly span: Span
}

/** The name at `offset` (UTF-16, in the file) that no heading has; null if there is none. */
export function statedNameAt(file: IdeaFile, offset: number): StatedName | null {
  for (const { name, stated } of namedProjects(file)) {
    const span = stated.find((each) => touches(each, offset))
    if (span) return { kind: 'project', name, span }
  }
  if (!isTableList(file)) return null
  for (const { at, idea } of file.projects.flatMap(({ ideas }) => ideas)) {
    const span = idea.heading && shift(idea.heading.textSpan, at)
    if (span && touches(span, offset) && span.end > span.start) return { kind: 'title', name: idea.heading!.text, span }
  }
  return null
}

/** Where a list has the name of a project in fields or cells. */
export const statedPlaces = ({ projects }: ListSummary, isMeant: (name: string) => boolean): readonly Span[] =>
  projects.flatMap(({ name, stated = [] }) => (name !== '' && isMeant(name) ? stated : []))

/** Whether two names are those of one project. */
export const isSameStatedProject = (name: string): ((other: string) => boolean) => {
  const key = projectKey(name)
  return (other) => projectKey(other) === key
}
