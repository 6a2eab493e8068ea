import type * as vscode from 'vscode'
import { LanguageClient, TransportKind } from 'vscode-languageclient/node'
import { type Api, activateExtension, type Extension } from './client.ts'

/** Writes what goes wrong to the output channel and pops nothing up: what a person must know, activateExtension says. */
class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false)
  }
}

let extension: Extension | undefined

/** The entry in the Node extension host: the server is a process, spoken to over Node's IPC. */
export const activate = (context: vscode.ExtensionContext): Api => {
  const server = { module: context.asAbsolutePath('dist/server.js'), transport: TransportKind.ipc }
  extension = activateExtension(context, (options) => {
    const client = new QuietClient('ideaFiles', 'Idea Files', { run: server, debug: server }, options)
    return { client, end: () => undefined, pid: () => client.serverProcess?.pid }
  })
  return extension.api
}

export const deactivate = (): Promise<void> | undefined => extension?.stop()
