import type { Idea, IdeaFile, PlacedIdea, Profile, Project, Template } from '../../model/types.ts'
import { detached } from '../../text/detach.ts'
import { type Span, shift } from '../../text/span.ts'
import type { ListSummary } from '../../workspace/listSummary.ts'
import { noPeers } from '../../workspace/peers.ts'
import type { Finding, Fix, FixKind, Rule, RuleReport, Severity } from '../rule.ts'
import { downgradeFixesInConflicts } from './conflictFixes.ts'
import { type CheckFile, FileRuleCache, ideaEditBetween } from './fileRuleCache.ts'
import { createSuppressionReader, suppress } from './suppression.ts'

/** What a configuration says of rules, by code; a code that it does not name keeps the rule's own severity. */
export type Severities = Readonly<Record<string, Severity | 'off'>>

/** Reports defects of files. Keeps what it found in an idea for as long as that idea is in use, so an edit costs one idea. */
export interface Linter {
  /**
   * Sorted by place; spans count from the file's start. A file that is no idea list has none. `peers` are the lists of the same kind
   * and term that come before it: the same array means that nothing in them has changed.
   */
  lint(file: IdeaFile, severities?: Severities, peers?: readonly ListSummary[]): readonly Finding[]
  /** The same step by step: whoever asks may do something else in between. */
  lintInSteps(file: IdeaFile, severities?: Severities, peers?: readonly ListSummary[]): Generator<void, readonly Finding[]>
}

/** A report of a rule whose own place is known; nothing is set by a configuration yet. */
interface RuleFinding {
  readonly rule: Rule
  readonly report: RuleReport
}

/** What was found, and what it depends on beside the text. */
interface CachedFindings {
  readonly template: Template
  readonly profile: Profile
  readonly severities: Severities
  readonly findings: readonly Finding[]
}

/** What was found in an idea, and where the idea stood. */
interface CachedIdeaFindings extends CachedFindings {
  readonly raws: readonly RuleFinding[]
  readonly at: number
}

const defaultSeverities: Severities = {}

/** A linter of these rules. A rule that throws, or points outside its text, is told to `log` and goes without that report. */
export function createLinter(rules: readonly Rule[], log: (message: string) => void = () => {}): Linter {
  const ideaRules = rules.filter((rule) => rule.scope === 'idea')
  const fileChecks = rules.flatMap((rule) => {
    const check = rule.scope === 'file' ? rule.check : rule.scope === 'idea' ? rule.checkFile : undefined
    if (!check) return []
    const run: CheckFile = (file, peers) =>
      runGuarded(rule, () => check(file, peers), file.text.length, log).map(({ report }) => report)
    const { comparedTexts, readsTexts = false, readsPeers = false } = rule.scope === 'file' ? rule : {}
    return [{ rule, run, findings: new FileRuleCache(run, comparedTexts), always: readsTexts, readsPeers }]
  })
  const seen = new WeakMap<object, IdeaFile>()
  const suppressionRules = rules.filter((rule) => rule.scope === 'suppression')
  const codes = rules.map(({ code }) => code)
  const readSuppressions = createSuppressionReader(codes)
  const kept = new WeakMap<Idea, CachedIdeaFindings>()
  const ofProjects = new WeakMap<Project, CachedFindings>()

  function findingsOf({ idea, at }: PlacedIdea, file: IdeaFile, severities: Severities): readonly Finding[] {
    const { template, profile } = file
    const before = kept.get(idea)
    const known = before?.template === template && before.profile === profile ? before : null
    if (known && (known.raws.length === 0 || (known.at === at && known.severities === severities))) return known.findings
    const raws = known?.raws ?? checkIdea(idea, at, file)
    const findings = raws.flatMap((raw) => findingOf(raw, at, severities, log))
    kept.set(idea, { template, profile, raws, at, severities, findings })
    return findings
  }

  /** Projects that an edit leaves where they are are the same objects, and so are their findings. */
  function findingsIn(project: Project, file: IdeaFile, severities: Severities): readonly Finding[] {
    const known = ofProjects.get(project)
    if (known?.template === file.template && known.profile === file.profile && known.severities === severities)
      return known.findings
    const findings = project.ideas.flatMap((idea) => findingsOf(idea, file, severities))
    ofProjects.set(project, { template: file.template, profile: file.profile, severities, findings })
    return findings
  }

  function checkIdea(idea: Idea, at: number, file: IdeaFile): readonly RuleFinding[] {
    // reports and their fixes live as long as the idea: a slice, or the file in hand, would keep this version of everything in memory
    const own = detached(file.text.slice(at, at + idea.length))
    const text = ({ start, end }: Span): string => own.slice(start, end)
    const context = { template: file.template, profile: file.profile, text }
    return ideaRules.flatMap((rule) => runGuarded(rule, () => rule.check(idea, context), idea.length, log)).sort(byReportSpan)
  }

  /** Findings that a comment silences are left out, and comments that silence none are told. */
  function withoutSuppressed(file: IdeaFile, findings: readonly Finding[], severities: Severities): readonly Finding[] {
    const suppressions = readSuppressions(file)
    if (suppressions.length === 0) return findings
    const { findings: left, unused } = suppress(file.text, suppressions, findings, codes)
    const own = suppressionRules.flatMap((rule) =>
      runGuarded(rule, () => rule.check({ text: file.text, unused, codes }), file.text.length, log).flatMap((raw) =>
        findingOf(raw, 0, severities, log),
      ),
    )
    const byName = suppressions.filter(({ codes }) => codes.length > 0)
    return [...left, ...suppress(file.text, byName, own, codes).findings]
  }

  function* lintInSteps(file: IdeaFile, severities = defaultSeverities, peers = noPeers): Generator<void, readonly Finding[]> {
    if (!file.ideaList) return []
    const findings: Finding[] = []
    const old = seen.get(file.tocHeadings)
    const movement = old ? ideaEditBetween(old, file) : null
    seen.set(file.tocHeadings, file)
    for (const { rule, run, findings: last, always, readsPeers } of fileChecks) {
      const beside = readsPeers ? peers : noPeers
      for (const report of always ? run(file, beside) : last.of(file, movement, beside)) {
        findings.push(...findingOf({ rule, report }, 0, severities, log))
      }
      yield
    }
    for (const project of file.projects) {
      findings.push(...findingsIn(project, file, severities))
      yield
    }
    return [...downgradeFixesInConflicts(file, withoutSuppressed(file, findings, severities))].sort(bySpan)
  }

  return {
    lint(file, severities, peers) {
      const steps = lintInSteps(file, severities, peers)
      for (;;) {
        const next = steps.next()
        if (next.done) return next.value
      }
    },
    lintInSteps,
  }
}

