import { mkdir, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { errorCode, isNotFoundError } from './readableErrors.ts'

/**
 * Creates a folder and those around it, if it is not there. Node's own `recursive` never ends where a folder that exists takes no others,
 * as `/proc`.
 */
export async function createFolderAt(path: string): Promise<void> {
  try {
    await makeOneFolder(path)
  } catch (error) {
    const around = dirname(path)
    if (!isNotFoundError(error) || around === path) throw error
    await createFolderAt(around)
    await makeOneFolder(path)
  }
}

async function makeOneFolder(path: string): Promise<void> {
  try {
    await mkdir(path)
  } catch (error) {
    if (errorCode(error) !== 'EEXIST' || !(await stat(path)).isDirectory()) throw error
  }
}
