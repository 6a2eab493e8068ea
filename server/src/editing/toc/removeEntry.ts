import type { IdeaFile, Toc, TocEntry, TocMatch } from '../../model/types.ts'
import type { Edit } from '../../text/edits.ts'
import { rowSpan } from './tableRows.ts'

/**
 * The entries that can be removed along with everything nested below them, with the indexes of their items: none of that is about a
 * heading, or is not an entry.
 */
export function removableEntries({ items }: Toc, { headings }: TocMatch): ReadonlyMap<TocEntry, number> {
  const kept = new Set<number>()
  const open: number[] = []
  for (const [index, { entry, depth }] of items.entries()) {
    while (open.length > 0 && items[open.at(-1)!]!.depth >= depth) open.pop()
    open.push(index)
    if (entry !== null && !headings.has(entry)) continue
    for (let above = open.length - 1; above >= 0 && !kept.has(open[above]!); above--) kept.add(open[above]!)
  }
  return new Map(items.flatMap(({ entry }, index) => (entry !== null && !kept.has(index) ? [[entry, index]] : [])))
}

/** The edit that removes an item, by its index, and everything nested below it. */
export function removeItemEdit({ text }: IdeaFile, toc: Toc, index: number): Edit {
  const { items } = toc
  let to = index + 1
  while (to < items.length && items[to]!.depth > items[index]!.depth) to++
  const start = index === 0 ? rowSpan(text, toc, 0).start : rowSpan(text, toc, index - 1).end
  const end = index === 0 && to < items.length ? rowSpan(text, toc, to).start : rowSpan(text, toc, to - 1).end
  return { span: { start, end }, newText: '' }
}
