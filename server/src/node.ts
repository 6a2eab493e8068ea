import { createConnection } from 'vscode-languageserver/node'
import { version } from '../../package.json'
import { endIfOutputFails, endWith } from './cli/io/endWith.ts'
import { nodeIo } from './cli/io/nodeIo.ts'
import type { startServer } from './lsp/server.ts'
import type { serveMcp } from './mcp/serveMcp.ts'
import { cacheFolderArgument, userCacheFolder } from './platform/cacheFolder.ts'
import { nodeFolders } from './platform/nodeFolders.ts'
import { resultsIn } from './platform/store.ts'
import { textStreams } from './platform/textStreams.ts'
import { makeRoomFor } from './platform/v8Flags.ts'

/** The servers, for editors and for agents. */
export interface Servers {
  readonly startServer: typeof startServer
  readonly serveMcp: typeof serveMcp
}

/**
 * Serves what the command line asks for: `mcp` an agent, on stdin and stdout, until its input ends; `lsp` an editor, likewise; otherwise
 * the editor that names its transport (--node-ipc, --stdio, --socket or --pipe).
 */
export function runInNode({ startServer, serveMcp }: Servers): void {
  const args = process.argv.slice(2)
  const [command] = args
  if (command === 'mcp') {
    endIfOutputFails()
    serveMcp(textStreams(process.stdin, process.stdout), nodeIo(), version).catch(endWith)
    return
  }
  const isCommand = command === 'lsp'
  const folder = isCommand ? userCacheFolder(args, process.env, process.platform) : cacheFolderArgument(args)
  startServer(isCommand ? createConnection(process.stdin, process.stdout) : createConnection(), {
    readFile: nodeFolders.read,
    folders: nodeFolders,
    results: resultsIn(folder, __filename),
    makeRoomFor,
  })
}
