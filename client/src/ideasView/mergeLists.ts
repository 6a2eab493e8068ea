import type { IdeasAnswer, IdeasParams, ListEntry } from '../../../server/src/protocol/ideas.ts'

/** A list, as of the server's last answer. */
export interface ShownList extends ListEntry {
  readonly uri: string
  readonly version: string
}

/** The lists of an answer; those whose version is unchanged stay the same objects. */
export const mergeLists = (known: readonly ShownList[], { lists }: IdeasAnswer): readonly ShownList[] => {
  const before = new Map(known.map((list) => [list.uri, list]))
  return lists.flatMap(({ uri, version, list }) => {
    const same = before.get(uri)
    if (list === null) return same ? [same] : []
    return [{ uri, version, ...list }]
  })
}

/** What the server need not send again. */
export const knownVersions = (lists: readonly ShownList[]): NonNullable<IdeasParams['known']> =>
  Object.fromEntries(lists.map(({ uri, version }) => [uri, version]))
