/**
 * The index of the first item for which `isBeforeReviewEdit` is false, by binary search: it must be true for all items before that and false
 * after it. The length if it is true for all items.
 */
export function lowerBound<T>(items: readonly T[], isBefore: (item: T) => boolean): number {
  let [low, high] = [0, items.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (isBefore(items[middle]!)) low = middle + 1
    else high = middle
  }
  return low
}

/** The index of the last start at or before `offset`; -1 if there is none. */
export const lastAtOrBefore = (starts: readonly number[], offset: number): number =>
  lowerBound(starts, (start) => start <= offset) - 1
