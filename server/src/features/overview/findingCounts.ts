import * as l10n from '@vscode/l10n'
import type { FindingsOverview, FindingsRow } from '../../protocol/overview.ts'
import type { Finding, Severity } from '../../rules/rule.ts'
import type { ListSummary } from '../../workspace/listSummary.ts'

/** A list and its findings, reduced to what an overview shows. */
export interface ListFindings {
  readonly list: ListSummary
  readonly findings: readonly Pick<Finding, 'code' | 'severity' | 'message' | 'span'>[]
}

const findingSeverities: readonly Severity[] = ['error', 'warning', 'information', 'hint']

/** The findings of these lists by rule; `summaries` are the rules' summaries by code. */
export function findingsOverview(
  found: readonly ListFindings[],
  year: number | null,
  summaries: ReadonlyMap<string, string>,
): FindingsOverview {
  const chosen = found.filter(({ list }) => year === null || (list.programme.year ?? 0) === year)
  const rules = new Map<string, { worst: number; findings: number; readonly lists: Set<ListSummary> }>()
  for (const { list, findings } of chosen) {
    for (const { code, severity } of findings) {
      const row = rules.get(code) ?? { worst: findingSeverities.length, findings: 0, lists: new Set() }
      rules.set(code, row)
      row.worst = Math.min(row.worst, findingSeverities.indexOf(severity))
      row.findings++
      row.lists.add(list)
    }
  }
  const rows = [...rules].sort(([code, a], [other, b]) => a.worst - b.worst || b.findings - a.findings || (code < other ? -1 : 1))
  return {
    total: chosen.reduce((sum, { findings }) => sum + findings.length, 0),
    rules: rows.map(
      ([code, { worst, findings, lists }]): FindingsRow => ({
        key: code,
        detail: l10n.t(summaries.get(code) ?? ''),
        severity: findingSeverities[worst]!,
        findings,
        lists: lists.size,
      }),
    ),
    lists: Object.fromEntries(
      chosen.flatMap(({ list: { uri }, findings }) => (findings.length > 0 ? [[uri, findings.length]] : [])),
    ),
  }
}
