import * as vscode from 'vscode'
import { changedLinesOf, type LinesSinceHead } from './changedLines.ts'

/** The changed lines of files, by their URIs as the server writes them. */
export type ChangedFiles = ReadonlyMap<string, readonly LinesSinceHead[]>

/** The parts of VS Code's own Git extension that are used (its API, version 1). */
interface GitApi {
  readonly getRepository: (uri: vscode.Uri) => GitRepository | null
}

interface GitRepository {
  readonly diffWithHEAD: (path: string) => Promise<string>
  readonly state: { readonly untrackedChanges?: readonly GitChange[]; readonly workingTreeChanges: readonly GitChange[] }
}

interface GitChange {
  readonly uri: vscode.Uri
  readonly status: number
}

/** `Status.UNTRACKED` and `Status.INDEX_ADDED` of that API. */
const newFileStatuses: ReadonlySet<number> = new Set([1, 7])

const allLinesChanged: readonly LinesSinceHead[] = [{ first: 0, last: Number.MAX_SAFE_INTEGER }]

/** What differs from git's HEAD in files on disk; undefined where there is no git: in a browser, or without a repository. */
export const readChangedFiles = async (uris: readonly string[]): Promise<ChangedFiles | undefined> => {
  const git = await gitApi()
  if (!git) return undefined
  const changed = new Map<string, readonly LinesSinceHead[]>()
  let hasRepository = false
  for (const each of uris) {
    const uri = vscode.Uri.parse(each)
    const repository = git.getRepository(uri)
    if (!repository) continue
    hasRepository = true
    const { untrackedChanges = [], workingTreeChanges } = repository.state
    const isNew = [...untrackedChanges, ...workingTreeChanges].some(
      (change) => change.uri.toString() === uri.toString() && newFileStatuses.has(change.status),
    )
    const lines = isNew ? allLinesChanged : changedLinesOf(await repository.diffWithHEAD(uri.fsPath).catch(() => ''))
    if (lines.length > 0) changed.set(each, lines)
  }
  return hasRepository ? changed : undefined
}

const gitApi = async (): Promise<GitApi | undefined> => {
  try {
    const git = await vscode.extensions.getExtension('vscode.git')?.activate()
    return git?.enabled === true ? git.getAPI(1) : undefined
  } catch {
    return undefined
  }
}
