import * as vscode from 'vscode'
import { languageModelApi } from './languageModelApi.ts'

/** How a host starts the server for agents: the program, and what it is started with. */
export interface McpProgram {
  readonly command: string
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
}

/** Must equal the id in package.json. */
const mcpProviderId = 'ideaFiles.mcp'

/** Lists a server for each folder of the workspace that is on disk, if this version of VS Code asks for servers. Starts nothing itself. */
export function registerMcpServers({ extension }: vscode.ExtensionContext, program: McpProgram): vscode.Disposable {
  const { registerMcpProvider, stdioServer } = languageModelApi()
  if (!registerMcpProvider || !stdioServer) return vscode.Disposable.from()
  const version = String(Reflect.get(extension.packageJSON, 'version'))
  return registerMcpProvider(mcpProviderId, {
    provideMcpServerDefinitions: () => {
      const folders = (vscode.workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file')
      return folders.map(({ uri, name }) => {
        const label = folders.length === 1 ? 'Idea Files' : `Idea Files: ${name}`
        return stdioServer({ ...program, label, cwd: uri, version })
      })
    },
  })
}
