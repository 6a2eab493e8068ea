import * as vscode from 'vscode'
import { isRelevantFile } from '../../../server/src/protocol/relevantFiles.ts'

/** LSP's `FileChangeType`. */
const [created, deleted] = [1, 3]

const batchMs = 100
/** Git has written a branch's files by then. */
const replacedMs = 1000

interface FolderChange {
  readonly uri: string
  readonly type: number
}

/** Folders whose files change all the time, and are never read. */
const uninteresting = /\/(?:node_modules|\.git)(?:\/|$)/

/**
 * Reports folders that are created or deleted: VS Code does not report their files one by one (microsoft/vscode#109754). The folder of
 * what is deleted is reported again a little later: if git replaces it, there may be no event for what is new in it.
 */
export const watchFolders = (report: (changes: readonly FolderChange[]) => void): vscode.Disposable => {
  const watcher = vscode.workspace.createFileSystemWatcher('**/*', false, true, false)
  const reportAll = (uris: readonly vscode.Uri[], type: number): void => {
    if (uris.length > 0) report(uris.map((uri) => ({ uri: uri.toString(), type })))
  }
  const createdWithDots = batchWatchedUris(batchMs, async (uris) => reportAll(await watchedFoldersAmong(uris), created))
  // what it was cannot be asked any more
  const deletedWithDots = batchWatchedUris(batchMs, async (uris) => reportAll(uris, deleted))
  const replaced = batchWatchedUris(replacedMs, async (uris) => reportAll(await foldersAround(uris), created))
  const isWanted = ({ path }: vscode.Uri): boolean => !uninteresting.test(path) && !isRelevantFile(watchedName(path))
  return vscode.Disposable.from(
    watcher,
    watcher.onDidCreate((uri) => {
      if (!isWanted(uri)) return
      // `v1.2` may be a folder, but most names with a dot are files
      if (watchedName(uri.path).includes('.')) createdWithDots.add(uri)
      else report([{ uri: uri.toString(), type: created }])
    }),
    watcher.onDidDelete((uri) => {
      if (!uninteresting.test(uri.path) && (isRelevantFile(watchedName(uri.path)) || !watchedName(uri.path).includes('.')))
        replaced.add(uri)
      if (!isWanted(uri)) return
      if (watchedName(uri.path).includes('.')) deletedWithDots.add(uri)
      else report([{ uri: uri.toString(), type: deleted }])
    }),
    createdWithDots,
    deletedWithDots,
    replaced,
  )
}

const watchedName = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

/** Collects URIs, and passes them on together some time (milliseconds) after the first. */
const batchWatchedUris = (
  delayMs: number,
  pass: (uris: readonly vscode.Uri[]) => Promise<void>,
): vscode.Disposable & { add(uri: vscode.Uri): void } => {
  let collected: vscode.Uri[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  const flush = (): void => {
    const uris = collected
    collected = []
    timer = undefined
    void pass(uris)
  }
  return {
    add: (uri) => {
      collected.push(uri)
      timer ??= setTimeout(flush, delayMs)
    },
    dispose: () => clearTimeout(timer),
  }
}

/** The folders around these that are still there, each once; not the workspace's own, in which there is too much. */
const foldersAround = async (uris: readonly vscode.Uri[]): Promise<readonly vscode.Uri[]> => {
  const found = new Map<string, vscode.Uri>()
  for (const uri of uris) {
    const folder = await folderAround(uri)
    if (folder) found.set(folder.toString(), folder)
  }
  return [...found.values()]
}

const folderAround = async (uri: vscode.Uri): Promise<vscode.Uri | undefined> => {
  const top = vscode.workspace.getWorkspaceFolder(uri)?.uri.path.replace(/\/$/, '')
  for (
    let at = vscode.Uri.joinPath(uri, '..');
    top !== undefined && at.path.replace(/\/$/, '').length > top.length;
    at = vscode.Uri.joinPath(at, '..')
  ) {
    const isThere = await vscode.workspace.fs.stat(at).then(
      ({ type }) => type === vscode.FileType.Directory,
      () => false,
    )
    if (isThere) return at
  }
  return undefined
}

/** Those that are folders; each folder around them is listed once, however many they are. */
const watchedFoldersAmong = async (uris: readonly vscode.Uri[]): Promise<readonly vscode.Uri[]> => {
  const parents = new Map(uris.map((uri) => vscode.Uri.joinPath(uri, '..')).map((parent) => [parent.toString(), parent]))
  const folders = new Set<string>()
  for (const parent of parents.values()) {
    const entries = await vscode.workspace.fs.readDirectory(parent).then(
      (found) => found,
      () => [],
    )
    for (const [name, type] of entries) {
      if (type === vscode.FileType.Directory) folders.add(vscode.Uri.joinPath(parent, name).toString())
    }
  }
  return uris.filter((uri) => folders.has(uri.toString()))
}
