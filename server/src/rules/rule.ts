import type { ReadConfig } from '../config/readConfig.ts'
import type { Idea, IdeaFile, LearnedSchema, Profile, Template } from '../model/types.ts'
import type { Edit } from '../text/edits.ts'
import type { Span } from '../text/span.ts'
import type { ListSummary } from '../workspace/listSummary.ts'
import type { FileRuleInput } from './fileRuleInput.ts'

/** How severe a finding is, as in LSP. */
export type Severity = 'error' | 'warning' | 'information' | 'hint'

/** The best fix that a finding offers. */
export type FixKind = 'safe' | 'review' | 'none'

/** One way to fix a finding. `safe` loses nothing and may be applied without asking; `review` is only offered. */
export interface Fix {
  readonly title: string
  readonly kind: 'safe' | 'review'
  readonly edits: readonly Edit[]
  /** Places that the fix is about in addition to the finding: words there may be dropped. */
  readonly named?: readonly Span[]
  /** Set on an individual fix that does the same as the finding's shared fix: there is no need to offer both. */
  readonly isSameAsShared?: true
}

/** A second place that explains a finding. */
export interface Related {
  /** The other list that contains it, to which the span is then relative; absent for the finding's own file. */
  readonly uri?: string
  readonly span: Span
  readonly message: string
}

/**
 * What a rule reports. All offsets are relative to the idea for a rule that reads one idea, to the file otherwise. Fixes are computed
 * when they are asked for, never while linting.
 */
export interface RuleReport {
  readonly span: Span
  /** What is there; what was expected. */
  readonly message: string
  /** The severity, if it is not the rule's own. */
  readonly severity?: Severity
  readonly related?: readonly Related[]
  readonly fixes?: () => readonly Fix[]
  /** Fixes for this finding only, if `fixes` also fix other findings. */
  readonly individualFixes?: () => readonly Fix[]
  /** The best of the fixes, if it is not the rule's own. */
  readonly fix?: FixKind
}

/** A report of a rule that reads the whole file. Its fixes get the file that the report was made for. */
export interface FileReport extends Omit<RuleReport, 'fixes' | 'individualFixes'> {
  readonly fixes?: (file: IdeaFile) => readonly Fix[]
  readonly individualFixes?: (file: IdeaFile) => readonly Fix[]
}

/** A report with its rule's code and severity. Offsets are relative to the file; `fix` is what the finding really offers. */
export interface Finding extends RuleReport {
  readonly code: string
  readonly severity: Severity
  readonly fix: FixKind
}

/** What a rule that reads one idea may know in addition to it. All of it is part of the cache's key. */
export interface RuleContext {
  readonly template: Template
  readonly profile: Profile
  /** The idea's text at a span relative to the idea. */
  readonly text: (span: Span) => string
}

/** The same in a list whose schema was learned. */
export interface LearnedContext extends RuleContext {
  readonly learned: LearnedSchema
}

/**
 * A whole Markdown file, which is both documentation and test. A line of carets (`^^^`) is not part of the file: it marks what the rule
 * reports in the line above.
 */
export interface Example {
  readonly bad?: string
  /** `bad` after the first fix of each finding, from top to bottom; absent if the rule has no fix for it. */
  readonly fixed?: string
  readonly good?: string
  /** The path of the file, which may name the programme. */
  readonly path?: string
  /** The text of `.idea-files.json` in the folder above all others. */
  readonly projectFile?: string
}

/** A case in which a finding has another severity or fix than its rule: `where` completes the sentence "error where …". */
export interface Variation {
  readonly where: string
  readonly severity?: Severity
  readonly fix?: FixKind
}

interface RuleMetadata {
  readonly code: string
  /** The severity of most findings; `variations` lists the exceptions. */
  readonly severity: Severity
  /** The best fix of most findings; `variations` lists the exceptions. */
  readonly fix: FixKind
  readonly variations?: readonly Variation[]
  /** What is wrong, in one sentence. */
  readonly summary: string
  /** Why it matters to a reader or to the programme. */
  readonly why: string
  readonly examples: readonly Example[]
}

