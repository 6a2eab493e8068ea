import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser'
import { startServer } from './lsp/server.ts'

// in a web worker the global scope is the port to the client, which the types for Node and for pages do not know
const port = globalThis as unknown as ConstructorParameters<typeof BrowserMessageReader>[0]

startServer(createConnection(new BrowserMessageReader(port), new BrowserMessageWriter(port)))
