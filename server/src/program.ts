// dist/program.js, which dist/cli.js starts.
import { join } from 'node:path'
import { version } from '../../package.json'
import { asksForLsp } from './cli/commands/lsp.ts'
import { asksForMcp } from './cli/commands/mcp.ts'
import { errorLine } from './cli/io/printError.ts'
import type { TaskContext } from './cli/lists/checkTogether.ts'
import { userCacheFolder } from './platform/cacheFolder.ts'
import { helpersRunning, helpInThread, isHelper } from './platform/helperThreads.ts'
import { resultsIn, storeIn } from './platform/store.ts'
import { makeRoomFor } from './platform/v8Flags.ts'

/** Starts the language server on stdin and stdout. */
async function startServerFromCli(): Promise<void> {
  const [{ createConnection }, { startServer }, { nodeFolders }] = await Promise.all([
    import('vscode-languageserver/node'),
    import('./lsp/server.ts'),
    import('./platform/nodeFolders.ts'),
  ])
  startServer(createConnection(process.stdin, process.stdout), {
    readFile: nodeFolders.read,
    folders: nodeFolders,
    results: resultsIn(userCacheFolder(process.argv.slice(2), process.env, process.platform), __filename),
    makeRoomFor,
  })
}

/** Starts the server for agents on stdin and stdout; it ends with its input. */
async function startMcpFromCli(): Promise<void> {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', endWith)
  const [{ serveMcp }, { nodeIo }] = await Promise.all([import('./mcp/serveMcp.ts'), import('./cli/io/nodeIo.ts')])
  await serveMcp({ input: process.stdin, output: process.stdout }, nodeIo(), version)
}

/** Ends with one line about an error; a reader that stops reading (`| head`) is none. */
function endWith(error: unknown): void {
  const { code, message } =
    error instanceof Error ? (error as Error & { readonly code?: string }) : { code: '', message: String(error) }
  if (code === 'EPIPE') process.exit()
  process.exitCode = 2
  process.stderr.write(errorLine(message), () => process.exit())
}

async function runCommand(words: readonly string[]): Promise<void> {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', endWith)
  const [{ run }, { nodeIo }] = await Promise.all([import('./cli/run.ts'), import('./cli/io/nodeIo.ts')])
  const folder = userCacheFolder(words, process.env, process.platform)
  const helpers = helpersRunning(join(__dirname, 'cli.js'))
  process.exitCode = await run(words, nodeIo(storeIn(folder, __filename), helpers))
}

/** Helps the thread that checks many lists. */
async function helpCheck(): Promise<void> {
  const [{ taskChecker }, { nodeIo }] = await Promise.all([import('./cli/lists/checkTogether.ts'), import('./cli/io/nodeIo.ts')])
  await helpInThread((context: TaskContext) => taskChecker(context, nodeIo()))
}

const commandLine = process.argv.slice(2)
// each loads only its own code
if (isHelper) void helpCheck()
else if (asksForLsp(commandLine)) void startServerFromCli()
else if (asksForMcp(commandLine)) startMcpFromCli().catch(endWith)
else runCommand(commandLine).catch(endWith)
