import { errorMessage, firstMessageLine } from '../../text/errorMessage.ts'

/** The result of work on one file, or why it failed. */
export type Attempt<T> = { readonly result: T } | { readonly failure: { readonly path: string; readonly message: string } }

/** Does work on one file; an error in it is this file's, and the others go on. */
export function attempt<T>(path: string, work: () => T): Attempt<T> {
  try {
    return { result: work() }
  } catch (error) {
    return { failure: { path, message: `could not process it: ${firstMessageLine(errorMessage(error))}` } }
  }
}
