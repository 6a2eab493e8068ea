import { canMoveEntries, syncToc } from '../../model/tocSync.ts'
import type { IdeaFile } from '../../model/types.ts'
import type { Fix, Report } from '../rule.ts'

/** The fix that several findings of a table of contents share: everything in it is mended. Worked out once, when it is first asked for. */
export const syncFix = (file: IdeaFile): (() => readonly Fix[]) => {
  const title = 'Bring the table of contents up to date with the headings'
  let fixes: readonly Fix[] | null = null
  return () => {
    fixes ??= [{ title, kind: 'safe', edits: syncToc(file) }]
    return fixes
  }
}

/** The same for a finding that is mended by a new or another line; nothing where the table's lines cannot be told apart. */
export const rowFix = (file: IdeaFile): Pick<Report, 'fixes'> => (canMoveEntries(file) ? { fixes: syncFix(file) } : {})
