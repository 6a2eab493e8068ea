import type { Connection } from 'vscode-languageserver'
import {
  type FolderEntry,
  type ListFolderParams,
  listFolderRequest,
  type ReadFileParams,
  readFileRequest,
} from '../../protocol/protocol.ts'
import type { Folders } from '../../workspace/folders.ts'

/** The client's file system: that of a browser's tab, or of a repository that is not on this machine. */
export const remoteFolders = (connection: Connection): Folders => ({
  list: async (uri) => entriesOf(await connection.sendRequest<unknown>(listFolderRequest, { uri } satisfies ListFolderParams)),
  read: async (uri, most) => {
    const text = await connection.sendRequest<unknown>(readFileRequest, { uri, most } satisfies ReadFileParams)
    return typeof text === 'string' ? text : null
  },
})

const entriesOf = (answer: unknown): readonly FolderEntry[] => (Array.isArray(answer) ? answer.flatMap(entryOf) : [])

/** A client may send anything. */
function entryOf(entry: unknown): readonly FolderEntry[] {
  if (typeof entry !== 'object' || entry === null) return []
  const [name, kind] = [Reflect.get(entry, 'name'), Reflect.get(entry, 'kind')]
  return typeof name === 'string' && (kind === 'file' || kind === 'folder') ? [{ name, kind }] : []
}
