import { longestIncreasingRun } from './longestIncreasingRun.ts'

/** Lines that replace others. */
export interface LineHunk {
  /** The number of the first added line in the current text; of the line below the removed ones if none is added. 1-based. */
  readonly first: number
  /** The number of added lines. */
  readonly added: number
  readonly removed: readonly string[]
}

/** Two runs of lines that are compared: from their start to, and without, their end. */
interface LinePair {
  readonly old: readonly [start: number, end: number]
  readonly new: readonly [start: number, end: number]
}

/** The lines in which two texts differ; carriage returns are ignored. Lines that both have only once hold the rest together. */
export function lineDiff(before: string, after: string): readonly LineHunk[] {
  const [old, now] = [before, after].map((text) => text.split('\n').map((line) => line.replace(/\r$/, ''))) as [
    string[],
    string[],
  ]
  const hunks: LineHunk[] = []
  const open: LinePair[] = [{ old: [0, old.length], new: [0, now.length] }]
  for (let pair = open.pop(); pair !== undefined; pair = open.pop()) {
    const rest = withoutSameEnds(pair, old, now)
    const [removed, added] = [rest.old[1] - rest.old[0], rest.new[1] - rest.new[0]]
    if (removed === 0 && added === 0) continue
    const between = removed > 0 && added > 0 ? pairsBetweenAnchors(rest, old, now) : []
    if (between.length > 0) open.push(...between.toReversed())
    else hunks.push({ first: rest.new[0] + 1, added, removed: old.slice(...rest.old) })
  }
  return hunks
}

/** Without the lines that both begin and end with. */
function withoutSameEnds(pair: LinePair, old: readonly string[], now: readonly string[]): LinePair {
  let [start, end] = pair.old
  let [from, to] = pair.new
  while (start < end && from < to && old[start] === now[from]) {
    start++
    from++
  }
  while (start < end && from < to && old[end - 1] === now[to - 1]) {
    end--
    to--
  }
  return { old: [start, end], new: [from, to] }
}

/** What lies between lines that both have only once, in the same order; nothing if there are no such lines. */
function pairsBetweenAnchors({ old: [start, end], new: [from, to] }: LinePair, old: readonly string[], now: readonly string[]) {
  const [oldOnce, newOnce] = [onceIn(old, start, end), onceIn(now, from, to)]
  const common = [...newOnce].flatMap(([line, at]) => {
    const other = oldOnce.get(line)
    return other === undefined ? [] : [{ other, at }]
  })
  const kept = longestIncreasingRun(common.map(({ other }) => other))
  const anchors = common.filter((_, index) => kept.has(index))
  const starts = [{ other: start - 1, at: from - 1 }, ...anchors]
  return anchors.length === 0
    ? []
    : starts.map(({ other, at }, index): LinePair => {
        const next = anchors[index] ?? { other: end, at: to }
        return { old: [other + 1, next.other], new: [at + 1, next.at] }
      })
}

/** The lines that are only once in a run, with their places, in their order. */
function onceIn(lines: readonly string[], start: number, end: number): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (let at = start; at < end; at++) counts.set(lines[at]!, (counts.get(lines[at]!) ?? 0) + 1)
  const once = new Map<string, number>()
  for (let at = start; at < end; at++) if (counts.get(lines[at]!) === 1) once.set(lines[at]!, at)
  return once
}
