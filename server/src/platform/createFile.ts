import { closeSync, fsyncSync, linkSync, lstatSync, openSync, renameSync, unlinkSync, writeSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { deferSignals } from './deferSignals.ts'
import { errorCode } from './readableErrors.ts'

/**
 * Creates a file with these bytes, whole or not at all, whatever stops the program: they are written next to it under another name first.
 * Fails with `EEXIST` if there is one of that name.
 */
export const createFileWith = (path: string, bytes: Uint8Array): Promise<void> =>
  deferSignals(() => {
    failIfFileExists(path)
    const unfinished = join(dirname(path), `.${Array.from(basename(path)).slice(0, 60).join('')}.idea-files-${process.pid}.tmp`)
    const fd = openSync(unfinished, 'wx')
    let isMoved = false
    try {
      try {
        for (let done = 0; done < bytes.length; ) done += writeSync(fd, bytes, done, bytes.length - done, done)
        fsyncSync(fd)
      } finally {
        closeSync(fd)
      }
      isMoved = giveFileItsName(unfinished, path)
    } finally {
      if (!isMoved) unlinkSync(unfinished)
    }
  })

/** Gives a file its name if that is free. Returns whether the other name is gone. */
function giveFileItsName(unfinished: string, path: string): boolean {
  try {
    linkSync(unfinished, path)
    return false
  } catch (error) {
    if (errorCode(error) === 'EEXIST') throw error
  }
  // file systems without hard links
  failIfFileExists(path)
  renameSync(unfinished, path)
  return true
}

function failIfFileExists(path: string): void {
  if (lstatSync(path, { throwIfNoEntry: false })) throw Object.assign(new Error(`${path} exists`), { code: 'EEXIST' })
}
