import { LanguageClient, TransportKind } from 'vscode-languageclient/node'
import { createEntry } from './entry.ts'
import { withoutPopUps } from './server/quietClient.ts'

/** The entry in the Node extension host: the server is a process, connected through Node's IPC. */
export const { activate, deactivate } = createEntry((context) => {
  const server = { module: context.asAbsolutePath('dist/server.js'), transport: TransportKind.ipc }
  return (options) => {
    const client = withoutPopUps(new LanguageClient('ideaFiles', 'Idea Files', { run: server, debug: server }, options))
    return { client, end: () => void client.serverProcess?.kill('SIGKILL'), pid: () => client.serverProcess?.pid }
  }
})
