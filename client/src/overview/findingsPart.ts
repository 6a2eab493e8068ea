import * as l10n from '@vscode/l10n'
import type { FindingsOverview, Overview } from '../../../server/src/protocol/overview.ts'
import { escapeHtml } from '../../../server/src/text/escapeHtml.ts'
import { severityNames } from '../webview/severityNames.ts'
import { formatCount, maxNumber } from './numbers.ts'
import { type Column, numberLink, tableBarCell, tableHtml, tableNameCell, tableNote } from './table.ts'

/** The table of problems: a row for each rule and severity. */
export function findingsPart({ complete, lists: all }: Overview, findings: FindingsOverview | null, counting: boolean): string {
  const note = counting || !complete ? tableNote(l10n.t('Counting problems…')) : ''
  if (findings === null) return note || tableNote(l10n.t('Could not count the problems. Select Refresh to try again.'))
  if (findings.total === 0) return note || tableNote(l10n.t`No problems in ${formatCount(all.length, 'list')}.`)
  const maxFindings = maxNumber(findings.rules.map((rule) => rule.findings))
  const rows = findings.rules.map(({ key, name, detail, severity, findings: count, lists: inLists }) => {
    const [to, label] = [{ table: 'findings', key } as const, `${name}, ${severityNames()[severity]}`]
    return [
      tableNameCell(name, detail, to),
      escapeHtml(severityNames()[severity]),
      tableBarCell({
        count,
        max: maxFindings,
        segments: [{ kind: severity, count }],
        to,
        label: `${label}: ${formatCount(count, 'problem')}`,
      }),
      numberLink(inLists, { ...to, part: 'lists' }, `${label}: ${formatCount(inLists, 'list')}`),
    ]
  })
  const columns: readonly Column[] = [
    { title: l10n.t('Rule'), kind: 'name' },
    { title: l10n.t('Severity'), kind: 'text' },
    { title: l10n.t('Problems'), kind: 'amount' },
    { title: l10n.t('Lists'), kind: 'number' },
  ]
  // the old numbers stay until the new ones arrive
  const again = note && tableNote(l10n.t('Recounting…'))
  return (
    again +
    tableHtml({
      id: 'findings',
      caption: l10n.t('Problems by rule'),
      columns,
      rows,
      showAll: (count) => l10n.t`Show all ${count} rules`,
    })
  )
}
