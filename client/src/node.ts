import { LanguageClient, TransportKind } from 'vscode-languageclient/node'
import { createEntry } from './entry.ts'
import { registerMcpServers } from './languageModel/mcpServers.ts'
import { withoutPopUps } from './server/quietClient.ts'

/** The entry in the Node extension host: the server is a process, connected through Node's IPC. */
export const { activate, deactivate } = createEntry((context) => {
  const server = { module: context.asAbsolutePath('dist/server.js'), transport: TransportKind.ipc }
  // the editor's own program runs as Node
  const mcp = { command: process.execPath, args: [server.module, 'mcp'], env: { ELECTRON_RUN_AS_NODE: '1' } }
  context.subscriptions.push(registerMcpServers(context, mcp))
  return (options) => {
    const client = withoutPopUps(new LanguageClient('ideaFiles', 'Idea Files', { run: server, debug: server }, options))
    return { client, end: () => void client.serverProcess?.kill('SIGKILL'), pid: () => client.serverProcess?.pid }
  }
})
