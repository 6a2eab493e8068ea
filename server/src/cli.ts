import { asksForServer } from './cli/arguments.ts'

/** Starts the language server on stdin and stdout. */
async function startLanguageServer(): Promise<void> {
  const [{ createConnection }, { startServer }, { nodeFolders }, { limitHeapGrowth }] = await Promise.all([
    import('vscode-languageserver/node'),
    import('./lsp/server.ts'),
    import('./platform/nodeFolders.ts'),
    import('./platform/heapLimit.ts'),
  ])
  limitHeapGrowth()
  startServer(createConnection(process.stdin, process.stdout), { readFile: nodeFolders.read, folders: nodeFolders })
}

/** A reader that stops reading (`| head`) is not a failure. */
function endQuietly(error: Error & { readonly code?: string }): void {
  if (error.code !== 'EPIPE') throw error
  process.exit()
}

async function runCommand(argv: readonly string[]): Promise<void> {
  process.stdout.on('error', endQuietly)
  const [{ run }, { nodeIo }] = await Promise.all([import('./cli/run.ts'), import('./cli/io/nodeIo.ts')])
  process.exitCode = await run(argv, nodeIo())
}

const argv = process.argv.slice(2)
// each loads only its own code
void (asksForServer(argv) ? startLanguageServer() : runCommand(argv))
