import * as l10n from '@vscode/l10n'
import type { FindingsOverview, FindingsRow } from '../../protocol/overview.ts'
import type { Finding, Severity } from '../../rules/rule.ts'
import { compareCodeUnits } from '../../text/compareCodeUnits.ts'
import type { ListSummary } from '../../workspace/listSummary.ts'
import { overviewListKey } from './overview.ts'

/** A finding without its fixes (`fix` says whether it has one), which would hold the whole model. */
export type FoundInList = Pick<Finding, 'code' | 'severity' | 'message' | 'span' | 'related' | 'fix'>

/** A list and its findings, reduced to what an overview shows. */
export interface ListFindings {
  readonly list: ListSummary
  readonly findings: readonly FoundInList[]
}

const findingSeverities: readonly Severity[] = ['error', 'warning', 'information', 'hint']

interface FindingsRowCount {
  readonly code: string
  readonly rank: number
  findings: number
  /** The keys of their rows: the files of a folder are one list. */
  readonly lists: Set<string>
}

/** The key of the row that counts a finding: a rule may report some things as errors, and others as information. */
export const findingsRowKey = ({ code, severity }: Pick<FoundInList, 'code' | 'severity'>): string => `${code}\n${severity}`

/** The findings of these lists by rule and severity; `summaries` are the rules' summaries by code. */
export function findingsOverview(
  found: readonly ListFindings[],
  year: number | null,
  summaries: ReadonlyMap<string, string>,
): FindingsOverview {
  const chosen = found.filter(({ list }) => year === null || (list.programme.year ?? 0) === year)
  const rules = new Map<string, FindingsRowCount>()
  const lists = new Map<string, number>()
  for (const { list, findings } of chosen) {
    const key = overviewListKey(list)
    for (const { code, severity } of findings) {
      const rule = findingsRowKey({ code, severity })
      const row = rules.get(rule) ?? { code, rank: findingSeverities.indexOf(severity), findings: 0, lists: new Set() }
      rules.set(rule, row)
      row.findings++
      row.lists.add(key)
    }
    if (findings.length > 0) lists.set(key, (lists.get(key) ?? 0) + findings.length)
  }
  const rows = [...rules].sort(([, a], [, b]) => a.rank - b.rank || b.findings - a.findings || compareCodeUnits(a.code, b.code))
  return {
    total: chosen.reduce((sum, { findings }) => sum + findings.length, 0),
    rules: rows.map(
      ([key, { code, rank, findings, lists }]): FindingsRow => ({
        key,
        name: code,
        detail: l10n.t(summaries.get(code) ?? ''),
        severity: findingSeverities[rank]!,
        findings,
        lists: lists.size,
      }),
    ),
    lists: Object.fromEntries(lists),
  }
}
