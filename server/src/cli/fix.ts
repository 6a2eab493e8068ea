import { fixAll } from '../rules/engine/fixAll.ts'
import type { Linter } from '../rules/engine/runner.ts'
import type { Finding } from '../rules/rule.ts'
import { applyEdits } from '../text/edits.ts'
import { type ReadList, readText } from './lists.ts'

/** A list with everything safe done, and what is left to report. */
export interface Mended {
  readonly list: ReadList
  readonly findings: readonly Finding[]
  /** How many findings that mended. */
  readonly count: number
}

/** Mends what is safe to mend in a list, of which `before` are the findings; null where that changes nothing. */
export function mend(list: ReadList, before: readonly Finding[], linter: Linter): Mended | null {
  if (safeIn(before) === 0) return null
  const { effective, file: old } = list
  const read = (text: string) => readText(text, old.path, effective)
  const lint = (file: ReadList['file']) => linter.lint(file, effective.severities)
  const text = applyEdits(old.text, fixAll(old.text, read, lint))
  if (text === old.text) return null
  const file = read(text)
  const findings = lint(file)
  return { list: { ...list, file }, findings, count: Math.max(1, safeIn(before) - safeIn(findings)) }
}

const safeIn = (findings: readonly Finding[]): number => findings.filter(({ fix }) => fix === 'safe').length
