import { datesIn } from '../../editing/years/datePatterns.ts'
import { isTableList, openDate } from '../../editing/years/exampleMark.ts'
import { siblingLink } from '../../editing/years/siblingLink.ts'
import { sectionsOutsideIdeas } from '../../editing/years/staleYears.ts'
import { ideaNodeSpan } from '../../model/nodeAt.ts'
import type { IdeaFile } from '../../model/types.ts'
import type { Edit } from '../../text/edits.ts'
import { covers, intersects, type Span, shift } from '../../text/span.ts'
import { lineEnd, lineStart, splitLines } from '../../text/textLines.ts'

/** The years that a list moves from and to. */
interface YearMove {
  readonly path: string
  readonly from: number
  readonly to: number
}

/** The edits of the text around the ideas: years, links to lists, dates, status. A link of the old year elsewhere gets a mark. */
export function nextYearTextEdits(file: IdeaFile, from: number, to: number): readonly Edit[] {
  const rows = [...nextYearRowSpans(file), ...(isTableList(file) ? ideaSpansOf(file) : [])]
  const move = { path: file.path, from, to }
  return sectionsOutsideIdeas(file)
    .flatMap(({ at, section }) =>
      nextYearSectionEdits(file.text.slice(at, at + section.length), move).map((edit) => ({
        ...edit,
        span: shift(edit.span, at),
      })),
    )
    .filter(({ span }) => !rows.some((row) => covers(row, span)))
}

/** The places of all ideas. */
const ideaSpansOf = ({ projects }: IdeaFile): readonly Span[] => projects.flatMap(({ ideas }) => ideas.map(ideaNodeSpan))

/** The rows of a table of contents about projects and ideas, which stay as their headings are. */
function nextYearRowSpans({ toc, tocMatch }: IdeaFile): readonly Span[] {
  if (toc === null || tocMatch === null) return []
  return toc.items
    .filter(({ entry }) => entry !== null && (tocMatch.headings.get(entry)?.role ?? null) !== null)
    .map(({ span }) => shift(span, toc.at))
}

const nextYearLinkPattern = /(?<=\]\()<?[^()<>\s]+|https?:\/\/[^\s<>()\]]+/g
const nextYearStatusPattern = /(?<=^[ \t]*[*_]{0,2}Status[*_]{0,2}:[*_]{0,2}[ \t]*)\S[^\r\n]*?(?=[ \t]*$)/gim

function nextYearSectionEdits(text: string, move: YearMove): readonly Edit[] {
  const links = [...text.matchAll(nextYearLinkPattern)].map(({ 0: found, index }) => {
    const start = index + (found.startsWith('<') ? 1 : 0)
    return { start, end: index + found.replace(/[.,;:!?]+$/, '').length }
  })
  const isInLink = (span: Span): boolean => links.some((each) => intersects(each, span))
  const open = [
    ...datesIn(text),
    ...[...text.matchAll(nextYearStatusPattern)].map(({ 0: value, index }) => ({ start: index, end: index + value.length })),
  ]
    .filter((span) => !isInLink(span) && !/^TBD$/.test(text.slice(span.start, span.end)))
    .map((span) => ({ span, newText: openDate }))
  const years = yearsIn(text, move.from).filter((span) => !isInLink(span) && !open.some((date) => intersects(date.span, span)))
  return [
    ...open,
    ...years.map((span) => ({ span, newText: String(move.to) })),
    ...links.flatMap((span) => nextYearLinkEdits(text, span, move)),
  ]
}

/** The places of a year, also within words like `gsoc-2025`. */
const yearsIn = (text: string, year: number): readonly Span[] =>
  [...text.matchAll(new RegExp(String.raw`(?<!\d)${year}(?!\d)`, 'g'))].map(({ index }) => ({ start: index, end: index + 4 }))

/** Moves a link to a list on; a link said to lead to the previous year leads to the list that this one is made from. */
function nextYearLinkEdits(text: string, span: Span, { path, from, to }: YearMove): readonly Edit[] {
  const target = text.slice(span.start, span.end)
  const line = text.slice(lineStart(text, span.start), lineEnd(text, span.end))
  const sibling = siblingLink(target, path)
  if (sibling !== null) {
    const isPrevious = /\b(?:previous|last|prior|preceding)\s+(?:year|edition|cycle)/i.test(line)
    const year = isPrevious ? from : sibling.year === from ? to : sibling.year
    const moved = year === sibling.year ? [] : [{ span: shift(sibling.yearSpan, span.start), newText: String(year) }]
    return [...moved, ...(isPrevious && to - from > 1 ? saidYearEdits(text, span, from) : [])]
  }
  const places = yearsIn(target, from)
  if (places.length === 0) return []
  // a link within the file follows its heading
  if (target.startsWith('#')) return places.map((place) => ({ span: shift(place, span.start), newText: String(to) }))
  const closed = /^>?\)/.exec(text.slice(span.end))
  const at = span.end + (closed?.[0].length ?? 0)
  return [{ span: { start: at, end: at }, newText: ` <!-- ${openDate}: a link of ${from} -->` }]
}

/** `[previous year](./2025.md)` → `[previous year (2025)](./2025.md)`: in the list of 2027 one would expect 2026. */
function saidYearEdits(text: string, { start }: Span, year: number): readonly Edit[] {
  const opening = /\]\(<?$/.exec(text.slice(Math.max(0, start - 3), start))
  if (opening === null) return []
  const at = start - opening[0].length
  const label = text.slice(text.lastIndexOf('[', at), at)
  return /(?<!\d)20\d{2}(?!\d)/.test(label) ? [] : [{ span: { start: at, end: at }, newText: ` (${year})` }]
}

/** The lines where dates are to be set. */
export const openDateLines = (text: string): readonly number[] =>
  splitLines(text).flatMap((line, index) => (/\bTBD\b/.test(line) ? [index + 1] : []))
