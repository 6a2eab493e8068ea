import type { Span } from '../text/span.ts'
import type { Link, LocalLink } from './linkTypes.ts'
import type { MentorId } from './mentors/samePerson.ts'
import type { Heading, PlacedHeading } from './outline/headingTypes.ts'
import type { FieldKey, Labels, LearnedLabelStyle, Profile, SizeWord, Template } from './profileTypes.ts'

export type { Link, LocalLink } from './linkTypes.ts'
export type { Heading, PlacedHeading } from './outline/headingTypes.ts'
export type {
  BuiltInId,
  FieldKey,
  FieldSpec,
  LabelOrder,
  Labels,
  LearnedLabel,
  LearnedLabelStyle,
  LearnedSchema,
  ListForm,
  MatterPeopleForm,
  MentorSlot,
  MentorSpec,
  PersonKeyHead,
  Profile,
  Samples,
  SharedForm,
  SizeSpec,
  SizeWord,
  Template,
  TocMarkers,
} from './profileTypes.ts'

/**
 * A field of an idea; spans are relative to the idea's start. Shapes:
 * `item` `- Mentors: …` · `bare` `Mentors: …` or `-Mentors: …` · `nested` within another field's item.
 */
export interface Field {
  readonly key: FieldKey
  /** As written, without emphasis and colon. */
  readonly label: string
  readonly shape: 'item' | 'bare' | 'nested'
  readonly colon: boolean
  readonly span: Span
  readonly labelSpan: Span
  /** From the value's first to its last character; empty, at the label's end, if there is no value. */
  readonly valueSpan: Span
  /** Whether the value, or a part of it, is outside the list item as Markdown reads it. */
  readonly isOutsideItem: boolean
  /** Set if its value says which field it is, and its label does not: `Apply: https://mentorship.lfx…` */
  readonly isKnownByValue?: true
  /** How the label is written in a list whose schema was learned; absent elsewhere. */
  readonly style?: LearnedLabelStyle
  /** The texts of a value that is YAML, in front matter, without brackets, bullets, quotation marks and comments; absent elsewhere. */
  readonly yaml?: readonly Span[]
}

/** An entry of the mentors field; spans are relative to the idea's start. */
export interface Mentor {
  readonly name: string | null
  /** Without `@`, never empty; as written even if GitHub does not allow it. */
  readonly handle: string | null
  readonly email: string | null
  /** Handle and address in lower case; rules compare them at every keystroke. */
  readonly id: MentorId
  readonly primary: boolean
  /** Other text of the entry, as written: `from ORG`, an obfuscated address. */
  readonly remark: string | null
  /** Text that is neither name, handle nor address, such as role words; without the punctuation around it. */
  readonly leftovers: readonly Span[]
  readonly span: Span
  readonly nameSpan: Span | null
  readonly handleSpan: Span | null
  /** The address, even an obfuscated or malformed one. */
  readonly emailSpan: Span | null
  /** `plain`: `jane@example.org`; null if there is no address. */
  readonly emailForm: 'plain' | 'obfuscated' | 'malformed' | null
  /** `link`: only a link to GitHub; `foreign`: a link to another site instead of a handle. */
  readonly handleForm: 'at' | 'double-at' | 'withoutAt' | 'link' | 'foreign' | null
  /** Whether the entry has the format `Name (@handle, email)`; spacing and a role after it do not matter. */
  readonly isCanonical: boolean
  /** Whether other mentors are on the same line. */
  readonly sharesLine: boolean
}

/** The value of a size field: a word, hours, both or neither. */
export interface Size {
  readonly word: SizeWord | null
  readonly hours: number | null
  readonly span: Span
}

export interface Skill {
  readonly name: string
  readonly span: Span
}

/** What is compared across ideas, normalized when the idea is read, because rules compare it at every keystroke. */
export interface IdeaKeys {
  /** One for each upstream link. */
  readonly upstream: readonly UpstreamKey[]
  /** The UUID of the LFX Mentorship project. */
  readonly lfx: string | null
  /** Digests of the texts without white space; null for missing and for short ones. */
  readonly description: string | null
  readonly outcome: string | null
}

/** A URL without scheme, `www.` and a slash at its end; on GitHub also in lower case. Equal keys are the same page. */
export interface UpstreamKey {
  readonly page: string
  /** GitHub's organization and `organization/repository`, in lower case; null for other sites. */
  readonly owner: string | null
  readonly repository: string | null
}

/** An idea. It depends on its own text only and its spans are relative to its start, so that edits elsewhere do not change it. */
export interface Idea {
  /** Null for fields without an idea heading. */
  readonly heading: Heading | null
  readonly length: number
  readonly fields: readonly Field[]
  readonly mentors: readonly Mentor[]
  readonly size: Size | null
  readonly upstream: readonly Link[]
  readonly lfx: Link | null
  readonly skills: readonly Skill[]
  readonly keys: IdeaKeys
  /** Whether there is nothing below the heading. */
  readonly empty: boolean
}

/** An idea at its offset in the file. */
export interface PlacedIdea {
  readonly idea: Idea
  readonly at: number
  readonly anchor: string | null
}

