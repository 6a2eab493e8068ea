import type { ShownList } from '../ideasView/mergeLists.ts'

/**
 * Whether a page of the lists is out of date: one was added or deleted, or changed on disk. The page of a list that is open is made again
 * when that is saved, not at each key.
 */
export function isPageStale(before: readonly ShownList[], after: readonly ShownList[]): boolean {
  const known = new Map(before.map((list) => [list.uri, list]))
  return (
    before.length !== after.length ||
    after.some((list) => {
      const last = known.get(list.uri)
      const isOpen = list.findings !== null || (last !== undefined && last.findings !== null)
      return last === undefined || (last.version !== list.version && !isOpen)
    })
  )
}
