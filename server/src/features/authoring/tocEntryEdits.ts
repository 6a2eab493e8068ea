import { fillEmptyToc } from '../../editing/toc/insertToc.ts'
import { syncToc } from '../../editing/toc/syncToc.ts'
import { isTocHeading } from '../../model/toc/tocHeadings.ts'
import type { FlawedTocEntry, IdeaFile, TocEntry, TocHeading } from '../../model/types.ts'
import type { Edit } from '../../text/edits.ts'
import { shift } from '../../text/span.ts'
import { plainInsertion, type SnippetInsertion } from './snippet.ts'

/**
 * The edits of the table of contents that an insertion requires, with offsets in the text before it. `after` is the file with the
 * insertion, `newHeadings` the offsets of its headings there.
 *
 * New headings get entries, and so does an idea's project if nothing of it is listed. Entries whose anchor the insertion renumbers
 * (`#title` → `#title-1`) are updated. Other mistakes stay as they are. An empty pair of markers gets the whole table.
 */
export function tocEditsForInsertion(
  before: IdeaFile,
  after: IdeaFile,
  insertion: SnippetInsertion,
  newHeadings: readonly number[],
): readonly Edit[] {
  const { newText: inserted } = plainInsertion(insertion)
  return tocEntryEditsAfterInsertion(before, after, new Set(newHeadings)).flatMap(({ span, newText }): readonly Edit[] => {
    if (span.end <= insertion.at) return [{ span, newText }]
    return span.start >= insertion.at + inserted.length ? [{ span: shift(span, -inserted.length), newText }] : []
  })
}

/** The same with offsets in the text after the insertion. */
function tocEntryEditsAfterInsertion(before: IdeaFile, after: IdeaFile, newHeadings: ReadonlySet<number>): readonly Edit[] {
  const { toc, tocMatch: match } = before
  const filled = toc === null ? fillEmptyToc(after) : null
  if (filled) return [filled]
  const entries = after.toc?.entries
  if (toc === null || match === null || after.tocMatch === null || entries?.length !== toc.entries.length) return []
  const inserted = after.headings.length - before.headings.length
  const first = after.headings.findIndex(({ at }) => newHeadings.has(at))
  const now = ({ index }: TocHeading): TocHeading => after.tocHeadings[index < first ? index : index + inserted]!
  const headings = new Map<TocEntry, TocHeading>()
  const renumbered = new Set<TocEntry | FlawedTocEntry>()
  toc.entries.forEach((entry, index) => {
    const heading = match.headings.get(entry)
    if (heading === undefined) return
    headings.set(entries[index]!, now(heading))
    if (match.targets.get(entry) === heading && now(heading).anchor !== heading.anchor) renumbered.add(entries[index]!)
  })
  const listed = new Set(headings.values())
  const roles = new Set([...listed].map(({ role }) => role))
  const isWanted = (heading: TocHeading): boolean => isTocHeading(heading) && (before.template.toc || roles.has(heading.role))
  const added = after.tocHeadings.slice(first, first + inserted).filter(isWanted)
  const project = added[0]?.role === 'idea' && roles.has('project') ? projectNeedingTocEntry(after, first, listed) : null
  const missing = project ? [project, ...added] : added
  const tocMatch = { ...after.tocMatch, headings, missing }
  return syncToc({ ...after, tocMatch }, { add: true, updates: (entry) => renumbered.has(entry), order: false })
}

/** The project above a heading if neither it nor an idea of it is listed: without it, the new entry would appear below another project. */
function projectNeedingTocEntry({ tocHeadings }: IdeaFile, index: number, listed: ReadonlySet<TocHeading>): TocHeading | null {
  const from = tocHeadings.findLastIndex((heading) => heading.index < index && heading.role === 'project')
  const project = tocHeadings[from]
  return project && isTocHeading(project) && !tocHeadings.slice(from, index).some((heading) => listed.has(heading))
    ? project
    : null
}