/** A project; `heading` is null for ideas without a project heading. */
export interface Project {
  readonly name: string
  readonly heading: PlacedHeading | null
  readonly ideas: readonly PlacedIdea[]
  /** From its heading, or its first idea, to the end of its last idea; in the file. */
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

/** An item that may be meant as an entry, but is not a link to an anchor of this file; see `readFlawedEntry`. */
export interface FlawedTocEntry {
  readonly text: string
  /** As written; empty if there is none. */
  readonly target: string
  /** The label of a reference link: `s` in `[Sign it][s]`. */
  readonly reference: string | null
  /** What a fix replaces: only the target, or everything that should be the link. */
  readonly fix: 'target' | 'link'
  readonly span: Span
  /** The text of a link with a wrong target. */
  readonly textSpan: Span | null
}

/** An item of a table of contents with the items nested in it, or a block between its lists. */
export interface TocItem {
  /** Counted from the table's start. */
  readonly span: Span
  readonly depth: number
  readonly isItem: boolean
  /** Null if it is not a link to an anchor. */
  readonly entry: TocEntry | null
  /** The entry that the item may be meant to be. */
  readonly flawed: FlawedTocEntry | null
  /** The text of an item that is not such a link; null for everything else. */
  readonly text: string | null
}

/** A table of contents; `at` is its section's offset in the file, and all spans count from there. */
export interface Toc {
  readonly at: number
  /** From the first entry, or the marker before it, to the end of the last entry or marker. */
  readonly span: Span
  readonly entries: readonly TocEntry[]
  /** Everything from the first item to the last, in the order of the text. */
  readonly items: readonly TocItem[]
  /** Other links and paragraphs of its section: headings that they name count as listed, though no entry lists them. */
  readonly otherMentions: { readonly anchors: readonly string[]; readonly names: readonly string[] }
  /** Items that may be meant as entries. */
  readonly flawed: readonly FlawedTocEntry[]
  /** The comments around it (`<!-- TOC -->`). */
  readonly markers: { readonly open: Span; readonly close: Span | null } | null
}

/** A heading as a table of contents may list it. Contains its index among the headings and no offset: edits elsewhere do not change it. */
export interface TocHeading {
  readonly heading: Heading
  readonly anchor: string
  /** Null if it is neither a project's nor an idea's. */
  readonly role: 'project' | 'idea' | null
  readonly index: number
  /** An idea's title without the prefix of all titles; absent if there is none. */
  readonly title?: string
}

/** How a table of contents and the headings match. Contains no offsets: it is the same object until the table or a heading changes. */
export interface TocMatch {
  /** The heading that each entry is about, at most one entry for each heading. Entries about no heading are absent. */
  readonly headings: ReadonlyMap<TocEntry, TocHeading>
  /** The headings that the entries' anchors link to. */
  readonly targets: ReadonlyMap<TocEntry, TocHeading>
  /** The headings that flawed entries are about; no proper entry is about these. */
  readonly flawed: ReadonlyMap<FlawedTocEntry, TocHeading>
  /** Entries whose anchor is neither a heading's nor an HTML id. */
  readonly broken: ReadonlySet<TocEntry>
  /** Headings of projects and ideas that no entry is about, in the order of the file. */
  readonly missing: readonly TocHeading[]
}

/** A section at its offset in the file, as far as rules and features need it (`ParsedSection`). */
export interface PlacedSection {
  readonly at: number
  readonly section: { readonly length: number }
  /** Null if the file is not an idea list. */
  readonly facts: {
    readonly links: readonly LocalLink[]
    readonly nestedSlugs: readonly string[]
    readonly comments: readonly Span[]
  } | null
}

/** What determines the model of a file in addition to its text. */
export interface ReadOptions {
  /** The file's path or URI path, which may name the programme. */
  readonly path: string
  /** The profile that the configuration names. */
  readonly profile?: Profile | undefined
  /** Whether the configuration says that the file is a list of that profile, whatever its text is. */
  readonly claimed?: boolean | undefined
  /** Whether a heading names a known project; distinguishes a project from an idea at the wrong level. */
  readonly knowsProject: (name: string) => boolean
  /** Names of projects that the configuration adds (`ownNames`). */
  readonly ownProjects?: IdeaFile['ownProjects'] | undefined
  /** The fields of labels, if the configuration adds some. With another value the file must be read again. */
  readonly labels?: Labels | undefined
}

/** The model of a file. For a file that is not an idea list `ideaList` is false and the rest is empty. */
export interface IdeaFile {
  /** As given by the caller. May name the programme, but does not make the file an idea list on its own. */
  readonly path: string
  readonly text: string
  /** The options that it was read with. */
  readonly options: ReadOptions
  readonly ideaList: boolean
  readonly profile: Profile
  /** Whether the configuration says that this file is a list of `profile`, whatever its text is. */
  readonly claimed: boolean
  /** The fields of labels, if the configuration adds some. */
  readonly labels: Labels | undefined
  /** Whether a name is a known project's, by the catalog or by the configuration. */
  readonly knowsProject: (name: string) => boolean
  /** Project names from the configuration, by the spelling under which the catalog compares names. */
  readonly ownProjects: ReadonlyMap<string, string>
  readonly template: Template
  /** The fenced block with the file's own template. */
  readonly templateSpan: Span | null
  readonly projectLevel: number
  readonly ideaLevel: number
  readonly headings: readonly PlacedHeading[]
  /** The sections that the file was read from; an update reuses those that an edit does not touch. */
  readonly sections: readonly PlacedSection[]
  readonly projects: readonly Project[]
  readonly toc: Toc | null
  /** The headings as a table of contents may list them; the same object until one of them changes. */
  readonly tocHeadings: readonly TocHeading[]
  readonly tocMatch: TocMatch | null
  /** Anchors in the file that are not those of its headings. */
  readonly htmlAnchors: readonly string[]
  /** Blocks that were too long or too deeply nested to be parsed. */
  readonly unread: readonly Span[]
}
