import { errorMessage } from '../text/errorMessage.ts'

/** Error codes of Node's file system in words. */
export const readErrors: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  ENOTDIR: 'there is no such file or folder',
  EACCES: 'it may not be read (permission denied)',
  EPERM: 'it may not be read (permission denied)',
  EISDIR: 'it is a folder',
  ELOOP: 'its symbolic links run in a circle',
  EROFS: 'it may not be written (the file system is read-only)',
  ENOSPC: 'there is no room left to write it',
  EDQUOT: 'there is no room left to write it',
  EFBIG: 'there is no room left to write it',
  ENAMETOOLONG: 'its name is too long',
}

/** Node's code of an error: `EACCES`; empty if it has none. */
export const errorCode = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '')

/** Awaits `work`; rejects with a sentence in place of Node's error code (`EACCES` → `it may not be read …`). */
export async function withReadableError<T>(work: Promise<T>, words = readErrors): Promise<T> {
  try {
    return await work
  } catch (error) {
    throw new Error(words[errorCode(error)] ?? errorMessage(error), { cause: error })
  }
}

/** Whether there is no file or folder of that name. */
export const isNotFoundError = (error: unknown): boolean => ['ENOENT', 'ENOTDIR'].includes(errorCode(error))
