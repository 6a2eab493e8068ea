import * as vscode from 'vscode'
import {
  readStoredRequest,
  type StoredTextParams,
  type StoreTextParams,
  storeTextRequest,
} from '../../../server/src/protocol/stored.ts'
import { digestOfBytes, type StoredFiles, StoredTexts } from './storedTexts.ts'

/** The part of a language client that is needed here. */
interface RequestReceiver {
  onRequest<Params, Answer>(method: string, answer: (params: Params) => Promise<Answer>): vscode.Disposable
}

/** Lets a server without a file system keep texts in the extension's storage. `program` is its code. */
export function serveStoredTexts(client: RequestReceiver, storage: vscode.Uri, program: vscode.Uri): void {
  let digest: Promise<Uint8Array> | undefined
  const digestOfProgram = async (): Promise<Uint8Array> => digestOfBytes(await vscode.workspace.fs.readFile(program))
  const texts = new StoredTexts(filesIn(vscode.Uri.joinPath(storage, 'kept')), () => {
    digest ??= digestOfProgram()
    return digest
  })
  client.onRequest(readStoredRequest, ({ name }: StoredTextParams) => texts.read(name))
  client.onRequest(storeTextRequest, ({ name, text }: StoreTextParams) => texts.store(name, text))
}

function filesIn(folder: vscode.Uri): StoredFiles {
  const { fs } = vscode.workspace
  const uriOf = (name: string): vscode.Uri => vscode.Uri.joinPath(folder, name)
  return {
    read: async (name) => fs.readFile(uriOf(name)),
    write: async (name, bytes) => fs.writeFile(uriOf(name), bytes),
    remove: async (name) => fs.delete(uriOf(name)),
    names: async () => {
      const files = (await fs.readDirectory(folder)).map(([name]) => name)
      const times = new Map(await Promise.all(files.map(async (name) => [name, (await fs.stat(uriOf(name))).mtime] as const)))
      return files.toSorted((a, b) => times.get(b)! - times.get(a)!)
    },
  }
}
