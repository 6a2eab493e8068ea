import type { IdeaFile } from '../../model/types.ts'
import type { Fix } from '../rule.ts'

/** A fix that several reports of a file share: computed once for each version of the file. */
export function onceForFile(make: (file: IdeaFile) => Fix): (file: IdeaFile) => readonly Fix[] {
  let last: { readonly file: IdeaFile; readonly fixes: readonly Fix[] } | null = null
  return (file) => {
    if (last?.file !== file) last = { file, fixes: [make(file)] }
    return last.fixes
  }
}
