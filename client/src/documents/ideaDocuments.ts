import * as vscode from 'vscode'
import { mayBeIdeaList } from '../../../server/src/model/profiles/mayBeIdeaList.ts'
import { projectFileName } from '../../../server/src/protocol/protocol.ts'
import { rulePageScheme } from '../commands/rulePages.ts'
import { watchClaims } from './claimedGlobs.ts'

/** The open documents that are ours to look at: Markdown, switched on, and perhaps an idea list; and project files. */
export interface Documents extends vscode.Disposable {
  has(document: vscode.TextDocument): boolean
  /** Whether any open document is one. */
  any(): boolean
}

export interface DocumentEvents {
  /** A document has just been found to be perhaps an idea list. */
  found(document: vscode.TextDocument): void
  /** A setting has switched documents on or off. */
  switched(): void
}

const setting = 'ideaFiles.enable'

const enabledFor = (document: vscode.TextDocument): boolean =>
  vscode.workspace.getConfiguration('ideaFiles', document).get<boolean>('enable', true)

/** An old version that an editor shows beside the new one (`git:` and the like) is nobody's to mend; a read-only folder still is. */
const isOldVersion = ({ scheme }: vscode.Uri): boolean =>
  vscode.workspace.fs.isWritableFileSystem(scheme) === false &&
  !vscode.workspace.workspaceFolders?.some((folder) => folder.uri.scheme === scheme)

const isProjectFile = ({ uri }: vscode.TextDocument): boolean => uri.path.endsWith(`/${projectFileName}`)

const isCandidate = (document: vscode.TextDocument): boolean =>
  (document.languageId === 'markdown' || isProjectFile(document)) &&
  document.uri.scheme !== rulePageScheme &&
  !isOldVersion(document.uri) &&
  enabledFor(document)

const looksRight = (document: vscode.TextDocument): boolean =>
  isProjectFile(document) || mayBeIdeaList(document.getText(), document.uri.path)

/** The lines that changes have touched, as they are numbered now: an event gives the places as they were before any of its changes. */
const touchedLines = (changes: readonly vscode.TextDocumentContentChangeEvent[]): vscode.Range[] => {
  let shift = 0
  return [...changes]
    .sort((a, b) => a.range.start.compareTo(b.range.start))
    .map(({ range, text }) => {
      const first = range.start.line + shift
      const added = text.split('\n').length - 1
      shift += added - (range.end.line - range.start.line)
      return new vscode.Range(first, 0, first + added + 1, 0)
    })
}

const key = (document: vscode.TextDocument): string => document.uri.toString()

/** Watches the open documents, and takes the cheap look at each: when it opens, when it is saved, and at lines that change. */
export const watchDocuments = (events: DocumentEvents): Documents => {
  let ours = new Set<string>()
  /** Those that a project file may call lists, whether they are switched on or not. */
  const claimed = new Set<string>()

  const lookAt = (document: vscode.TextDocument, good: () => boolean): void => {
    if (ours.has(key(document)) || !isCandidate(document) || !good()) return
    ours.add(key(document))
    events.found(document)
  }
  const lookAtAll = (document: vscode.TextDocument): void => {
    lookAt(document, () => looksRight(document))
    void askClaims(document)
  }
  const askClaims = async (document: vscode.TextDocument): Promise<void> => {
    if (ours.has(key(document)) || !isCandidate(document) || !(await claims.mayHold(document))) return
    claimed.add(key(document))
    if (!document.isClosed) lookAt(document, () => true)
  }
  // The path has been looked at already, and so has the rest of the text: a key in a file of 10 MB costs one line.
  const lookAtLines = ({ document, contentChanges }: vscode.TextDocumentChangeEvent): void =>
    lookAt(document, () => touchedLines(contentChanges).some((lines) => mayBeIdeaList(document.getText(lines), '')))

  const lookAgain = (): void => {
    const known = ours
    const now = vscode.workspace.textDocuments.filter(
      (document) => isCandidate(document) && (known.has(key(document)) || claimed.has(key(document)) || looksRight(document)),
    )
    ours = new Set(now.map(key))
    if (ours.size !== known.size || now.some((document) => !known.has(key(document)))) events.switched()
  }

  const claims = watchClaims(() => {
    claimed.clear()
    vscode.workspace.textDocuments.forEach(lookAtAll)
  })
  const listeners = [
    claims,
    vscode.workspace.onDidOpenTextDocument(lookAtAll),
    vscode.workspace.onDidSaveTextDocument(lookAtAll),
    vscode.workspace.onDidChangeTextDocument(lookAtLines),
    vscode.workspace.onDidCloseTextDocument((document) => {
      ours.delete(key(document))
      claimed.delete(key(document))
    }),
    vscode.workspace.onDidChangeWorkspaceFolders(lookAgain),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration(setting)) lookAgain()
    }),
  ]
  vscode.workspace.textDocuments.forEach(lookAtAll)
  return {
    has: (document) => ours.has(key(document)),
    any: () => ours.size > 0,
    dispose: () => vscode.Disposable.from(...listeners).dispose(),
  }
}
