import { createConnection } from 'vscode-languageserver/node'
import { startServer } from './lsp/server.ts'
import { limitHeapGrowth } from './platform/heapLimit.ts'
import { nodeFolders } from './platform/nodeFolders.ts'

// the transport is named on the command line by the client: --node-ipc, --stdio, --socket or --pipe
limitHeapGrowth()
startServer(createConnection(), { readFile: nodeFolders.read, folders: nodeFolders })
