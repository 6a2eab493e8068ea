import type { Span } from '../text/span.ts'

/** What the fields of an idea are called in the exported model; `other` is any labelled item that is no known field. */
export type FieldKey =
  | 'description'
  | 'expectedOutcome'
  | 'recommendedSkills'
  | 'size'
  | 'mentors'
  | 'upstreamIssue'
  | 'lfxUrl'
  | 'technologies'
  | 'difficulty'
  | 'other'

export type SizeWord = 'small' | 'medium' | 'large'

export type ProfileId = 'gsoc' | 'gsoc-2022' | 'gsoc-classic' | 'lfx-proposal' | 'lfx-accepted'

/** One field that a template or a profile asks for, with the label as it is to be written. */
export interface FieldSpec {
  readonly key: FieldKey
  readonly label: string
  readonly required: boolean
}

/** One size on offer; `word` is null where the programme counts in hours alone. */
export interface SizeSpec {
  readonly word: SizeWord | null
  readonly hours: number
}

/** What an idea's mentors must be: how many, and what each one's entry must hold. */
export interface MentorSpec {
  readonly min: number
  /** From here on nothing is said; below it, and at `min` or above, one more is advised. */
  readonly advised: number
  readonly max: number
  readonly email: boolean
  readonly primary: boolean
}

/** A file's schema: its own template where it has one, else what its profile supplies. */
export interface Template {
  readonly fields: readonly FieldSpec[]
  readonly sizes: readonly SizeSpec[]
  readonly mentors: MentorSpec
  readonly toc: boolean
  /** Heading levels of projects and ideas, where the template shows them. */
  readonly projectLevel: number | null
  readonly ideaLevel: number | null
}

/** A programme's template under a name. */
export interface Profile extends Template {
  readonly id: string
  readonly title: string
}

/** A heading; spans are relative to its section's start. */
export interface Heading {
  readonly level: number
  /** The text as a reader sees it, without marks and blanks at its ends. */
  readonly text: string
  /** GitHub's slug of the text, before repeats are numbered. */
  readonly slug: string
  readonly span: Span
  readonly textSpan: Span
}

/** A heading in its file, with its place and its anchor (the slug with `-1`, `-2` … for repeats). */
export interface PlacedHeading {
  readonly heading: Heading
  readonly at: number
  readonly anchor: string
}

/** A link to an absolute or relative target. */
export interface Link {
  readonly url: string
  readonly text: string
  readonly span: Span
}

/**
 * A field of an idea; spans are relative to the idea's start.
 * `shape`: `item` a labelled list item; `bare` a label that lacks its bullet or the blank after it; `nested` swallowed by another field.
 */
export interface Field {
  readonly key: FieldKey
  /** As written, without emphasis marks and colon. */
  readonly label: string
  readonly shape: 'item' | 'bare' | 'nested'
  readonly colon: boolean
  readonly span: Span
  readonly labelSpan: Span
  /** From the first to the last character of the value; empty (at the label's end) where there is none. */
  readonly valueSpan: Span
  /** Whether the value, or a part of it, stands where Markdown puts it outside the item. */
  readonly outside: boolean
}

/** A person; spans are relative to the idea's start. */
export interface Mentor {
  readonly name: string | null
  /** Without `@`; as written even where GitHub could not have it. */
  readonly handle: string | null
  readonly email: string | null
  readonly primary: boolean
  /** What else the entry says, as written (`from ORG`, a disguised address). */
  readonly remark: string | null
  readonly span: Span
  readonly nameSpan: Span | null
  readonly handleSpan: Span | null
  /** Where the address stands, a disguised or malformed one too. */
  readonly emailSpan: Span | null
  /** `plain` is an address as one types it; null where there is none. */
  readonly emailForm: 'plain' | 'disguised' | 'malformed' | null
  /** `link`: shown by a GitHub link alone; `foreign`: a link to another site in its place. */
  readonly handleForm: 'at' | 'double-at' | 'bare' | 'link' | 'foreign' | null
  /** Whether the entry has the shape `Name (@handle, e-mail)`, other blanks and a role behind it aside. */
  readonly tidy: boolean
  /** Whether other mentors stand on the same line. */
  readonly shared: boolean
}

/** What a size field says: a word, hours, both or neither. */
export interface Size {
  readonly word: SizeWord | null
  readonly hours: number | null
  readonly span: Span
}

export interface Skill {
  readonly name: string
  readonly span: Span
}

/** One idea, read from its own text alone: spans are relative to its start, so an edit elsewhere leaves it as it is. */
export interface Idea {
  /** Null where labelled fields stand under no idea heading. */
  readonly heading: Heading | null
  readonly length: number
  readonly fields: readonly Field[]
  readonly mentors: readonly Mentor[]
  readonly size: Size | null
  readonly upstream: readonly Link[]
  readonly lfx: Link | null
  readonly skills: readonly Skill[]
  /** Whether nothing at all stands under the heading. */
  readonly empty: boolean
}

/** An idea at its offset in the file. */
export interface PlacedIdea {
  readonly idea: Idea
  readonly at: number
  readonly anchor: string | null
}

/** A project; `heading` is null where ideas stand under no project heading. */
export interface Project {
  readonly name: string
  readonly heading: PlacedHeading | null
  readonly ideas: readonly PlacedIdea[]
  /** From its heading to the end of its last idea, in the file. */
  readonly span: Span
}

/** An entry of the table of contents; spans are relative to the table's start. */
export interface TocEntry {
  readonly text: string
  /** The link's target without its `#`, as written. */
  readonly anchor: string
  readonly depth: number
  readonly bullet: string
  /** The item's own line or lines, without those of its children. */
  readonly span: Span
  readonly textSpan: Span
  readonly anchorSpan: Span
}

/** A table of contents; `at` is its offset in the file, and all spans count from there. */
export interface Toc {
  readonly at: number
  /** From the first entry, or the mark before it, to the end of the last entry or mark. */
  readonly span: Span
  readonly entries: readonly TocEntry[]
  /** The comment marks around it (`<!-- TOC -->`). */
  readonly markers: { readonly open: Span; readonly close: Span | null } | null
}

/** A section's facts at its offset in the file. Declared with the facts in `facts.ts`; features need the place alone. */
export interface PlacedSection {
  readonly at: number
  readonly length: number
}

/** Everything that is known of one file. For a file that is no idea list `ideaList` is false and the rest is empty. */
export interface IdeaFile {
  /** As the caller named it; forward slashes. Tells the programme, never whether the file is an idea list by itself. */
  readonly path: string
  readonly text: string
  readonly ideaList: boolean
  readonly profile: Profile
  readonly template: Template
  /** The fenced block that holds the file's own template. */
  readonly templateSpan: Span | null
  readonly projectLevel: number
  readonly ideaLevel: number
  readonly headings: readonly PlacedHeading[]
  /** The parts that the file was read from; an update takes over those that an edit leaves alone. */
  readonly sections: readonly PlacedSection[]
  readonly projects: readonly Project[]
  readonly toc: Toc | null
  /** Places that were too long or too deeply nested to be parsed and are kept as plain text. */
  readonly unread: readonly Span[]
}
