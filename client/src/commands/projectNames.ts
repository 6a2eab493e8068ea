import type { KnownProjectName } from '../../../server/src/protocol/protocol.ts'

/** As the catalog compares names, ignoring letter case, spaces and hyphens: `Open Telemetry` → `opentelemetry` */
const comparedProjectName = (name: string): string => name.toLowerCase().replace(/[\s-]+/g, '')

/** The listed name of the project with the typed name as an alias; undefined if there is none, or a listed name is typed. */
export const listedName = (typed: string, known: readonly KnownProjectName[]): string | undefined => {
  const wanted = comparedProjectName(typed)
  if (wanted === '' || known.some(({ name }) => comparedProjectName(name) === wanted)) return undefined
  return known.find(({ aliases }) => aliases.some((alias) => comparedProjectName(alias) === wanted))?.name
}
