import type { IdeaFile } from '../../model/types.ts'
import { composeEdits } from '../../text/composeEdits.ts'
import { applyEdits, areDisjoint, type Edit } from '../../text/edits.ts'
import { type Change, coveringChange } from '../../text/textChange.ts'
import type { Finding } from '../rule.ts'

/** One fix can reveal the next finding; if that takes more rounds, fixes probably undo each other. */
const maxFixRounds = 5

/** Selects the findings to fix; `file` is the version in which they were found, after the previous rounds. */
export type FindingFilter = (finding: Finding, file: IdeaFile) => boolean

/** Selects all findings with a code. */
export const hasCode =
  (code: string): FindingFilter =>
  (finding) =>
    finding.code === code

/** Reads and lints a file again between the rounds. */
export interface FixEngine<File extends IdeaFile> {
  /** Reads `text`, which differs from the text of `file` only by `change`. */
  readonly update: (file: File, text: string, change: Change) => File
  readonly lint: (file: File) => readonly Finding[]
}

/** `finding` if a fix may not fix other findings along with its own. */
export type FixScope = 'file' | 'finding'

/** The result of all rounds. */
export interface FixedFile<File extends IdeaFile> {
  readonly file: File
  /** Disjoint edits of the original text, which keep every character that no fix touched; empty if there is no safe fix. */
  readonly edits: readonly Edit[]
}

/**
 * Applies the safe fixes of the selected findings, in rounds: each round applies disjoint edits, then the file is read and linted
 * again. `scope` is `finding` if a fix may not fix other findings along with its own.
 */
export function fixAll<File extends IdeaFile>(
  file: File,
  { update, lint }: FixEngine<File>,
  isSelected: FindingFilter = () => true,
  scope: FixScope = 'file',
): FixedFile<File> {
  let edits: readonly Edit[] = []
  let now = file
  for (let round = 0; round < maxFixRounds; round++) {
    const findings = lint(now).filter((finding) => finding.fix === 'safe' && isSelected(finding, now))
    const next = disjointFixes(findings, now.text, scope)
    const change = coveringChange(next)
    if (change === null) break
    now = update(now, applyEdits(now.text, next), change)
    edits = composeEdits(file.text, edits, next)
  }
  return { file: now, edits }
}

/** The first safe fix of each finding, from top to bottom; one that touches an earlier one is left to the next round. */
function disjointFixes(findings: readonly Finding[], text: string, scope: FixScope): readonly Edit[] {
  const taken: Edit[] = []
  for (const finding of findings) {
    const fixes = scope === 'finding' ? (finding.individualFixes ?? finding.fixes) : finding.fixes
    const fix = fixes?.().find(({ kind }) => kind === 'safe')
    const edits = fix?.edits.filter(({ span, newText }) => text.slice(span.start, span.end) !== newText) ?? []
    if (edits.length === 0 || !areDisjoint(edits) || edits.some((edit) => touchesAny(taken, edit))) continue
    for (const edit of edits) taken.splice(insertionIndex(taken, edit), 0, edit)
  }
  return taken
}

/** The number of sorted edits that start before this one. */
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

/** Whether an edit overlaps or touches one of the sorted ones: two fixes at one place do not know of each other. */
function touchesAny(taken: readonly Edit[], edit: Edit): boolean {
  const index = insertionIndex(taken, edit)
  return [taken[index - 1], taken[index]].some(
    (other) => other !== undefined && other.span.start <= edit.span.end && edit.span.start <= other.span.end,
  )
}
