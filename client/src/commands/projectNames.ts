import type { KnownProjectName } from '../../../server/src/protocol/protocol.ts'

/** As the catalogue compares names: letter case, blanks and hyphens set aside. */
const bare = (name: string): string => name.toLowerCase().replace(/[\s-]+/g, '')

/** The listed name of the project that goes by what is typed as another name; undefined where none does, or a listed name is typed. */
export const listedName = (typed: string, known: readonly KnownProjectName[]): string | undefined => {
  const wanted = bare(typed)
  if (wanted === '' || known.some(({ name }) => bare(name) === wanted)) return undefined
  return known.find(({ aliases }) => aliases.some((alias) => bare(alias) === wanted))?.name
}
