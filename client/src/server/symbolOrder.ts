import * as vscode from 'vscode'
import type { Middleware } from 'vscode-languageclient'

type Symbols = vscode.SymbolInformation[] | vscode.DocumentSymbol[]

const selector: vscode.DocumentFilter = { language: 'markdown' }

/** A provider that comes and goes makes VS Code ask all providers again. */
const askAgain = (): void =>
  void vscode.languages.registerDocumentSymbolProvider(selector, { provideDocumentSymbols: () => [] }).dispose()

const isActive = (document: vscode.TextDocument): boolean => vscode.window.activeTextEditor?.document === document

/**
 * Breadcrumbs show the outline of whoever answers first, and VS Code's own Markdown support often does, though it knows no fields.
 * So an answer is kept as long as its text stands, and VS Code is made to ask a second time, when ours is there at once.
 */
export const withSymbolOrder = (): Pick<Middleware, 'provideDocumentSymbols'> => {
  const answers = new WeakMap<vscode.TextDocument, { version: number; symbols: Symbols }>()
  return {
    provideDocumentSymbols: async (document, token, next) => {
      const known = answers.get(document)
      if (known?.version === document.version) return known.symbols
      const { version } = document
      const symbols = await next(document, token)
      if (!symbols?.length || token.isCancellationRequested) return symbols
      answers.set(document, { version, symbols })
      if (isActive(document)) askAgain()
      return symbols
    },
  }
}
