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

/** Which field a label names; null for one that is not known. A label of an organisation's own field is `other`. */
export type Labels = (label: string) => FieldKey | null

/** As the programme calls a size: `small`, `medium` and `large` with those that come with us. */
export type SizeWord = string

/** The profiles that come with us; a project file defines others under ids of their own. */
export type BuiltInId = 'gsoc' | 'gsoc-2022' | 'gsoc-classic' | 'lfx-proposal' | 'lfx-accepted'

/** One field that a template or a profile asks for, with the label as it is to be written. */
export interface FieldSpec {
  readonly key: FieldKey
  readonly label: string
  readonly required: boolean
  /** Other labels under which a profile of one's own knows the field. */
  readonly aliases?: readonly string[]
}

/** One size on offer; `word` is null where the programme counts in hours alone, `hours` 0 where it counts in none. */
export interface SizeSpec {
  readonly word: SizeWord | null
  readonly hours: number
  /** How authors are to write it, where the programme says so. */
  readonly text?: string
}

/** What an idea's mentors must be: how many, and what each one's entry must hold. */
export interface MentorSpec {
  readonly min: number
  /** From here on nothing is said; below it, and at `min` or above, one more is advised. */
  readonly advised: number
  readonly max: number
  readonly handle: boolean
  readonly email: boolean
  readonly primary: boolean
}

/** What a template shows where authors are to write their own: left in an idea it says nothing. */
export interface Samples {
  /** Of a project and of an idea. */
  readonly headings: readonly string[]
  readonly names: readonly string[]
  /** Without `@`. */
  readonly handles: readonly string[]
  /** Remarks to the author, without the `#` before them. */
  readonly notes: readonly string[]
  /** Whole values of fields of prose and links. */
  readonly values: readonly string[]
  /** Mentors' entries, as the template writes them. */
  readonly mentors: readonly string[]
  /** Sizes as the template writes them, such as `medium (~175 hour projects)`. */
  readonly sizes: readonly string[]
}

/** A file's schema: its own template where it has one, else what its profile supplies. */
export interface Template {
  readonly fields: readonly FieldSpec[]
  readonly sizes: readonly SizeSpec[]
  readonly mentors: MentorSpec
  readonly toc: boolean
  /** The comments around a new table of contents; null where it is to have none. */
  readonly tocMarks: TocMarkers | null
  /** Heading levels of projects and ideas, where the template shows them. */
  readonly projectLevel: number | null
  readonly ideaLevel: number | null
  /** Absent where no template block shows any. */
  readonly samples?: Samples
}

export interface TocMarkers {
  readonly open: string
  readonly close: string
}

/** A programme's template under a name, and what else tells its lists from those of other programmes. */
export interface Profile extends Template {
  readonly id: string
  readonly title: string
  /** What the title of a new list begins with. */
  readonly programme: string
  /** Whether the mentors of an idea stand side by side behind their label. */
  readonly mentorsOnOneLine: boolean
  /** Whether its projects are those of the catalogue. */
  readonly cncfProjects: boolean
}
