/** A file and, as in `list.md:12`, a 1-based line of it; null for all of it. */
export interface PathAndLine {
  readonly path: string
  readonly line: number | null
}

/** `list.md:12` → `list.md`, line 12. */
export function pathAndLine(word: string): PathAndLine {
  const found = /^(.+):(\d{1,9})$/s.exec(word)
  return found ? { path: found[1]!, line: Number(found[2]) } : { path: word, line: null }
}
