import type { IdeaFile } from '../../model/types.ts'
import type { Edit } from '../../text/edits.ts'
import type { Fix } from '../rule.ts'

/** Computes what several reports of a file share once for each version of the file, on first use. */
export function onceForFile<T>(make: (file: IdeaFile) => T): (file: IdeaFile) => T {
  let last: { readonly file: IdeaFile; readonly made: T } | null = null
  return (file) => {
    if (last?.file !== file) last = { file, made: make(file) }
    return last.made
  }
}

/** A fix whose edits are computed when they are read: a list of code actions needs only the title. */
export function lazyFix(fix: Omit<Fix, 'edits'>, edits: () => readonly Edit[]): Fix {
  let computed: readonly Edit[] | null = null
  return {
    ...fix,
    get edits() {
      computed ??= edits()
      return computed
    },
  }
}
