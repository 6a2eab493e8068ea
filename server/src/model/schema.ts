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
  /** Heading levels of projects and ideas, where the template shows them. */
  readonly projectLevel: number | null
  readonly ideaLevel: number | null
  /** Absent where no template block shows any. */
  readonly samples?: Samples
}

/** A programme's template under a name. */
export interface Profile extends Template {
  readonly id: string
  readonly title: string
}
