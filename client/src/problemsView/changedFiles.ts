import * as vscode from 'vscode'
import type { ChangedFile } from '../../../server/src/protocol/problems.ts'
import { isMarkdown } from '../../../server/src/protocol/relevantFiles.ts'
import { foldersWithoutGit } from './problemsMessage.ts'

/** The parts of VS Code's own Git extension that are used (its API, version 1). */
interface GitApi {
  readonly state: 'uninitialized' | 'initialized'
  readonly onDidChangeState: vscode.Event<string>
  readonly repositories: readonly GitRepository[]
  readonly getRepository: (uri: vscode.Uri) => GitRepository | null
}

interface GitRepository {
  readonly rootUri: vscode.Uri
  /** Reads the state again. */
  readonly status: () => Promise<void>
  /** The text of a file in a commit; rejects if it is not there. */
  readonly show: (ref: string, path: string) => Promise<string>
  readonly state: {
    readonly onDidChange: vscode.Event<void>
    readonly HEAD?: { readonly commit?: string }
    readonly untrackedChanges?: readonly GitChange[]
    readonly workingTreeChanges: readonly GitChange[]
    readonly indexChanges: readonly GitChange[]
  }
}

interface GitChange {
  readonly uri: vscode.Uri
  readonly originalUri: vscode.Uri
  readonly status: number
}

/** `Status.INDEX_RENAMED` and `Status.INTENT_TO_RENAME` of that API. */
const renamedStatuses: ReadonlySet<number> = new Set([3, 10])

// git may not know its repositories before it has looked for them
const gitStartMs = 5000

/** What differs from git's HEAD. */
export interface ChangedFiles {
  /** The Markdown files, as they are in the editor. */
  readonly files: readonly ChangedFile[]
  /** The names of the workspace's folders that have no repository. */
  readonly withoutGit: readonly string[]
}

/** The Markdown files that differ from git's HEAD; undefined if there is no git, or no repository. */
export const readChangedFiles = async (): Promise<ChangedFiles | undefined> => {
  const git = await gitApi()
  if (!git || git.repositories.length === 0) return undefined
  const found = await Promise.all(git.repositories.map((repository) => changedFilesIn(git, repository)))
  const folders = (vscode.workspace.workspaceFolders ?? []).map(({ name, uri }) => ({ name, uri: uri.toString() }))
  const roots = git.repositories.map(({ rootUri }) => rootUri.toString())
  const withoutGit = foldersWithoutGit(folders, roots, (uri) => git.getRepository(vscode.Uri.parse(uri)) !== null)
  return { files: found.flat(), withoutGit }
}

/** Calls back when git's HEAD is another commit than before; without git it never does. */
export const watchHeads = async (onChange: () => void): Promise<vscode.Disposable> => {
  const git = await gitApi()
  const watched = (git?.repositories ?? []).map(({ state }) => {
    let commit = state.HEAD?.commit
    return state.onDidChange(() => {
      if (state.HEAD?.commit === commit) return
      commit = state.HEAD?.commit
      onChange()
    })
  })
  return vscode.Disposable.from(...watched)
}

const changedFilesIn = async (git: GitApi, repository: GitRepository): Promise<readonly ChangedFile[]> => {
  await repository.status().catch(() => undefined)
  const { untrackedChanges = [], workingTreeChanges, indexChanges } = repository.state
  const unsaved = vscode.workspace.textDocuments
    .filter(({ isDirty, uri }) => isDirty && git.getRepository(uri)?.rootUri.toString() === repository.rootUri.toString())
    .map(({ uri }): GitChange => ({ uri, originalUri: uri, status: -1 }))
  const changes = new Map<string, GitChange>()
  for (const change of [...unsaved, ...untrackedChanges, ...workingTreeChanges, ...indexChanges]) {
    const key = change.uri.toString()
    // a file that was renamed may be unsaved, too
    if (isMarkdown(change.uri.path) && (!changes.has(key) || renamedStatuses.has(change.status))) changes.set(key, change)
  }
  return Promise.all(
    [...changes.values()].map(async ({ uri, originalUri, status }): Promise<ChangedFile> => {
      const source = renamedStatuses.has(status) ? originalUri : uri
      return { uri: uri.toString(), before: await repository.show('HEAD', source.fsPath).catch(() => null) }
    }),
  )
}

const gitApi = async (): Promise<GitApi | undefined> => {
  try {
    const extension = await vscode.extensions.getExtension('vscode.git')?.activate()
    if (extension?.enabled !== true) return undefined
    const api: GitApi = extension.getAPI(1)
    await gitStarted(api)
    return api
  } catch {
    return undefined
  }
}

const gitStarted = (api: GitApi): Promise<void> =>
  new Promise((done) => {
    if (api.state === 'initialized') return done()
    const timer = setTimeout(done, gitStartMs)
    const listener = api.onDidChangeState(() => {
      clearTimeout(timer)
      listener.dispose()
      done()
    })
  })
