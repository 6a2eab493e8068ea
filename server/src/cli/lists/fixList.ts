import type { Linter } from '../../rules/engine/createLinter.ts'
import { fixAll } from '../../rules/engine/fixAll.ts'
import type { Finding } from '../../rules/rule.ts'
import type { Edit } from '../../text/edits.ts'
import { type ReadList, reparseList } from '../input/readLists.ts'

/** A list after all safe fixes, and the findings that remain. */
export interface FixResult {
  readonly list: ReadList
  readonly findings: readonly Finding[]
  /** How many findings were fixed; at least 1. */
  readonly count: number
}

/** Applies the safe fixes to a list, whose findings are `before`; null if that changes nothing. */
export function fixList(list: ReadList, before: readonly Finding[], linter: Linter): FixResult | null {
  if (countFixable(before) === 0) return null
  const lint = (file: ReadList['file']): readonly Finding[] => linter.lint(file, list.effective.severities)
  const { file } = fixAll(list.file, { update: (...changed) => reparseList(list, ...changed), lint })
  if (file.text === list.file.text) return null
  const findings = lint(file)
  return {
    list: { ...list, text: file.text, file, key: null },
    findings,
    count: Math.max(1, countFixable(before) - countFixable(findings)),
  }
}

/** The edits that make of a list what `--fix` would write. */
export const safeEditsOfList = (list: ReadList, linter: Linter): readonly Edit[] =>
  fixAll(list.file, {
    update: (...changed) => reparseList(list, ...changed),
    lint: (file) => linter.lint(file, list.effective.severities),
  }).edits

const countFixable = (findings: readonly Finding[]): number => findings.filter(({ fix }) => fix === 'safe').length
