import papaparse from 'papaparse'
import { projectKey } from '../catalog/knownProjects.ts'
import { withoutParenthesis } from '../catalog/nameForms.ts'
import { squashed } from '../catalog/spelling.ts'
import type { Idea } from '../model/types.ts'
import { joinPhrases, phrase } from '../text/phrase.ts'
import { finePoint, problemPoint, type ReviewPoint, unknownPoint } from './reviewPoint.ts'

/** The maintainers of projects, by GitHub name in lower case. */
export interface Maintainers {
  /** The keys of the projects that a person maintains. */
  readonly projectsOf: ReadonlyMap<string, ReadonlySet<string>>
}

/**
 * Reads the columns of the public `project-maintainers.csv`: maturity, project, name, company, GitHub name. The first two of a row may be
 * empty, as the row above them has them. Null if no row has a GitHub name.
 */
export function readMaintainers(text: string): Maintainers | null {
  const rows = papaparse.parse<string[]>(text.replace(/^\ufeff/, ''), { skipEmptyLines: true }).data
  const projectsOf = new Map<string, Set<string>>()
  let project = ''
  for (const row of rows) {
    if (row.length < 5) continue
    if (row[1]?.trim()) project = row[1].trim()
    const handle = row[4]?.trim().replace(/^@/, '').toLowerCase() ?? ''
    if (project === '' || !/^[a-z\d][a-z\d-]{0,38}$/.test(handle)) continue
    const known = projectsOf.get(handle) ?? new Set<string>()
    known.add(maintainedProjectKey(project))
    projectsOf.set(handle, known)
  }
  return projectsOf.size === 0 ? null : { projectsOf }
}

/** `Kubernetes (Steering)` counts for Kubernetes. */
const maintainedProjectKey = (name: string): string =>
  projectKey(withoutParenthesis(name.split(':')[0] ?? name)) || squashed(name)

/** Whether the mentors of an idea are in the file. A name that is not in it may be a maintainer all the same. */
export function maintainersPoint({ mentors }: Idea, project: string, maintainers: Maintainers | null): ReviewPoint {
  if (maintainers === null) return unknownPoint('maintainers', phrase('no file was given'))
  const handles = mentors.flatMap(({ handle }) => (handle === null ? [] : [handle]))
  if (handles.length === 0) return unknownPoint('maintainers', phrase('no mentor has a handle'))
  const key = maintainedProjectKey(project)
  const notes = handles.flatMap((handle) => {
    const projects = maintainers.projectsOf.get(handle.toLowerCase())
    if (projects === undefined) return [phrase('{0} is not in the list', `@${handle}`)]
    return projects.has(key) ? [] : [phrase('{0} is in the list for another project', `@${handle}`)]
  })
  return notes.length === 0 ? finePoint('maintainers') : problemPoint('maintainers', joinPhrases(notes, '; '))
}
