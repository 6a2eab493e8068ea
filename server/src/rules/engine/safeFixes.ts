import type { IdeaFile } from '../../model/types.ts'
import { applyEdits, areDisjoint, compareEdits, type Edit } from '../../text/edits.ts'
import { lowerBound } from '../../text/lowerBound.ts'
import { compareSpans, type Span, shift } from '../../text/span.ts'
import { type Change, coveringChange } from '../../text/textChange.ts'
import type { Finding, Fix } from '../rule.ts'
import { keepsModel, lossesOfModel } from './keepsModel.ts'

/** Reads `text`, which differs from the text of `file` only by `change`. */
export type UpdateFile<File extends IdeaFile> = (file: File, text: string, change: Change) => File

/** A fix that its rule takes for safe, with its finding. */
export interface FixCandidate {
  readonly finding: Finding
  readonly fix: Fix
}

/** A candidate without edits that change nothing. */
export interface ChosenFix extends FixCandidate {
  readonly edits: readonly Edit[]
}

/** Fixes that were applied together, and the file with them, read again. */
export interface AppliedFixes<File extends IdeaFile> {
  readonly fixes: readonly ChosenFix[]
  readonly edits: readonly Edit[]
  readonly file: File
}

/**
 * How many sets of fixes may fail: all in lists as people write them, fewer in a longer text, so that time grows with the text. After
 * them, fixes are tried in all ideas at once (`applyFixesByIdea`).
 */
const maxFailedFixSets = (text: string): number => Math.max(100, Math.floor(1e8 / (text.length + 1)))

/**
 * Applies candidates that together keep everything but what their findings name (`keepsModel`): all of them if they do, which is one
 * reading; otherwise as many as a binary search finds, each step reading what its fixes change. Their edits must not touch.
 */
export function* applySafeFixes<File extends IdeaFile>(
  file: File,
  candidates: readonly ChosenFix[],
  update: UpdateFile<File>,
  maxFailures = maxFailedFixSets(file.text),
): Generator<void, AppliedFixes<File>> {
  let failures = 0
  const attempt = (base: AppliedFixes<File>, more: readonly ChosenFix[]): FixAttempt<File> => {
    const fixes = [...base.fixes, ...more]
    const added = more.flatMap((each) => each.edits).sort(compareEdits)
    const moved = shiftPastSafeFixes(added, base.edits)
    const change = coveringChange(moved)
    if (change === null) return { applied: { ...base, fixes }, losses: [] }
    const edits = [...base.edits, ...added].sort(compareEdits)
    const after = update(base.file, applyEdits(base.file.text, moved), change)
    const effect = { edits, named: fixes.flatMap(safeFixNamedSpans) }
    if (keepsModel(file, after, effect)) return { applied: { fixes, edits, file: after }, losses: [] }
    return { applied: null, losses: failures < maxFailures ? [] : lossesOfModel(file, after, effect) }
  }
  function* extend(base: AppliedFixes<File>, more: readonly ChosenFix[]): Generator<void, AppliedFixes<File>> {
    if (more.length === 0) return base
    yield
    const all = attempt(base, more).applied
    if (all !== null) return all
    failures++
    if (more.length === 1) return base
    if (failures > maxFailures) return yield* applyFixesByIdea(ideaStartsForFixes(file), base, more, attempt)
    const middle = more.length >> 1
    return yield* extend(yield* extend(base, more.slice(0, middle)), more.slice(middle))
  }
  return yield* extend({ fixes: [], edits: [], file }, candidates)
}

interface FixAttempt<File extends IdeaFile> {
  /** Null if something would be lost. */
  readonly applied: AppliedFixes<File> | null
  /** Where, as far as it is known. */
  readonly losses: readonly Span[]
}

/** How often fixes are tried in all ideas at once: twice for each fix of the idea with the most that cannot be applied. */
const maxFixAttempts = 40

/**
 * Applies fixes without those at places at which something is lost, then tries one of the latter in each idea, and another, until none is
 * left: the number of readings depends on the fixes of one idea, not of the list. If it can't be said where something is lost, half of the fixes wait.
 */
function* applyFixesByIdea<File extends IdeaFile>(
  starts: readonly number[],
  base: AppliedFixes<File>,
  candidates: readonly ChosenFix[],
  attempt: (base: AppliedFixes<File>, more: readonly ChosenFix[]) => FixAttempt<File>,
): Generator<void, AppliedFixes<File>> {
  let result = base
  let waiting: readonly ChosenFix[] = []
  let now = candidates
  let isOneEach = false
  for (let count = 0; count < maxFixAttempts && now.length > 0; count++) {
    yield
    const { applied, losses } = attempt(result, now)
    if (applied === null) {
      const isLost = fixPlaceFinder(losses)
      const blamed = now.filter(isLost)
      const half = now.length >> 1
      const kept = blamed.length > 0 ? now.filter((each) => !isLost(each)) : now.slice(0, half)
      // what is lost with one fix in each idea is lost by that fix
      if (blamed.length === 0) waiting = [...waiting, ...now.slice(Math.max(half, 1))]
      else if (!isOneEach) waiting = [...waiting, ...blamed]
      now = kept
      if (kept.length > 0) continue
    }
    result = applied ?? result
    now = oneFixInEachIdea(starts, waiting)
    const taken = new Set(now)
    waiting = waiting.filter((each) => !taken.has(each))
    isOneEach = true
  }
  return result
}

