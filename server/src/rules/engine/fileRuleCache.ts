import type { Idea, IdeaFile, PlacedIdea, Project } from '../../model/types.ts'
import { type Span, shift } from '../../text/span.ts'
import type { ListSummary } from '../../workspace/listSummary.ts'
import type { Fix, Related, RuleReport } from '../rule.ts'

/** What a rule of the file reports beside these other lists. */
export type CheckFile = (file: IdeaFile, peers: readonly ListSummary[]) => readonly RuleReport[]

/** An edit inside one idea that leaves alone what rules of the file read; places in the old file. */
interface IdeaEdit {
  readonly start: number
  readonly oldEnd: number
  readonly by: number
  /** The idea before and after it; null where the file is the old one. */
  readonly edited: Difference | null
}

/** What a rule compares across ideas beside what all such rules read. */
type ComparedTexts = (idea: Idea) => readonly (string | null)[]

/** What was reported last beside which other lists, and how many ideas had each text that the rule compares. */
interface CachedReports {
  readonly reports: readonly RuleReport[]
  readonly peers: readonly ListSummary[]
  readonly counts: Map<string, number>
}

/**
 * Runs a rule of the file, or takes over its last reports, moved, where an edit left alone all that such rules read: headings,
 * table of contents, and of each idea its fields, mentors and links. The last reports go by the file's list of headings, which
 * stays the same object until a heading changes.
 */
export class FileRuleCache {
  readonly #last = new WeakMap<object, CachedReports>()
  readonly #check: CheckFile
  readonly #compared: ComparedTexts | undefined

  constructor(check: CheckFile, compared: ComparedTexts | undefined) {
    this.#check = check
    this.#compared = compared
  }

  /** The reports of a file beside these other lists, `movement` being what {@link ideaEditBetween} says of it. */
  of(file: IdeaFile, movement: IdeaEdit | null, peers: readonly ListSummary[]): readonly RuleReport[] {
    const last = this.#last.get(file.tocHeadings)
    const holds = last?.peers === peers && movement && this.hasNoNewDuplicates(last.counts, movement)
    const moved = holds ? this.#moved(last.reports, movement, file, peers) : null
    const reports = moved ?? this.#check(file, peers)
    this.#last.set(file.tocHeadings, { reports, peers, counts: holds ? last.counts : this.#count(file) })
    return reports
  }

  #count({ projects }: IdeaFile): Map<string, number> {
    const counts = new Map<string, number>()
    if (!this.#compared) return counts
    for (const { ideas } of projects) {
      for (const { idea } of ideas) for (const text of this.#compared(idea)) addCount(counts, text, 1)
    }
    return counts
  }

  /** Takes over an edit into the counts; whether no text in it was, or is now, another idea's too. */
  hasNoNewDuplicates(counts: Map<string, number>, { edited }: IdeaEdit): boolean {
    if (!this.#compared || !edited) return true
    const before = this.#compared(edited.from.idea).map((text) => addCount(counts, text, -1))
    const after = this.#compared(edited.to.idea).map((text) => addCount(counts, text, 1))
    return before.every((left) => left === 0) && after.every((now) => now <= 1)
  }

  #moved(
    reports: readonly RuleReport[],
    movement: IdeaEdit,
    file: IdeaFile,
    peers: readonly ListSummary[],
  ): readonly RuleReport[] | null {
    const moved: RuleReport[] = []
    for (const report of reports) {
      const span = movedSpan(report.span, movement)
      const related = report.related && movedRelated(report.related, movement)
      if (!span || related === null) return null
      const fixes = report.fixes && this.#fixesOf(file, peers, span, report.message)
      moved.push({ ...report, span, ...(related && { related }), ...(fixes && { fixes }) })
    }
    return moved
  }

  /** A fix counts in the text that it was made for: it is worked out anew when somebody asks. Holds on to nothing but this file. */
  #fixesOf(file: IdeaFile, peers: readonly ListSummary[], span: Span, message: string): () => readonly Fix[] {
    return () =>
      this.#check(file, peers)
        .find((fresh) => isSame(fresh, span, message))
        ?.fixes?.() ?? []
  }
}

/** Counts a text once more or less, and says how often it is there then; 0 for no text. */
function addCount(counts: Map<string, number>, text: string | null, by: 1 | -1): number {
  if (text === null) return 0
  const now = (counts.get(text) ?? 0) + by
  if (now === 0) counts.delete(text)
  else counts.set(text, now)
  return now
}

