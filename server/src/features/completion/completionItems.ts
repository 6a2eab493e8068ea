import { type CompletionItem, type CompletionList, InsertTextFormat, InsertTextMode } from 'vscode-languageserver-types'
import { newIdeaCommand, suggestCommand } from '../../protocol/protocol.ts'
import type { LineIndex } from '../../text/lineIndex.ts'
import { toLspRange } from '../toLspRange.ts'
import type { Completions } from './completion.ts'
import type { Suggestion } from './suggestion.ts'

/** What the client supports in an item. */
export interface ItemOptions {
  readonly snippets: boolean
  /** Whether it can leave the indentation of inserted lines unchanged (`InsertTextMode.asIs`). */
  readonly asIs: boolean
  /** Whether it has the command that opens the list again. */
  readonly suggest: boolean
}

/** Suggestions as an LSP completion list, in the same order. */
export const completionList = (
  { suggestions, incomplete }: Completions,
  lines: LineIndex,
  options: ItemOptions,
): CompletionList => ({
  isIncomplete: incomplete,
  items: suggestions.map((suggestion, index) => completionItem(suggestion, index, lines, options)),
})

function completionItem(suggestion: Suggestion, index: number, lines: LineIndex, options: ItemOptions): CompletionItem {
  const { label, kind, detail, documentation, filter, span, newText, snippet, more, next } = suggestion
  const isSnippet = snippet !== undefined && options.snippets
  const command =
    next === 'newIdea'
      ? { title: 'New Idea', command: newIdeaCommand }
      : next === 'suggest' && options.suggest
        ? { title: 'Suggest', command: suggestCommand }
        : undefined
  return {
    label,
    kind,
    ...(detail && { detail }),
    ...(documentation && { documentation }),
    // sorts before the `#anchor` items of VS Code's own Markdown support
    sortText: `!${String(index).padStart(4, '0')}`,
    filterText: filter,
    insertTextFormat: isSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    ...(options.asIs && { insertTextMode: InsertTextMode.asIs }),
    textEdit: { range: toLspRange(lines, span), newText: isSnippet ? snippet : newText },
    ...(more && { additionalTextEdits: more.map((edit) => ({ range: toLspRange(lines, edit.span), newText: edit.newText })) }),
    ...(command && { command }),
  }
}
