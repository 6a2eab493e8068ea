import { type CompletionItem, type CompletionList, InsertTextFormat, InsertTextMode } from 'vscode-languageserver-types'
import { newIdeaCommand, suggestCommand } from '../../protocol/protocol.ts'
import type { LineIndex } from '../../text/lineIndex.ts'
import { rangeOf } from '../toLspRange.ts'
import type { Completions } from './completion.ts'
import type { Suggestion } from './suggestion.ts'

/** What the client can do with an item. */
export interface ItemOptions {
  readonly snippets: boolean
  /** Whether it can be told to leave indents as they are. */
  readonly asIs: boolean
  /** Whether it has the command that opens the list again. */
  readonly suggest: boolean
}

/** Suggestions as LSP has them, their order kept. */
export const completionList = (
  { suggestions, incomplete }: Completions,
  lines: LineIndex,
  options: ItemOptions,
): CompletionList => ({
  isIncomplete: incomplete,
  items: suggestions.map((suggestion, index) => itemOf(suggestion, index, lines, options)),
})

function itemOf(suggestion: Suggestion, index: number, lines: LineIndex, options: ItemOptions): CompletionItem {
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
    // before the `#anchor` of others
    sortText: `!${String(index).padStart(4, '0')}`,
    filterText: filter,
    insertTextFormat: isSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    ...(options.asIs && { insertTextMode: InsertTextMode.asIs }),
    textEdit: { range: rangeOf(lines, span), newText: isSnippet ? snippet : newText },
    ...(more && { additionalTextEdits: more.map((edit) => ({ range: rangeOf(lines, edit.span), newText: edit.newText })) }),
    ...(command && { command }),
  }
}
