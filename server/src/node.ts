import { createConnection } from 'vscode-languageserver/node'
import { version } from '../../package.json'
import { startServer } from './lsp/server.ts'
import { nodeFolders } from './platform/nodeFolders.ts'
import { delayOptimization, limitHeap } from './platform/v8Flags.ts'

/** Serves agents in place of an editor: the extension lists this file as a server of the Model Context Protocol. */
async function startMcpFromServer(): Promise<void> {
  const [{ serveMcp }, { nodeIo }] = await Promise.all([import('./mcp/serveMcp.ts'), import('./cli/io/nodeIo.ts')])
  await serveMcp({ input: process.stdin, output: process.stdout }, nodeIo(), version)
}

delayOptimization()
limitHeap()
if (process.argv[2] === 'mcp') void startMcpFromServer()
// the transport is named on the command line by the client: --node-ipc, --stdio, --socket or --pipe
else startServer(createConnection(), { readFile: nodeFolders.read, folders: nodeFolders })
