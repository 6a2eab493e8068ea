import type { ListFindings } from '../../features/overview/findingCounts.ts'
import type { ChangedFile } from '../../protocol/problems.ts'
import { createTouchTest, touchedFindings } from '../../report/touchedFindings.ts'
import { allLines, noLines, type TouchedLines, touchedByHunks } from '../../report/touchedLines.ts'
import type { Related } from '../../rules/rule.ts'
import { lineDiff } from '../../text/lineDiff.ts'
import type { ListSummary } from '../../workspace/listSummary.ts'
import type { Session } from '../session.ts'
import type { WorkspaceFindings } from './workspaceFindings.ts'

/** Of the findings in all lists those that changes are responsible for, as `--changed-since` does it; null if that is cancelled. */
export async function findingsOfChanges(
  found: readonly ListFindings[],
  changed: readonly ChangedFile[],
  { lists }: Session,
  findings: WorkspaceFindings,
  isCancelled: () => boolean,
): Promise<readonly ListFindings[] | null> {
  const touched = new Map<ListSummary, TouchedLines>()
  for (const { uri, before } of changed) {
    const list = lists.find(uri)
    if (list) touched.set(list, before === null ? allLines : touchedByHunks(lineDiff(before, list.text)))
  }
  const tests = new Map([...touched].map(([list, lines]) => [list, createTouchTest(list.text, lines)]))
  const isTouchedElsewhere = ({ uri, span }: Related): boolean => {
    const other = uri === undefined ? null : lists.find(uri)
    return (other && tests.get(other)?.(span, false)) ?? false
  }
  const mine: ListFindings[] = []
  for (const { list, findings: all } of found) {
    const lines = touched.get(list) ?? noLines
    // the others are read only if another list may be responsible
    const isConcerned = touched.has(list) || all.some(({ related = [] }) => related.some(isTouchedElsewhere))
    if (!isConcerned) continue
    const file = await findings.fileOf(list, isCancelled)
    if (file === null) return null
    mine.push({ list, findings: touchedFindings(file, all, lines, isTouchedElsewhere) })
  }
  return mine
}
