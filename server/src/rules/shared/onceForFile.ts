import type { IdeaFile } from '../../model/types.ts'

/** Computes what several reports of a file share once for each version of the file, on first use. */
export function onceForFile<T>(make: (file: IdeaFile) => T): (file: IdeaFile) => T {
  let last: { readonly file: IdeaFile; readonly made: T } | null = null
  return (file) => {
    if (last?.file !== file) last = { file, made: make(file) }
    return last.made
  }
}
