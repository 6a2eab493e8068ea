import { fixAll } from '../../rules/engine/fixAll.ts'
import type { Linter } from '../../rules/engine/runner.ts'
import type { Finding } from '../../rules/rule.ts'
import { type ReadList, updated } from '../input/readLists.ts'

/** A list with everything safe done, and what is left to report. */
export interface FixResult {
  readonly list: ReadList
  readonly findings: readonly Finding[]
  /** How many findings that mended. */
  readonly count: number
}

/** Mends what is safe to mend in a list, of which `before` are the findings; null where that changes nothing. */
export function fixFile(list: ReadList, before: readonly Finding[], linter: Linter): FixResult | null {
  if (safeIn(before) === 0) return null
  const lint = (file: ReadList['file']): readonly Finding[] => linter.lint(file, list.effective.severities)
  const { file } = fixAll(list.file, { update: (...changed) => updated(list, ...changed), lint })
  if (file.text === list.file.text) return null
  const findings = lint(file)
  return { list: { ...list, file }, findings, count: Math.max(1, safeIn(before) - safeIn(findings)) }
}

const safeIn = (findings: readonly Finding[]): number => findings.filter(({ fix }) => fix === 'safe').length
