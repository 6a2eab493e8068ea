import type { Idea, IdeaFile, PlacedIdea, Profile, Project, Template } from '../../model/types.ts'
import { detached } from '../../text/detach.ts'
import { createIdentityCache } from '../../text/identityCache.ts'
import type { Span } from '../../text/span.ts'
import type { Finding, IdeaRule, RuleReport } from '../rule.ts'
import { compareFindings, findingOfReport, type RuleFinding, type Severities } from './findingOfReport.ts'
import { type Log, runGuardedRule } from './ruleGuard.ts'

/** Findings and what they depend on in addition to the text. */
interface CachedFindings {
  readonly by: IdeaFindings
  readonly template: Template
  readonly profile: Profile
  readonly severities: Severities
  readonly findings: readonly Finding[]
}

/** The findings of an idea at an offset. */
interface CachedIdeaFindings extends CachedFindings {
  readonly raw: readonly RuleFinding[]
  readonly at: number
}

const findingsOfIdea = createIdentityCache<Idea, CachedIdeaFindings>()
const findingsOfProject = createIdentityCache<Project, CachedFindings>()

/** Runs the rules that read one idea. Caches by idea and by project: an edit costs the idea that it is in. */
export class IdeaFindings {
  readonly #rules: readonly IdeaRule[]
  /** Those that have a check for lists whose schema was learned. */
  readonly #learnedRules: readonly IdeaRule[]
  readonly #log: Log

  constructor(rules: readonly IdeaRule[], log: Log) {
    this.#rules = rules
    this.#learnedRules = rules.filter(({ checkLearned }) => checkLearned !== undefined)
    this.#log = log
  }

  /** The findings of a project's ideas. A project that an edit does not move is the same object. */
  inProject(project: Project, file: IdeaFile, severities: Severities): readonly Finding[] {
    const { template, profile } = file
    const cached = findingsOfProject.get(project)
    const isSame = cached?.by === this && cached.template === template && cached.profile === profile
    if (isSame && cached.severities === severities) return cached.findings
    const findings: Finding[] = []
    for (const idea of project.ideas) for (const finding of this.#inIdea(idea, file, severities)) findings.push(finding)
    findingsOfProject.set(project, { by: this, template, profile, severities, findings })
    return findings
  }

  #inIdea({ idea, at }: PlacedIdea, file: IdeaFile, severities: Severities): readonly Finding[] {
    const { template, profile } = file
    const last = findingsOfIdea.get(idea)
    const cached = last?.by === this && last.template === template && last.profile === profile ? last : null
    if (cached && (cached.raw.length === 0 || (cached.at === at && cached.severities === severities))) return cached.findings
    const raw = cached?.raw ?? this.#check(idea, at, file)
    const findings: Finding[] = []
    for (const each of raw) {
      const finding = findingOfReport(each, at, severities, this.#log)
      if (finding) findings.push(finding)
    }
    findingsOfIdea.set(idea, { by: this, template, profile, raw, at, severities, findings })
    return findings
  }

  #check(idea: Idea, at: number, { text, template, profile }: IdeaFile): readonly RuleFinding[] {
    // reports and their fixes are cached as long as the idea: a slice would keep this version of the whole text in memory
    const own = detached(text.slice(at, at + idea.length))
    const context = { template, profile, text: ({ start, end }: Span): string => own.slice(start, end) }
    const { learned } = template
    const learnedContext = learned && { ...context, learned }
    const check = (rule: IdeaRule): Iterable<RuleReport> =>
      learnedContext === undefined ? rule.check(idea, context) : rule.checkLearned!(idea, learnedContext)
    const found: RuleFinding[] = []
    for (const rule of learned ? this.#learnedRules : this.#rules)
      for (const report of runGuardedRule(rule, check, idea.length, this.#log)) found.push({ rule, report })
    return found.length < 2 ? found : found.sort((a, b) => compareFindings(a.report, b.report))
  }
}
