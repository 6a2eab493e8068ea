import type { IdeaFile } from '../../model/types.ts'
import { runSteps } from '../../text/runSteps.ts'
import type { ListSummary } from '../../workspace/listSummary.ts'
import { noPeers } from '../../workspace/peers.ts'
import type { Finding, Rule, SuppressionRule } from '../rule.ts'
import { downgradeFixesInConflicts } from './conflictFixes.ts'
import { FileFindings } from './fileFindings.ts'
import { compareFindings, findingOfReport, type Severities } from './findingOfReport.ts'
import { IdeaFindings } from './ideaFindings.ts'
import { createSuppressionReader } from './readSuppressions.ts'
import { type Log, runGuardedRule } from './ruleGuard.ts'
import { suppressFindings } from './suppressFindings.ts'

export type { Severities } from './findingOfReport.ts'

/** Finds defects in idea files. Caches findings by idea, so an edit costs one idea. */
export interface Linter {
  /**
   * The findings of a file, sorted by place; none for a file that is not an idea list. `peers` are the lists of the same kind and term
   * that come before it: the same array means that none of them has changed.
   */
  lint(file: IdeaFile, severities?: Severities, peers?: readonly ListSummary[]): readonly Finding[]
  /** The same in steps, between which the caller may do something else. */
  lintInSteps(file: IdeaFile, severities?: Severities, peers?: readonly ListSummary[]): Generator<void, readonly Finding[]>
}

const defaultSeverities: Severities = {}

/** Creates a linter. If a rule throws or reports a place outside the text, `log` gets a line and the report is dropped. */
export function createLinter(rules: readonly Rule[], log: Log = () => {}): Linter {
  const fileFindings = new FileFindings(rules, log)
  const ideaFindings = new IdeaFindings(
    rules.filter((rule) => rule.scope === 'idea'),
    log,
  )
  const applySuppressions = createSuppressionFilter(rules, log)

  function* lintInSteps(file: IdeaFile, severities = defaultSeverities, peers = noPeers): Generator<void, readonly Finding[]> {
    if (!file.ideaList) return []
    const parts: (readonly Finding[])[] = []
    for (const findings of fileFindings.inSteps(file, severities, peers)) {
      parts.push(findings)
      yield
    }
    for (const project of file.projects) {
      parts.push(ideaFindings.inProject(project, file, severities))
      yield
    }
    return [...downgradeFixesInConflicts(file, applySuppressions(file, parts.flat(), severities))].sort(compareFindings)
  }

  return {
    lint: (file, severities, peers) => runSteps(lintInSteps(file, severities, peers)),
    lintInSteps,
  }
}

type SuppressionFilter = (file: IdeaFile, findings: readonly Finding[], severities: Severities) => readonly Finding[]

/** Drops findings that a comment suppresses, and adds those about comments without effect. */
function createSuppressionFilter(rules: readonly Rule[], log: Log): SuppressionFilter {
  const codes = rules.map(({ code }) => code)
  const suppressionRules = rules.filter((rule): rule is SuppressionRule => rule.scope === 'suppression')
  const readSuppressions = createSuppressionReader(codes)
  return (file, findings, severities) => {
    const suppressions = readSuppressions(file)
    if (suppressions.length === 0) return findings
    const { findings: left, unused } = suppressFindings(file.text, suppressions, findings, codes)
    const aboutComments = suppressionRules.flatMap((rule) =>
      runGuardedRule(rule, () => rule.check({ text: file.text, unused, codes }), file.text.length, log).flatMap(
        (report) => findingOfReport({ rule, report }, 0, severities, log) ?? [],
      ),
    )
    // findings about comments are suppressed by name only
    const byName = suppressions.filter((suppression) => suppression.codes.length > 0)
    return [...left, ...suppressFindings(file.text, byName, aboutComments, codes).findings]
  }
}
