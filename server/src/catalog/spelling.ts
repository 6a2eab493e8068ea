import { withoutInvisible } from '../text/sanitize.ts'

/** `Open Telemetry`, `open-telemetry` → `opentelemetry`; `Metal³` → `metal3`. */
export const squashed = (name: string): string =>
  (plainAscii.test(name) ? name : withoutInvisible(name).normalize('NFKC')).toLowerCase().replace(/[\s\u2010-\u2015-]+/g, '')

/** What neither contains invisible characters nor has another normal form. */
const plainAscii = /^[ -~]*$/

/** `TAG-Security  Group` → `tag security group`: the form that {@link projectNamePattern} tests. */
export const normalizeSpelling = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, ' ')

/** The number of letters to add, drop, replace or swap with their neighbor to turn `a` into `b`; `max + 1` if it is more than `max`. */
export function spellingDistance(a: string, b: string, max: number): number {
  if (Math.abs(a.length - b.length) > max) return max + 1
  let start = 0
  let [aEnd, bEnd] = [a.length, b.length]
  while (start < aEnd && start < bEnd && a.charCodeAt(start) === b.charCodeAt(start)) start++
  while (aEnd > start && bEnd > start && a.charCodeAt(aEnd - 1) === b.charCodeAt(bEnd - 1)) {
    aEnd--
    bEnd--
  }
  if (aEnd === start || bEnd === start) return Math.min(aEnd - start + bEnd - start, max + 1)
  return spellingDistanceWithin(a.slice(start, aEnd), b.slice(start, bEnd), max)
}

/** The distance of texts that differ at both ends: only cells up to `max` from the diagonal of the table are filled in. */
function spellingDistanceWithin(a: string, b: string, max: number): number {
  const tooFar = max + 1
  // rows of the table of distances between beginnings of `a` and `b`
  let older: number[] = []
  let above: number[] = []
  let line: number[] = []
  for (let column = 0; column <= b.length; column++) {
    above.push(Math.min(column, tooFar))
    older.push(tooFar)
    line.push(tooFar)
  }
  for (let row = 1; row <= a.length; row++) {
    const from = Math.max(1, row - max)
    const to = Math.min(b.length, row + max)
    let least = Math.min(row, tooFar)
    line[from - 1] = from === 1 ? least : tooFar
    if (from > 1) least = tooFar
    for (let column = from; column <= to; column++) {
      const same = a.charCodeAt(row - 1) === b.charCodeAt(column - 1)
      let distance = Math.min(line[column - 1]! + 1, above[column]! + 1, above[column - 1]! + (same ? 0 : 1), tooFar)
      if (row > 1 && column > 1 && areLettersSwapped(a, row, b, column)) distance = Math.min(distance, older[column - 2]! + 1)
      line[column] = distance
      least = Math.min(least, distance)
    }
    if (to < b.length) line[to + 1] = tooFar
    if (least > max) return tooFar
    const spare = older
    older = above
    above = line
    line = spare
  }
  return above[b.length]!
}

/** Whether the two letters up to `row` of `a` are those up to `column` of `b`, in the other order. */
const areLettersSwapped = (a: string, row: number, b: string, column: number): boolean =>
  a.charCodeAt(row - 1) === b.charCodeAt(column - 2) && a.charCodeAt(row - 2) === b.charCodeAt(column - 1)

/** The letters of a squashed name, one bit each: a different letter changes at most two bits. */
export function letterBits(squashedName: string): number {
  let bits = 0
  for (let at = 0; at < squashedName.length; at++) bits |= 1 << (squashedName.charCodeAt(at) & 31)
  return bits
}

/** How many bits are set. */
export function letterBitCount(bits: number): number {
  let count = 0
  for (let left = bits; left !== 0; left &= left - 1) count++
  return count
}
