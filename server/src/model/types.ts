import type { Span } from '../text/span.ts'
import type { MentorId } from './mentors/identity.ts'
import type { FieldKey, Labels, Profile, SizeWord, Template } from './profileTypes.ts'

export type {
  BuiltInId,
  FieldKey,
  FieldSpec,
  Labels,
  MentorSpec,
  Profile,
  Samples,
  SizeSpec,
  SizeWord,
  Template,
  TocMarkers,
} from './profileTypes.ts'

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

/** A link to a place in its own file or in one beside it: anything that is no absolute address. The span counts from its section's start. */
export interface LocalLink {
  /** As written, without what follows `?` or `#`; empty for a link into its own file. */
  readonly path: string
  /** What follows the `#`, as written; null where there is none. */
  readonly anchor: string | null
  /** The target's own characters, path and anchor alike. */
  readonly span: Span
  /** What a reader clicks; null where that stands elsewhere or is no Markdown. */
  readonly textSpan: Span | null
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
  readonly isOutsideItem: boolean
}

/** A person; spans are relative to the idea's start. */
export interface Mentor {
  readonly name: string | null
  /** Without `@`, never empty; as written even if GitHub does not allow it. */
  readonly handle: string | null
  readonly email: string | null
  /** Handle and address in lower case; rules compare them at every keystroke. */
  readonly id: MentorId
  readonly primary: boolean
  /** What else the entry says, as written (`from ORG`, a disguised address). */
  readonly remark: string | null
  /** The pieces that are neither name, handle nor address, role words among them; without the punctuation around them. */
  readonly leftovers: readonly Span[]
  readonly span: Span
  readonly nameSpan: Span | null
  readonly handleSpan: Span | null
  /** Where the address stands, a disguised or malformed one too. */
  readonly emailSpan: Span | null
  /** `plain` is an address as one types it; null where there is none. */
  readonly emailForm: 'plain' | 'obfuscated' | 'malformed' | null
  /** `link`: shown by a GitHub link alone; `foreign`: a link to another site in its place. */
  readonly handleForm: 'at' | 'double-at' | 'withoutAt' | 'link' | 'foreign' | null
  /** Whether the entry has the shape `Name (@handle, e-mail)`, other blanks and a role behind it aside. */
  readonly isCanonical: boolean
  /** Whether other mentors stand on the same line. */
  readonly sharesLine: boolean
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

/** What is compared across ideas, put into one spelling when the idea is read: rules of the file look it up at every keystroke. */
export interface IdeaKeys {
  /** One for each upstream link. */
  readonly upstream: readonly UpstreamKey[]
  /** The UUID of the LFX Mentorship project. */
  readonly lfx: string | null
  /** Digests of the texts, blanks set aside; null for none and for short ones. */
  readonly description: string | null
  readonly outcome: string | null
}

/** An address without what does not tell pages apart (scheme, `www.`, a slash at its end, letter case on GitHub). */
export interface UpstreamKey {
  readonly page: string
  /** GitHub's organisation and `organisation/repository`, in lower case; null elsewhere. */
  readonly owner: string | null
  readonly repository: string | null
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
  readonly keys: IdeaKeys
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

/** A piece of a table: an item of its lists with those below it, or what stands between lists. */
export interface TocItem {
  /** Counted from the table's start. */
  readonly span: Span
  readonly depth: number
  readonly isItem: boolean
  /** Null for what is no link to an anchor. */
  readonly entry: TocEntry | null
  /** What an item that is no such link says; null for everything else. */
  readonly text: string | null
}

/** A table of contents; `at` is its offset in the file, and all spans count from there. */
export interface Toc {
  readonly at: number
  /** From the first entry, or the mark before it, to the end of the last entry or mark. */
  readonly span: Span
  readonly entries: readonly TocEntry[]
  /** Everything from the first item to the last one, in the order of the text. */
  readonly items: readonly TocItem[]
  /** What else its section links to, and what lines of their own there say: that is listed, too, though by no entry. */
  readonly otherMentions: { readonly anchors: readonly string[]; readonly names: readonly string[] }
  /** The comment marks around it (`<!-- TOC -->`). */
  readonly markers: { readonly open: Span; readonly close: Span | null } | null
}

/** A heading as a table may list it. It knows its number among them (`index`) and not its place: an edit elsewhere leaves it as it is. */
export interface TocHeading {
  readonly heading: Heading
  readonly anchor: string
  /** Null for one that names neither a project nor an idea. */
  readonly role: 'project' | 'idea' | null
  readonly index: number
}

/** What a table of contents lists. Knows no offsets of headings: it is the same until the table or a heading changes. */
export interface TocMatch {
  /** The heading that each entry is about: at most one entry a heading. Entries about nothing that is in the file are absent. */
  readonly headings: ReadonlyMap<TocEntry, TocHeading>
  /** The headings that the entries' anchors lead to. */
  readonly targets: ReadonlyMap<TocEntry, TocHeading>
  /** Entries whose anchor no heading has, nor anybody set by hand. */
  readonly broken: ReadonlySet<TocEntry>
  /** Headings of projects and ideas that no entry is about, in the order of the file. */
  readonly missing: readonly TocHeading[]
}

/** A section's facts at its offset in the file. Declared with the facts in `facts.ts`; features need the place alone. */
export interface PlacedSection {
  readonly at: number
  readonly section: { readonly length: number; readonly comments: boolean }
  /** Null where nothing was read, as the file is no idea list. */
  readonly facts: { readonly links: readonly LocalLink[] } | null
}

/** What a file is read by beside its text. */
export interface ReadOptions {
  /** The file's path or URI path, as the programme's name may stand in it. */
  readonly path: string
  /** The profile that the configuration names, if it does. */
  readonly profile?: Profile | undefined
  /** Whether the configuration says that the file is a list of that profile, whatever stands in it. */
  readonly claimed?: boolean | undefined
  /** Whether a heading names a known project; tells a project from an idea at the wrong level. */
  readonly knowsProject: (name: string) => boolean
  /** Names of projects that the configuration adds (`ownNames`). */
  readonly ownProjects?: IdeaFile['ownProjects'] | undefined
  /** Which fields labels name, where the configuration knows more than the usual ones; when it changes, the file is to be read anew. */
  readonly labels?: Labels | undefined
}

/** Everything that is known of one file. For a file that is no idea list `ideaList` is false and the rest is empty. */
export interface IdeaFile {
  /** As the caller named it; forward slashes. Tells the programme, never whether the file is an idea list by itself. */
  readonly path: string
  readonly text: string
  /** What it was read by: another text is read in the same way with them. */
  readonly options: ReadOptions
  readonly ideaList: boolean
  readonly profile: Profile
  /** Whether the configuration says that this file is a list of `profile`, whatever stands in it. */
  readonly claimed: boolean
  /** Which fields labels name, where the configuration knows more than the usual ones. */
  readonly labels: Labels | undefined
  /** Whether a name is a known project's, by the catalogue or by the configuration. */
  readonly knowsProject: (name: string) => boolean
  /** The configuration's own project names, each by the spelling under which the catalogue compares names. */
  readonly ownProjects: ReadonlyMap<string, string>
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
  /** The headings as a table lists them; the same object until one of them changes. */
  readonly tocHeadings: readonly TocHeading[]
  readonly tocMatch: TocMatch | null
  /** Places that were too long or too deeply nested to be parsed and are kept as plain text. */
  readonly unread: readonly Span[]
}
