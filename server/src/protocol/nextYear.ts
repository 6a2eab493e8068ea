/** From the client: the list of the next year (`NextYearParams` → `NewListText`). */
export const nextYearRequest = 'ideaFiles/nextYear'

export interface NextYearParams {
  readonly uri: string
  /** The text of the document, which need not be synced to the server. */
  readonly text: string
  /** Null for the year after the list's. */
  readonly year: number | null
  /** The titles of the ideas to carry. */
  readonly carry: readonly string[]
}

/** From the client: the list that an export becomes (`ImportParams` → `NewListText`). */
export const importRequest = 'ideaFiles/import'

export interface ImportParams {
  /** The text of an `lfx-export.json`. */
  readonly text: string
}

/** The text of a new list, or a sentence that says why there is none. */
export interface NewListText {
  readonly text: string
  /** 0 if it is not known. */
  readonly year: number
  readonly refusal: string | null
  /** The titled ideas that were not accepted, in the order of the old list: those that can be carried. */
  readonly open?: readonly OpenIdea[]
}

export interface OpenIdea {
  readonly project: string
  readonly title: string
}
