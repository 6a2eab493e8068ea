import * as l10n from '@vscode/l10n'
import {
  type Command,
  type CompletionItem,
  type CompletionList,
  InsertTextFormat,
  InsertTextMode,
} from 'vscode-languageserver-types'
import { newIdeaCommand, suggestCommand } from '../../protocol/protocol.ts'
import { nextLineStopCommand, nextStopCommand } from '../../protocol/tabStops.ts'
import type { LineIndex } from '../../text/lineIndex.ts'
import { snippetText, snippetWithoutChoices } from '../authoring/snippet.ts'
import { toLspRange } from '../toLspRange.ts'
import type { Completions, TypedSuggestion } from './completion.ts'
import type { Suggestion } from './suggestion.ts'

/** What the client supports in an item. */
export interface ItemOptions {
  readonly snippets: boolean
  /** Whether it can leave the indentation of inserted lines unchanged (`InsertTextMode.asIs`). */
  readonly asIs: boolean
  /** Whether it has the commands that open the list again and go to the next tab stop. */
  readonly suggest: boolean
  /** Whether the list is closed by the first letter that is typed, as the client opens it again for that letter. */
  readonly closes: boolean
}

/** Matches no text that is typed: an editor closes the list instead of filtering it. */
const closingFilterText = '\ue000'

/** Suggestions as an LSP completion list, in the same order. */
export const completionList = (
  { suggestions, incomplete, hasTyped }: Completions,
  lines: LineIndex,
  options: ItemOptions,
): CompletionList => ({
  // our own client asks again by itself after the first letter: until then the list closes, so that no key takes what is outdated
  isIncomplete: incomplete || hasTyped || !options.closes,
  items: suggestions.map((suggestion, index) => completionItem(suggestion, index, lines, options)),
})

function completionItem(suggestion: TypedSuggestion, index: number, lines: LineIndex, options: ItemOptions): CompletionItem {
  const { label, kind, detail, documentation, span, newText, more } = suggestion
  const snippet = options.snippets ? snippetOfItem(suggestion, options) : undefined
  const isSnippet = snippet !== undefined
  const command = commandAfterItem(suggestion, options)
  return {
    label,
    kind,
    ...(detail && { detail }),
    ...(documentation && { documentation }),
    // sorts before the `#anchor` items of VS Code's own Markdown support
    sortText: `!${String(index).padStart(4, '0')}`,
    filterText: filterTextOfItem(suggestion, options),
    ...(index === 0 && { preselect: true }),
    insertTextFormat: isSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    ...(options.asIs && { insertTextMode: InsertTextMode.asIs }),
    textEdit: { range: toLspRange(lines, span), newText: isSnippet ? snippet : newText },
    ...(more && { additionalTextEdits: more.map((edit) => ({ range: toLspRange(lines, edit.span), newText: edit.newText })) }),
    ...(command && { command }),
  }
}

/**
 * What is typed: the server has decided what matches, and in which order. The space after it makes VS Code score it at least as high as an
 * item of anyone else, as it scores a match of the last letter lower.
 */
function filterTextOfItem({ typed, filter }: TypedSuggestion, { closes }: ItemOptions): string {
  if (typed.trim() !== '') return `${typed.trimStart()} `
  return closes ? closingFilterText : filter
}

/** The snippet of an item. What is typed is read again when it is taken, as more may be typed by then. */
function snippetOfItem({ newText, snippet, kept, tail }: Suggestion, options: ItemOptions): string | undefined {
  if (kept === undefined) return options.suggest && snippet ? snippetWithoutChoices(snippet) : snippet
  const text = options.suggest
    ? `\${TM_CURRENT_LINE/^.{${kept.before}}(.*).{${kept.after}}$/$1/}`
    : snippetText([newText]).replace(/\$0$/, '')
  return `${text}${tail ?? ''}`
}

function commandAfterItem({ next }: Suggestion, options: ItemOptions): Command | undefined {
  if (next === 'newIdea') return { title: l10n.t('New Idea'), command: newIdeaCommand }
  if (next === undefined || !options.suggest) return undefined
  if (next === 'suggest') return { title: l10n.t('Show Suggestions'), command: suggestCommand }
  return { title: l10n.t('Next Field'), command: next === 'nextLine' ? nextLineStopCommand : nextStopCommand }
}
