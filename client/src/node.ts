import { join } from 'node:path'
import * as vscode from 'vscode'
import { LanguageClient, TransportKind } from 'vscode-languageclient/node'
import { cacheFolderOption } from '../../server/src/protocol/cacheOptions.ts'
import { registerMcpServers } from './languageModel/mcpServers.ts'
import { withoutPopUps } from './server/quietClient.ts'
import type { CreateServerInstance } from './server/serverLifecycle.ts'

/** Where .vscode/launch.json attaches to the server of an extension that is being debugged. */
const debugPort = 6009

/** In the Node extension host the server is a process, connected through Node's IPC. */
export const createNodeInstances = (context: vscode.ExtensionContext): CreateServerInstance => {
  const server = {
    module: context.asAbsolutePath('dist/start.js'),
    transport: TransportKind.ipc,
    args: [`${cacheFolderOption}${join(context.globalStorageUri.fsPath, 'cache')}`],
  }
  const debug = { ...server, options: { execArgv: [`--inspect=${debugPort}`] } }
  // the editor's own program runs as Node
  const mcp = { command: process.execPath, args: [server.module, 'mcp'], env: { ELECTRON_RUN_AS_NODE: '1' } }
  const servers = registerMcpServers(vscode, String(Reflect.get(context.extension.packageJSON, 'version')), mcp)
  if (servers) context.subscriptions.push(servers)
  return (options) => {
    const client = withoutPopUps(new LanguageClient('ideaFiles', 'Idea Files', { run: server, debug }, options))
    return { client, end: () => void client.serverProcess?.kill('SIGKILL'), pid: () => client.serverProcess?.pid }
  }
}
