import { syncToc } from '../model/tocSync.ts'
import type { IdeaFile, TocEntry, TocHeading } from '../model/types.ts'
import type { Edit } from '../text/edits.ts'
import { shift } from '../text/span.ts'
import { asEdit, type Insertion } from './plan.ts'

/**
 * The edits of the table of contents that an insertion calls for; `after` is the file with it, `headings` where its headings stand
 * there. They count in the file before. A table that was in step stays so; one that was not gets the new entries, and the links
 * that worked go on to do so.
 */
export function tocAfter(before: IdeaFile, after: IdeaFile, insertion: Insertion, headings: readonly number[]): readonly Edit[] {
  const { newText } = asEdit(insertion)
  const edits = syncToc(after, optionsFor(before, after, new Set(headings)))
  return edits.flatMap(({ span, newText: text }): readonly Edit[] => {
    if (span.end <= insertion.at) return [{ span, newText: text }]
    return span.start >= insertion.at + newText.length ? [{ span: shift(span, -newText.length), newText: text }] : []
  })
}

function optionsFor(before: IdeaFile, after: IdeaFile, headings: ReadonlySet<number>): Parameters<typeof syncToc>[1] {
  const { toc, tocMatch: match } = before
  if (toc === null || match === null) return { add: false, mends: () => false, order: false }
  const roles = new Set([...match.headings.values()].map(({ role }) => role))
  const isNew = (placed: TocHeading): boolean => headings.has(after.headings[placed.index]!.at)
  const isWanted = (placed: TocHeading): boolean => isNew(placed) && (before.template.toc || roles.has(placed.role))
  if (syncToc(before).length === 0) return { add: (placed) => isWanted(placed) || (before.template.toc && !isNew(placed)) }
  const entries = after.toc?.entries ?? []
  const worked = (entry: TocEntry): boolean => {
    const old = toc.entries[entries.indexOf(entry)]
    return (
      old !== undefined && entries.length === toc.entries.length && match.targets.get(old) === (match.headings.get(old) ?? null)
    )
  }
  return { add: isWanted, mends: worked, order: false }
}