const ideaStartsForFixes = ({ projects }: IdeaFile): readonly number[] =>
  projects.flatMap(({ ideas }) => ideas.map(({ at }) => at))

/** The first fix in each idea. */
function oneFixInEachIdea(starts: readonly number[], candidates: readonly ChosenFix[]): readonly ChosenFix[] {
  const first = new Map<number, ChosenFix>()
  for (const each of candidates) {
    const idea = lowerBound(starts, (start) => start <= each.edits[0]!.span.start)
    if (!first.has(idea)) first.set(idea, each)
  }
  return [...first.values()]
}

/** Whether a fix has an edit at one of these places. */
function fixPlaceFinder(places: readonly Span[]): (fix: ChosenFix) => boolean {
  const sorted = places.toSorted(compareSpans)
  // the furthest end of all places up to each
  const ends = sorted.map(({ end }) => end)
  for (let index = 1; index < ends.length; index++) ends[index] = Math.max(ends[index]!, ends[index - 1]!)
  return ({ edits }) =>
    edits.some(({ span }) => {
      const last = lowerBound(sorted, ({ start }) => start <= span.end) - 1
      return last >= 0 && ends[last]! >= span.start
    })
}

/** Edits as they are in the text after other edits. Both are in order, and none touches another. */
function shiftPastSafeFixes(edits: readonly Edit[], earlier: readonly Edit[]): readonly Edit[] {
  let passed = 0
  let by = 0
  return edits.map(({ span, newText }) => {
    for (let other = earlier[passed]; other !== undefined && other.span.start < span.start; other = earlier[++passed])
      by += other.newText.length - (other.span.end - other.span.start)
    return { span: shift(span, by), newText }
  })
}

const safeFixNamedSpans = ({ finding, fix }: FixCandidate) => [finding.span, ...(fix.named ?? [])]

/** Which of these fixes are really safe in this version of the file. Fixes that overlap are judged apart from each other. */
export function* safeFixesAmong<File extends IdeaFile>(
  file: File,
  candidates: readonly FixCandidate[],
  update: UpdateFile<File>,
): Generator<void, ReadonlySet<Fix>> {
  const safe = new Set<Fix>()
  let left: readonly FixCandidate[] = [...new Map(candidates.map((candidate) => [candidate.fix, candidate])).values()]
  while (left.length > 0) {
    const { chosen, others } = disjointCandidates(file, left)
    const { fixes } = yield* applySafeFixes(file, chosen, update)
    for (const { fix } of fixes) safe.add(fix)
    left = others.length < left.length ? others : []
  }
  return safe
}

interface ChosenFixes {
  readonly chosen: readonly ChosenFix[]
  /** Those that touch a chosen one. */
  readonly others: readonly FixCandidate[]
}

/** The candidates from top to bottom, without those whose edits touch those of an earlier one; edits that change nothing are dropped. */
export function disjointCandidates({ text }: IdeaFile, candidates: readonly FixCandidate[]): ChosenFixes {
  const taken = new SafeFixEdits()
  const chosen: ChosenFix[] = []
  const others: FixCandidate[] = []
  for (const candidate of candidates) {
    const edits = candidate.fix.edits.filter(({ span, newText }) => text.slice(span.start, span.end) !== newText)
    if (edits.length === 0 || !areDisjoint(edits)) continue
    if (edits.some((edit) => taken.touches(edit))) others.push(candidate)
    else {
      chosen.push({ ...candidate, edits })
      for (const edit of edits) taken.add(edit)
    }
  }
  return { chosen, others }
}

/** Disjoint edits in order. */
class SafeFixEdits {
  readonly #edits: Edit[] = []

  add(edit: Edit): void {
    this.#edits.splice(this.#indexOf(edit), 0, edit)
  }

  /** Whether an edit overlaps or touches one of these: two fixes at one place do not know of each other. */
  touches(edit: Edit): boolean {
    const index = this.#indexOf(edit)
    return [this.#edits[index - 1], this.#edits[index]].some(
      (other) => other !== undefined && other.span.start <= edit.span.end && edit.span.start <= other.span.end,
    )
  }

  /** The number of edits that start before this one. */
  #indexOf({ span }: Edit): number {
    return lowerBound(this.#edits, (edit) => edit.span.start < span.start)
  }
}
