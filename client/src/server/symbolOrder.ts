import * as vscode from 'vscode'
import type { Middleware } from 'vscode-languageclient'

type Symbols = vscode.SymbolInformation[] | vscode.DocumentSymbol[]

const markdown: vscode.DocumentFilter = { language: 'markdown' }

/** Makes VS Code ask all providers again, as it does when one is added or removed. */
const refreshSymbols = (): void =>
  void vscode.languages.registerDocumentSymbolProvider(markdown, { provideDocumentSymbols: () => [] }).dispose()

const areSymbolsShown = (document: vscode.TextDocument): boolean => vscode.window.activeTextEditor?.document === document

/**
 * Breadcrumbs show the outline of the provider that answers first; often that is VS Code's own Markdown support, which knows no fields.
 * So an answer is cached until the text changes, and VS Code is made to ask a second time, when ours is there at once.
 */
export const withSymbolOrder = (): Pick<Middleware, 'provideDocumentSymbols'> => {
  const cache = new WeakMap<vscode.TextDocument, { version: number; symbols: Symbols }>()
  return {
    provideDocumentSymbols: async (document, token, next) => {
      const cached = cache.get(document)
      if (cached?.version === document.version) return cached.symbols
      const { version } = document
      const symbols = await next(document, token)
      if (!symbols?.length || token.isCancellationRequested) return symbols
      cache.set(document, { version, symbols })
      if (areSymbolsShown(document)) refreshSymbols()
      return symbols
    },
  }
}
