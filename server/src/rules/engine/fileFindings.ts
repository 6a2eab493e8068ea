import type { Idea, IdeaFile, PlacedIdea, Project } from '../../model/types.ts'
import { type Span, shift } from '../../text/span.ts'
import type { Fix, Related, Report } from '../rule.ts'

/** An edit inside one idea that leaves alone what rules of the file read; places in the old file. */
interface Movement {
  readonly start: number
  readonly oldEnd: number
  readonly by: number
}

/**
 * Runs a rule of the file, or takes over its last reports, moved, where an edit left alone all that such rules read: headings,
 * table of contents, and of each idea its fields, mentors and links. The last reports go by the file's list of headings, which
 * stays the same object until a heading changes.
 */
export class FileFindings {
  readonly #last = new WeakMap<object, readonly Report[]>()
  readonly #check: (file: IdeaFile) => readonly Report[]

  constructor(check: (file: IdeaFile) => readonly Report[]) {
    this.#check = check
  }

  /** The reports of a file, `movement` being what {@link movementTo} says of it. */
  of(file: IdeaFile, movement: Movement | null): readonly Report[] {
    const last = this.#last.get(file.tocHeadings)
    const moved = last && movement ? this.#moved(last, movement, file) : null
    const reports = moved ?? this.#check(file)
    this.#last.set(file.tocHeadings, reports)
    return reports
  }

  #moved(reports: readonly Report[], movement: Movement, file: IdeaFile): readonly Report[] | null {
    const moved: Report[] = []
    for (const report of reports) {
      const span = movedSpan(report.span, movement)
      const related = report.related && movedRelated(report.related, movement)
      if (!span || related === null) return null
      const fixes = report.fixes && this.#fixesOf(file, span, report.message)
      moved.push({ ...report, span, ...(related && { related }), ...(fixes && { fixes }) })
    }
    return moved
  }

  /** A fix counts in the text that it was made for: it is worked out anew when somebody asks. Holds on to nothing but this file. */
  #fixesOf(file: IdeaFile, span: Span, message: string): () => readonly Fix[] {
    return () =>
      this.#check(file)
        .find((fresh) => isSame(fresh, span, message))
        ?.fixes?.() ?? []
  }
}

const isSame = (report: Report, span: Span, message: string): boolean =>
  report.span.start === span.start && report.span.end === span.end && report.message === message

function movedSpan(span: Span, { start, oldEnd, by }: Movement): Span | null {
  if (span.end <= start) return span
  return span.start >= oldEnd ? shift(span, by) : null
}

function movedRelated(related: readonly Related[], movement: Movement): readonly Related[] | null {
  const moved = related.flatMap(({ span, message }) => {
    const place = movedSpan(span, movement)
    return place ? [{ span: place, message }] : []
  })
  return moved.length === related.length ? moved : null
}

/** How `file` differs from `old`, if by no more than the text inside one idea; null where rules of the file are to be run. */
export function movementTo(old: IdeaFile, file: IdeaFile): Movement | null {
  if (old === file) return { start: file.text.length, oldEnd: file.text.length, by: 0 }
  if (!sameFrame(old, file)) return null
  const edited = onlyDifference(old, file)
  if (!edited) return null
  const { from, to } = edited
  const by = to.idea.length - from.idea.length
  if (file.text.length - old.text.length !== by || skeleton(from.idea) !== skeleton(to.idea)) return null
  if (holdsConflict(old.text, from) || holdsConflict(file.text, to)) return null
  return changed(old.text, file.text, from, by)
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

function sameFrame(old: IdeaFile, file: IdeaFile): boolean {
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
const skeleton = ({ heading, fields, mentors, upstream, lfx, size, empty }: Idea): string =>
  JSON.stringify([
    heading && [heading.level, heading.text],
    fields.map(({ key, label, shape, colon, outside, valueSpan }) => [
      key,
      label,
      shape,
      colon,
      outside,
      valueSpan.end > valueSpan.start,
    ]),
    mentors.map(({ name, handle, email, primary, remark, emailForm, handleForm, tidy, shared }) => [
      name,
      handle,
      email,
      primary,
      remark,
      emailForm,
      handleForm,
      tidy,
      shared,
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
function changed(old: string, text: string, { idea, at }: PlacedIdea, by: number): Movement {
  const oldEnd = at + idea.length
  let start = at
  while (start < oldEnd && start < oldEnd + by && old.charCodeAt(start) === text.charCodeAt(start)) start++
  let end = oldEnd
  while (end > start && end + by > start && old.charCodeAt(end - 1) === text.charCodeAt(end + by - 1)) end--
  return { start, oldEnd: end, by }
}
