/**
 * For each of several paths the shortest end that no other has: `orgb/gsoc/2026.md` and `orgc/gsoc/2026.md` → themselves,
 * `a/2025.md` and `b/2026.md` → `2025.md` and `2026.md`. The whole path if there is none.
 */
export function pathEnds(paths: readonly string[]): readonly string[] {
  const parts = paths.map((path) => path.split('/'))
  const endOf = (names: readonly string[], length: number): string => names.slice(-length).join('/')
  return parts.map((own, index) => {
    const others = parts.filter((_, at) => at !== index)
    const length = own.findIndex((_, at) => others.every((other) => endOf(other, at + 1) !== endOf(own, at + 1))) + 1
    return endOf(own, length === 0 ? own.length : length)
  })
}
