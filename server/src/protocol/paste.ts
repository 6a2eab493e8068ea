/** Requests about what is pasted into a list. No imports: the client bundles this file. */

/** From the client: what else a paste could insert (`PasteParams` → `PasteOffer[]`). */
export const pasteRequest = 'ideaFiles/paste'

export interface PasteParams {
  readonly uri: string
  /** That of the document, which need not be synced to the server. */
  readonly text: string
  /** The cursor (UTF-16, in the text). */
  readonly at: number
  readonly plain: string
  /** Empty if nothing was copied as HTML. */
  readonly html: string
}

/** The command that makes ideas of what was copied. */
export interface PasteIdeaJob {
  readonly kind: 'pasteIdea'
  /** The cursor (UTF-16, in the text). */
  readonly at: number
  readonly plain: string
  /** Empty if nothing was copied as HTML. */
  readonly html: string
  /** The project that is meant if the text names none. */
  readonly project?: string
  /** The programme of a file that is not an idea list yet. */
  readonly profile?: string
}

/** One way to paste. */
export interface PasteOffer {
  readonly kind: 'idea' | 'mentors' | 'issue'
  readonly title: string
  /** What is inserted at the cursor, its further lines indented as the cursor's line is (VS Code does so); empty if the edits do it all. */
  readonly insertText: string
  /** Disjoint, in document order; offsets are UTF-16. */
  readonly edits: readonly { readonly start: number; readonly end: number; readonly newText: string }[]
  /** Where the cursor goes in the text after the edits (UTF-16); null if that is after the inserted text. */
  readonly cursor: number | null
}
