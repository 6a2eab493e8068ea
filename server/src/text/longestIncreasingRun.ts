/**
 * The indices of the longest run of `ranks` that never falls and never repeats; of runs of one length the one that keeps
 * the earlier elements. Patience sorting: n log n.
 */
export function longestIncreasingRun(ranks: readonly number[]): ReadonlySet<number> {
  // from the end, so that among runs of one length the one whose elements begin earliest can be followed from its front
  const best = new Array<number>(ranks.length).fill(1)
  const heads: number[] = []
  for (let index = ranks.length - 1; index >= 0; index--) {
    const rank = ranks[index]!
    let low = 0
    let high = heads.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (heads[middle]! > rank) low = middle + 1
      else high = middle
    }
    heads[low] = rank
    best[index] = low + 1
  }
  const kept = new Set<number>()
  let wanted = heads.length
  let last = Number.NEGATIVE_INFINITY
  ranks.forEach((rank, index) => {
    if (best[index] !== wanted || rank <= last) return
    kept.add(index)
    wanted -= 1
    last = rank
  })
  return kept
}
