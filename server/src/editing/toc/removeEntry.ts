import type { IdeaFile, PlacedHeading, Toc, TocEntry, TocMatch } from '../../model/types.ts'
import type { Edit } from '../../text/edits.ts'
import { groupBy } from '../../text/groupBy.ts'
import { memoByIdentity } from '../../text/memoByIdentity.ts'
import { shift } from '../../text/span.ts'
import { lineStart, nextLineStart } from '../../text/textLines.ts'
import { movableRowSpan } from './moveRows.ts'

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
  const start = index === 0 ? movableRowSpan(text, toc, 0).start : movableRowSpan(text, toc, index - 1).end
  const end = index === 0 && to < items.length ? movableRowSpan(text, toc, to).start : movableRowSpan(text, toc, to - 1).end
  return { span: { start, end }, newText: '' }
}

/** Removes a heading's TOC entry. An entry with entries below it is kept: they would get another parent. */
export function removeTocEntry(file: IdeaFile, heading: PlacedHeading): readonly Edit[] {
  const entry = tocEntryOf(file, heading)
  if (entry === null || file.toc === null) return []
  const { entries, at } = file.toc
  const next = entries[entries.indexOf(entry) + 1]
  if (next !== undefined && next.depth > entry.depth) return []
  const span = shift(entry.span, at)
  return [{ span: { start: lineStart(file.text, span.start), end: nextLineStart(file.text, span.end) }, newText: '' }]
}

/** The TOC entry of a heading, by its anchor, otherwise by its text; null if there is none, or several. */
export function tocEntryOf({ toc }: IdeaFile, { heading, anchor }: PlacedHeading): TocEntry | null {
  if (toc === null) return null
  const { byAnchor, byText } = tocEntryIndex(toc)
  const found = byAnchor.get(anchor) ?? byText.get(heading.text) ?? []
  return found.length === 1 ? found[0]! : null
}

/** Entries by their anchors and texts, for the fixes of many headings. */
const tocEntryIndex = memoByIdentity(({ entries }: Toc) => ({
  byAnchor: groupBy(entries, (entry) => entry.anchor),
  byText: groupBy(entries, (entry) => entry.text),
}))
