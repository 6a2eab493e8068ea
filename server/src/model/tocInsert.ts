import type { Edit } from '../text/edits.ts'
import { shift } from '../text/span.ts'
import { listedHeadings, placeOf } from './tocMatch.ts'
import { entryTarget, entryText, lineEnd } from './tocText.ts'
import type { IdeaFile, PlacedHeading, Template, TocHeading } from './types.ts'

/** The heading of the section that holds the first project; null where nothing stands above the projects. */
export function headingAbove(file: IdeaFile): PlacedHeading | null {
  const [found] = listedHeadings(file)
  if (found === undefined) return null
  const first = placeOf(file, found)
  return file.headings.findLast(({ at, heading }) => at < first.at && heading.level < first.heading.level) ?? null
}

/** The edit that gives a file without a table of contents one, before its projects; null where it has nothing to list. */
export function insertToc(file: IdeaFile): Edit | null {
  const listed = listedHeadings(file)
  const [found] = listed
  if (file.toc !== null || found === undefined) return null
  const first = placeOf(file, found)
  const above = headingAbove(file)
  const end = lineEnd(file.text)
  const bullet = bulletOf(file)
  const rows = listed.map(
    (placed) =>
      `${indentOf(placed, listed, bullet)}${bullet} [${entryText(file, placeOf(file, placed))}](${entryTarget(placed)})`,
  )
  const at = above === null ? first.at : (file.headings.find((placed) => placed.at > above.at)?.at ?? first.at)
  const lead = endsBlank(file.text.slice(0, at)) ? '' : end
  return { span: { start: at, end: at }, newText: `${lead}${inMarks(rows, file.template).join(end)}${end}${end}` }
}

/** The lines of a new table with the marks that the list's programme has around it. */
export const inMarks = (rows: readonly string[], { tocMarks }: Template): readonly string[] =>
  tocMarks === null ? rows : [tocMarks.open, ...rows, tocMarks.close]

/** Whether a text, up to the start of a line, ends with a blank line or is empty. */
const endsBlank = (before: string): boolean => /(?:^\ufeff?|[\r\n])[ \t]*$/.test(before.replace(/(?:\r\n|\r|\n)$/, ''))

const indentOf = ({ role }: TocHeading, listed: readonly TocHeading[], bullet: string): string =>
  role === 'idea' && listed.some((placed) => placed.role === 'project') ? ' '.repeat(bullet.length + 1) : ''

/** The bullet of the first list in the ideas. */
function bulletOf(file: IdeaFile): string {
  const [placed] = file.projects.flatMap(({ ideas }) => ideas.filter(({ idea }) => idea.fields[0]?.shape === 'item'))
  const field = placed?.idea.fields[0]
  if (placed === undefined || field === undefined) return '-'
  const { start } = shift(field.span, placed.at)
  return /^[-+*]/.exec(file.text.slice(start, start + 1))?.[0] ?? '-'
}
