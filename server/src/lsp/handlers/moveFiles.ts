import {
  FileOperationPatternKind,
  type RenameFilesParams,
  type TextDocumentEdit,
  WillRenameFilesRequest,
  type WorkspaceEdit,
} from 'vscode-languageserver'
import { moveLinkEdits } from '../../features/navigation/moveFiles.ts'
import { markdownExtensions } from '../../protocol/relevantFiles.ts'
import { takeSnapshot } from '../workspace/workspaceSnapshot.ts'
import { renameTextEdits } from './rename.ts'
import { type Answer, answerInSteps, requestHandler } from './requestHandler.ts'

const movedFilters = [
  { pattern: { glob: `**/*.{${markdownExtensions.join(',')}}`, matches: FileOperationPatternKind.file } },
  { pattern: { glob: '**', matches: FileOperationPatternKind.folder } },
]

/** Links that change with a file or folder that is about to be moved or renamed. */
export const moveFilesHandler = requestHandler({
  type: WillRenameFilesRequest.type,
  scope: 'workspace',
  capability: {
    // `Object.assign` in the answer to `initialize` replaces the whole object
    workspace: {
      workspaceFolders: { supported: true, changeNotifications: true },
      fileOperations: { willRename: { filters: movedFilters } },
    },
  },
  // our own client asks by itself: it has no matcher of globs
  offered: ({ own }) => !own.status,
  // a link in a list that is still to be loaded must not be left out
  ready: 'allLists',
  fallback: null,
  answer: async ({ files }: RenameFilesParams, session, request): Promise<Answer<WorkspaceEdit | null>> => {
    const first = session.lists.lists()[0]
    const snapshot = first ? await takeSnapshot(session, first.uri) : null
    if (snapshot === null || request.isCancelled()) return null
    const { client, documents, lists } = session
    // links are resolved without symbolic links, of which the client's names may have some
    const moves = files.map(({ oldUri, newUri }) => ({ from: lists.realUri(oldUri), to: lists.realUri(newUri) }))
    return answerInSteps(
      moveLinkEdits(snapshot, moves),
      (changes): WorkspaceEdit | null => {
        if (changes.length === 0) return null
        if (!client.documentChanges)
          return { changes: Object.fromEntries(changes.map((change) => [change.list.uri, renameTextEdits(change, session)])) }
        const documentChanges = changes.map(
          (change): TextDocumentEdit => ({
            textDocument: { uri: change.list.uri, version: documents.get(change.list.uri)?.version ?? null },
            edits: renameTextEdits(change, session),
          }),
        )
        return { documentChanges }
      },
      request,
      session,
    )
  },
})
