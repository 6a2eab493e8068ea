import { lowerBound } from '../../text/lowerBound.ts'
import type { Span } from '../../text/span.ts'
import type { Finding, Suppression, Unused } from '../rule.ts'
import { suppressionLineAt } from './readSuppressions.ts'

/** The findings that no comment suppresses, and the comments without effect. */
export interface Suppressed {
  readonly findings: readonly Finding[]
  readonly unused: readonly Unused[]
}

/** Applies the comments, in text order, to findings; `codes` are those of all rules. */
export function suppressFindings(
  text: string,
  suppressions: readonly Suppression[],
  findings: readonly Finding[],
  codes: readonly string[],
): Suppressed {
  if (suppressions.length === 0) return { findings, unused: [] }
  const byCode = suppressedStartsByCode(findings)
  const scopes = [
    suppressedFileScope(suppressions),
    suppressedNextLineScope(text, suppressions),
    suppressedRangeScope(suppressions),
  ]
  const isUsed = (suppression: Suppression, code: string): boolean =>
    suppressionAppliesTo(suppression, code) && scopes.some((scope) => scope.isUsed(suppression, code, byCode.get(code) ?? []))
  return {
    findings: findings.filter(({ code, span }) => !scopes.some((scope) => scope.covers(code, span.start))),
    unused: suppressions
      .filter(({ kind }) => kind !== 'enable')
      .flatMap((suppression) =>
        unusedSuppressedCodes(
          suppression,
          [...byCode.keys()].filter((code) => isUsed(suppression, code)),
          codes,
        ),
      ),
  }
}

/** The comments of one kind. If several of them suppress a finding, all of them are used. */
interface SuppressionScope {
  /** Whether any of the comments suppresses a finding with this code that begins at an offset. */
  readonly covers: (code: string, start: number) => boolean
  /** Whether a comment, which applies to the code, suppresses any finding with it; `starts` are their sorted offsets. */
  readonly isUsed: (suppression: Suppression, code: string, starts: readonly number[]) => boolean
}

function suppressedStartsByCode(findings: readonly Finding[]): ReadonlyMap<string, readonly number[]> {
  const byCode = new Map<string, number[]>()
  for (const { code, span } of findings) {
    const starts = byCode.get(code)
    if (starts) starts.push(span.start)
    else byCode.set(code, [span.start])
  }
  for (const starts of byCode.values()) starts.sort((a, b) => a - b)
  return byCode
}

/** Whether a comment suppresses a code. */
const suppressionAppliesTo = ({ codes }: Suppression, code: string): boolean =>
  codes.length === 0 || codes.some((own) => own.code === code)

/** Whether one of the sorted offsets is at least `from` and less than `to`. */
function isAnySuppressedBetween(offsets: readonly number[], from: number, to: number): boolean {
  const first = offsets[lowerBound(offsets, (offset) => offset < from)]
  return first !== undefined && first < to
}

/** `idea-files-disable-file` */
function suppressedFileScope(suppressions: readonly Suppression[]): SuppressionScope {
  const whole = suppressions.filter(({ kind }) => kind === 'file')
  return {
    covers: (code) => whole.some((suppression) => suppressionAppliesTo(suppression, code)),
    isUsed: ({ kind }, _, starts) => kind === 'file' && starts.length > 0,
  }
}

/** A line below comments, with the codes that they suppress there; null means all codes. */
interface SuppressedLine {
  readonly line: Span
  readonly codes: Set<string | null>
}

/** `idea-files-disable-next-line` */
function suppressedNextLineScope(text: string, suppressions: readonly Suppression[]): SuppressionScope {
  const findLine = createSuppressedLineFinder(text, suppressions)
  const lines = new Map<Suppression, Span>()
  const byStart = new Map<number, SuppressedLine>()
  for (const suppression of suppressions) {
    if (suppression.kind !== 'next-line') continue
    const line = findLine(suppression)
    lines.set(suppression, line)
    const entry: SuppressedLine = byStart.get(line.start) ?? { line, codes: new Set() }
    byStart.set(line.start, entry)
    if (suppression.codes.length === 0) entry.codes.add(null)
    for (const { code } of suppression.codes) entry.codes.add(code)
  }
  const sorted = [...byStart.values()].sort((a, b) => a.line.start - b.line.start)
  return {
    covers(code, start) {
      const found = sorted[lowerBound(sorted, ({ line }) => line.end < start)]
      return found !== undefined && found.line.start <= start && (found.codes.has(null) || found.codes.has(code))
    },
    isUsed(suppression, _, starts) {
      const line = lines.get(suppression)
      return line !== undefined && isAnySuppressedBetween(starts, line.start, line.end + 1)
    },
  }
}

/** Finds the first line after a comment that has more than a suppression comment. Remembers the lines that it passed. */
function createSuppressedLineFinder(text: string, all: readonly Suppression[]): (suppression: Suppression) => Span {
  const found = new Map<number, Span>()
  const isSkipped = (line: Span): boolean => {
    const first = all[lowerBound(all, ({ span }) => span.start < line.start)]
    const own = first !== undefined && first.span.end <= line.end ? first.span : { start: line.end, end: line.end }
    return (text.slice(line.start, own.start) + text.slice(own.end, line.end)).trim() === ''
  }
  return ({ span }) => {
    const passed: number[] = []
    let { end } = suppressionLineAt(text, span.end)
    let result = found.get(end)
    while (result === undefined && end < text.length) {
      passed.push(end)
      const line = suppressionLineAt(text, text.startsWith('\r\n', end) ? end + 2 : end + 1)
      end = line.end
      result = isSkipped(line) ? found.get(end) : line
    }
    result ??= { start: text.length, end: text.length }
    for (const each of passed) found.set(each, result)
    return result
  }
}

/** `idea-files-disable` … `idea-files-enable` */
function suppressedRangeScope(suppressions: readonly Suppression[]): SuppressionScope {
  const all = suppressions.filter(({ kind }) => kind === 'disable' || kind === 'enable')
  const forCode = memoizedSuppression((code: string) => all.filter((suppression) => suppressionAppliesTo(suppression, code)))
  const enablesFor = memoizedSuppression((code: string) => forCode(code).filter(({ kind }) => kind === 'enable'))
  const offsetOf = ({ kind, span }: Suppression): number => (kind === 'disable' ? span.end : span.start)
  return {
    covers(code, start) {
      const own = forCode(code)
      return own[lowerBound(own, (each) => offsetOf(each) <= start) - 1]?.kind === 'disable'
    },
    isUsed({ kind, span }, code, starts) {
      if (kind !== 'disable') return false
      const enables = enablesFor(code)
      const enable = enables[lowerBound(enables, (each) => each.span.start < span.end)]
      return isAnySuppressedBetween(starts, span.end, enable?.span.start ?? Number.POSITIVE_INFINITY)
    },
  }
}

function memoizedSuppression<T>(compute: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>()
  return (key) => {
    const value = known.get(key) ?? compute(key)
    known.set(key, value)
    return value
  }
}

/** Reports of this code come last, and are suppressed only by name. */
const unusedSuppressionCode = 'unused-suppression'

function unusedSuppressedCodes(suppression: Suppression, used: readonly string[], known: readonly string[]): readonly Unused[] {
  const { codes } = suppression
  const idle = codes.filter(({ code }) => code !== unusedSuppressionCode && !used.includes(code))
  if (codes.length === 0 ? used.length > 0 : idle.length === 0) return []
  const isInVain = idle.length === codes.length && idle.every(({ code }) => known.includes(code))
  return isInVain ? [{ suppression, code: null }] : idle.map((code) => ({ suppression, code }))
}
