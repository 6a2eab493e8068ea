import * as vscode from 'vscode'
import { projectFileName } from '../../../server/src/protocol/protocol.ts'

/** Files by whose paths a workspace has lists, without any of them being read; as in `activationEvents`. */
const listPattern = `**/{summerofcode/*.md,lfx-mentorship/**/*.md,${projectFileName}}`

/** As VS Code limits its own search for `workspaceContains`. */
const searchLimitMs = 7000

/** Whether the workspace has a list by its path, or a project file, and Idea Files is switched on for it. */
export const hasWorkspaceLists = async (): Promise<boolean> => {
  if ((vscode.workspace.workspaceFolders ?? []).length === 0) return false
  const source = new vscode.CancellationTokenSource()
  // a file system without a search of its own never answers (microsoft/vscode#228990)
  const late = new Promise<readonly vscode.Uri[]>((done) => setTimeout(done, searchLimitMs, []))
  const search = vscode.workspace.findFiles(listPattern, undefined, 1, source.token).then(
    (found) => found,
    () => [],
  )
  const [uri] = await Promise.race([search, late])
  source.cancel()
  source.dispose()
  return uri !== undefined && vscode.workspace.getConfiguration('ideaFiles', uri).get<boolean>('enable', true)
}
