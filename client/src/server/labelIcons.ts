import type * as vscode from 'vscode'
import type { Middleware } from 'vscode-languageclient'
import { escapeIcons } from '../escape.ts'

type CompletionResult = vscode.CompletionItem[] | vscode.CompletionList | null | undefined

/** VS Code draws `$(name)` in labels of suggestions as icons; what is typed, filtered and sorted stays as it was. */
export function withoutCompletionIcons(item: vscode.CompletionItem): vscode.CompletionItem {
  const label = typeof item.label === 'string' ? item.label : item.label.label
  const escaped = escapeIcons(label)
  if (escaped === label) return item
  // VS Code takes all of these from the label if they are absent
  item.filterText ??= label
  item.sortText ??= label
  item.insertText ??= label
  item.label = typeof item.label === 'string' ? escaped : { ...item.label, label: escaped }
  return item
}

/** The same for `Go to Symbol in Workspace`, the only place that shows these symbols. */
export function withoutSymbolIcons(symbol: vscode.SymbolInformation): vscode.SymbolInformation {
  symbol.name = escapeIcons(symbol.name)
  symbol.containerName = escapeIcons(symbol.containerName)
  return symbol
}

const eachItemWithIcon = (result: CompletionResult): CompletionResult => {
  const items = Array.isArray(result) ? result : (result?.items ?? [])
  items.forEach(withoutCompletionIcons)
  return result
}

const isEmptyCompletion = (result: CompletionResult): boolean =>
  (Array.isArray(result) ? result : (result?.items ?? [])).length === 0

/** Where VS Code asks for suggestions, and why. */
export interface SuggestionRequest {
  readonly document: vscode.TextDocument
  readonly position: vscode.Position
  readonly trigger: vscode.CompletionTriggerKind
}

/** What becomes of a request for suggestions. */
export interface SuggestionHandling {
  /** Why the server is asked: VS Code asks for what is being typed as for Ctrl+Space, if the list was opened by a command. */
  readonly trigger: vscode.CompletionTriggerKind
  /** Is called when the server has answered; may give what VS Code gets in place of the answer. */
  readonly onAnswer: (isEmpty: boolean) => vscode.CompletionList | undefined
}

/** Makes `$(name)` in a text of a list text where VS Code would draw an icon. `onRequest` is called before the server is asked. */
export const withLabelIcons = (
  onRequest: (request: SuggestionRequest) => SuggestionHandling,
): Pick<Middleware, 'provideCompletionItem' | 'provideWorkspaceSymbols'> => ({
  provideCompletionItem: async (document, position, context, token, next) => {
    const { trigger, onAnswer } = onRequest({ document, position, trigger: context.triggerKind })
    const result = eachItemWithIcon(await next(document, position, { ...context, triggerKind: trigger }, token))
    return onAnswer(isEmptyCompletion(result)) ?? result
  },
  provideWorkspaceSymbols: async (query, token, next) => (await next(query, token))?.map(withoutSymbolIcons),
})
