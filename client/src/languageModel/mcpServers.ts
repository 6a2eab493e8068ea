import type * as vscode from 'vscode'
import { languageModelApi } from './languageModelApi.ts'

/** How a host starts the server for agents: the program, and what it is started with. */
export interface McpProgram {
  readonly command: string
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
}

/** The module of VS Code, whose version may not know of servers. */
export interface McpEditor {
  readonly workspace: { readonly workspaceFolders: readonly Pick<vscode.WorkspaceFolder, 'uri' | 'name'>[] | undefined }
}

/** Must equal the id in package.json. */
const mcpProviderId = 'ideaFiles.mcp'

/** Lists a server for each folder of the workspace that is on disk; undefined if this version of VS Code asks for no servers. Starts nothing itself. */
export function registerMcpServers(editor: McpEditor, version: string, program: McpProgram): vscode.Disposable | undefined {
  const { registerMcpProvider, stdioServer } = languageModelApi(editor)
  if (!registerMcpProvider || !stdioServer) return undefined
  return registerMcpProvider(mcpProviderId, {
    provideMcpServerDefinitions: () => {
      const folders = (editor.workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file')
      return folders.map(({ uri, name }) => {
        const label = folders.length === 1 ? 'Idea Files' : `Idea Files: ${name}`
        return stdioServer({ ...program, label, cwd: uri, version })
      })
    },
  })
}
