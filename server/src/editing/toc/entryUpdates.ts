import { isSameText } from '../../model/toc/comparableText.ts'
import { matchedTocHeading } from '../../model/toc/matchToc.ts'
import { placedHeadingOf } from '../../model/toc/tocHeadings.ts'
import type { FlawedTocEntry, IdeaFile, Toc, TocEntry, TocHeading, TocMatch } from '../../model/types.ts'
import type { Edit } from '../../text/edits.ts'
import { shift } from '../../text/span.ts'
import { entryTarget, entryText } from './tocText.ts'

/** Edits that set texts and anchors of entries to those of their headings. Entries for other sections keep their text. */
export function entryUpdates(
  file: IdeaFile,
  toc: Toc,
  match: TocMatch,
  isUpdated: (entry: TocEntry | FlawedTocEntry) => boolean,
): readonly Edit[] {
  const updates = toc.items.flatMap((item): readonly Edit[] => {
    const placed = matchedTocHeading(item, match)
    const entry = item.entry ?? item.flawed
    if (placed === null || entry === null || !isUpdated(entry)) return []
    if (item.entry === null) return fixFlawedEntry(file, toc, entry as FlawedTocEntry, placed)
    const isFine = placed.role === null || isSameText(entry.text, placed.heading.text)
    return [
      ...(isFine ? [] : [updateEntryText(file, toc, item.entry, placed)]),
      ...fixEntryAnchor(toc, item.entry, placed, match),
    ]
  })
  // text around an entry can keep it from being read as a link, however it is written
  return updates.filter(({ span, newText }) => file.text.slice(span.start, span.end) !== newText)
}

/** The edits that make a flawed entry a link to its heading. */
export function fixFlawedEntry(file: IdeaFile, toc: Toc, entry: FlawedTocEntry, placed: TocHeading): readonly Edit[] {
  const span = shift(entry.span, toc.at)
  const text = entryText(file, placedHeadingOf(file, placed))
  if (entry.fix === 'link') return [{ span, newText: `[${text}](${entryTarget(placed)})` }]
  const { textSpan } = entry
  const isFine = textSpan === null || isSameText(entry.text, placed.heading.text)
  return [...(isFine ? [] : [{ span: shift(textSpan, toc.at), newText: text }]), { span, newText: entryTarget(placed) }]
}

const updateEntryText = (file: IdeaFile, toc: Toc, entry: TocEntry, placed: TocHeading): Edit => ({
  span: shift(entry.textSpan, toc.at),
  newText: entryText(file, placedHeadingOf(file, placed)),
})

/** The edit that links an entry to its heading; none if it does, or links to an HTML anchor. */
export function fixEntryAnchor(toc: Toc, entry: TocEntry, placed: TocHeading, { targets, broken }: TocMatch): readonly Edit[] {
  if (targets.get(entry) === placed || (targets.get(entry) === undefined && !broken.has(entry))) return []
  return [{ span: shift(entry.anchorSpan, toc.at), newText: entryTarget(placed).slice(1) }]
}
