import { canMoveRows } from '../editing/toc/moveRows.ts'
import { ideaFieldHasValue } from '../model/fields/ideaFieldHasValue.ts'
import type { Idea, IdeaFile, IdeaKeys, Link, Mentor, PlacedHeading, PlacedIdea, Project } from '../model/types.ts'
import type { Span } from '../text/span.ts'
import { type ConflictMarks, conflictMarks } from './shared/conflictLines.ts'

/** A mentor as file rules see it. */
export type FileRuleMentor = Omit<Mentor, 'leftovers'>

/** An idea as file rules see it: what {@link fileRuleInputKey} contains, and spans, which only move. */
export interface FileRuleIdea extends Pick<Idea, 'heading' | 'fields' | 'empty'> {
  readonly mentors: readonly FileRuleMentor[]
  readonly upstream: readonly FileRuleLink[]
  readonly lfx: FileRuleLink | null
  readonly keys: Omit<IdeaKeys, 'description' | 'outcome'>
}

type FileRuleLink = Pick<Link, 'url' | 'span'>

/** An idea at its offset in the file. */
export interface PlacedFileRuleIdea extends Omit<PlacedIdea, 'idea'> {
  readonly idea: FileRuleIdea
}

/** A project as file rules see it. */
export interface FileRuleProject extends Pick<Project, 'name' | 'heading'> {
  readonly ideas: readonly PlacedFileRuleIdea[]
}

/**
 * All that a file rule may read of a file. An edit inside one idea that leaves these properties as they are, except for places,
 * leaves its reports as they are: `engine/fileRuleCache.ts` relies on it. A rule that needs more is a `TextRule`.
 */
export interface FileRuleInput
  extends Pick<
    IdeaFile,
    | 'profile'
    | 'template'
    | 'projectLevel'
    | 'ideaLevel'
    | 'knowsProject'
    | 'ownProjects'
    | 'headings'
    | 'toc'
    | 'tocHeadings'
    | 'tocMatch'
  > {
  readonly projects: readonly FileRuleProject[]
  /** The Markdown of a heading, with its hashes. */
  readonly headingSource: (placed: PlacedHeading) => string
  /** A mentor's e-mail address as written; `at` is the offset of the idea. Empty without an address. */
  readonly emailSource: (mentor: Pick<Mentor, 'emailSpan'>, at: number) => string
  /** Whether each entry of the table of contents is on a line of its own. */
  readonly canMoveTocEntries: () => boolean
  /** The heading of an idea that was written into the template; null if there is none. */
  readonly ideaInTemplate: () => { readonly title: string; readonly span: Span } | null
  /** The heading of an idea in the template, with its hashes; null if there is none. */
  readonly templateIdeaHeading: () => Span | null
  readonly conflictMarks: () => ConflictMarks
  /** Whether the text contains `<<<<<<<`. */
  readonly hasConflictMarker: () => boolean
}

/** The view of a file that file rules get. */
export const fileRuleInput = (file: IdeaFile): FileRuleInput => ({
  profile: file.profile,
  template: file.template,
  projectLevel: file.projectLevel,
  ideaLevel: file.ideaLevel,
  knowsProject: file.knowsProject,
  ownProjects: file.ownProjects,
  headings: file.headings,
  toc: file.toc,
  tocHeadings: file.tocHeadings,
  tocMatch: file.tocMatch,
  projects: file.projects,
  headingSource: ({ heading, at }) => fileRuleInputText(file.text, heading.span, at),
  emailSource: ({ emailSpan }, at) => (emailSpan === null ? '' : fileRuleInputText(file.text, emailSpan, at)),
  canMoveTocEntries: () => canMoveRows(file),
  ideaInTemplate: () => ideaInTemplate(file),
  templateIdeaHeading: () => templateIdeaHeading(file),
  conflictMarks: () => conflictMarks(file.text),
  hasConflictMarker: () => file.text.includes('<<<<<<<'),
})

function ideaInTemplate({
  template: { filledIn: title },
  templateSpan,
  text,
}: IdeaFile): ReturnType<FileRuleInput['ideaInTemplate']> {
  if (title === undefined || templateSpan === null) return null
  const start = text.indexOf(title, templateSpan.start)
  const isInside = start >= 0 && start + title.length <= templateSpan.end
  return { title, span: isInside ? { start, end: start + title.length } : templateSpan }
}

function templateIdeaHeading({ template: { ideaLevel }, templateSpan, text }: IdeaFile): Span | null {
  if (ideaLevel === null || templateSpan === null) return null
  const block = text.slice(templateSpan.start, templateSpan.end)
  const heading = [...block.matchAll(/^ {0,3}(#{1,6})[ \t][^\r\n]*/gm)].find(([, hashes]) => hashes?.length === ideaLevel)
  if (heading === undefined) return null
  const end = templateSpan.start + heading.index + heading[0].trimEnd().length
  return { start: templateSpan.start + heading.index + heading[0].search(/#/), end }
}

const fileRuleInputText = (text: string, { start, end }: Span, at: number): string => text.slice(at + start, at + end)

/**
 * Equal for two versions of an idea between which no file rule can see a difference; `text` is the file's text. Null if only the text
 * shows it: the idea may contain a part of a merge conflict or a diff.
 */
export function fileRuleInputKey({ idea, at }: PlacedIdea, text: string): string | null {
  const known = inputKeys.get(idea)
  if (known !== undefined) return known
  const key = inputKeyOf(idea, text.slice(at, at + idea.length))
  inputKeys.set(idea, key)
  return key
}

/** At every key an idea is compared twice: as it is now, and as what was there before the next key. */
const inputKeys = new WeakMap<Idea, string | null>()

function inputKeyOf(idea: Idea, text: string): string | null {
  if (/^(?:<{7}|={7}|>{7}|diff --git|@@ )/m.test(text)) return null
  const { heading, fields, mentors, upstream, lfx, empty } = idea
  return JSON.stringify([
    heading && [heading.level, heading.text],
    fields.map(({ key, label, shape, colon, isOutsideItem, valueSpan, yaml }) => [
      key,
      label,
      shape,
      colon,
      isOutsideItem,
      ideaFieldHasValue({ valueSpan, yaml }),
    ]),
    mentors.map((mentor) => [
      mentor.name,
      mentor.handle,
      mentor.email,
      mentor.primary,
      mentor.remark,
      mentor.emailForm,
      mentor.handleForm,
      mentor.isCanonical,
      mentor.sharesLine,
      mentor.emailForm !== 'plain' && mentor.emailSpan && fileRuleInputText(text, mentor.emailSpan, 0),
    ]),
    upstream.map(({ url }) => url),
    lfx?.url,
    empty,
  ])
}
