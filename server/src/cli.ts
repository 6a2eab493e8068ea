import { asksForServer } from './cli/arguments.ts'

/** Serves the editor at the other end of the standard streams. */
async function serve(): Promise<void> {
  const [{ createConnection }, { startServer }, { readFile }, { nodeFolders }, { limitHeapGrowth }] = await Promise.all([
    import('vscode-languageserver/node'),
    import('./lsp/server.ts'),
    import('node:fs/promises'),
    import('./platform/nodeFolders.ts'),
    import('./platform/heapLimit.ts'),
  ])
  const host = { readFile: (uri: string) => readFile(new URL(uri), 'utf8'), folders: nodeFolders }
  limitHeapGrowth()
  startServer(createConnection(process.stdin, process.stdout), host)
}

/** A reader that has seen enough (`| head`) is no failure. */
function endQuietly(error: Error & { readonly code?: string }): void {
  if (error.code !== 'EPIPE') throw error
  process.exit()
}

async function work(argv: readonly string[]): Promise<void> {
  process.stdout.on('error', endQuietly)
  const [{ run }, { nodeIo }] = await Promise.all([import('./cli/run.ts'), import('./cli/io/nodeIo.ts')])
  process.exitCode = await run(argv, nodeIo())
}

const argv = process.argv.slice(2)
// each side is loaded alone: neither the check nor the server waits for the other's code
void (asksForServer(argv) ? serve() : work(argv))
