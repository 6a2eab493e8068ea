import type { Idea, IdeaFile, PlacedIdea, Project } from '../../model/types.ts'
import { type Span, shift } from '../../text/span.ts'
import type { ListSummary } from '../../workspace/listSummary.ts'
import { fileRuleInputKey } from '../fileRuleInput.ts'
import type { FileReport, Fix, Related } from '../rule.ts'

/** What a rule reports for a file next to other lists. */
export type CheckFile = (file: IdeaFile, peers: readonly ListSummary[]) => readonly FileReport[]

/** An edit inside one idea that changes nothing that file rules read. Offsets are relative to the old file. */
interface IdeaEdit {
  readonly start: number
  readonly oldEnd: number
  /** How far everything after the edit moves. */
  readonly by: number
  /** The idea before and after the edit; null if the file is the old one. */
  readonly edited: Difference | null
}

/** The texts of an idea that a rule compares across ideas: see `TextRule.comparedTexts`. */
type ComparedTexts = (idea: Idea) => readonly (string | null)[]

/** The last reports of a rule, and how many ideas had each text that the rule compares. */
interface CachedReports {
  readonly reports: readonly FileReport[]
  readonly peers: readonly ListSummary[]
  readonly counts: Map<string, number>
}

/**
 * Runs a rule of the file, or moves its last reports if an edit changed nothing that the rule reads. The cache's key is the file's
 * list of headings, which is the same object until a heading changes.
 */
export class FileRuleCache {
  readonly #cached = new WeakMap<object, CachedReports>()
  readonly #check: CheckFile
  readonly #comparedTexts: ComparedTexts | undefined

  constructor(check: CheckFile, comparedTexts: ComparedTexts | undefined) {
    this.#check = check
    this.#comparedTexts = comparedTexts
  }

  /** The reports of a file; `edit` is what {@link cachedIdeaEdit} returned for the previous version and this one. */
  reports(file: IdeaFile, edit: IdeaEdit | null, peers: readonly ListSummary[]): readonly FileReport[] {
    const cached = this.#cached.get(file.tocHeadings)
    const isReusable = cached?.peers === peers && edit && this.#hasNoNewDuplicates(cached.counts, edit)
    // most rules have nothing to move
    if (isReusable && cached.reports.length === 0) return cached.reports
    const moved = isReusable ? this.#moved(cached.reports, edit, file, peers) : null
    const reports = moved ?? this.#check(file, peers)
    this.#cached.set(file.tocHeadings, { reports, peers, counts: isReusable ? cached.counts : this.#count(file) })
    return reports
  }

