import { readSections } from '../model/blocks/sectionFacts.ts'
import { folderSchemaOf } from '../model/folder/readInFolder.ts'
import type { MentorId } from '../model/mentors/samePerson.ts'
import { namedProjects } from '../model/outline/namedProjects.ts'
import { listYear } from '../model/profiles/listYear.ts'
import { isInFolderList, type Programme, programmeOf, programmeOfFolder } from '../model/profiles/programmePath.ts'
import { comparableAnchor } from '../model/toc/comparableText.ts'
import type { Idea, IdeaFile, Link, LocalLink, Mentor, PlacedIdea, SizeWord, TocHeading } from '../model/types.ts'
import { cutSections } from '../syntax/sections.ts'
import { type Span, shift } from '../text/span.ts'
import { listLabel } from './listLabel.ts'
import { uriPath } from './uris.ts'

/** A mentor; spans count from the start of the list (UTF-16). */
export interface MentorSummary {
  readonly name: string | null
  /** Without `@`, as written. */
  readonly handle: string | null
  readonly email: string | null
  readonly id: MentorId
  /** The LF username; only exports have it. */
  readonly lfid?: string | null
  readonly primary: boolean
  readonly remark: string | null
  readonly span: Span
  readonly handleSpan: Span | null
  readonly emailSpan: Span | null
}

/** A skill as the idea writes it. */
export interface SkillSummary {
  readonly name: string
  readonly span: Span
}

/** An idea; spans count from the start of the list. */
export interface IdeaSummary {
  readonly title: string | null
  readonly project: string
  readonly anchor: string | null
  /** The heading's text, or the first field's label if there is no heading. */
  readonly span: Span
  /** From the heading to the end of the last field. */
  readonly whole: Span
  readonly size: { readonly word: SizeWord | null; readonly hours: number | null } | null
  readonly mentors: readonly MentorSummary[]
  readonly skills: readonly SkillSummary[]
  readonly upstream: readonly Link[]
  readonly lfx: Link | null
  /** The texts that are compared with those of other files; none except in a folder with one idea in each file. */
  readonly texts: readonly TextSummary[]
}

/** A description or an outcome: equal digests mean, but for chance, equal texts without their spaces. */
export interface TextSummary {
  readonly digest: string
  readonly labelSpan: Span
  readonly valueSpan: Span
}

export interface ProjectSummary {
  readonly name: string
  /** Where the name is: the heading's text, or a field of the first idea; null for ideas without a project. */
  readonly span: Span | null
  readonly ideas: readonly IdeaSummary[]
  /** Where ideas have the name in a field; absent if a heading has it. */
  readonly stated?: readonly Span[]
}

/** Any heading; spans count from the start of the list. */
export interface HeadingSummary {
  /** As rendered. */
  readonly text: string
  readonly anchor: string
  readonly role: 'project' | 'idea' | null
  readonly span: Span
  readonly textSpan: Span
}

/** A link within its file or to another file; the span is that of the target as written. */
export interface LinkSummary {
  /** As written; empty for a link within its file. */
  readonly path: string
  /** Without escapes and without GitHub's prefix `user-content-`; null for a link to a whole file. */
  readonly anchor: string | null
  readonly span: Span
  /** The link's text; null if it is elsewhere. */
  readonly textSpan: Span | null
}

/** One idea list of the workspace, without its model. */
export interface ListSummary {
  readonly uri: string
  /** Without symbolic links: two names of one file have the same. Links and peers are resolved by it. */
  readonly realUri: string
  readonly programme: Programme
  readonly profile: string
  readonly projects: readonly ProjectSummary[]
  /** In the order of the text. */
  readonly headings: readonly HeadingSummary[]
  readonly links: readonly LinkSummary[]
  readonly text: string
}

/** The folder that is the list, if this is one of its files with an idea each; null for any other list. */
export const folderOfSummary = ({ uri, programme }: Pick<ListSummary, 'uri' | 'programme'>): string | null =>
  isInFolderList(programme) ? uri.slice(0, uri.lastIndexOf('/')) : null

/** The lists of a workspace. The text of an open document replaces what is on disk. */
export interface WorkspaceIndex {
  /** All lists that are loaded, the newest programme first. Cheap: the same object until something changes. */
  lists(): readonly ListSummary[]
}