/** What a rule reports, or nothing where it throws; reports that point outside a text of this length are left out. */
function runGuarded(
  rule: Rule,
  check: () => Iterable<RuleReport>,
  length: number,
  log: (message: string) => void,
): readonly RuleFinding[] {
  try {
    return Array.from(check(), (report) => ({ rule, report })).filter(({ report }) => {
      const own = (report.related ?? []).filter(({ uri }) => uri === undefined)
      const inside = [report.span, ...own.map(({ span }) => span)].every((span) => isWithin(span, length))
      if (!inside)
        log(`${rule.code}: a place outside the text was refused (${report.span.start}–${report.span.end} of ${length})`)
      return inside
    })
  } catch (error) {
    log(`${rule.code}: skipped, as it failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
    return []
  }
}

const isWithin = ({ start, end }: Span, length: number): boolean => start >= 0 && start <= end && end <= length

function findingOf(
  { rule, report }: RuleFinding,
  at: number,
  severities: Severities,
  log: (message: string) => void,
): readonly Finding[] {
  const severity = (Object.hasOwn(severities, rule.code) ? severities[rule.code] : undefined) ?? report.severity ?? rule.severity
  if (severity === 'off') return []
  const { message, related, fixes, individualFixes } = report
  const finding: Finding = { code: rule.code, severity, span: shift(report.span, at), message, fix: fixKind(rule, report) }
  if (related === undefined && fixes === undefined) return [finding]
  return [
    {
      ...finding,
      ...(related && {
        related: related.map((place) => (place.uri === undefined ? { ...place, span: shift(place.span, at) } : place)),
      }),
      ...(fixes && { fixes: () => shiftedFixes(rule.code, fixes, at, log) }),
      ...(individualFixes && { individualFixes: () => shiftedFixes(rule.code, individualFixes, at, log) }),
    },
  ]
}

const fixKind = (rule: Rule, { fixes, fix }: RuleReport): FixKind => (fixes === undefined ? 'none' : (fix ?? rule.fix))

function shiftedFixes(code: string, fixes: () => readonly Fix[], at: number, log: (message: string) => void): readonly Fix[] {
  try {
    return fixes().map((fix) => ({ ...fix, edits: fix.edits.map((edit) => ({ ...edit, span: shift(edit.span, at) })) }))
  } catch (error) {
    log(`${code}: no fix, as it failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
    return []
  }
}

const bySpan = (a: Finding, b: Finding): number => a.span.start - b.span.start || a.span.end - b.span.end
const byReportSpan = (a: RuleFinding, b: RuleFinding): number =>
  a.report.span.start - b.report.span.start || a.report.span.end - b.report.span.end
