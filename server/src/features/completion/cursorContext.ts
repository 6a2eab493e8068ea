import { readIdeaFile } from '../../model/ideaFile.ts'
import { nodeAt, tocSpan } from '../../model/nodeAt.ts'
import { mayBeIdeaList } from '../../model/profiles/mayBeIdeaList.ts'
import { profileByPath } from '../../model/profiles/profiles.ts'
import type { Field, FieldKey, IdeaFile, PlacedIdea, Project } from '../../model/types.ts'
import { type Span, touches } from '../../text/span.ts'
import { columnWidth, lineStart } from '../../text/textLines.ts'
import { type CursorLine, type ItemLine, isText, itemLine, lineOf } from './cursorLine.ts'

/** An idea with the project that it stands under. */
export interface EnclosingIdea {
  readonly project: Project
  readonly idea: PlacedIdea
}

/** The value of a field, on one line. */
export interface ValuePlace extends EnclosingIdea {
  readonly kind: 'value'
  readonly key: FieldKey
  /** From the first character behind the label or bullet to the line's end; blanks may stand at its ends. */
  readonly value: Span
  /** Whether it stands on the label's own line, and that line's bullet. */
  readonly label: ItemLine | null
}

/** The label of a field of an idea, typed or still to come. */
export interface LabelPlace extends EnclosingIdea {
  readonly kind: 'label'
  readonly item: ItemLine
  /** The field that stands on this line already. */
  readonly field: Field | null
}

/** What may be completed at the cursor. */
export type CursorContext =
  | { readonly kind: 'heading'; readonly level: number; readonly hashes: Span; readonly name: Span }
  | LabelPlace
  | ValuePlace
  /** The target of a link to an anchor, its `#` included; `title` is the link's text. */
  | { readonly kind: 'anchor'; readonly target: Span; readonly title: Span | null }
  /** A line of the table of contents that holds no link yet. */
  | { readonly kind: 'entry'; readonly entry: Span }
  /** A comment that has its line for itself. */
  | { readonly kind: 'comment'; readonly comment: Span }
  /** A line with one word at most. */
  | { readonly kind: 'empty'; readonly word: Span; readonly around: Partial<EnclosingIdea> }

/** A place with its line. */
export interface CursorMatch {
  readonly line: CursorLine
  readonly place: CursorContext
}

/**
 * Says what may be completed at `offset` (UTF-16); null in prose, code, comments, the template, and in files that are no lists: where a
 * programme keeps its lists an empty line is a place, as a list may begin there.
 */
export function classifyCursor(file: IdeaFile, offset: number): CursorMatch | null {
  const line = lineOf(file.text, offset)
  const place = file.ideaList || isHiddenByComment(file, line) ? placeIn(file, line) : placeOfFirst(file, line)
  return place && isText(file, line) ? { line, place } : null
}

function placeIn(file: IdeaFile, line: CursorLine): CursorContext | null {
  if (nodeAt(file, line.cursor).kind === 'template') return null
  return headingPlace(line) ?? commentPlace(line) ?? anchorPlace(line) ?? entryPlace(file, line) ?? linePlace(file, line)
}

/** Where the first idea of a file may be asked for that is no list yet. */
const placeOfFirst = (file: IdeaFile, line: CursorLine): CursorContext | null =>
  profileByPath(file.path) ? linePlace(file, line) : null

/** Longer lists (UTF-16 code units) are not read once more for a comment: that would be felt. */
const longestReadAgain = 256 * 1024

/** A comment that is still open swallows the file as far as the next one's end, and with it what makes it a list. */
function isHiddenByComment({ text, path, options }: IdeaFile, { head, tail, start, end }: CursorLine): boolean {
  if (!/^[ \t]*<!--[^<>]*$/.test(head) || tail.includes('-->')) return false
  if (text.length > longestReadAgain || !mayBeIdeaList(text, path)) return false
  return readIdeaFile(text.slice(0, start) + text.slice(end), options).ideaList
}

