import type { CompletionItemKind } from 'vscode-languageserver-types'
import type { Edit } from '../../text/edits.ts'
import type { Span } from '../../text/span.ts'

/** The number of characters (UTF-16) of a line before and after a part of it. */
export interface KeptLine {
  readonly before: number
  readonly after: number
}

/** One item of the completion list; spans are UTF-16 offsets in the file. */
export interface Suggestion {
  readonly label: string
  readonly kind: CompletionItemKind
  readonly detail?: string
  /** Plain text. */
  readonly documentation?: string
  /** Each word of the text from the span's start to the cursor must begin a word of this (typedWords.ts). */
  readonly filter: string
  /** The text to replace: part of the cursor's line, with the cursor in it or at its ends. */
  readonly span: Span
  readonly newText: string
  /** The same as a snippet, for clients that support snippets. */
  readonly snippet?: string
  /** Further edits, outside the span. */
  readonly more?: readonly Edit[]
  /** In what is typed: the number of characters (UTF-16) before and after it on its line. */
  readonly kept?: KeptLine
  /** What follows what is typed, in snippet syntax. */
  readonly tail?: string
  /** One of the few values that are possible here: no row for what is typed comes first. */
  readonly isFixed?: boolean
  /** What the client does next: open the list again, the dialogue for a new idea, or go to the next tab stop, perhaps of the next line. */
  readonly next?: 'suggest' | 'newIdea' | 'nextStop' | 'nextLine'
}

/** How the list was requested: by typing a trigger character, or explicitly (Ctrl+Space). */
export type TriggerKind = 'typed' | 'invoked'
