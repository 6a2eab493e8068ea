/**
 * A text that is put into words where it is read: in English on the command line and in Markdown for a pull request, in the editor's
 * language in a window. Plain data, so that client and server can hand it to each other.
 */
export interface Phrase {
  /** English, with `{0}` for the first value: the key of its translation. */
  readonly text: string
  readonly values: readonly PhraseValue[]
}

export type PhraseValue = string | number | Phrase
