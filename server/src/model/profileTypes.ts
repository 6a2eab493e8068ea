/** The fields of an idea by their names in the exported model; `other` is any labelled item that is not a known field. */
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

/** The field that a label names; null for an unknown one. The label of an organization's own field is `other`. */
export type Labels = (label: string) => FieldKey | null

/** A programme's word for a size: `small`, `medium` and `large` in the built-in profiles. */
export type SizeWord = string

/** The built-in profiles; a project file can define others. */
export type BuiltInId = 'gsoc' | 'gsoc-2022' | 'gsoc-classic' | 'lfx-proposal' | 'lfx-accepted'

/** A field that a template or a profile asks for, with its label as authors are to write it. */
export interface FieldSpec {
  readonly key: FieldKey
  readonly label: string
  readonly required: boolean
  /** Other labels of the field, from a profile in a project file. */
  readonly aliases?: readonly string[]
  /** Whether the list's ideas write its label in several ways, and none as their profile does: then none is asked for. */
  readonly isLabelFree?: boolean
  /** What its people do, if the field is one of several with mentors: `primary`. */
  readonly role?: string
  /** Set on a key of front matter. */
  readonly inFrontMatter?: true
  /** How most files of the folder write their mentors there. */
  readonly people?: MatterPeopleForm
  /** How the label is written up to its value, if not as the form of the list says: `- 🎯 **Outcome:** `. */
  readonly written?: string
}

/** How the lists of a program are written, if its project file says so (docs/own-programs.md#form): they are read by their own labels. */
export interface ListForm {
  /** `**Label**: `: how a label is written, up to its value; null if that is not said. */
  readonly label: string | null
  /** `[Name](https://github.com/handle)`: how a mentor is written; null if that is not said. */
  readonly mentor: string | null
  /** What every title begins with; empty if nothing. */
  readonly titlePrefix: string
  readonly oneIdeaAFile: boolean
  /** Whether the description is the text below the title, without a label. */
  readonly hasUnlabelledDescription: boolean
  /** Whether no heading above the ideas names a project or a group. */
  readonly isFlat: boolean
}

/** A size on offer; `word` is null if the programme only uses hours, `hours` is 0 if it does not use them. */
export interface SizeSpec {
  readonly word: SizeWord | null
  readonly hours: number
  /** How authors are to write it, if the programme says so: `medium (~175 hour projects)`. */
  readonly text?: string
}

/** How many mentors an idea needs, and what each entry must contain. */
export interface MentorSpec {
  readonly min: number
  /** From this many on there is no finding; from `min` up to it, one more mentor is suggested. */
  readonly advised: number
  readonly max: number
  readonly handle: boolean
  readonly email: boolean
  readonly primary: boolean
}

/** The sample text of a template that authors are to replace: left in an idea it has no meaning. */
export interface Samples {
  /** Sample headings of a project and an idea. */
  readonly headings: readonly string[]
  readonly names: readonly string[]
  /** Without `@`. */
  readonly handles: readonly string[]
  /** Notes to the author, without the `#` before them. */
  readonly notes: readonly string[]
  /** Whole values of prose and link fields. */
  readonly values: readonly string[]
  /** Mentors' entries, as the template writes them. */
  readonly mentors: readonly string[]
  /** Sizes as the template writes them, such as `medium (~175 hour projects)`. */
  readonly sizes: readonly string[]
}

/** How a label is written: `item` `- Label:` · `paragraph` `Label:` · `heading` `#### Label` · `table` a cell; emphasized or not. */
export interface LearnedLabelStyle {
  readonly family: 'item' | 'paragraph' | 'heading' | 'table'
  readonly isEmphasized: boolean
}

/** What is filled in, in an entry of a mentors field. */
export type MentorSlot = 'name' | 'handle' | 'email'

/** A key of a person, as its line begins: `  - name:`, `    github:`. */
export interface PersonKeyHead {
  readonly head: string
  /** Null for a key that says something else. */
  readonly slot: MentorSlot | null
}

/** How front matter writes its mentors. */
export interface MatterPeopleForm {
  /** `mentors: Mia Stone` · `mentors: [mia, leo]` · an item for each, on lines of its own. */
  readonly kind: 'value' | 'brackets' | 'items'
  /** What is before an item: `  - `; otherwise empty. */
  readonly bullet: string
  /** The keys of an item; empty if it is a value. */
  readonly keys: readonly PersonKeyHead[]
  /** What such a value is, and the sign before it. */
  readonly slot: MentorSlot
  readonly sign: '' | '@'
  /** Such a value, if it says more: `Name (@handle)`. */
  readonly entry?: readonly (string | { readonly slot: MentorSlot })[]
}

