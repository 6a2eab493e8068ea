import * as vscode from 'vscode'
import { documentKey } from './documentKey.ts'

/** Many files go at once when another branch is checked out. */
const examineAfterMs = 200

/** The documents whose files are gone, and which have no unsaved changes. */
export interface Leftovers extends vscode.Disposable {
  has(document: vscode.TextDocument): boolean
}

export interface LeftoverEvents {
  /** Whether a document matters. */
  isWatched(document: vscode.TextDocument): boolean
  /** A document is a leftover now. */
  left(document: vscode.TextDocument): void
  /** A leftover is a document again: it was changed, or its file is back. */
  returned(document: vscode.TextDocument): void
}

/**
 * Whether VS Code only keeps the text of a file that is gone: in a tab, or after an edit of several files. A document with unsaved
 * changes is its user's.
 */
export const isLeftover = async (document: vscode.TextDocument): Promise<boolean> => {
  const isUsed = (): boolean => document.isDirty || document.isUntitled
  if (isUsed()) return false
  const isGone = await vscode.workspace.fs.stat(document.uri).then(
    () => false,
    (error: unknown) => error instanceof vscode.FileSystemError && error.code === 'FileNotFound',
  )
  return isGone && !isUsed()
}

/** Watches documents whose files go and come back. */
export const watchLeftovers = ({ isWatched, left, returned }: LeftoverEvents): Leftovers => {
  const leftovers = new Set<string>()
  let lastExamination = Promise.resolve()
  let timer: ReturnType<typeof setTimeout> | undefined

  const examine = async (document: vscode.TextDocument): Promise<void> => {
    const key = documentKey(document)
    if (!leftovers.has(key) && !isWatched(document)) return
    const isLeft = await isLeftover(document)
    if (document.isClosed || isLeft === leftovers.has(key)) return
    if (isLeft) leftovers.add(key)
    else leftovers.delete(key)
    if (isLeft) left(document)
    else returned(document)
  }
  const examineAll = async (): Promise<void> => {
    for (const document of vscode.workspace.textDocuments) await examine(document)
  }
  const examineSoon = (): void => {
    timer ??= setTimeout(() => {
      timer = undefined
      // one after the other, so that the last answer counts
      lastExamination = lastExamination.then(examineAll).catch(() => undefined)
    }, examineAfterMs)
  }

  const watcher = vscode.workspace.createFileSystemWatcher('**/*', false, true, false)
  const listeners = [
    watcher,
    // it may be a folder
    watcher.onDidDelete(examineSoon),
    watcher.onDidCreate(examineSoon),
    // the watcher knows only files of the workspace
    vscode.window.tabGroups.onDidChangeTabs(examineSoon),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (leftovers.has(documentKey(document))) examineSoon()
    }),
    vscode.workspace.onDidCloseTextDocument((document) => leftovers.delete(documentKey(document))),
  ]
  return {
    has: (document) => leftovers.has(documentKey(document)),
    dispose: () => {
      clearTimeout(timer)
      vscode.Disposable.from(...listeners).dispose()
    },
  }
}
