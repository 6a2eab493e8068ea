import type { CompletionItemKind } from 'vscode-languageserver-types'
import type { Edit } from '../../text/edits.ts'
import type { Span } from '../../text/span.ts'

/** One thing to choose; spans are UTF-16 offsets in the file. */
export interface Suggestion {
  readonly label: string
  readonly kind: CompletionItemKind
  readonly detail?: string
  /** Plain text. */
  readonly documentation?: string
  /** What the text from the span's start to the cursor is held against; the editor does the same with it. */
  readonly filter: string
  /** What is replaced: a piece of the cursor's line with the cursor in it or at its ends. */
  readonly span: Span
  readonly newText: string
  /** The same as a snippet, for clients that know snippets. */
  readonly snippet?: string
  /** Further edits, apart from the span. */
  readonly more?: readonly Edit[]
  /** What is done after it: another list of suggestions, or the dialogue of a new idea. */
  readonly next?: 'suggest' | 'newIdea'
}

/** How the list was asked for: by a character that was typed, or by a person (Ctrl+Space). */
export type TriggerKind = 'typed' | 'invoked'

/**
 * Whether an editor would show it for what is typed: all letters in their order, letter case and blanks before them set aside.
 * Generous, as editors differ; they sort and drop further.
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
