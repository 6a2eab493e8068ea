import { fillEmptyToc } from '../../editing/toc/insertToc.ts'
import { syncToc } from '../../editing/toc/syncToc.ts'
import { isListed } from '../../model/toc/matchToc.ts'
import type { IdeaFile, TocEntry, TocHeading } from '../../model/types.ts'
import type { Edit } from '../../text/edits.ts'
import { shift } from '../../text/span.ts'
import { type Insertion, toEdit } from './plannedEdit.ts'

/**
 * The edits of the table of contents that an insertion calls for; `after` is the file with it, `headings` where its headings stand
 * there. They count in the file before. The new headings get entries, and an idea's project too where the table has nothing of it;
 * links that an insertion leads elsewhere (anchors of repeated titles are numbered) are led back. Whatever else is wrong stays as it
 * is. An empty pair of marks gets the whole table.
 */
export function tocEditsForInsertion(
  before: IdeaFile,
  after: IdeaFile,
  insertion: Insertion,
  headings: readonly number[],
): readonly Edit[] {
  const { newText } = toEdit(insertion)
  return tableEdits(before, after, new Set(headings)).flatMap(({ span, newText: text }): readonly Edit[] => {
    if (span.end <= insertion.at) return [{ span, newText: text }]
    return span.start >= insertion.at + newText.length ? [{ span: shift(span, -newText.length), newText: text }] : []
  })
}

function tableEdits(before: IdeaFile, after: IdeaFile, places: ReadonlySet<number>): readonly Edit[] {
  const { toc, tocMatch: match } = before
  const filled = toc === null ? fillEmptyToc(after) : null
  if (filled) return [filled]
  const entries = after.toc?.entries
  if (toc === null || match === null || after.tocMatch === null || entries?.length !== toc.entries.length) return []
  const fresh = after.headings.length - before.headings.length
  const first = after.headings.findIndex(({ at }) => places.has(at))
  const now = ({ index }: TocHeading): TocHeading => after.tocHeadings[index < first ? index : index + fresh]!
  const headings = new Map<TocEntry, TocHeading>()
  const moved = new Set<TocEntry>()
  toc.entries.forEach((entry, index) => {
    const heading = match.headings.get(entry)
    if (heading === undefined) return
    headings.set(entries[index]!, now(heading))
    if (match.targets.get(entry) === heading && now(heading).anchor !== heading.anchor) moved.add(entries[index]!)
  })
  const listed = new Set(headings.values())
  const roles = new Set([...listed].map(({ role }) => role))
  const isWanted = (placed: TocHeading): boolean => isListed(placed) && (before.template.toc || roles.has(placed.role))
  const added = after.tocHeadings.slice(first, first + fresh).filter(isWanted)
  const project = added[0]?.role === 'idea' && roles.has('project') ? unlistedAbove(after, first, listed) : null
  const missing = project ? [project, ...added] : added
  const tocMatch = { ...after.tocMatch, headings, missing }
  return syncToc({ ...after, tocMatch }, { add: true, updates: (entry) => moved.has(entry), order: false })
}

/** The project above a heading, where neither it nor an idea of it is listed: below another project's entry an idea would seem that one's. */
function unlistedAbove({ tocHeadings }: IdeaFile, index: number, listed: ReadonlySet<TocHeading>): TocHeading | null {
  const from = tocHeadings.findLastIndex((placed) => placed.index < index && placed.role === 'project')
  const project = tocHeadings[from]
  return project && isListed(project) && !tocHeadings.slice(from, index).some((placed) => listed.has(placed)) ? project : null
}
