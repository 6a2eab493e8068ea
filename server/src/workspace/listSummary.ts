import { readSections } from '../model/blocks/sectionFacts.ts'
import type { MentorId } from '../model/mentors/identity.ts'
import { type Programme, programmeOf } from '../model/profiles/programmePath.ts'
import { targetName } from '../model/toc/compareText.ts'
import type { IdeaFile, Link, LocalLink, Mentor, PlacedIdea, SizeWord, TocHeading } from '../model/types.ts'
import { cutSections } from '../syntax/sections.ts'
import { type Span, shift } from '../text/span.ts'
import { uriPath } from './uris.ts'

/** A mentor of a known list; spans count from the list's start (UTF-16). */
export interface KnownMentor {
  readonly name: string | null
  /** Without `@`, as written. */
  readonly handle: string | null
  readonly email: string | null
  readonly id: MentorId
  readonly primary: boolean
  readonly remark: string | null
  readonly span: Span
  readonly handleSpan: Span | null
  readonly emailSpan: Span | null
}

/** A skill as an idea writes it. */
export interface KnownSkill {
  readonly name: string
  readonly span: Span
}

/** What other lists may say of an idea; spans count from the list's start. */
export interface KnownIdea {
  readonly title: string | null
  readonly project: string
  readonly anchor: string | null
  /** The heading's text, or the first field's label where there is no heading. */
  readonly span: Span
  /** From the heading to the end of the last field. */
  readonly whole: Span
  readonly size: { readonly word: SizeWord | null; readonly hours: number | null } | null
  readonly mentors: readonly KnownMentor[]
  readonly skills: readonly KnownSkill[]
  readonly upstream: readonly Link[]
  readonly lfx: Link | null
}

export interface KnownProject {
  readonly name: string
  /** The heading's text; null where ideas stand under no project heading. */
  readonly span: Span | null
  readonly ideas: readonly KnownIdea[]
}

/** A heading of a list, of whatever it may be; spans count from the list's start. */
export interface KnownHeading {
  /** As a reader sees it. */
  readonly text: string
  readonly anchor: string
  readonly role: 'project' | 'idea' | null
  readonly span: Span
  readonly textSpan: Span
}

/** A link into its own list or to a file beside it; the span is that of the target as it is written. */
export interface KnownLink {
  /** As written; empty for a link into its own list. */
  readonly path: string
  /** Without escapes and the prefix that GitHub puts before ids; null for a link to a file. */
  readonly anchor: string | null
  readonly span: Span
  /** What a reader clicks; null where that stands elsewhere. */
  readonly textSpan: Span | null
}

/** One idea list of the workspace, as much of it as other lists ask for. */
export interface ListSummary {
  readonly uri: string
  readonly programme: Programme
  readonly profile: string
  readonly projects: readonly KnownProject[]
  /** All of them, in the order of the text. */
  readonly headings: readonly KnownHeading[]
  readonly links: readonly KnownLink[]
  readonly text: string
}

/** The lists of a workspace. An open document's text beats the disk. */
export interface WorkspaceIndex {
  /** Every list that is known by now, the newest programme first; cheap, the same object until something changes. */
  lists(): readonly ListSummary[]
}

/** A list that the configuration claims is called by its programme. */
function programmeFor({ path, claimed, profile }: IdeaFile): Programme {
  const programme = programmeOf(path)
  const isNamed = claimed && programme.term.startsWith('file/')
  return isNamed ? { ...programme, label: `${profile.programme} ${programme.year ?? programme.label}` } : programme
}

/** What the workspace is to know of a list. */
export const summarizeList = (uri: string, file: IdeaFile): ListSummary => ({
  uri,
  programme: programmeFor(file),
  profile: file.profile.id,
  text: file.text,
  projects: file.projects.map(({ name, heading, ideas }) => ({
    name,
    span: heading && shift(heading.heading.textSpan, heading.at),
    ideas: ideas.map((idea) => knownIdea(idea, name)),
  })),
  headings: file.tocHeadings.map((heading, index) => knownHeading(heading, file.headings[index]!.at)),
  links: file.sections.flatMap(({ at, facts }) => facts?.links.map((link) => knownLink(link, at)) ?? []),
})

/**
 * The same of a list that is open, worked out when somebody asks: it changes with every key, and few ask. It keeps `file` in memory, as
 * whoever shows it does.
 */
export function summarizeOpenList(uri: string, file: IdeaFile): ListSummary {
  let known: ListSummary | null = null
  const all = (): ListSummary => {
    known ??= summarizeList(uri, file)
    return known
  }
  return {
    uri,
    programme: programmeFor(file),
    profile: file.profile.id,
    text: file.text,
    get projects() {
      return all().projects
    },
    get headings() {
      return all().headings
    },
    get links() {
      return all().links
    },
  }
}

/** Whether a text may link to a heading of another file; cheap and generous. */
export const mayLinkToHeading = (text: string): boolean => /\.(?:md|markdown)(?:\?[^\s#]{0,100})?#/i.test(text)

/** What is to be known of a Markdown file that is no list: where it links to. */
export function summarizePage(uri: string, text: string): ListSummary {
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0
  const links = readSections(cutSections(text), new Map()).flatMap(({ links, section }) => {
    const start = at
    at += section.length
    return links.map((link) => knownLink(link, start))
  })
  return { uri, programme: programmeOf(uriPath(uri)), profile: '', text, projects: [], headings: [], links }
}

const knownHeading = ({ heading: { text, span, textSpan }, anchor, role }: TocHeading, at: number): KnownHeading => ({
  text,
  anchor,
  role,
  span: shift(span, at),
  textSpan: shift(textSpan, at),
})

const knownLink = ({ path, anchor, span, textSpan }: LocalLink, at: number): KnownLink => ({
  path,
  anchor: anchor === null ? null : targetName(anchor),
  span: shift(span, at),
  textSpan: textSpan && shift(textSpan, at),
})

function knownIdea({ idea, at, anchor }: PlacedIdea, project: string): KnownIdea {
  const first = idea.heading?.textSpan ?? idea.fields[0]?.labelSpan ?? { start: 0, end: 0 }
  return {
    title: idea.heading?.text ?? null,
    project,
    anchor,
    span: shift(first, at),
    whole: { start: at, end: at + idea.length },
    size: idea.size && { word: idea.size.word, hours: idea.size.hours },
    mentors: idea.mentors.map((mentor) => knownMentor(mentor, at)),
    skills: idea.skills.map(({ name, span }) => ({ name, span: shift(span, at) })),
    upstream: idea.upstream.map((link) => ({ ...link, span: shift(link.span, at) })),
    lfx: idea.lfx && { ...idea.lfx, span: shift(idea.lfx.span, at) },
  }
}

const knownMentor = (
  { name, handle, email, id, primary, remark, span, handleSpan, emailSpan }: Mentor,
  at: number,
): KnownMentor => ({
  name,
  handle,
  email,
  id,
  primary,
  remark,
  span: shift(span, at),
  handleSpan: handleSpan && shift(handleSpan, at),
  emailSpan: emailSpan && shift(emailSpan, at),
})
