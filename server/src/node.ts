import { createConnection } from 'vscode-languageserver/node'
import { version } from '../../package.json'
import type { startServer } from './lsp/server.ts'
import { cacheFolderArgument } from './platform/cacheFolder.ts'
import { nodeFolders } from './platform/nodeFolders.ts'
import { resultsIn } from './platform/store.ts'
import { makeRoomFor } from './platform/v8Flags.ts'

/** Serves agents in place of an editor: the extension lists this file as a server of the Model Context Protocol. */
async function startMcpFromServer(): Promise<void> {
  const [{ serveMcp }, { nodeIo }] = await Promise.all([import('./mcp/serveMcp.ts'), import('./cli/io/nodeIo.ts')])
  await serveMcp({ input: process.stdin, output: process.stdout }, nodeIo(), version)
}

/** Serves an editor, which names the transport on the command line (--node-ipc, --stdio, --socket or --pipe), or with `mcp` an agent. */
export function runInNode(start: typeof startServer): void {
  if (process.argv[2] === 'mcp') void startMcpFromServer()
  else
    start(createConnection(), {
      readFile: nodeFolders.read,
      folders: nodeFolders,
      results: resultsIn(cacheFolderArgument(process.argv), __filename),
      makeRoomFor,
    })
}
