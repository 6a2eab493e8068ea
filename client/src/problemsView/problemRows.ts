import * as l10n from '@vscode/l10n'
import type { ListProblem, ProblemList, WantedProblems } from '../../../server/src/protocol/problems.ts'
import { pluralize } from '../../../server/src/text/wording.ts'
import { listNameDetails } from '../ideasView/listNames.ts'
import { dotSeparated } from '../wording.ts'

/** What is shown: all severities and rules, but those that are left out. */
export interface ProblemFilter {
  readonly hiddenSeverities: readonly string[]
  /** Only this rule; null for all. */
  readonly rule: string | null
}

/** A row of the view: a list, a rule in it, or a problem of that rule; the menu of the manifest offers *Fix…* on a `fixableProblem`. */
export interface ProblemRow {
  readonly kind: 'list' | 'rule' | 'problem' | 'fixableProblem'
  readonly id: string
  readonly label: string
  readonly description: string
  readonly uri: string
  readonly problem: ListProblem | null
  readonly children: readonly ProblemRow[]
}

const problemSeverities = ['error', 'warning', 'information', 'hint']

const isShownProblem = ({ severity, code }: ListProblem, { hiddenSeverities, rule }: ProblemFilter): boolean =>
  !hiddenSeverities.includes(severity) && (rule === null || rule === code)

/** The problems that a filter shows. */
export const shownProblems = (lists: readonly ProblemList[], filter: ProblemFilter): readonly WantedProblems[] =>
  lists.flatMap(({ uri, problems }) => {
    const shown = problems.filter((each) => isShownProblem(each, filter)).map(({ code, range }) => ({ code, range }))
    return shown.length > 0 ? [{ uri, problems: shown }] : []
  })

/** Lists with their rules, the most severe first, and the places of each. */
export const problemRows = (
  lists: readonly ProblemList[],
  filter: ProblemFilter,
  pathOf: (uri: string) => string,
): readonly ProblemRow[] => {
  const details = listNameDetails(
    lists.map(({ uri, label }) => ({ key: uri, label })),
    pathOf,
  )
  return lists.flatMap(({ uri, label, problems }): readonly ProblemRow[] => {
    const shown = problems.filter((problem) => isShownProblem(problem, filter))
    if (shown.length === 0) return []
    const codes = [...new Set(shown.map(({ code }) => code))]
    const worst = (code: string): number =>
      Math.min(...shown.filter((each) => each.code === code).map(({ severity }) => problemSeverities.indexOf(severity)))
    const children = codes
      .toSorted((a, b) => worst(a) - worst(b) || (a < b ? -1 : 1))
      .map((code) =>
        ruleRow(
          uri,
          code,
          shown.filter((each) => each.code === code),
        ),
      )
    const description = dotSeparated([details.get(uri), problemSeverityCounts(shown)])
    return [{ kind: 'list', id: uri, label, description, uri, problem: null, children }]
  })
}

const ruleRow = (uri: string, code: string, problems: readonly ListProblem[]): ProblemRow => ({
  kind: 'rule',
  id: `${uri}\n${code}`,
  label: code,
  description: problemSeverityCounts(problems),
  uri,
  problem: null,
  children: problems.map((problem, index) => ({
    kind: problem.hasFix ? 'fixableProblem' : 'problem',
    id: `${uri}\n${code}\n${index}`,
    label: problem.idea || problem.message,
    description: [...(problem.idea ? [problem.message] : []), l10n.t`line ${problem.range.start.line + 1}`].join(' · '),
    uri,
    problem,
    children: [],
  })),
})

/** `2 errors, 7 warnings, 5 others`: each severity as it is. */
const problemSeverityCounts = (problems: readonly ListProblem[]): string => {
  const count = (severity: string): number => problems.filter((each) => each.severity === severity).length
  const [errors, warnings] = [count('error'), count('warning')]
  const others = problems.length - errors - warnings
  return [
    ...(errors > 0 ? [pluralize(errors, 'error')] : []),
    ...(warnings > 0 ? [pluralize(warnings, 'warning')] : []),
    ...(others > 0 ? [l10n.t`${others} information`] : []),
  ].join(', ')
}

/** The rules that have problems, with how many. */
export const rulesWithProblems = (lists: readonly ProblemList[]): readonly (readonly [code: string, count: number])[] => {
  const counts = new Map<string, number>()
  for (const { code } of lists.flatMap(({ problems }) => problems)) counts.set(code, (counts.get(code) ?? 0) + 1)
  return [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1))
}
