import type { IdeaFile, Link, Mentor, PlacedIdea, SizeWord } from '../model/types.ts'
import { type Span, shift } from '../text/span.ts'
import { type Programme, programmeOf } from './programme.ts'

/** A mentor of a known list; spans count from the list's start (UTF-16). */
export interface KnownMentor {
  readonly name: string | null
  /** Without `@`, as written. */
  readonly handle: string | null
  readonly email: string | null
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

/** One idea list of the workspace, as much of it as other lists ask for. */
export interface KnownList {
  readonly uri: string
  readonly programme: Programme
  readonly profile: string
  readonly projects: readonly KnownProject[]
  readonly text: string
}

/** The lists of a workspace. An open document's text beats the disk. */
export interface WorkspaceIndex {
  /** Every list that is known by now, the newest programme first; cheap, the same object until something changes. */
  lists(): readonly KnownList[]
}

/** A list that the configuration claims is called by its programme. */
function programmeFor({ path, claimed, profile }: IdeaFile): Programme {
  const programme = programmeOf(path)
  const isNamed = claimed && programme.term.startsWith('file/')
  return isNamed ? { ...programme, label: `${profile.programme} ${programme.year ?? programme.label}` } : programme
}

/** What the workspace is to know of a list. */
export const knownList = (uri: string, file: IdeaFile): KnownList => ({
  uri,
  programme: programmeFor(file),
  profile: file.profile.id,
  text: file.text,
  projects: file.projects.map(({ name, heading, ideas }) => ({
    name,
    span: heading && shift(heading.heading.textSpan, heading.at),
    ideas: ideas.map((idea) => knownIdea(idea, name)),
  })),
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

const knownMentor = ({ name, handle, email, primary, remark, span, handleSpan, emailSpan }: Mentor, at: number): KnownMentor => ({
  name,
  handle: handle?.replace(/^@+/, '') ?? null,
  email,
  primary,
  remark,
  span: shift(span, at),
  handleSpan: handleSpan && shift(handleSpan, at),
  emailSpan: emailSpan && shift(emailSpan, at),
})
