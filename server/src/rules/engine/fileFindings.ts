import type { IdeaFile } from '../../model/types.ts'
import type { ListSummary } from '../../workspace/listSummary.ts'
import { noPeers } from '../../workspace/peers.ts'
import { type FileRuleInput, fileRuleInput } from '../fileRuleInput.ts'
import type { FileReport, Finding, Rule } from '../rule.ts'
import { type CheckFile, cachedIdeaEdit, FileRuleCache } from './fileRuleCache.ts'
import { findingOfFileReport, type Severities } from './findingOfReport.ts'
import { type Log, runGuardedRule } from './ruleGuard.ts'

/** A rule that reads the file, or the part of an idea rule that does. */
interface FileCheck {
  readonly rule: Rule
  readonly reports: FileRuleCache['reports']
  readonly readsPeers: boolean
  readonly inLearnedLists: boolean
}

/** Runs the rules that read the whole file. Takes over what an edit inside one idea cannot change. */
export class FileFindings {
  readonly #lastFiles = new WeakMap<object, IdeaFile>()
  readonly #checks: readonly FileCheck[]
  readonly #log: Log

  constructor(rules: readonly Rule[], log: Log) {
    this.#checks = rules.flatMap((rule) => fileCheck(rule, log) ?? [])
    this.#log = log
  }

  /** The findings of a file, one rule at a time. */
  *inSteps(file: IdeaFile, severities: Severities, peers: readonly ListSummary[]): Generator<readonly Finding[]> {
    const last = this.#lastFiles.get(file.tocHeadings)
    const edit = last ? cachedIdeaEdit(last, file) : null
    this.#lastFiles.set(file.tocHeadings, file)
    for (const { rule, reports, readsPeers, inLearnedLists } of this.#checks) {
      if (file.template.learned && !inLearnedLists) continue
      const findings: Finding[] = []
      for (const report of reports(file, edit, readsPeers ? peers : noPeers)) {
        const finding = findingOfFileReport(rule, report, file, severities, this.#log)
        if (finding) findings.push(finding)
      }
      yield findings
    }
  }
}

function fileCheck(rule: Rule, log: Log): FileCheck | null {
  const guarded =
    (check: (file: IdeaFile, peers: readonly ListSummary[]) => Iterable<FileReport>): CheckFile =>
    (file, peers) =>
      runGuardedRule(rule, () => check(file, peers), file.text.length, log)
  const cached = (check: (file: FileRuleInput, peers: readonly ListSummary[]) => Iterable<FileReport>): FileRuleCache =>
    new FileRuleCache(
      guarded((file, peers) => check(fileRuleInput(file), peers)),
      undefined,
    )
  const inLearnedLists = 'inLearnedLists' in rule && rule.inLearnedLists === true
  switch (rule.scope) {
    case 'idea': {
      const { checkFile } = rule
      if (!checkFile) return null
      const cache = cached(checkFile)
      return { rule, reports: (...args) => cache.reports(...args), readsPeers: false, inLearnedLists }
    }
    case 'file': {
      const cache = cached(rule.check)
      return { rule, reports: (...args) => cache.reports(...args), readsPeers: rule.readsPeers ?? false, inLearnedLists }
    }
    case 'text': {
      const check = guarded(rule.check)
      if (!rule.comparedTexts) return { rule, reports: (file) => check(file, noPeers), readsPeers: false, inLearnedLists }
      const cache = new FileRuleCache(check, rule.comparedTexts)
      return { rule, reports: (...args) => cache.reports(...args), readsPeers: rule.readsPeers ?? false, inLearnedLists }
    }
    default:
      return null
  }
}
