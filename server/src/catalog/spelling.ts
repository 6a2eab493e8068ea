/** `Open Telemetry`, `open-telemetry` → `opentelemetry`; `Metal³` → `metal3`. */
export const squashed = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\u2010-\u2015-]+/g, '')

/** `The Update Framework (TUF)` → `The Update Framework`. */
export function withoutParenthesis(name: string): string {
  const open = name.lastIndexOf('(')
  return open > 0 && name.trimEnd().endsWith(')') ? name.slice(0, open).trim() : name.trim()
}

/** `1. 🚀 CNCF Project: Harbor project` → `Harbor`. */
export const bareName = (name: string): string =>
  name
    .trim()
    .replace(/^\d{1,3}[.)]\s/, '')
    .replace(/^[^\p{L}\p{N}]{1,9}/u, '')
    .replace(/[^\p{L}\p{N})³]{1,9}$/u, '')
    .replace(/^(?:the\s)?(?:cncf\s(?:project\b)?)?:?/i, '')
    .replace(/\sprojects?$/i, '')
    .trim()

/** The names that a heading joins: `A and B`, `A & B`, `A/B`, `A, B and C`, `A - B`, `A: B`. */
export const joinedNames = (name: string): readonly string[] =>
  name
    .split(/[/,&+|:]|\band\b|\s[-\u2010-\u2015]\s/i)
    .map((part) => part.trim())
    .filter((part) => part !== '')

/** `TAG-Security  Group` → `tag security group`: the form that {@link namePattern} tests. */
export const normalizeName = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, ' ')

/** A test for normalized names. `*` matches any text, at the end also none: `Working Group*`. */
export function namePattern(written: string): (name: string) => boolean {
  const [first = '', ...rest] = normalizeName(written).split('*')
  const last = rest.pop()
  if (last === undefined) return (name) => name === first
  return (name) => {
    if (!name.startsWith(first) || !name.endsWith(last)) return false
    let from = first.length
    for (const piece of rest) {
      const found = name.indexOf(piece, from + 1)
      if (found < 0) return false
      from = found + piece.length
    }
    return name.length - last.length >= from + (last === '' ? 0 : 1)
  }
}

/** The number of letters to add, drop, replace or swap with their neighbour to turn `a` into `b`; `max + 1` if it is more than `max`. */
export function editDistance(a: string, b: string, max: number): number {
  if (Math.abs(a.length - b.length) > max) return max + 1
  let older: readonly number[] = []
  let above: readonly number[] = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row++) {
    const line = [row]
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1]
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      const plain = Math.min(line[column - 1]! + 1, above[column]! + 1, above[column - 1]! + (same ? 0 : 1))
      line.push(swapped ? Math.min(plain, older[column - 2]! + 1) : plain)
    }
    if (Math.min(...line) > max) return max + 1
    older = above
    above = line
  }
  return Math.min(above[b.length]!, max + 1)
}
