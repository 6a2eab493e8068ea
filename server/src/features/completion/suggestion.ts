import type { CompletionItemKind } from 'vscode-languageserver-types'
import type { Edit } from '../../text/edits.ts'
import type { Span } from '../../text/span.ts'

/** One item of the completion list; spans are UTF-16 offsets in the file. */
export interface Suggestion {
  readonly label: string
  readonly kind: CompletionItemKind
  readonly detail?: string
  /** Plain text. */
  readonly documentation?: string
  /** What the text from the span's start to the cursor is matched against, here and in the editor. */
  readonly filter: string
  /** The text to replace: part of the cursor's line, with the cursor in it or at its ends. */
  readonly span: Span
  readonly newText: string
  /** The same as a snippet, for clients that support snippets. */
  readonly snippet?: string
  /** Further edits, outside the span. */
  readonly more?: readonly Edit[]
  /** What the client does next: open the list again, or the dialogue for a new idea. */
  readonly next?: 'suggest' | 'newIdea'
}

/** How the list was requested: by typing a trigger character, or explicitly (Ctrl+Space). */
export type TriggerKind = 'typed' | 'invoked'

/**
 * Whether an editor would show an item for the typed text: all its letters in order, ignoring letter case and leading spaces.
 * Lenient, as editors differ; they filter and sort again.
 */
export function matchesQuery(filter: string, typed: string): boolean {
  const wanted = typed.trimStart().toLowerCase()
  const source = filter.toLowerCase()
  let from = 0
  for (const letter of wanted) {
    const found = source.indexOf(letter, from)
    if (found < 0) return false
    from = found + letter.length
  }
  return true
}
