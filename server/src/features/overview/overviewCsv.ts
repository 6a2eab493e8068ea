import type { FindingsOverview, Overview } from '../../protocol/overview.ts'
import { csvText } from '../../text/csv.ts'

const overviewColumns = ['table', 'name', 'detail', 'year', 'ideas', 'primary', 'findings']

type OverviewCells = readonly (string | number | null)[]

/** An overview as CSV: one line per row, for a project one per year; cells that do not apply are empty. */
export function overviewCsv(overview: Omit<Overview, 'complete'>, findings: FindingsOverview): string {
  const { years, year } = overview
  const known = (each: number): number | null => each || null
  const scope = year === null ? null : known(year)
  const rows: readonly OverviewCells[] = [
    ...overview.byYear.flatMap(({ year: each, gsoc, lfx, other }) =>
      Object.entries({ GSoC: gsoc, LFX: lfx, other })
        .filter(([, ideas]) => ideas > 0)
        .map(([name, ideas]) => ['years', name, '', known(each), ideas]),
    ),
    ...overview.lists.map((list) => [
      ...['lists', list.name, list.detail, known(list.year), list.ideas, null],
      findings.lists[list.key] ?? 0,
    ]),
    ...overview.projects.flatMap(({ name, perYear }) =>
      perYear.flatMap((ideas, index) => {
        const each = years[index]!
        return ideas > 0 && (year === null || year === each) ? [['projects', name, '', known(each), ideas]] : []
      }),
    ),
    ...overview.mentors.map(({ name, detail, ideas, primary }) => ['mentors', name, detail, scope, ideas, primary]),
    ...overview.sizes.map(({ name, detail, ideas }) => ['sizes', name, detail, scope, ideas]),
    ...overview.skills.map(({ name, detail, ideas }) => ['skills', name, detail, scope, ideas]),
    ...findings.rules.map(({ name, severity, findings: count }) => ['findings', name, severity, scope, null, null, count]),
  ]
  return csvText([overviewColumns, ...rows.map((row) => overviewColumns.map((_, index) => row[index] ?? null))])
}
