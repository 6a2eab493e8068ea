import { lfxExportName } from '../../../server/src/protocol/relevantFiles.ts'
import type { ShownList } from './mergeLists.ts'

/** Whether a list is an export of LFX programs, which nothing is written into. */
export const isListOfExport = (uri: string): boolean => uri.split('/').at(-1) === lfxExportName

/** The files of each list by its URI: one file, or those of a folder with an idea each, where the first of them is. */
export const listsByFolder = (lists: readonly ShownList[]): readonly (readonly [string, readonly ShownList[]])[] => {
  const files = new Map<string, ShownList[]>()
  for (const list of lists) {
    const key = list.folder ?? list.uri
    files.set(key, [...(files.get(key) ?? []), list])
  }
  return [...files]
}

/** The details of the names of all lists (see `listNameDetails`), by the URI of each file. */
export const detailsByFile = (lists: readonly ShownList[], pathOf: (uri: string) => string): ReadonlyMap<string, string> => {
  const found = listsByFolder(lists)
  const details = listNameDetails(
    found.map(([key, files]) => ({ key, label: files[0]!.label })),
    pathOf,
  )
  return new Map(found.flatMap(([key, files]) => files.map(({ uri }) => [uri, details.get(key) ?? ''])))
}

/**
 * The end of a path that tells each list from others with the same label; empty for a label that only one list has:
 * `2026/01-Mar-May/README.md` and `2026/01-Mar-May/project_ideas.md` → `README.md` and `project_ideas.md`
 */
export const listNameDetails = (
  lists: readonly { readonly key: string; readonly label: string }[],
  pathOf: (key: string) => string,
): ReadonlyMap<string, string> => {
  const byLabel = new Map<string, string[]>()
  for (const { key, label } of lists) byLabel.set(label, [...(byLabel.get(label) ?? []), key])
  return new Map([...byLabel.values()].flatMap((keys) => listPathEnds(keys, pathOf)))
}

const listPathEnds = (keys: readonly string[], pathOf: (key: string) => string): readonly (readonly [string, string])[] => {
  if (keys.length === 1) return keys.map((key) => [key, ''])
  const parts = keys.map((key) => pathOf(key).split('/'))
  const depth = Math.max(...parts.map(({ length }) => length))
  for (let count = 1; count < depth; count++) {
    const ends = parts.map((each) => each.slice(-count).join('/'))
    if (new Set(ends).size === keys.length) return keys.map((key, index) => [key, ends[index]!])
  }
  return keys.map((key) => [key, pathOf(key)])
}
