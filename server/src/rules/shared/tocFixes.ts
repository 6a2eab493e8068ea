import { canMoveEntries, syncToc } from '../../editing/toc/syncToc.ts'
import type { IdeaFile, TocHeading } from '../../model/types.ts'
import { quote } from '../../text/wording.ts'
import type { Fix, RuleReport } from '../rule.ts'

/** The fix that several findings of a table of contents share: everything in it is mended. Worked out once, when it is first asked for. */
export const syncFix = (file: IdeaFile): (() => readonly Fix[]) => {
  const title = 'Bring the table of contents up to date with the headings'
  let fixes: readonly Fix[] | null = null
  return () => {
    fixes ??= [{ title, kind: 'safe', edits: syncToc(file) }]
    return fixes
  }
}

/** The fixes for headings that no entry lists: everything in the table is mended, or one entry is added and nothing else. */
export function entryFixes(file: IdeaFile): (placed: TocHeading) => Pick<RuleReport, 'fixes' | 'individualFixes'> {
  if (!canMoveEntries(file)) return () => ({})
  const fixes = syncFix(file)
  return (placed) => ({
    fixes,
    individualFixes: () => {
      const title = `Add ${quote(placed.heading.text)} to the table of contents`
      return [
        { title, kind: 'safe', edits: syncToc(file, { add: (each) => each === placed, updates: () => false, order: false }) },
      ]
    },
  })
}

/** The same for a finding that is mended by a new or another line; nothing where the table's lines cannot be told apart. */
export const rowFix = (file: IdeaFile): Pick<RuleReport, 'fixes'> => (canMoveEntries(file) ? { fixes: syncFix(file) } : {})
