import { readIdeaFile } from '../../model/ideaFile.ts'
import { type ModelNode, nodeAt, tocNodeSpan } from '../../model/nodeAt.ts'
import { mayBeIdeaList } from '../../model/profiles/mayBeIdeaList.ts'
import { profileByPath } from '../../model/profiles/profiles.ts'
import type { Field, FieldKey, IdeaFile, LearnedSchema, PlacedIdea, Project } from '../../model/types.ts'
import { frontMatterEnd } from '../../syntax/frontMatter.ts'
import { type Span, touches } from '../../text/span.ts'
import { columnWidth, lineStart } from '../../text/textLines.ts'
import { type CursorLine, cursorItemLine, cursorLineAt, type ItemLine } from './cursorLine.ts'
import { type LearnedLabelCursor, type LearnedValueCursor, learnedCursor } from './learned/learnedCursor.ts'
import { listEntryAround, listValueSkillAround } from './listValue.ts'
import { isTextAtCursor } from './textAtCursor.ts'

/** An idea and its project. */
export interface EnclosingIdea {
  readonly project: Project
  readonly idea: PlacedIdea
}

interface AtCursor {
  readonly line: CursorLine
}

/** `#### Har|`: a heading. */
export interface HeadingCursor extends AtCursor {
  readonly kind: 'heading'
  readonly level: number
  readonly hashes: Span
  readonly name: Span
}

/** `- Ment|`: the label of a field of an idea, typed or still to come. */
export interface LabelCursor extends AtCursor, EnclosingIdea {
  readonly kind: 'label'
  readonly item: ItemLine
  /** The field that this line already has. */
  readonly field: Field | null
}

/** `- Mentors: Ada|`, or `  - Ada|` below `- Mentors:`: the value of a field, on one line. */
export interface ValueCursor extends AtCursor, EnclosingIdea {
  readonly kind: 'value'
  readonly key: FieldKey
  /** From after the label or bullet to the line's end, spaces included. */
  readonly value: Span
  /** The part of the value around the cursor: `Ru` in `Go, Ru|`; the whole value if it is not a list. */
  readonly part: Span
  /** The label's own line, if the value is on it; null for an item below the label. */
  readonly label: ItemLine | null
  /** Whether several people share a line here. */
  readonly isInline: boolean
}

/** `[text](#har|)`: the target of a link to an anchor, its `#` included; `title` is the link's text. */
export interface AnchorCursor extends AtCursor {
  readonly kind: 'anchor'
  readonly target: Span
  readonly title: Span | null
}

/** `- [Har|` in the table of contents: a line that has no link yet. */
export interface TocEntryCursor extends AtCursor {
  readonly kind: 'entry'
  readonly entry: Span
}

/** `<!-- idea-f|`: a comment that has a line of its own. */
export interface CommentCursor extends AtCursor {
  readonly kind: 'comment'
  readonly comment: Span
}

/** `ide|`, or an empty line: a line with at most one word, and what it is inside of. */
export interface EmptyLineCursor extends AtCursor {
  readonly kind: 'empty'
  readonly word: Span
  readonly around: Partial<EnclosingIdea>
}

/** What can be completed at the cursor, with its line. Spans are UTF-16 offsets in the file. */
export type CursorContext =
  | HeadingCursor
  | LabelCursor
  | ValueCursor
  | AnchorCursor
  | TocEntryCursor
  | CommentCursor
  | EmptyLineCursor
  | LearnedLabelCursor
  | LearnedValueCursor

/**
 * Classifies the cursor at `offset` (UTF-16, in the file); null in prose, code, comments, the template and all of front matter but what is
 * chosen there. In a file that is not a list, only an empty line counts, and only where a programme keeps its lists.
 */
export function classifyCursor(file: IdeaFile, offset: number): CursorContext | null {
  const line = cursorLineAt(file.text, offset)
  if (offset < frontMatterEnd(file.text) && offset > 0) return cursorAtValueOfMatter(file, line)
  const cursor = file.ideaList || isCursorInOpenComment(file, line) ? cursorInList(file, line) : cursorInOtherFile(file, line)
  return cursor && isTextAtCursor(file, line, cursor.kind === 'comment') ? cursor : null
}

