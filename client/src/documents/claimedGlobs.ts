import * as vscode from 'vscode'
import { claimedGlobs } from '../../../server/src/protocol/claimedGlobs.ts'
import { projectFileName } from '../../../server/src/protocol/protocol.ts'
import { readWhole } from './fileRequests.ts'

/** Tells of documents in which no label is known whether a project file says that they are lists. */
export interface Claims extends vscode.Disposable {
  /** Cheap and generous, as the look at a text is: the server decides. */
  mayHold(document: vscode.TextDocument): Promise<boolean>
}

/** A project file and the folder that its globs count from. */
interface Found {
  readonly folder: vscode.Uri
  readonly text: string
}

/** Reads the project files above the documents that it is asked about, each once; calls `changed` when any may say something else. */
export const watchClaims = (changed: () => void): Claims => {
  let known = new Map<string, Promise<Found | null>>()

  const nearest = async (folder: vscode.Uri): Promise<Found | null> => {
    const text = await readWhole(vscode.Uri.joinPath(folder, projectFileName))
    if (text !== null) return { folder, text }
    const above = vscode.Uri.joinPath(folder, '..')
    return above.path === folder.path ? null : nearestTo(above)
  }
  const nearestTo = (folder: vscode.Uri): Promise<Found | null> => {
    const key = folder.toString()
    const found = known.get(key) ?? nearest(folder)
    known.set(key, found)
    return found
  }
  const forget = (): void => {
    known = new Map()
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
    // what lies outside the workspace is watched by nobody else
    vscode.workspace.onDidSaveTextDocument(forgetBy),
  ]
  return {
    mayHold: async (document) => {
      if (!document.uri.path.startsWith('/')) return false
      const found = await nearestTo(vscode.Uri.joinPath(document.uri, '..'))
      if (found === null) return false
      const patterns = claimedGlobs(found.text).map((glob) => new vscode.RelativePattern(found.folder, glob))
      return patterns.some((pattern) => vscode.languages.match({ pattern }, document) > 0)
    },
    dispose: () => vscode.Disposable.from(...listeners).dispose(),
  }
}
