import * as vscode from 'vscode'
import { claimedEditorGlobs } from '../../../server/src/protocol/editorGlobs.ts'
import { projectFileName } from '../../../server/src/protocol/protocol.ts'
import { maxProjectFileSize, readShownOnRequest } from './fileRequests.ts'

/** Whether project files claim documents as lists that have no known label. */
export interface ClaimedDocuments extends vscode.Disposable {
  /** Cheap and generous, like `mayBeIdeaList`: the server decides. */
  mayHold(document: vscode.TextDocument): Promise<boolean>
}

/** A project file and the folder that its globs are relative to. */
interface ProjectFileText {
  readonly folder: vscode.Uri
  readonly text: string
}

/** Reads the project files above the given documents, each once; calls `changed` when any may have changed. */
export const watchClaims = (changed: () => void): ClaimedDocuments => {
  let cache = new Map<string, Promise<ProjectFileText | null>>()

  const nearest = async (folder: vscode.Uri): Promise<ProjectFileText | null> => {
    const text = await readShownOnRequest(vscode.Uri.joinPath(folder, projectFileName), maxProjectFileSize)
    if (text !== null) return { folder, text: text.length > maxProjectFileSize ? '' : text }
    const above = vscode.Uri.joinPath(folder, '..')
    return above.path === folder.path ? null : nearestTo(above)
  }
  const nearestTo = (folder: vscode.Uri): Promise<ProjectFileText | null> => {
    const key = folder.toString()
    const found = cache.get(key) ?? nearest(folder)
    cache.set(key, found)
    return found
  }
  const forget = (): void => {
    cache = new Map()
    changed()
  }
  const forgetBy = ({ uri }: vscode.TextDocument): void => {
    if (uri.path.endsWith(`/${projectFileName}`)) forget()
  }

  const watcher = vscode.workspace.createFileSystemWatcher(`**/${projectFileName}`)
  const listeners = [
    watcher,
    watcher.onDidChange(forget),
    watcher.onDidCreate(forget),
    watcher.onDidDelete(forget),
    // files outside the workspace are not watched
    vscode.workspace.onDidSaveTextDocument(forgetBy),
  ]
  return {
    mayHold: async (document) => {
      if (!document.uri.path.startsWith('/')) return false
      const found = await nearestTo(vscode.Uri.joinPath(document.uri, '..'))
      if (found === null) return false
      const patterns = claimedEditorGlobs(found.text).map((glob) => new vscode.RelativePattern(found.folder, glob))
      return patterns.some((pattern) => vscode.languages.match({ pattern }, document) > 0)
    },
    dispose: () => vscode.Disposable.from(...listeners).dispose(),
  }
}