/** The fields whose values are chosen in front matter, too. */
const keysChosenInMatter: ReadonlySet<FieldKey> = new Set(['mentors', 'size', 'difficulty', 'recommendedSkills', 'technologies'])

/** In a list with an idea in each file, front matter may have its mentors, its skills, its size and its difficulty. */
function cursorAtValueOfMatter(file: IdeaFile, line: CursorLine): LearnedValueCursor | null {
  const { learned } = file.template
  const cursor = learned ? learnedCursor(file, learned, line) : null
  return cursor?.kind === 'learnedValue' && keysChosenInMatter.has(cursor.field.key) ? cursor : null
}

function cursorInList(file: IdeaFile, line: CursorLine): CursorContext | null {
  const node = nodeAt(file, line.cursor)
  if (node.kind === 'template') return null
  const { learned } = file.template
  if (learned) return cursorInLearnedList(file, learned, line, node)
  return (
    headingCursor(line) ?? commentCursor(line) ?? anchorCursor(line) ?? entryCursor(file, line) ?? lineCursor(file, line, node)
  )
}

function cursorInLearnedList(file: IdeaFile, learned: LearnedSchema, line: CursorLine, node: ModelNode): CursorContext | null {
  const other = commentCursor(line) ?? anchorCursor(line) ?? entryCursor(file, line)
  if (other) return other
  const own = learnedCursor(file, learned, line)
  // plain words can become something else than a label
  const isOwn = own !== null && (own.kind === 'learnedValue' || own.marks.trim() !== '')
  return isOwn ? own : (headingCursor(line) ?? emptyLineCursor(line, node))
}

function cursorInOtherFile(file: IdeaFile, line: CursorLine): CursorContext | null {
  return profileByPath(file.path) ? lineCursor(file, line, nodeAt(file, line.cursor)) : null
}

/** Longer lists (UTF-16 code units) are not read a second time because of a comment: the author would feel the delay. */
const maxLengthReadTwice = 256 * 1024

/** Whether an unclosed comment at the cursor hides the rest of the file, and with it what makes the file a list. */
function isCursorInOpenComment({ text, path, options }: IdeaFile, { head, tail, start, end }: CursorLine): boolean {
  if (!/^[ \t]*<!--[^<>]*$/.test(head) || tail.includes('-->')) return false
  if (text.length > maxLengthReadTwice || !mayBeIdeaList(text, path)) return false
  return readIdeaFile(text.slice(0, start) + text.slice(end), options).ideaList
}

