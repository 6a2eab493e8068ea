import { closeSync, fsyncSync, openSync, unlinkSync, writeSync } from 'node:fs'
import { deferSignals } from './deferSignals.ts'

/** Creates a file with these bytes. Fails with `EEXIST` if there is one of that name; after another failure there is none. */
export const createFileWith = (path: string, bytes: Uint8Array): Promise<void> =>
  deferSignals(() => {
    const fd = openSync(path, 'wx')
    let isWhole = false
    try {
      for (let done = 0; done < bytes.length; ) done += writeSync(fd, bytes, done, bytes.length - done, done)
      fsyncSync(fd)
      isWhole = true
    } finally {
      closeSync(fd)
      if (!isWhole) unlinkSync(path)
    }
  })
