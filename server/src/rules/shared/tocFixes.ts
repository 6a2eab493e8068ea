import { canMoveEntries, syncToc } from '../../editing/toc/syncToc.ts'
import type { IdeaFile, TocHeading } from '../../model/types.ts'
import { quote } from '../../text/wording.ts'
import type { Fix, RuleReport } from '../rule.ts'

/** The fix of a whole table of contents, shared by several findings; computed once, on first use. */
export const syncFix = (file: IdeaFile): (() => readonly Fix[]) => {
  const title = 'Bring the table of contents up to date with the headings'
  let fixes: readonly Fix[] | null = null
  return () => {
    fixes ??= [{ title, kind: 'safe', edits: syncToc(file) }]
    return fixes
  }
}

/** The fixes for a heading without an entry: sync the whole table, or only add this entry. */
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

/** The fix of a whole table of contents, for findings that need entries to be added or moved; empty if its lines cannot be moved. */
export const rowFix = (file: IdeaFile): Pick<RuleReport, 'fixes'> => (canMoveEntries(file) ? { fixes: syncFix(file) } : {})
