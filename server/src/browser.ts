import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser'
import { clientResults } from './lsp/clientResults.ts'
import type { startServer } from './lsp/server.ts'

// in a web worker the global scope is the port to the client, which the types for Node and for pages do not know
const port = globalThis as unknown as ConstructorParameters<typeof BrowserMessageReader>[0]

/** Serves the client that has started this worker. */
export function runInBrowser(start: typeof startServer): void {
  const connection = createConnection(new BrowserMessageReader(port), new BrowserMessageWriter(port))
  start(connection, { results: clientResults(connection) })
}
