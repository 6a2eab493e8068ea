import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser'
import type { startServer } from './lsp/server.ts'

// in a web worker the global scope is the port to the client, which the types for Node and for pages do not know
const port = globalThis as unknown as ConstructorParameters<typeof BrowserMessageReader>[0]

/** Serves the client that has started this worker. */
export const runInBrowser = (start: typeof startServer): void =>
  start(createConnection(new BrowserMessageReader(port), new BrowserMessageWriter(port)))
