import type { Blockquote, Heading, Html, List, ListItem, Paragraph, RootContent } from 'mdast'
import { fastInlineNodes, type InlineSource, inlineSource } from './fastInline.ts'

/** A top-level node that can be read without remark. */
export type FastNode = Extract<RootContent, { type: 'heading' | 'paragraph' | 'blockquote' | 'html' }> | ListItem

/** An item while its lines are read; offsets count from the block's start. */
interface ItemDraft {
  readonly start: number
  readonly bullet: string
  /** Where its paragraph begins: offset, and column from 0. */
  readonly content: number
  readonly column: number
  /** The paragraph's end, including spaces at the end of its last line. */
  end: number
  readonly below: ItemDraft[]
}

// left to remark: tabs, other line ends, escapes, entities, hard line breaks
const notPlain = /[^\P{Cc}\n]|[\\\ufeff]|&(?=[#\p{L}])| \n *[^ \n]/u
const headingMark = /^(#{1,6}) +(?=[^ ])/
const bulletMark = /( *)([-*+])( {1,4})(?=[^ \n])/y
/** A thematic break that looks like an item: `* **`. */
const starBreak = / *(?:\* *){3,}(?:\n|$)/y
/** What may begin a container, a thematic break, an underline or code instead of a paragraph. */
const noParagraph = /[#<>+=~|-]|\d+[.)]|\*(?=[ \n]|$)|(?:\* *){3,}(?:\n|$)|(?:_ *){3,}(?:\n|$)/y

/**
 * The node that remark makes of a block (mdast, offsets from the block's start) if the block is simple: a heading, a paragraph, or an
 * item with nested items, of text, links, code, bold and italics; a comment; a quote of headings and paragraphs. Null for everything else, which remark parses.
 * Most of an idea list is simple, and this takes a fiftieth of remark's time; a property test compares both node by node.
 */
export function fastBlockNode(block: string): FastNode | null {
  const lineStarts = notPlain.test(block) ? [] : lineStartsOf(block)
  if (lineStarts.length === 0) return null
  const hasBlankLine = lineStarts.some((start) => block.charCodeAt(start) === 10)
  if (hasBlankLine) return matchInBlock(bulletMark, block, 0) ? fastLooseItem(inlineSource(block, lineStarts)) : null
  if (block.charCodeAt(0) === 60) return fastComment(block, lineStarts)
  if (block.charCodeAt(0) === 62) return fastQuote(block, lineStarts)
  const text = inlineSource(block, lineStarts)
  if (matchInBlock(bulletMark, block, 0)) return fastItem(text)
  const mark = headingMark.exec(block)
  if (mark) return fastHeading(text, mark[0].length, mark[1]!.length)
  return lineStarts.length === 2 ? fastUnderlined(text) : fastParagraph(text, 0, text.end)
}

/** Where the lines begin, without blank lines at the end. */
function lineStartsOf(block: string): readonly number[] {
  let last = block.length
  while (last > 0 && (block.charCodeAt(last - 1) === 10 || block.charCodeAt(last - 1) === 32)) last--
  const starts: number[] = []
  for (let start = 0; start < last; ) {
    const end = block.indexOf('\n', start)
    starts.push(start)
    start = end < 0 ? last : end + 1
  }
  return starts
}

const oneComment = /^<!--[^\n>]*-->$/

function fastComment(block: string, lineStarts: readonly number[]): Html | null {
  const text = inlineSource(block, lineStarts)
  const value = block.slice(0, text.end)
  return oneComment.test(value) ? { type: 'html', value, position: text.position(0, text.end) } : null
}

/** `> ` and a character of the line's own. */
const quotedLine = /> (?=[^ \n])/y

/** A quote whose lines are headings (`#`) and paragraphs. */
function fastQuote(block: string, lineStarts: readonly number[]): Blockquote | null {
  if (!lineStarts.every((line) => matchInBlock(quotedLine, block, line))) return null
  const text = inlineSource(block, lineStarts, '> ')
  const children: Blockquote['children'] = []
  for (let index = 0; index < lineStarts.length; ) {
    const start = lineStarts[index]! + 2
    const mark = matchInBlock(quotedHeadingMark, block, start)
    let next = index + 1
    while (!mark && next < lineStarts.length && !matchInBlock(quotedHeadingMark, block, lineStarts[next]! + 2)) next++
    const end = text.lineEnd(next - 1)
    const node = mark
      ? fastHeadingOf(text, { start, content: start + mark[0].length, end }, mark[1]!.length)
      : fastParagraph(text, start, end)
    if (!node || block.charCodeAt(end - 1) === 32) return null
    children.push(node)
    index = next
  }
  return { type: 'blockquote', children, position: text.position(0, text.end) }
}

const quotedHeadingMark = /(#{1,6}) +(?=[^ \n])/y

const fastHeading = (text: InlineSource, content: number, depth: number): Heading | null =>
  text.lineStarts.length > 1 ? null : fastHeadingOf(text, { start: 0, content, end: text.lineEnd(0) }, depth)

/** A heading in one line; `content` is where its text begins. */
function fastHeadingOf(
  text: InlineSource,
  { start, content, end }: { readonly start: number; readonly content: number; readonly end: number },
  depth: number,
): Heading | null {
  const children = hasClosingMarks(text, end) ? null : fastInlineNodes(text, content, end)
  return children && { type: 'heading', depth: depth as Heading['depth'], children, position: text.position(start, end) }
}

/** A setext heading with one line of text, otherwise a paragraph. */
function fastUnderlined(text: InlineSource): Heading | Paragraph | null {
  const underline = text.block.slice(text.lineStarts[1], text.end)
  const level = /^=+$/.test(underline) ? 1 : /^-+$/.test(underline) ? 2 : 0
  const paragraph = fastParagraph(text, 0, level > 0 ? text.lineEnd(0) : text.end)
  if (level === 0 || !paragraph) return paragraph
  return { type: 'heading', depth: level as Heading['depth'], children: paragraph.children, position: text.position(0, text.end) }
}

/** Whether a heading has a closing sequence: `## Title ##`. */
const hasClosingMarks = ({ block }: InlineSource, end: number): boolean => /# *$/.test(block.slice(0, end))

function fastParagraph(text: InlineSource, start: number, end: number): Paragraph | null {
  for (const line of text.lineStarts) {
    if (line < end && line > start && matchInBlock(noParagraph, text.block, text.contentOf(line))) return null
  }
  if (text.block.charCodeAt(start) === 32 || matchInBlock(noParagraph, text.block, start)) return null
  const children = fastInlineNodes(text, start, end)
  return children && { type: 'paragraph', children, position: text.position(start, end) }
}

/** CommonMark 5.2: an item belongs to the innermost open one whose content begins at its column or before it. */
function fastItem(text: InlineSource): ListItem | null {
  const open: ItemDraft[] = []
  for (const [index, line] of text.lineStarts.entries()) {
    const mark = matchInBlock(bulletMark, text.block, line)
    if (mark && matchInBlock(starBreak, text.block, line)) return null
    if (!mark) {
      open.at(-1)!.end = text.lineEnd(index)
      continue
    }
    const indent = mark[1]!.length
    while (open.length > 1 && open.at(-1)!.column > indent) open.pop()
    const above = open.at(-1)
    if (indent - (above?.column ?? 0) > 3 || (above && indent < above.column)) return null
    const column = mark[0].length
    const draft: ItemDraft = {
      start: line + indent,
      bullet: mark[2]!,
      content: line + column,
      column,
      end: text.lineEnd(index),
      below: [],
    }
    above?.below.push(draft)
    open.push(draft)
  }
  return fastItemNode(text, open[0]!)
}

/** An item of paragraphs with blank lines between them, and nothing else. */
function fastLooseItem(text: InlineSource): ListItem | null {
  const { block, lineStarts } = text
  const [whole, indent] = matchInBlock(bulletMark, block, 0)!
  const column = whole.length
  if (indent!.length > 3 || matchInBlock(starBreak, block, 0)) return null
  const children: Paragraph[] = []
  let start: number | null = column
  for (const [index, line] of lineStarts.entries()) {
    const content = text.contentOf(line)
    const isBlank = block.charCodeAt(content) === 10
    // a blank line with spaces is left to remark, and so is an item in the item
    if ((isBlank && content > line) || (index > 0 && matchInBlock(bulletMark, block, line))) return null
    if (!isBlank && start === null) {
      start = content
      if (content - line < column || content - line > column + 3) return null
    }
    const next = lineStarts[index + 1]
    const isLast = next === undefined || block.charCodeAt(next) === 10
    if (isBlank || !isLast) continue
    const paragraph = fastParagraph(text, start!, text.lineEnd(index))
    if (!paragraph) return null
    children.push(paragraph)
    start = null
  }
  const position = { start: text.place(indent!.length), end: children.at(-1)!.position!.end }
  return { type: 'listItem', spread: true, checked: null, children, position }
}

function fastItemNode(text: InlineSource, { start, content, end, below }: ItemDraft): ListItem | null {
  const paragraph = fastParagraph(text, content, end)
  const list = below.length > 0 ? fastListNode(text, below) : null
  if (!paragraph || (below.length > 0 && !list)) return null
  const position = { start: text.place(start), end: list?.position?.end ?? text.place(end) }
  return { type: 'listItem', spread: false, checked: null, children: list ? [paragraph, list] : [paragraph], position }
}

/** Null if another bullet begins a new list. */
function fastListNode(text: InlineSource, drafts: readonly ItemDraft[]): List | null {
  const children: ListItem[] = []
  for (const draft of drafts) {
    const item = draft.bullet === drafts[0]!.bullet ? fastItemNode(text, draft) : null
    if (!item) return null
    children.push(item)
  }
  const position = { start: children[0]!.position!.start, end: children.at(-1)!.position!.end }
  return { type: 'list', ordered: false, start: null, spread: false, children, position }
}

/** Runs a sticky expression at `offset`. */
function matchInBlock(expression: RegExp, block: string, offset: number): RegExpExecArray | null {
  expression.lastIndex = offset
  return expression.exec(block)
}
