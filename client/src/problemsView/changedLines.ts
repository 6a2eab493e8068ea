/** Lines of a file that were changed or added, or between which some were removed; 0-based, both included. */
export interface LinesSinceHead {
  readonly first: number
  readonly last: number
}

/** The changed lines of one file, from git's patch, without the unchanged lines around them. */
export const changedLinesOf = (patch: string): readonly LinesSinceHead[] => {
  const changed: LinesSinceHead[] = []
  let line = -1
  for (const each of patch.split('\n')) {
    const start = /^@@ -\d+(?:,\d+)? \+(\d+)(?:,\d+)? @@/.exec(each)?.[1]
    if (start !== undefined) line = Number(start) - 1
    else if (line < 0 || each.startsWith('\\')) continue
    else if (each.startsWith('+')) changed.push({ first: line, last: line++ })
    else if (each.startsWith('-')) changed.push({ first: Math.max(0, line - 1), last: Math.max(0, line - 1) })
    else line++
  }
  return changed
}
