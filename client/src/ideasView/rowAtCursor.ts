import type { TreeRow, TreeRows } from './treeRows.ts'

/**
 * The row for a cursor in a file: that of the idea or project whose heading is the last one above it, otherwise that of the list;
 * undefined if the file has none. `selected` stays if it is about the same idea: by mentor an idea has several rows.
 */
export const rowAtCursor = ({ all }: TreeRows, uri: string, line: number, selected: string | undefined): string | undefined => {
  let [found, foundLine]: readonly [TreeRow | undefined, number] = [undefined, -1]
  for (const row of all.values()) {
    // a project without a heading is nowhere
    if (row.target?.uri !== uri || (row.kind !== 'list' && row.target.position === null)) continue
    const rowLine = row.target.position?.line ?? -1
    if (rowLine > line || (found && rowLine <= foundLine)) continue
    found = row
    foundLine = rowLine
  }
  const selectedPlace = selected === undefined ? undefined : all.get(selected)?.place
  const isSame = selectedPlace && selectedPlace.list.uri === uri && selectedPlace.index === found?.place?.index
  return isSame ? selected : found?.id
}