const isSame = (report: RuleReport, span: Span, message: string): boolean =>
  report.span.start === span.start && report.span.end === span.end && report.message === message

function movedSpan(span: Span, { start, oldEnd, by }: IdeaEdit): Span | null {
  if (span.end <= start) return span
  return span.start >= oldEnd ? shift(span, by) : null
}

function movedRelated(related: readonly Related[], movement: IdeaEdit): readonly Related[] | null {
  const moved = related.flatMap((each) => {
    const span = each.uri === undefined ? movedSpan(each.span, movement) : each.span
    return span ? [{ ...each, span }] : []
  })
  return moved.length === related.length ? moved : null
}

/** How `file` differs from `old`, if by no more than the text inside one idea; null where rules of the file are to be run. */
export function ideaEditBetween(old: IdeaFile, file: IdeaFile): IdeaEdit | null {
  if (old === file) return { start: file.text.length, oldEnd: file.text.length, by: 0, edited: null }
  if (!haveSameFrame(old, file)) return null
  const edited = onlyDifference(old, file)
  if (!edited) return null
  const { from, to } = edited
  const by = to.idea.length - from.idea.length
  if (file.text.length - old.text.length !== by || fileRuleInputs(from.idea) !== fileRuleInputs(to.idea)) return null
  if (holdsConflict(old.text, from) || holdsConflict(file.text, to)) return null
  return { ...changedSpan(old.text, file.text, from, by), edited }
}

interface Difference {
  readonly from: PlacedIdea
  readonly to: PlacedIdea
}

/** The one idea in which two files of the same projects differ; null where there is none, or more has changed. */
function onlyDifference(old: IdeaFile, file: IdeaFile): Difference | null {
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

function haveSameFrame(old: IdeaFile, file: IdeaFile): boolean {
  return (
    old.path === file.path &&
    old.template === file.template &&
    old.profile === file.profile &&
    old.knowsProject === file.knowsProject &&
    old.tocMatch === file.tocMatch &&
    old.toc?.entries === file.toc?.entries &&
    old.unread.length === file.unread.length &&
    old.projects.length === file.projects.length &&
    old.projects.every((project, index) => sameProject(project, file.projects[index]!))
  )
}

const sameProject = (a: Project, b: Project): boolean =>
  a.heading?.heading === b.heading?.heading &&
  a.heading?.anchor === b.heading?.anchor &&
  a.name === b.name &&
  a.ideas.length === b.ideas.length

/** What rules of the file read of an idea, its places and its long texts aside. */
const fileRuleInputs = ({ heading, fields, mentors, upstream, lfx, size, empty }: Idea): string =>
  JSON.stringify([
    heading && [heading.level, heading.text],
    fields.map(({ key, label, shape, colon, isOutsideItem, valueSpan }) => [
      key,
      label,
      shape,
      colon,
      isOutsideItem,
      valueSpan.end > valueSpan.start,
    ]),
    mentors.map(({ name, handle, email, primary, remark, emailForm, handleForm, isCanonical, sharesLine }) => [
      name,
      handle,
      email,
      primary,
      remark,
      emailForm,
      handleForm,
      isCanonical,
      sharesLine,
    ]),
    upstream.map(({ url }) => url),
    lfx?.url,
    size && [size.word, size.hours],
    empty,
  ])

/** Whether an idea's text may hold a part of a merge conflict or a diff, which no other part of the model shows. */
const holdsConflict = (text: string, { idea, at }: PlacedIdea): boolean =>
  /^(?:<{7}|={7}|>{7}|diff --git|@@ )/m.test(text.slice(at, at + idea.length))

/** The smallest stretch of the idea in which the two texts differ. */
function changedSpan(old: string, text: string, { idea, at }: PlacedIdea, by: number): Omit<IdeaEdit, 'edited'> {
  const oldEnd = at + idea.length
  let start = at
  while (start < oldEnd && start < oldEnd + by && old.charCodeAt(start) === text.charCodeAt(start)) start++
  let end = oldEnd
  while (end > start && end + by > start && old.charCodeAt(end - 1) === text.charCodeAt(end + by - 1)) end--
  return { start, oldEnd: end, by }
}
