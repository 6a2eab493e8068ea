import { squashed } from '../../catalog/spelling.ts'
import type { IdeaFile } from '../../model/types.ts'
import type { Edit } from '../../text/edits.ts'
import type { ProjectPart } from './projectParts.ts'

/** With a greater share out of order nobody meant to keep one. */
const greatestShare = 1 / 4

/** What a project is sorted by. */
export type KeyOf = (name: string) => string

const byWords: KeyOf = (name) => name.normalize('NFKC').toLowerCase()
const byLetters: KeyOf = squashed

/** The indexes of the longest run of keys in order; of equal runs the one that keeps the earlier keys. */
export function longestRun(keys: readonly string[]): ReadonlySet<number> {
  // lengths[i]: the longest run that begins with key i; greatest[n]: the greatest key that begins a run of n + 1
  const lengths: number[] = []
  const greatest: string[] = []
  for (let index = keys.length - 1; index >= 0; index--) {
    let low = 0
    let high = greatest.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (greatest[middle]! >= keys[index]!) low = middle + 1
      else high = middle
    }
    lengths[index] = low + 1
    greatest[low] = keys[index]!
  }
  const kept = new Set<number>()
  let wanted = greatest.length
  let least = ''
  keys.forEach((key, index) => {
    if (lengths[index] !== wanted || key < least) return
    kept.add(index)
    wanted -= 1
    least = key
  })
  return kept
}

/** The order that a list has, or comes nearest to: its key, and the indexes of the projects that keep it. */
export interface Order {
  readonly keyOf: KeyOf
  readonly kept: ReadonlySet<number>
}

/** Both customs are fine: blanks and hyphens before letters, or set aside; the one that the list keeps better is its own. */
export function orderOf(parts: readonly ProjectPart[]): Order {
  const [words, letters] = [byWords, byLetters].map(
    (keyOf): Order => ({ keyOf, kept: longestRun(parts.map(({ project }) => keyOf(project.name))) }),
  )
  return letters!.kept.size > words!.kept.size ? letters! : words!
}

/** Whether the projects are kept in an order at all, single ones aside. */
export const isKept = ({ kept }: Order, parts: readonly ProjectPart[]): boolean =>
  parts.length - kept.size <= parts.length * greatestShare

/** Puts each project's text into the place that its name has; what stands between the places stays. */
export function sorted(file: IdeaFile, parts: readonly ProjectPart[], keyOf: KeyOf): readonly Edit[] {
  const order = parts
    .map((part) => ({ part, key: keyOf(part.project.name) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
  return parts.flatMap(({ start, end }, index): Edit[] => {
    const { part } = order[index]!
    return part.start === start ? [] : [{ span: { start, end }, newText: file.text.slice(part.start, part.end) }]
  })
}
