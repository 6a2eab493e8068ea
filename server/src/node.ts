import { readFile } from 'node:fs/promises'
import { createConnection } from 'vscode-languageserver/node'
import { keepHeapSmall } from './cli/heap.ts'
import { nodeFolders } from './cli/nodeFolders.ts'
import { startServer } from './lsp/server.ts'

// the transport is named on the command line by the client: --node-ipc, --stdio, --socket or --pipe
keepHeapSmall()
startServer(createConnection(), { readFile: (uri) => readFile(new URL(uri), 'utf8'), folders: nodeFolders })
