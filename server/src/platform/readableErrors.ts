import { errorMessage } from '../text/errorMessage.ts'

/** Error codes of Node's file system in words. */
export const readErrors: Readonly<Record<string, string>> = {
  ENOENT: 'no such file or folder',
  ENOTDIR: 'no such file or folder',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EISDIR: 'is a folder',
  ELOOP: 'too many levels of symbolic links',
  EROFS: 'read-only file system',
  ENOSPC: 'no space left on device',
  EDQUOT: 'no space left on device',
  EFBIG: 'no space left on device',
  ENAMETOOLONG: 'name too long',
  ERR_INVALID_ARG_VALUE: 'not a valid path',
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