/** A label of a list whose schema was learned, with how many of its ideas have it. */
export interface LearnedLabel {
  /** What its spellings have in common. */
  readonly key: string
  /** Its most frequent spelling. */
  readonly label: string
  readonly field: FieldKey
  readonly count: number
  /** How many ideas have a value there. */
  readonly filled: number
  /** As the list writes it, up to the value: `**Difficulty**: `. */
  readonly sample: string
  /** Set on a key of front matter. */
  readonly inFrontMatter?: true
  /** How most files of the folder write their mentors there. */
  readonly people?: MatterPeopleForm
  /** The sizes or difficulties of the files of a folder, one for each file that has one. */
  readonly values?: readonly string[]
  /** Set if it is absent from the one idea that is being written (docs/spec.md#while-an-idea-is-written). */
  readonly isYetToCome?: true
  /** Of other labels of the same field, which the configuration names. */
  readonly aliasKeys?: readonly string[]
}

/** A form that most of a list's ideas share: `count` of `total` have it. */
export interface SharedForm<T> {
  readonly form: T
  readonly count: number
  readonly total: number
}

/** Two labels of which one comes before the other in most ideas that have both: in `count` of `total`. */
export interface LabelOrder {
  readonly before: string
  readonly after: string
  readonly count: number
  readonly total: number
}

/** What most ideas of a list have in common (docs/spec.md#learned-lists). */
export interface LearnedSchema {
  /** `folder`: learned from the files of a folder, one idea each. */
  readonly reason: 'recurrence' | 'table' | 'front matter' | 'one idea' | 'folder'
  readonly ideas: number
  /** Set if the configuration says what is asked for; counted is only how many ideas have it. */
  readonly isDeclared?: true
  readonly labels: readonly LearnedLabel[]
  /** Orders that some ideas do not keep, by the labels' keys; counted for folders only. */
  readonly orders?: readonly LabelOrder[]
  /** What all titles begin with (`Project Name: `); empty if nothing. */
  readonly titlePrefix: string
  /** Null if fewer than 70 % of the labels share one. */
  readonly labelStyle: SharedForm<LearnedLabelStyle> | null
  /** The contacts that all mentors of at least 70 % of the ideas have. */
  readonly mentors: {
    readonly handle: SharedForm<true> | null
    readonly email: SharedForm<true> | null
    /** Whether they name anyone; counted are the ideas with a mentors label. */
    readonly named?: SharedForm<true> | null
  }
}

/** A file's schema: its own template if it has one, completed by its profile. */
export interface Template {
  readonly fields: readonly FieldSpec[]
  readonly sizes: readonly SizeSpec[]
  readonly mentors: MentorSpec
  readonly toc: boolean
  /** The comments around a new table of contents; null for none. */
  readonly tocMarks: TocMarkers | null
  /** Heading levels of projects and ideas, if the template shows them. */
  readonly projectLevel: number | null
  readonly ideaLevel: number | null
  /** Whether several mentors on one line are the list's practice, whatever its profile says. */
  readonly mentorsOnOneLine?: boolean
  /** Whether fewer mentors than the profile asks for or advises are the list's practice. */
  readonly fewMentors?: boolean
  /** Whether labels without list marks are the list's practice. */
  readonly bareLabels?: boolean
  /** Labels that the template does not name and most ideas have (`isPracticedLabel`). */
  readonly ownLabels?: readonly string[]
  /** Absent if the file has no template block. */
  readonly samples?: Samples
  /** The heading of the idea in a template block that was filled in place; absent if it was not. */
  readonly filledIn?: string
  /** The schema that was learned from the list itself; absent if a template, a path or the configuration names its form. */
  readonly learned?: LearnedSchema
}

export interface TocMarkers {
  readonly open: string
  readonly close: string
}

/** A programme's template, and everything else in which its lists differ from those of other programmes. */
export interface Profile extends Template {
  readonly id: string
  readonly title: string
  /** The beginning of a new list's title. */
  readonly programme: string
  /** Whether the mentors of an idea are all on the line of their label. */
  readonly mentorsOnOneLine: boolean
  /** Whether ideas are proposed by an issue form, which takes one upstream link. */
  readonly issueForm?: boolean
  /** Whether its projects are in the catalog. */
  readonly cncfProjects: boolean
  /** Absent if its lists are written as those of the built-in programs are. */
  readonly form?: ListForm
}
