/** What an input of a form asks for; null if nothing of an idea answers it. */
export type FormPurpose =
  | 'project'
  | 'term'
  | 'name'
  | 'description'
  | 'expectedOutcome'
  | 'technologies'
  | 'skills'
  | 'sameSkills'
  | 'size'
  | 'difficulty'
  | 'mentors'
  | 'upstream'

/** `unknown`: a type that GitHub added later. */
export type FormFieldType = 'input' | 'textarea' | 'dropdown' | 'checkboxes' | 'unknown'

/** An input of an issue form, in the form's order. */
export interface FormField {
  /** The form's own id; the label if it has none. */
  readonly id: string
  readonly type: FormFieldType
  /** The type as the form writes it. */
  readonly typeName: string
  readonly label: string
  /** What the form says about the input: its description and placeholder. */
  readonly hint: string
  readonly required: boolean
  /** The options of a dropdown, the labels of checkboxes. */
  readonly options: readonly string[]
  readonly purpose: FormPurpose | null
}

/** A GitHub issue form (`.github/ISSUE_TEMPLATE/*.yml`). */
export interface IssueForm {
  readonly name: string
  /** `[CNCF LFX Proposal] <project> <program name>` */
  readonly title: string
  readonly fields: readonly FormField[]
  readonly limits: FormLimits | null
}

/** What the bot that validates the issues of a form refuses. */
export interface FormLimits {
  /** Characters of `CNCF - PROJECT: NAME (TERM)`. */
  readonly fullTitle: number
  readonly description: number
  readonly mentors: { readonly min: number; readonly max: number }
}

/** A form that can be filled in, or one sentence on why not. */
export type ReadForm =
  | { readonly form: IssueForm }
  /** `isBroken`: it is no form at all, while the others are forms for something else. */
  | { readonly problem: string; readonly isBroken: boolean }