function headingPlace({ head, start, end, text }: CursorLine): CursorContext | null {
  const [mark, indent = '', hashes = ''] = /^( {0,3})(#{1,6})[ \t]+/.exec(head) ?? []
  if (mark === undefined) return null
  const tail = text.length - text.trimEnd().length
  const from = start + indent.length
  return {
    kind: 'heading',
    level: hashes.length,
    hashes: { start: from, end: from + hashes.length },
    name: { start: start + mark.length, end: Math.max(end - tail, start + head.length) },
  }
}

function commentPlace({ head, tail, start, cursor }: CursorLine): CursorContext | null {
  const indent = /^[ \t]*(?=<(?:!-{0,2})?$|<!--[^<>]*$)/.exec(head)?.[0]
  if (indent === undefined) return null
  // editors close a `<` by themselves
  const close = /^[^<>]*-{0,2}>/.exec(tail)?.[0] ?? ''
  return { kind: 'comment', comment: { start: start + indent.length, end: cursor + close.length } }
}

function anchorPlace({ head, tail, start, cursor }: CursorLine): CursorContext | null {
  const found = /(\[[^[\]]*)?\]\(#([^\s()]*)$/.exec(head.slice(-500))
  if (found === null) return null
  const [whole, title, typed = ''] = found
  const from = start + head.length - whole.length
  return {
    kind: 'anchor',
    target: { start: cursor - typed.length - 1, end: cursor + /^[^\s()]*/.exec(tail)![0].length },
    title: title === undefined ? null : { start: from + 1, end: from + title.length },
  }
}

function entryPlace({ toc }: IdeaFile, line: CursorLine): CursorContext | null {
  const item = toc && itemLine(line)
  if (!item || !(touches(tocSpan(toc), line.cursor) || touches(tocSpan(toc), line.start - 1))) return null
  if (!/^\[?[^[\]()]*$/.test(line.head.slice(item.content - line.start))) return null
  const close = /^[^[\]()]*\]?/.exec(line.tail)![0]
  // a link that is there is no place for another
  if (line.tail.slice(close.length).startsWith('(')) return null
  return { kind: 'entry', entry: { start: item.content, end: line.cursor + close.trimEnd().length } }
}

function linePlace(file: IdeaFile, line: CursorLine): CursorContext | null {
  const place = nodeAt(file, line.cursor)
  const project = 'project' in place ? place.project : undefined
  const idea = 'idea' in place ? place.idea : undefined
  const item = itemLine(line)
  if (item && project && idea) return itemPlace(file.text, { project, idea }, line, item)
  const word = /^ {0,3}([\w-]{0,30})$/.exec(line.head)?.[1]
  if (word === undefined || line.tail.trim() !== '') return null
  const span = { start: line.cursor - word.length, end: line.cursor }
  return { kind: 'empty', word: span, around: { ...(project && { project }), ...(idea && { idea }) } }
}

function itemPlace(text: string, around: EnclosingIdea, line: CursorLine, item: ItemLine): CursorContext | null {
  const { idea, at: ideaAt } = around.idea
  const field = idea.fields.find(({ labelSpan }) => isOn(line, ideaAt + labelSpan.start)) ?? null
  if (field?.colon) {
    const from = ideaAt + field.labelSpan.end
    const behind = /^[ \t]*[*_]{0,3}[:：][*_]{0,3}/.exec(line.text.slice(from - line.start))?.[0] ?? ''
    const value = { start: from + behind.length, end: line.end }
    if (line.cursor >= value.start) return { kind: 'value', key: field.key, value, label: item, ...around }
  }
  const owner = idea.fields.findLast(({ labelSpan }) => ideaAt + labelSpan.start < line.start)
  if (owner && isBelow(text, owner, ideaAt, item)) {
    return { kind: 'value', key: owner.key, value: { start: item.content, end: line.end }, label: null, ...around }
  }
  const before = line.head.slice(item.content - line.start)
  return /^[*_]{0,3}[^:：]*$/.test(before) ? { kind: 'label', item, field, ...around } : null
}

const isOn = ({ start, end }: CursorLine, offset: number): boolean => start <= offset && offset <= end

/** Whether an item is a part of a field's value: it is indented deeper than the field, or the field has no bullet. */
function isBelow(text: string, { shape, labelSpan }: Field, ideaAt: number, item: ItemLine): boolean {
  if (shape === 'bare') return true
  const label = ideaAt + labelSpan.start
  const own = /^[ \t]*/.exec(text.slice(lineStart(text, label), label))![0]
  return columnWidth(item.indent) > columnWidth(own)
}
