import { tocEntryOf } from '../../editing/toc/removeEntry.ts'
import type { IdeaFile, PlacedHeading, TocEntry } from '../../model/types.ts'
import type { Edit } from '../../text/edits.ts'
import { type Span, shift } from '../../text/span.ts'
import { lineStart } from '../../text/textLines.ts'
import type { FileRuleProject } from '../fileRuleInput.ts'
import { ideaHeadings, type MisplacedHeading } from './levels.ts'

/** Gives a heading the expected level, and its entry in the table of contents the indentation of that level. */
export const levelEdits = (file: IdeaFile, misplaced: MisplacedHeading): readonly Edit[] => [
  ...levelHashEdits(file.text, misplaced.placed, misplaced.level),
  ...entryIndentEdits(file, misplaced),
]

/** Replaces the hashes of an ATX heading, including an equal closing sequence (`## Title ##`); turns a setext heading into an ATX one. */
function levelHashEdits(text: string, { heading, at }: PlacedHeading, level: number): readonly Edit[] {
  const span = shift(heading.span, at)
  const textSpan = shift(heading.textSpan, at)
  const hashes = '#'.repeat(level)
  const opening = /^#{1,6}/.exec(text.slice(span.start, span.start + 6))?.[0]
  if (opening === undefined) {
    const title = text.slice(textSpan.start, textSpan.end).replace(/[ \t]*\r?\n[ \t]*/g, ' ')
    return [{ span, newText: `${hashes} ${title}` }]
  }
  const end = span.start + opening.length
  const closing = /[ \t](#+)[ \t]*$/.exec(text.slice(Math.max(textSpan.end, end), span.end))?.[1]
  const edit: Edit = { span: { start: span.start, end }, newText: hashes }
  if (closing !== opening) return [edit]
  const closingEnd = span.start + text.slice(span.start, span.end).trimEnd().length
  return [edit, { span: { start: closingEnd - closing.length, end: closingEnd }, newText: hashes }]
}

/** Indents the heading's entry like the entry of another heading of its kind and level, preferably in the same project. */
function entryIndentEdits(file: IdeaFile, { kind, placed, level, project }: MisplacedHeading): readonly Edit[] {
  const { text, toc } = file
  const entry = tocEntryOf(file, placed)
  if (toc === null || entry === null) return []
  const peersOf = (other: FileRuleProject): readonly PlacedHeading[] =>
    kind === 'idea' ? ideaHeadings(other) : other.heading === null ? [] : [other.heading]
  const peer = [project, ...file.projects]
    .flatMap(peersOf)
    .filter(({ heading }) => heading.level === level)
    .map((heading) => tocEntryOf(file, heading))
    .find((found) => found !== null)
  if (peer === undefined || peer.depth === entry.depth) return []
  // an indented first entry would be code
  if (peer.depth > entry.depth && entry === toc.entries[0]) return []
  const indentSpan = (of: TocEntry): Span => ({ start: lineStart(text, toc.at + of.span.start), end: toc.at + of.span.start })
  const own = indentSpan(entry)
  const indent = text.slice(indentSpan(peer).start, indentSpan(peer).end)
  if (/\S/.test(indent) || /\S/.test(text.slice(own.start, own.end))) return []
  const changesBullet = entry.bullet.length === 1 && peer.bullet.length === 1 && entry.bullet !== peer.bullet
  const span = { start: own.start, end: own.end + (changesBullet ? 1 : 0) }
  return [{ span, newText: indent + (changesBullet ? peer.bullet : '') }]
}
