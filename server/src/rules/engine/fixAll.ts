import type { IdeaFile } from '../../model/types.ts'
import { composeEdits } from '../../text/compose.ts'
import { applyEdits, areDisjoint, type Edit } from '../../text/edits.ts'
import type { Finding } from '../rule.ts'

/** Mending one place can show the next; more rounds than this would be fixes that undo each other. */
const mostRounds = 5

/** Which findings are to be mended; the file is the one that they were found in, as it stands after the rounds before. */
export type Wanted = (finding: Finding, file: IdeaFile) => boolean

/** Everything of one code. */
export const withCode =
  (code: string): Wanted =>
  (finding) =>
    finding.code === code

/**
 * The edits that apply every safe fix that is wanted: in rounds, those of one round disjoint, the text read and checked anew after
 * each. One disjoint set against `text`, which keeps every character that no fix touched; empty where nothing safe is left.
 */
export function fixAll(
  text: string,
  read: (text: string) => IdeaFile,
  lint: (file: IdeaFile) => readonly Finding[],
  wanted: Wanted = () => true,
): readonly Edit[] {
  let edits: readonly Edit[] = []
  let now = text
  for (let round = 0; round < mostRounds; round++) {
    const file = read(now)
    const next = disjointFixes(
      lint(file).filter((finding) => finding.fix === 'safe' && wanted(finding, file)),
      now,
    )
    if (next.length === 0) break
    now = applyEdits(now, next)
    edits = composeEdits(text, edits, next)
  }
  return edits
}

/** The first safe fix of each finding, from the top; one that meets an earlier one is left to the next round. */
function disjointFixes(findings: readonly Finding[], text: string): readonly Edit[] {
  const taken: Edit[] = []
  for (const finding of findings) {
    const fix = finding.fixes?.().find(({ kind }) => kind === 'safe')
    const edits = fix?.edits.filter(({ span, newText }) => text.slice(span.start, span.end) !== newText) ?? []
    if (edits.length === 0 || !areDisjoint(edits) || edits.some((edit) => meets(taken, edit))) continue
    for (const edit of edits) taken.splice(placeOf(taken, edit), 0, edit)
  }
  return taken
}

/** How many edits of the ordered ones begin before this one. */
function placeOf(taken: readonly Edit[], { span }: Edit): number {
  let low = 0
  let high = taken.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (taken[middle]!.span.start < span.start) low = middle + 1
    else high = middle
  }
  return low
}

/** Whether an edit touches one of the ordered ones, or stands beside it: what two fixes do at one place is not theirs to know. */
function meets(taken: readonly Edit[], edit: Edit): boolean {
  const place = placeOf(taken, edit)
  return [taken[place - 1], taken[place]].some(
    (other) => other !== undefined && other.span.start <= edit.span.end && edit.span.start <= other.span.end,
  )
}
