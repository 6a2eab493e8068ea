import type { IdeasAnswer, IdeasParams, ListEntry } from '../../../server/src/protocol/ideas.ts'

/** A list as the server last told it. */
export interface ShownList extends ListEntry {
  readonly uri: string
  readonly version: string
}

/** The lists of an answer, those that it does not repeat being taken over as the same objects. */
export const mergeLists = (known: readonly ShownList[], { lists }: IdeasAnswer): readonly ShownList[] => {
  const before = new Map(known.map((list) => [list.uri, list]))
  return lists.flatMap(({ uri, version, list }) => {
    const same = before.get(uri)
    if (list === null) return same ? [same] : []
    return [{ uri, version, ...list }]
  })
}

/** What the server need not tell again. */
export const knownVersions = (lists: readonly ShownList[]): NonNullable<IdeasParams['known']> =>
  Object.fromEntries(lists.map(({ uri, version }) => [uri, version]))
