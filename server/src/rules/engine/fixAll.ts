import type { IdeaFile } from '../../model/types.ts'
import { composeEdits } from '../../text/composeEdits.ts'
import type { Edit } from '../../text/edits.ts'
import { runSteps } from '../../text/runSteps.ts'
import type { Finding } from '../rule.ts'
import { applySafeFixes, disjointCandidates, type FixCandidate, type UpdateFile } from './safeFixes.ts'

/** One fix can reveal the next finding; if that takes more rounds, fixes probably undo each other. */
const maxFixRounds = 5

/** Selects the findings to fix; `file` is the version in which they were found, after the `edits` of the previous rounds. */
export type FindingFilter = (finding: Finding, file: IdeaFile, edits?: readonly Edit[]) => boolean

/** Selects all findings with a code. */
export const hasCodeToFix =
  (code: string): FindingFilter =>
  (finding) =>
    finding.code === code

/** Reads and lints a file again between the rounds. */
export interface FixEngine<File extends IdeaFile> {
  readonly update: UpdateFile<File>
  readonly lint: (file: File) => readonly Finding[]
}

/** The same in steps, between which the caller may do something else. */
export interface SteppedFixEngine<File extends IdeaFile> {
  readonly update: UpdateFile<File>
  readonly lint: (file: File) => Generator<void, readonly Finding[]>
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
 * Applies the safe fixes of the selected findings, in rounds: each round applies disjoint edits that together keep everything but what
 * the findings name, then the file is linted again. `scope` is `finding` if a fix may not fix other findings along with its own.
 */
export const fixAll = <File extends IdeaFile>(
  file: File,
  { update, lint }: FixEngine<File>,
  isSelected?: FindingFilter,
  scope?: FixScope,
): FixedFile<File> => {
  const engine: SteppedFixEngine<File> = {
    update,
    *lint(each) {
      yield
      return lint(each)
    },
  }
  return runSteps(fixAllInSteps(file, engine, isSelected, scope))
}

/** The same as {@link fixAll}, in steps. */
export function* fixAllInSteps<File extends IdeaFile>(
  file: File,
  { update, lint }: SteppedFixEngine<File>,
  isSelected: FindingFilter = () => true,
  scope: FixScope = 'file',
): Generator<void, FixedFile<File>> {
  let edits: readonly Edit[] = []
  let now = file
  for (let round = 0; round < maxFixRounds; round++) {
    const earlier = edits
    const findings = (yield* lint(now)).filter((finding) => finding.fix === 'safe' && isSelected(finding, now, earlier))
    const candidates: FixCandidate[] = []
    for (const finding of findings) {
      const candidate = fixAllCandidate(finding, scope)
      if (candidate !== null) candidates.push(candidate)
      yield
    }
    const { chosen } = disjointCandidates(now, candidates)
    const { file: next, edits: added } = yield* applySafeFixes(now, chosen, update)
    if (added.length === 0) break
    edits = composeEdits(file.text, edits, added)
    now = next
  }
  return { file: now, edits }
}

/** A finding with its first safe fix. */
function fixAllCandidate(finding: Finding, scope: FixScope): FixCandidate | null {
  const fixes = scope === 'finding' ? (finding.individualFixes ?? finding.fixes) : finding.fixes
  const fix = fixes?.().find(({ kind }) => kind === 'safe')
  return fix ? { finding, fix } : null
}