function headingCursor(line: CursorLine): HeadingCursor | null {
  const { head, start, end, text } = line
  const [mark, indent = '', hashes = ''] = /^( {0,3})(#{1,6})[ \t]+/.exec(head) ?? []
  if (mark === undefined) return null
  const trailing = text.length - text.trimEnd().length
  const from = start + indent.length
  return {
    kind: 'heading',
    line,
    level: hashes.length,
    hashes: { start: from, end: from + hashes.length },
    name: { start: start + mark.length, end: Math.max(end - trailing, start + head.length) },
  }
}

function commentCursor(line: CursorLine): CommentCursor | null {
  const indent = /^[ \t]*(?=<(?:!-{0,2})?$|<!--[^<>]*$)/.exec(line.head)?.[0]
  if (indent === undefined) return null
  // editors close a `<` automatically
  const close = /^[^<>]*-{0,2}>/.exec(line.tail)?.[0] ?? ''
  return { kind: 'comment', line, comment: { start: line.start + indent.length, end: line.cursor + close.length } }
}

function anchorCursor(line: CursorLine): AnchorCursor | null {
  const { head, tail, start, cursor } = line
  const found = /(\[[^[\]]*)?\]\(#([^\s()]*)$/.exec(head.slice(-500))
  if (found === null) return null
  const [whole, title, typed = ''] = found
  const from = start + head.length - whole.length
  return {
    kind: 'anchor',
    line,
    target: { start: cursor - typed.length - 1, end: cursor + /^[^\s()]*/.exec(tail)![0].length },
    title: title === undefined ? null : { start: from + 1, end: from + title.length },
  }
}

function entryCursor({ toc }: IdeaFile, line: CursorLine): TocEntryCursor | null {
  const item = toc && cursorItemLine(line)
  if (!item || !(touches(tocNodeSpan(toc), line.cursor) || touches(tocNodeSpan(toc), line.start - 1))) return null
  if (!/^\[?[^[\]()]*$/.test(line.head.slice(item.content - line.start))) return null
  const close = /^[^[\]()]*\]?/.exec(line.tail)![0]
  // the line already has a link
  if (line.tail.slice(close.length).startsWith('(')) return null
  return { kind: 'entry', line, entry: { start: item.content, end: line.cursor + close.trimEnd().length } }
}

function lineCursor(file: IdeaFile, line: CursorLine, node: ModelNode): LabelCursor | ValueCursor | EmptyLineCursor | null {
  const project = 'project' in node ? node.project : undefined
  const idea = 'idea' in node ? node.idea : undefined
  const item = cursorItemLine(line)
  if (item && project && idea) return itemCursor(file, { project, idea }, line, item)
  return emptyLineCursor(line, node)
}

function emptyLineCursor(line: CursorLine, node: ModelNode): EmptyLineCursor | null {
  const project = 'project' in node ? node.project : undefined
  const idea = 'idea' in node ? node.idea : undefined
  const word = /^ {0,3}([\w-]{0,30})$/.exec(line.head)?.[1]
  if (word === undefined || line.tail.trim() !== '') return null
  const span = { start: line.cursor - word.length, end: line.cursor }
  return { kind: 'empty', line, word: span, around: { ...(project && { project }), ...(idea && { idea }) } }
}

function itemCursor(file: IdeaFile, around: EnclosingIdea, line: CursorLine, item: ItemLine): LabelCursor | ValueCursor | null {
  const { idea, at: ideaAt } = around.idea
  const field = idea.fields.find(({ labelSpan }) => isCursorOnLine(line, ideaAt + labelSpan.start)) ?? null
  if (field?.colon) {
    const labelEnd = ideaAt + field.labelSpan.end
    const colon = /^[ \t]*[*_]{0,3}[:：][*_]{0,3}/.exec(line.text.slice(labelEnd - line.start))?.[0] ?? ''
    const value = { start: labelEnd + colon.length, end: line.end }
    if (line.cursor >= value.start) return valueCursor(file, around, line, { key: field.key, value, label: item })
  }
  const owner = idea.fields.findLast(({ labelSpan }) => ideaAt + labelSpan.start < line.start)
  if (owner && isCursorItemNested(file.text, owner, ideaAt, item)) {
    return valueCursor(file, around, line, { key: owner.key, value: { start: item.content, end: line.end }, label: null })
  }
  const before = line.head.slice(item.content - line.start)
  return /^[*_]{0,3}[^:：]*$/.test(before) ? { kind: 'label', line, item, field, ...around } : null
}

function valueCursor(
  { profile }: IdeaFile,
  around: EnclosingIdea,
  line: CursorLine,
  field: Pick<ValueCursor, 'key' | 'value' | 'label'>,
): ValueCursor {
  const { key, value, label } = field
  const isInline = label !== null && (profile.mentorsOnOneLine || /\)[^()]*,/.test(line.head.slice(value.start - line.start)))
  const isSkills = key === 'recommendedSkills' || key === 'technologies'
  const part = isSkills ? listValueSkillAround(line, value) : key === 'mentors' ? listEntryAround(line, value, isInline) : value
  return { kind: 'value', line, part, isInline, ...field, ...around }
}

const isCursorOnLine = ({ start, end }: CursorLine, offset: number): boolean => start <= offset && offset <= end

/** Whether an item is part of a field's value: it is indented deeper than the field, or the field has no bullet. */
function isCursorItemNested(text: string, { shape, labelSpan }: Field, ideaAt: number, item: ItemLine): boolean {
  if (shape === 'bare') return true
  const label = ideaAt + labelSpan.start
  const own = /^[ \t]*/.exec(text.slice(lineStart(text, label), label))![0]
  return columnWidth(item.indent) > columnWidth(own)
}
