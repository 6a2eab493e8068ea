import type { ReadConfig } from '../config/readConfig.ts'
import type { Idea, IdeaFile, Profile, Template } from '../model/types.ts'
import type { Edit } from '../text/edits.ts'
import type { Span } from '../text/span.ts'
import type { ListSummary } from '../workspace/listSummary.ts'

export type Severity = 'error' | 'warning' | 'information' | 'hint'

export type FixKind = 'safe' | 'review' | 'none'

/** A way to mend a finding. `safe` keeps every character that it need not touch and may be applied unasked; `review` is only offered. */
export interface Fix {
  readonly title: string
  readonly kind: 'safe' | 'review'
  readonly edits: readonly Edit[]
}

/** A second place that explains a finding. */
export interface Related {
  /** The list that it stands in, where that is another one; the span counts from that list's start then. */
  readonly uri?: string
  readonly span: Span
  readonly message: string
}

/** What a rule reports. Spans, those of related places and fixes too, count from the idea's start in a rule of one idea, from the file's start otherwise. */
export interface RuleReport {
  readonly span: Span
  /** What is there, what was expected. */
  readonly message: string
  /** Where it differs from the rule's own. */
  readonly severity?: Severity
  readonly related?: readonly Related[]
  /** Asked for when a person asks: a fix costs nothing until then. */
  readonly fixes?: () => readonly Fix[]
  /** Where `fixes` mend other findings along with this one: what mends it and nothing else. */
  readonly individualFixes?: () => readonly Fix[]
  /** What the best of the fixes is, where it differs from the rule's own. */
  readonly fix?: FixKind
}

/** A report with its rule's code and severity; spans count from the file's start. `fix` says what the finding really offers. */
export interface Finding extends RuleReport {
  readonly code: string
  readonly severity: Severity
  readonly fix: FixKind
}

/** What a rule of one idea may know beside the idea: all of it is part of the cache's key. */
export interface RuleContext {
  readonly template: Template
  readonly profile: Profile
  /** The idea's own text at a span that counts from the idea's start. */
  readonly text: (span: Span) => string
}

/**
 * A whole Markdown file. Carets (`^^^`) on a line of their own state what the rule reports in the line above; they are no part of
 * the file. Examples are the rule's documentation and its test: each is read and held against its carets under that rule alone.
 */
export interface Example {
  readonly bad?: string
  /** What `bad` becomes by the first fix of each finding, from the top; absent where the rule has no fix for it. */
  readonly fixed?: string
  readonly good?: string
  /** Where the file stands; tells the programme. */
  readonly path?: string
}

/** A case in which a finding has another severity or fix than its rule says: what comes behind "where". */
export interface Variation {
  readonly where: string
  readonly severity?: Severity
  readonly fix?: FixKind
}

interface RuleMetadata {
  readonly code: string
  /** That of most findings, as is the fix; `varies` names the others. */
  readonly severity: Severity
  readonly fix: FixKind
  readonly variations?: readonly Variation[]
  /** What is wrong, in one sentence. */
  readonly summary: string
  /** Why it matters to a reader or to the programme. */
  readonly why: string
  readonly examples: readonly Example[]
}

/** A rule that reads one idea: cached by the idea, its template and profile. */
export interface IdeaRule extends RuleMetadata {
  readonly scope: 'idea'
  readonly check: (idea: Idea, context: RuleContext) => Iterable<RuleReport>
  /** What it says of the file beside its ideas, as a rule of the file would. */
  readonly checkFile?: (file: IdeaFile) => Iterable<RuleReport>
}

/** A rule that reads the assembled file. */
export interface FileRule extends RuleMetadata {
  readonly scope: 'file'
  /** Whether it reads more than headings, table of contents, and the ideas' fields, mentors and links: then it is run at every edit. */
  readonly readsTexts?: true
  /** The texts, or what stands for them, that it compares across ideas: it is run again when an edit makes or unmakes equal ones. */
  readonly comparedTexts?: (idea: Idea) => readonly (string | null)[]
  /** Whether it looks beyond the file: only then it is told of other lists. */
  readonly readsPeers?: true
  /** `peers` are the lists of the same kind and term that come before this one. */
  readonly check: (file: IdeaFile, peers: readonly ListSummary[]) => Iterable<RuleReport>
}

/** A rule that reads a project file (`.idea-files.json`) in place of a list. */
export interface ConfigurationRule extends RuleMetadata {
  readonly scope: 'configuration'
  readonly check: (read: ReadConfig) => Iterable<RuleReport>
}

export type SuppressionKind = 'next-line' | 'file' | 'disable' | 'enable'

/** A code in a comment, with its place. */
export interface SuppressedCode {
  readonly code: string
  readonly span: Span
}

/** A comment that silences findings (`rules.md`, "Suppression"); no code means all. Spans count from the file's start. */
export interface Suppression {
  readonly kind: SuppressionKind
  readonly codes: readonly SuppressedCode[]
  /** Whether more stands in it than codes: what a person gives as the reason. */
  readonly hasReason: boolean
  /** The whole comment. */
  readonly span: Span
}

/** A comment that silences nothing, or a code in it that does. */
export interface Unused {
  readonly suppression: Suppression
  /** Null where none of its codes silences anything. */
  readonly code: SuppressedCode | null
}

/** What the rule about suppression comments reads; `codes` are those that comments can name. */
export interface UnusedIn {
  readonly text: string
  readonly unused: readonly Unused[]
  readonly codes: readonly string[]
}

/** The rule about suppression comments: it comes after all others. */
export interface SuppressionRule extends RuleMetadata {
  readonly scope: 'suppression'
  readonly check: (file: UnusedIn) => Iterable<RuleReport>
}

export type Rule = IdeaRule | FileRule | ConfigurationRule | SuppressionRule

type RuleDefinition<R extends Rule> = Omit<R, 'scope'>

/** Names a rule of one idea; gives its parts their types. */
export const defineIdeaRule = (rule: RuleDefinition<IdeaRule>): IdeaRule => ({ scope: 'idea', ...rule })

/** Names a rule of the file; gives its parts their types. */
export const defineFileRule = (rule: RuleDefinition<FileRule>): FileRule => ({ scope: 'file', ...rule })

/** Names a rule of the project file; gives its parts their types. */
export const defineConfigurationRule = (rule: RuleDefinition<ConfigurationRule>): ConfigurationRule => ({
  scope: 'configuration',
  ...rule,
})

/** Names the rule about suppression comments. */
export const defineSuppressionRule = (rule: RuleDefinition<SuppressionRule>): SuppressionRule => ({
  scope: 'suppression',
  ...rule,
})
