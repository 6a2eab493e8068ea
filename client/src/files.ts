import * as vscode from 'vscode'
import type { ReadFileParams } from '../../server/src/protocol.ts'

/** Answers the server, which may have no file system of its own, or not this one. */
export const readFile = async ({ uri }: ReadFileParams): Promise<string | null> => {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.parse(uri)))
  } catch {
    return null
  }
}
