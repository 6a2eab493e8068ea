import * as vscode from 'vscode'
import { mayBeIdeaList } from '../../../server/src/model/profiles/mayBeIdeaList.ts'
import { projectFileName } from '../../../server/src/protocol/protocol.ts'
import { watchClaims } from './claimedGlobs.ts'
import { documentKey } from './documentKey.ts'
import { watchLeftovers } from './leftovers.ts'
import { watchSiblingDocuments } from './siblingDocuments.ts'

/** The open idea documents: Markdown that may be an idea list and is not switched off, and project files. */
export interface IdeaDocuments extends vscode.Disposable {
  has(document: vscode.TextDocument): boolean
  /** Whether there is any. */
  any(): boolean
}

export interface DocumentEvents {
  /** A document has just become an idea document. */
  found(document: vscode.TextDocument): void
  /** An idea document is none any more: its file is gone, and it has no unsaved changes. */
  lost(document: vscode.TextDocument): void
  /** Documents have been switched on or off by a setting. */
  switched(): unknown
}

const enableSetting = 'ideaFiles.enable'

const isIdeaDocumentEnabled = (document: vscode.TextDocument): boolean =>
  vscode.workspace.getConfiguration('ideaFiles', document).get<boolean>('enable', true)

/**
 * A copy of a file that cannot be fixed: an old version in a diff editor (`git:`), a text that an extension or the refactor preview provides,
 * of which no file system knows. Files of a read-only workspace folder are checked.
 */
const isDocumentCopy = ({ scheme }: vscode.Uri): boolean =>
  scheme !== 'untitled' &&
  vscode.workspace.fs.isWritableFileSystem(scheme) !== true &&
  !vscode.workspace.workspaceFolders?.some((folder) => folder.uri.scheme === scheme)

const isProjectFileDocument = ({ uri }: vscode.TextDocument): boolean => uri.path.endsWith(`/${projectFileName}`)

const mayDocumentHaveIdeas = (document: vscode.TextDocument): boolean =>
  (document.languageId === 'markdown' || isProjectFileDocument(document)) &&
  !isDocumentCopy(document.uri) &&
  isIdeaDocumentEnabled(document)

const mayBeIdeaDocument = (document: vscode.TextDocument): boolean =>
  isProjectFileDocument(document) || mayBeIdeaList(document.getText(), document.uri.path)

/** The changed lines, numbered as after all changes: the ranges of an event are from before any of them. */
const linesChangedInIdeaDocument = (changes: readonly vscode.TextDocumentContentChangeEvent[]): vscode.Range[] => {
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

/** Checks each open document cheaply for being an idea list: when it is opened, when it is saved, and the lines that change. */
export const watchDocuments = (events: DocumentEvents): IdeaDocuments => {
  let ideaDocuments = new Set<string>()
  /** Those that a project file may claim, or that are next to ideas of a folder, whether they are switched on or not. */
  const claimed = new Set<string>()

  const has = (document: vscode.TextDocument): boolean => ideaDocuments.has(documentKey(document))
  const check = (document: vscode.TextDocument, matches: () => boolean): void => {
    if (has(document) || leftovers.has(document) || !mayDocumentHaveIdeas(document) || !matches()) return
    ideaDocuments.add(documentKey(document))
    events.found(document)
  }
  const checkAll = (document: vscode.TextDocument): void => {
    check(document, () => mayBeIdeaDocument(document))
    void askClaims(document)
  }
  const askClaims = async (document: vscode.TextDocument): Promise<void> => {
    if (has(document) || !mayDocumentHaveIdeas(document)) return
    if (!(await claims.mayHold(document)) && !(await siblings.mayHold(document))) return
    claimed.add(documentKey(document))
    if (!document.isClosed) check(document, () => true)
  }
  // the path and the rest of the text were checked before: a key in a file of 10 MB costs one line
  const checkLines = ({ document, contentChanges }: vscode.TextDocumentChangeEvent): void =>
    check(document, () => linesChangedInIdeaDocument(contentChanges).some((lines) => mayBeIdeaList(document.getText(lines), '')))

  const checkAgain = (): void => {
    const before = ideaDocuments
    const now = vscode.workspace.textDocuments.filter(
      (document) =>
        mayDocumentHaveIdeas(document) &&
        !leftovers.has(document) &&
        (before.has(documentKey(document)) || claimed.has(documentKey(document)) || mayBeIdeaDocument(document)),
    )
    ideaDocuments = new Set(now.map(documentKey))
    if (ideaDocuments.size !== before.size || now.some((document) => !before.has(documentKey(document)))) events.switched()
  }

  const claims = watchClaims(() => {
    claimed.clear()
    vscode.workspace.textDocuments.forEach(checkAll)
  })
  const siblings = watchSiblingDocuments()
  const left = (document: vscode.TextDocument): void => {
    ideaDocuments.delete(documentKey(document))
    events.lost(document)
  }
  const leftovers = watchLeftovers({ isWatched: has, left, returned: checkAll })
  const listeners = [
    claims,
    siblings,
    leftovers,
    vscode.workspace.onDidOpenTextDocument(checkAll),
    vscode.workspace.onDidSaveTextDocument(checkAll),
    vscode.workspace.onDidChangeTextDocument(checkLines),
    vscode.workspace.onDidCloseTextDocument((document) => {
      ideaDocuments.delete(documentKey(document))
      claimed.delete(documentKey(document))
    }),
    vscode.workspace.onDidChangeWorkspaceFolders(checkAgain),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration(enableSetting)) checkAgain()
    }),
  ]
  vscode.workspace.textDocuments.forEach(checkAll)
  return {
    has,
    any: () => ideaDocuments.size > 0,
    dispose: () => vscode.Disposable.from(...listeners).dispose(),
  }
}
