import { lowerBound } from './lowerBound.ts'

/**
 * The indexes of the longest increasing run: `[3, 1, 2]` → 1 and 2. Of runs of equal length it is the one that has the earlier
 * values. `precedes` says which value may follow another one; by default only a greater one. Patience sorting: n log n.
 */
export function longestIncreasingRun<T extends number | string>(
  values: readonly T[],
  precedes: (a: T, b: T) => boolean = isIncreasing,
): ReadonlySet<number> {
  // from the end: the run whose values begin earliest can then be followed from its front
  const lengths = new Array<number>(values.length).fill(1)
  const heads: T[] = []
  for (let index = values.length - 1; index >= 0; index--) {
    const value = values[index]!
    const following = lowerBound(heads, (head) => precedes(value, head))
    heads[following] = value
    lengths[index] = following + 1
  }
  const kept = new Set<number>()
  let missing = heads.length
  let last: T | undefined
  values.forEach((value, index) => {
    if (lengths[index] !== missing || (last !== undefined && !precedes(last, value))) return
    kept.add(index)
    missing -= 1
    last = value
  })
  return kept
}

const isIncreasing = <T extends number | string>(a: T, b: T): boolean => a < b
