import * as vscode from 'vscode'
import type { Middleware } from 'vscode-languageclient'

type Symbols = vscode.SymbolInformation[] | vscode.DocumentSymbol[]

const selector: vscode.DocumentFilter = { language: 'markdown' }

/** A provider that comes and goes makes VS Code ask all providers again. */
const askAgain = (): void =>
  void vscode.languages.registerDocumentSymbolProvider(selector, { provideDocumentSymbols: () => [] }).dispose()

/**
 * Breadcrumbs show the outline of whoever answers first, and VS Code's own Markdown support is warm when our server has just begun.
 * So an answer is kept as long as its text stands, and after the first one for a document VS Code is made to ask again.
 */
export const outlineFirst = (): Pick<Middleware, 'provideDocumentSymbols'> => {
  const answers = new WeakMap<vscode.TextDocument, { version: number; symbols: Symbols }>()
  return {
    provideDocumentSymbols: async (document, token, next) => {
      const known = answers.get(document)
      if (known?.version === document.version) return known.symbols
      const { version } = document
      const symbols = await next(document, token)
      if (!symbols?.length || token.isCancellationRequested) return symbols
      answers.set(document, { version, symbols })
      if (known === undefined) askAgain()
      return symbols
    },
  }
}
