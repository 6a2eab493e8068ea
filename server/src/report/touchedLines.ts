import type { LineHunk } from '../text/lineDiff.ts'

/** Both ends are included. */
export interface LineRange {
  readonly first: number
  readonly last: number
}

/** The lines of the current file that a change touched. All numbers are 1-based. */
export interface TouchedLines {
  /** Added or changed lines, in ascending order, without overlaps. */
  readonly ranges: readonly LineRange[]
  /** Lines after which others were removed and none added, in ascending order; 0 for the start of the file. */
  readonly gaps: readonly number[]
}

/** Every line: the file is new. */
export const allLines: TouchedLines = { ranges: [{ first: 1, last: Number.POSITIVE_INFINITY }], gaps: [] }

/** No line: the file has not changed. */
export const noLines: TouchedLines = { ranges: [], gaps: [] }

/** What hunks touched. A removed part that begins with a heading leaves no gap: it was an idea of its own, and its neighbors are untouched. */
export const touchedByHunks = (hunks: readonly LineHunk[]): TouchedLines => ({
  ranges: hunks.flatMap(({ first, added }) => (added > 0 ? [{ first, last: first + added - 1 }] : [])),
  gaps: hunks.flatMap(({ first, added, removed }) => (added > 0 || beginsWithHeading(removed) ? [] : [first - 1])),
})

const beginsWithHeading = (removed: readonly string[]): boolean =>
  /^#{1,6}\s/.test(removed.find((line) => line.trim() !== '') ?? '')
