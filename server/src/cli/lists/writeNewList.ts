import { errorMessage } from '../../text/errorMessage.ts'
import { exitCodes } from '../exitCodes.ts'
import type { Io } from '../io/io.ts'
import { printError } from '../io/printError.ts'

/** Writes a file that must not exist, in a folder that may not exist yet. Resolves to the exit code. */
export async function writeNewList(path: string, text: string, io: Io): Promise<number> {
  try {
    if (path.endsWith('/')) throw new Error('a folder; name a new file in it')
    const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')))
    if (folder !== '') await io.createFolder(folder)
    await io.create(path, new TextEncoder().encode(text))
    io.stderr(`idea-files: wrote ${path}\n`)
    return exitCodes.fine
  } catch (error) {
    printError(path, errorMessage(error), io)
    return exitCodes.failed
  }
}
