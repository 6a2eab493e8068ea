import type { Connection } from 'vscode-languageserver'
import * as z from 'zod/mini'
import {
  type FolderEntry,
  type ListFolderParams,
  listFolderRequest,
  type ReadFileParams,
  readFileRequest,
} from '../../protocol/protocol.ts'
import type { Folders } from '../../workspace/folders.ts'

/** The client's file system: that of a browser's tab, or of a repository that is not on this machine. */
export const clientFolders = (connection: Connection): Folders => ({
  list: async (uri) =>
    folderEntriesOf(await connection.sendRequest<unknown>(listFolderRequest, { uri } satisfies ListFolderParams)),
  read: async (uri, maxBytes) => {
    const text = await connection.sendRequest<unknown>(readFileRequest, { uri, maxBytes } satisfies ReadFileParams)
    return typeof text === 'string' ? text : null
  },
})

const entrySchema = z.object({ name: z.string(), kind: z.enum(['file', 'folder']) })

/** Entries that are not as expected are left out. */
const folderEntriesOf = (answer: unknown): readonly FolderEntry[] =>
  Array.isArray(answer)
    ? answer.flatMap((entry) => {
        const { data } = entrySchema.safeParse(entry)
        return data ? [data] : []
      })
    : []
