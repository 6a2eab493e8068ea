import { spellingDistance, squashed } from '../../../server/src/catalog/spelling.ts'
import type { KnownProjectName } from '../../../server/src/protocol/protocol.ts'

/** The project with a name or alias, ignoring letter case, spaces and hyphens: `Open Telemetry`, `OTel` → OpenTelemetry. */
export const knownProject = (name: string, known: readonly KnownProjectName[]): KnownProjectName | undefined => {
  const wanted = squashed(name)
  if (wanted === '') return undefined
  return (
    known.find((project) => squashed(project.name) === wanted) ??
    known.find(({ aliases }) => aliases.some((alias) => squashed(alias) === wanted))
  )
}

/** The listed name of the project with the typed name as an alias; undefined if there is none, or a listed name is typed. */
export const listedName = (typed: string, known: readonly KnownProjectName[]): string | undefined => {
  const found = knownProject(typed, known)
  return found && squashed(found.name) !== squashed(typed) ? found.name : undefined
}

const maxNearProjects = 3

/** The names that a typed one may be a slip of, the nearest first: `harbr` → `Harbor`. None for less than four letters. */
export const nearProjectNames = (typed: string, known: readonly KnownProjectName[]): readonly string[] => {
  const wanted = squashed(typed)
  if (wanted.length < 4) return []
  const max = wanted.length < 7 ? 1 : 2
  return known
    .map(({ name, aliases }) => ({
      name,
      distance: Math.min(...[name, ...aliases].map((each) => spellingDistance(wanted, squashed(each), max))),
    }))
    .filter(({ distance }) => distance > 0 && distance <= max)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, maxNearProjects)
    .map(({ name }) => name)
}