/** A rule that reads one idea. Its reports are cached by the idea, its template and profile. */
export interface IdeaRule extends RuleMetadata {
  readonly scope: 'idea'
  readonly check: (idea: Idea, context: RuleContext) => Iterable<RuleReport>
  /** What it reports in a list whose schema was learned (docs/spec.md#learned-lists); nothing there if absent. */
  readonly checkLearned?: (idea: Idea, context: LearnedContext) => Iterable<RuleReport>
  /** Reports about the file as a whole, as those of a {@link FileRule}. */
  readonly checkFile?: (file: FileRuleInput) => Iterable<FileReport>
  /** Whether `checkFile` applies to lists whose schema was learned, too. */
  readonly inLearnedLists?: true
}

/** A rule that compares or counts ideas, projects or entries of the file. */
export interface FileRule extends RuleMetadata {
  readonly scope: 'file'
  /** Whether it applies to lists whose schema was learned, too. */
  readonly inLearnedLists?: true
  /** Whether the rule compares the file with other lists; otherwise `peers` is empty. */
  readonly readsPeers?: true
  /** `peers` are the lists of the same kind and term that come before this one. */
  readonly check: (file: FileRuleInput, peers: readonly ListSummary[]) => Iterable<FileReport>
}

/** A rule that needs more of the file than a {@link FileRule} may read, such as its text. Runs at every edit. */
export interface TextRule extends RuleMetadata {
  readonly scope: 'text'
  /** Whether it applies to lists whose schema was learned, too. */
  readonly inLearnedLists?: true
  /**
   * If the rule only compares these texts (or digests) across ideas in addition to what a {@link FileRule} reads, it runs only at edits
   * that make two of them equal or different.
   */
  readonly comparedTexts?: (idea: Idea) => readonly (string | null)[]
  /** Whether the rule compares the file with other lists; otherwise `peers` is empty. A cached report holds until they change. */
  readonly readsPeers?: true
  readonly check: (file: IdeaFile, peers: readonly ListSummary[]) => Iterable<FileReport>
}

/** A rule that reads a project file (`.idea-files.json`) instead of a list. */
export interface ConfigurationRule extends RuleMetadata {
  readonly scope: 'configuration'
  readonly check: (read: ReadConfig) => Iterable<RuleReport>
}

/** The comments `idea-files-disable-next-line`, `-disable-file`, `-disable` and `-enable`. */
export type SuppressionKind = 'next-line' | 'file' | 'disable' | 'enable'

/** A rule's code in a suppression comment. */
export interface SuppressedCode {
  readonly code: string
  readonly span: Span
}

/** A comment that suppresses findings (docs/spec.md#suppression); without codes, all of them. Offsets are relative to the file. */
export interface Suppression {
  readonly kind: SuppressionKind
  readonly codes: readonly SuppressedCode[]
  /** Whether the comment has text after the codes, which is the author's reason. */
  readonly hasReason: boolean
  /** The whole comment. */
  readonly span: Span
}

/** A suppression comment without effect, or one of its codes. */
export interface Unused {
  readonly suppression: Suppression
  /** Null if none of its codes has an effect. */
  readonly code: SuppressedCode | null
}

/** What the rule about suppression comments reads; `codes` are those of all rules. */
export interface UnusedIn {
  readonly text: string
  readonly unused: readonly Unused[]
  readonly codes: readonly string[]
}

/** The rule about suppression comments, which runs after all others. */
export interface SuppressionRule extends RuleMetadata {
  readonly scope: 'suppression'
  readonly check: (file: UnusedIn) => Iterable<RuleReport>
}

/** Any rule; `scope` says what it reads. */
export type Rule = IdeaRule | FileRule | TextRule | ConfigurationRule | SuppressionRule

type RuleDefinition<R extends Rule> = Omit<R, 'scope'>

/** Defines a rule that reads one idea. */
export const defineIdeaRule = (rule: RuleDefinition<IdeaRule>): IdeaRule => ({ scope: 'idea', ...rule })

/** Defines a rule that reads {@link FileRuleInput}. */
export const defineFileRule = (rule: RuleDefinition<FileRule>): FileRule => ({ scope: 'file', ...rule })

/** Defines a rule that reads the whole file and its text. */
export const defineTextRule = (rule: RuleDefinition<TextRule>): TextRule => ({ scope: 'text', ...rule })

/** Defines a rule that reads the project file. */
export const defineConfigurationRule = (rule: RuleDefinition<ConfigurationRule>): ConfigurationRule => ({
  scope: 'configuration',
  ...rule,
})

/** Defines the rule about suppression comments. */
export const defineSuppressionRule = (rule: RuleDefinition<SuppressionRule>): SuppressionRule => ({
  scope: 'suppression',
  ...rule,
})
