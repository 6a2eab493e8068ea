import { listedHeadings, placedHeadingOf } from '../../model/toc/tocHeadings.ts'
import type { IdeaFile, PlacedHeading, Template, TocHeading } from '../../model/types.ts'
import type { Edit } from '../../text/edits.ts'
import { type Span, shift } from '../../text/span.ts'
import { eolOf } from '../../text/textLines.ts'
import { entryTarget, entryText } from './tocText.ts'

/** The heading above the first project (or idea) that has a lower level; null if there is none. */
export function headingOfInsertedToc(file: IdeaFile): PlacedHeading | null {
  const [found] = listedHeadings(file)
  if (found === undefined) return null
  const first = placedHeadingOf(file, found)
  return file.headings.findLast(({ at, heading }) => at < first.at && heading.level < first.heading.level) ?? null
}

/**
 * Inserts a table of contents into a file without one: between empty markers (`<!-- TOC --><!-- /TOC -->`) or before
 * the projects. Null if there is nothing to list.
 */
export function insertToc(file: IdeaFile): Edit | null {
  const rows = newTocRows(file)
  if (rows.length === 0) return null
  const filled = fillTocMarkers(file, rows)
  if (filled !== null) return filled
  const end = eolOf(file.text)
  const above = headingOfInsertedToc(file)
  const first = placedHeadingOf(file, listedHeadings(file)[0]!)
  const at = above === null ? first.at : (file.headings.find((placed) => placed.at > above.at)?.at ?? first.at)
  const lead = insertsAfterBlankLine(file.text.slice(0, at)) ? '' : end
  return { span: { start: at, end: at }, newText: `${lead}${betweenTocMarkers(rows, file.template).join(end)}${end}${end}` }
}

/** Fills empty markers with a table; null if there are none, or if there is nothing to list. */
export const fillEmptyToc = (file: IdeaFile): Edit | null => fillTocMarkers(file, newTocRows(file))

function fillTocMarkers(file: IdeaFile, rows: readonly string[]): Edit | null {
  const found = rows.length > 0 ? emptyTocMarkers(file) : null
  const end = eolOf(file.text)
  return found && { span: found.between, newText: `${end}${rows.join(end)}${end}` }
}

/** The lines of a new table; none if the file has a table. */
function newTocRows(file: IdeaFile): readonly string[] {
  if (file.toc !== null) return []
  const listed = listedHeadings(file)
  const bullet = insertedTocBullet(file)
  return listed.map(
    (placed) =>
      `${insertedEntryIndent(placed, listed, bullet)}${bullet} [${entryText(file, placedHeadingOf(file, placed))}](${entryTarget(placed)})`,
  )
}

/** The lines of a new table with the markers of the list's programme around them. */
export const betweenTocMarkers = (rows: readonly string[], { tocMarks }: Template): readonly string[] =>
  tocMarks === null ? rows : [tocMarks.open, ...rows, tocMarks.close]

const emptyMarkerPair =
  /<!--[ \t]*(?:toc|start doctoc)\b[^<>]{0,300}-->(\s*)<!--[ \t]*(?:\/?toc|tocstop|end doctoc)\b[^<>]{0,300}-->/gi

/** The first of two markers without a table, and the whitespace between them; null if there are none, or only in code. */
export function emptyTocMarkers({ text, sections }: IdeaFile): { readonly open: Span; readonly between: Span } | null {
  for (const { 0: whole, 1: gap = '', index } of text.matchAll(emptyMarkerPair)) {
    const end = index + whole.indexOf('-->') + '-->'.length
    const section = sections.findLast(({ at }) => at <= index)
    if (section?.facts?.comments.some(({ start }) => section.at + start === index))
      return { open: { start: index, end }, between: { start: end, end: end + gap.length } }
  }
  return null
}

/** Whether a text that ends at the start of a line is empty or ends with a blank line. */
const insertsAfterBlankLine = (before: string): boolean =>
  /(?:^\ufeff?|[\r\n])[ \t]*$/.test(before.replace(/(?:\r\n|\r|\n)$/, ''))

const insertedEntryIndent = ({ role }: TocHeading, listed: readonly TocHeading[], bullet: string): string =>
  role === 'idea' && listed.some((placed) => placed.role === 'project') ? ' '.repeat(bullet.length + 1) : ''

/** The bullet of the first field that is a list item. */
function insertedTocBullet(file: IdeaFile): string {
  const [placed] = file.projects.flatMap(({ ideas }) => ideas.filter(({ idea }) => idea.fields[0]?.shape === 'item'))
  const field = placed?.idea.fields[0]
  if (placed === undefined || field === undefined) return '-'
  const { start } = shift(field.span, placed.at)
  return /^[-+*]/.exec(file.text.slice(start, start + 1))?.[0] ?? '-'
}
