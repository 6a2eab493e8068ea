import type { IdeaFile } from '../../model/types.ts'
import { composeEdits } from '../../text/composeEdits.ts'
import { applyEdits, areDisjoint, type Edit } from '../../text/edits.ts'
import { type Change, coveringChange } from '../../text/textChange.ts'
import type { Finding } from '../rule.ts'

/** Mending one place can show the next; more rounds than this would be fixes that undo each other. */
const maxRounds = 5

/** Which findings are to be mended; the file is the one that they were found in, as it stands after the rounds before. */
export type FindingFilter = (finding: Finding, file: IdeaFile) => boolean

/** Everything of one code. */
export const hasCode =
  (code: string): FindingFilter =>
  (finding) =>
    finding.code === code

/** How a file is read and checked again between the rounds. */
export interface FixEngine<File extends IdeaFile> {
  /** Reads `text`, which differs from the text of `file` by `change` alone. */
  readonly update: (file: File, text: string, change: Change) => File
  readonly lint: (file: File) => readonly Finding[]
}

/** How far a fix may reach: `finding` for those that mend nothing but what was wanted. */
export type FixScope = 'file' | 'finding'

/** What the rounds made of a file. */
export interface FixedFile<File extends IdeaFile> {
  readonly file: File
  /**
   * One disjoint set against the text as it was, which keeps every character that no fix touched; empty where nothing safe is left.
   */
  readonly edits: readonly Edit[]
}

/**
 * Applies every safe fix that is wanted: in rounds, the edits of one round disjoint, the file brought up to date and checked anew
 * after each. `reach` says whether a fix may mend others of the file along with its finding.
 */
export function fixAll<File extends IdeaFile>(
  file: File,
  { update, lint }: FixEngine<File>,
  wanted: FindingFilter = () => true,
  reach: FixScope = 'file',
): FixedFile<File> {
  let edits: readonly Edit[] = []
  let now = file
  for (let round = 0; round < maxRounds; round++) {
    const findings = lint(now).filter((finding) => finding.fix === 'safe' && wanted(finding, now))
    const next = disjointFixes(findings, now.text, reach)
    const change = coveringChange(next)
    if (change === null) break
    now = update(now, applyEdits(now.text, next), change)
    edits = composeEdits(file.text, edits, next)
  }
  return { file: now, edits }
}

/** The first safe fix of each finding, from the top; one that meets an earlier one is left to the next round. */
function disjointFixes(findings: readonly Finding[], text: string, reach: FixScope): readonly Edit[] {
  const taken: Edit[] = []
  for (const finding of findings) {
    const fixes = reach === 'finding' ? (finding.individualFixes ?? finding.fixes) : finding.fixes
    const fix = fixes?.().find(({ kind }) => kind === 'safe')
    const edits = fix?.edits.filter(({ span, newText }) => text.slice(span.start, span.end) !== newText) ?? []
    if (edits.length === 0 || !areDisjoint(edits) || edits.some((edit) => touchesAny(taken, edit))) continue
    for (const edit of edits) taken.splice(insertionIndex(taken, edit), 0, edit)
  }
  return taken
}

/** How many edits of the ordered ones begin before this one. */
function insertionIndex(taken: readonly Edit[], { span }: Edit): number {
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
function touchesAny(taken: readonly Edit[], edit: Edit): boolean {
  const place = insertionIndex(taken, edit)
  return [taken[place - 1], taken[place]].some(
    (other) => other !== undefined && other.span.start <= edit.span.end && edit.span.start <= other.span.end,
  )
}