/** A list that a configured programme claims is named after it if its path names no program, others by `listLabel`. */
export function summarizedProgramme(file: IdeaFile): Programme {
  const { path, claimed, profile } = file
  if (folderSchemaOf(file)) return programmeOfFolder(path)
  const programme = programmeOf(path)
  if (!programme.term.startsWith('file/')) return programme
  const year = listYear(file)
  const label = claimed ? `${profile.programme} ${year ?? programme.label}` : listLabel(file, programme)
  return { ...programme, label, year }
}

/** The summary of a list. */
export const summarizeList = (uri: string, file: IdeaFile, realUri = uri): ListSummary => ({
  uri,
  realUri,
  programme: summarizedProgramme(file),
  profile: file.profile.id,
  text: file.text,
  projects: namedProjects(file).map(({ name, nameSpan, ideas, stated }) => ({
    name,
    span: nameSpan,
    ideas: ideas.map((idea) => summarizedIdea(idea, name, folderSchemaOf(file) !== null)),
    ...(stated.length > 0 && { stated }),
  })),
  headings: file.tocHeadings.map((heading, index) => summarizedHeading(heading, file.headings[index]!.at)),
  links: file.sections.flatMap(({ at, facts }) => facts?.links.map((link) => summarizedLink(link, at)) ?? []),
})

/**
 * The summary of an open list, computed on first use: it changes with every key, and is rarely read. It keeps `file` in memory,
 * as the open document does.
 */
export function summarizeOpenList(uri: string, file: IdeaFile, realUri = uri): ListSummary {
  let known: ListSummary | null = null
  const all = (): ListSummary => {
    known ??= summarizeList(uri, file, realUri)
    return known
  }
  return {
    uri,
    realUri,
    programme: summarizedProgramme(file),
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

/** The summary of a Markdown file that is not a list: its links. */
export function summarizePage(uri: string, text: string, realUri = uri): ListSummary {
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0
  const links = readSections(cutSections(text), new Map()).flatMap(({ links, section }) => {
    const start = at
    at += section.length
    return links.map((link) => summarizedLink(link, start))
  })
  return { uri, realUri, programme: programmeOf(uriPath(uri)), profile: '', text, projects: [], headings: [], links }
}

const summarizedHeading = ({ heading: { text, span, textSpan }, anchor, role }: TocHeading, at: number): HeadingSummary => ({
  text,
  anchor,
  role,
  span: shift(span, at),
  textSpan: shift(textSpan, at),
})

const summarizedLink = ({ path, anchor, span, textSpan }: LocalLink, at: number): LinkSummary => ({
  path,
  anchor: anchor === null ? null : comparableAnchor(anchor),
  span: shift(span, at),
  textSpan: textSpan && shift(textSpan, at),
})

function summarizedIdea({ idea, at, anchor }: PlacedIdea, project: string, isInFolder: boolean): IdeaSummary {
  const first = idea.heading?.textSpan ?? idea.fields[0]?.labelSpan ?? { start: 0, end: 0 }
  return {
    title: idea.heading?.text ?? null,
    project,
    anchor,
    span: shift(first, at),
    whole: { start: at, end: at + idea.length },
    size: idea.size && { word: idea.size.word, hours: idea.size.hours },
    mentors: idea.mentors.map((mentor) => summarizedMentor(mentor, at)),
    skills: idea.skills.map(({ name, span }) => ({ name, span: shift(span, at) })),
    upstream: idea.upstream.map((link) => ({ ...link, span: shift(link.span, at) })),
    lfx: idea.lfx && { ...idea.lfx, span: shift(idea.lfx.span, at) },
    texts: isInFolder ? comparedTexts(idea, at) : noTexts,
  }
}

const noTexts: readonly TextSummary[] = []

function comparedTexts({ keys, fields }: Idea, at: number): readonly TextSummary[] {
  const digests = [keys.description, keys.outcome]
  return (['description', 'expectedOutcome'] as const).flatMap((key, index) => {
    const [digest, field] = [digests[index], fields.find((each) => each.key === key)]
    return digest && field ? [{ digest, labelSpan: shift(field.labelSpan, at), valueSpan: shift(field.valueSpan, at) }] : []
  })
}

const summarizedMentor = (
  { name, handle, email, id, primary, remark, span, handleSpan, emailSpan }: Mentor,
  at: number,
): MentorSummary => ({
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
