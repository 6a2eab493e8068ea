import * as vscode from 'vscode'
import { mayBeFolderIdeaName } from '../../../server/src/model/folder/folderFileName.ts'
import { mayBeIdeaList } from '../../../server/src/model/profiles/mayBeIdeaList.ts'
import { readShownOnRequest } from './fileRequests.ts'
import { hasIdeaSiblings } from './hasIdeaSiblings.ts'

/** A file of one idea has less than this many bytes. */
const maxIdeaFileSize = 64 * 1024

/** Whether documents are next to files that may be ideas of one folder list. */
export interface SiblingDocuments extends vscode.Disposable {
  /** Cheap and generous, like `mayBeIdeaList`: the server decides. Answered once for each folder until one of its files changes. */
  mayHold(document: vscode.TextDocument): Promise<boolean>
}

/** A file of a folder list need not have a label of mentors itself (`docs/spec.md#folders`): its siblings tell. */
export const watchSiblingDocuments = (): SiblingDocuments => {
  const cache = new Map<string, Promise<boolean>>()
  const ask = async (folder: vscode.Uri): Promise<boolean> => {
    const entries = await vscode.workspace.fs.readDirectory(folder)
    const names = entries.flatMap(([name, type]) => ((type & vscode.FileType.File) === 0 ? [] : [name]))
    return hasIdeaSiblings(names, async (name) => {
      const uri = vscode.Uri.joinPath(folder, name)
      return mayBeIdeaList((await readShownOnRequest(uri, maxIdeaFileSize)) ?? '', uri.path)
    })
  }
  const listeners = [
    vscode.workspace.onDidSaveTextDocument(({ uri }) => cache.delete(vscode.Uri.joinPath(uri, '..').toString())),
    vscode.workspace.onDidCreateFiles(() => cache.clear()),
    vscode.workspace.onDidDeleteFiles(() => cache.clear()),
    vscode.workspace.onDidRenameFiles(() => cache.clear()),
  ]
  return {
    mayHold: (document) => {
      const { uri } = document
      if (!uri.path.startsWith('/') || vscode.workspace.getWorkspaceFolder(uri) === undefined) return Promise.resolve(false)
      if (!mayBeFolderIdeaName(uri.path)) return Promise.resolve(false)
      const folder = vscode.Uri.joinPath(uri, '..')
      const key = folder.toString()
      const found = cache.get(key) ?? ask(folder).catch(() => false)
      cache.set(key, found)
      return found
    },
    dispose: () => vscode.Disposable.from(...listeners).dispose(),
  }
}