  #count({ projects }: IdeaFile): Map<string, number> {
    const counts = new Map<string, number>()
    if (!this.#comparedTexts) return counts
    for (const { ideas } of projects) {
      for (const { idea } of ideas) for (const text of this.#comparedTexts(idea)) addCachedCount(counts, text, 1)
    }
    return counts
  }

  /** Updates the counts by an edit; false if a text in the edited idea was, or now is, in another idea as well. */
  #hasNoNewDuplicates(counts: Map<string, number>, { edited }: IdeaEdit): boolean {
    if (!this.#comparedTexts || !edited) return true
    const before = this.#comparedTexts(edited.from.idea).map((text) => addCachedCount(counts, text, -1))
    const after = this.#comparedTexts(edited.to.idea).map((text) => addCachedCount(counts, text, 1))
    return before.every((left) => left === 0) && after.every((now) => now <= 1)
  }

  #moved(
    reports: readonly FileReport[],
    edit: IdeaEdit,
    file: IdeaFile,
    peers: readonly ListSummary[],
  ): readonly FileReport[] | null {
    const fresh = freshFileRuleReports(() => this.#check(file, peers))
    const moved: FileReport[] = []
    for (const report of reports) {
      const span = movedCachedSpan(report.span, edit)
      const related = report.related && movedCachedRelated(report.related, edit)
      if (!span || related === null) return null
      moved.push(movedCachedReport(report, { span, related, fresh }))
    }
    return moved
  }
}

interface MovedPlaces {
  readonly span: Span
  readonly related: readonly Related[] | undefined
  readonly fresh: ReturnType<typeof freshFileRuleReports>
}

/** A report at its new place. Its closures must not hold the old report, which holds its file, and through its own closures all files before that. */
function movedCachedReport(
  { message, severity, fix, fixes, individualFixes }: FileReport,
  { span, related, fresh }: MovedPlaces,
): FileReport {
  const freshFixes = fixes && ((file: IdeaFile) => fresh(span, message)?.fixes?.(file) ?? noFixes)
  // a literal for most reports: a spread at every key takes a fifth of the time of all rules
  if (freshFixes && !related && !severity && !fix && !individualFixes) return { span, message, fixes: freshFixes }
  return {
    span,
    message,
    ...(severity && { severity }),
    ...(related && { related }),
    ...(fix && { fix }),
    ...(freshFixes && { fixes: freshFixes }),
    ...(individualFixes && {
      individualFixes: (file: IdeaFile) => fresh(span, message)?.individualFixes?.(file) ?? noFixes,
    }),
  }
}

const noFixes: readonly Fix[] = []

/**
 * Looks up the report of the current file with the same place and message. Fixes always come from such a report: those of an older
 * version refer to its offsets. The rule is run again when the first fix is asked for, once for all fixes.
 */
function freshFileRuleReports(check: () => readonly FileReport[]): (span: Span, message: string) => FileReport | undefined {
  const keyOf = ({ start, end }: Span, message: string): string => `${start} ${end} ${message}`
  let byKey: ReadonlyMap<string, FileReport> | null = null
  return (span, message) => {
    // of equal reports the first counts
    byKey ??= new Map([...check()].reverse().map((report) => [keyOf(report.span, report.message), report]))
    return byKey.get(keyOf(span, message))
  }
}

/** Adds to the count of a text and returns the new count; 0 for null. */
function addCachedCount(counts: Map<string, number>, text: string | null, by: 1 | -1): number {
  if (text === null) return 0
  const now = (counts.get(text) ?? 0) + by
  if (now === 0) counts.delete(text)
  else counts.set(text, now)
  return now
}

function movedCachedSpan(span: Span, { start, oldEnd, by }: IdeaEdit): Span | null {
  if (span.end <= start) return span
  return span.start >= oldEnd ? shift(span, by) : null
}

function movedCachedRelated(related: readonly Related[], edit: IdeaEdit): readonly Related[] | null {
  const moved = related.flatMap((each) => {
    const span = each.uri === undefined ? movedCachedSpan(each.span, edit) : each.span
    return span ? [{ ...each, span }] : []
  })
  return moved.length === related.length ? moved : null
}

/** How `file` differs from `old` if only by an edit inside one idea that no file rule can see; otherwise null. */
export function cachedIdeaEdit(old: IdeaFile, file: IdeaFile): IdeaEdit | null {
  if (old === file) return { start: file.text.length, oldEnd: file.text.length, by: 0, edited: null }
  if (!haveSameCachedFrame(old, file)) return null
  const edited = onlyCachedDifference(old, file)
  if (!edited) return null
  const { from, to } = edited
  const by = to.idea.length - from.idea.length
  if (file.text.length - old.text.length !== by) return null
  const key = fileRuleInputKey(from, old.text)
  if (key === null || key !== fileRuleInputKey(to, file.text)) return null
  return { ...changedCachedSpan(old.text, file.text, from, by), edited }
}

interface Difference {
  readonly from: PlacedIdea
  readonly to: PlacedIdea
}

/** The one idea in which two files with the same projects differ; null if there is none, or more has changed. */
function onlyCachedDifference(old: IdeaFile, file: IdeaFile): Difference | null {
  let found: Difference | null = null
  let by = 0
  for (const [index, project] of file.projects.entries()) {
    const before = old.projects[index]!
    if (project === before) continue
    for (const [place, to] of project.ideas.entries()) {
      const from = before.ideas[place]!
      if (to.at !== from.at + by) return null
      if (to.idea === from.idea) continue
      if (found) return null
      found = { from, to }
      by = to.idea.length - from.idea.length
    }
  }
  return found
}

/** Whether everything in `FileRuleInput` outside ideas is the same. */
function haveSameCachedFrame(old: IdeaFile, file: IdeaFile): boolean {
  return (
    old.path === file.path &&
    old.template === file.template &&
    old.profile === file.profile &&
    old.projectLevel === file.projectLevel &&
    old.ideaLevel === file.ideaLevel &&
    old.knowsProject === file.knowsProject &&
    old.ownProjects === file.ownProjects &&
    old.tocMatch === file.tocMatch &&
    old.toc?.entries === file.toc?.entries &&
    old.unread.length === file.unread.length &&
    old.projects.length === file.projects.length &&
    old.projects.every((project, index) => isSameCachedProject(project, file.projects[index]!))
  )
}

const isSameCachedProject = (a: Project, b: Project): boolean =>
  a.heading?.heading === b.heading?.heading &&
  a.heading?.anchor === b.heading?.anchor &&
  a.name === b.name &&
  a.ideas.length === b.ideas.length

/** The smallest span of the idea in which the two texts differ. */
function changedCachedSpan(old: string, text: string, { idea, at }: PlacedIdea, by: number): Omit<IdeaEdit, 'edited'> {
  const oldEnd = at + idea.length
  let start = at
  while (start < oldEnd && start < oldEnd + by && old.charCodeAt(start) === text.charCodeAt(start)) start++
  let end = oldEnd
  while (end > start && end + by > start && old.charCodeAt(end - 1) === text.charCodeAt(end + by - 1)) end--
  return { start, oldEnd: end, by }
}
