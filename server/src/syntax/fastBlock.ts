import type { Heading, List, ListItem, Paragraph, RootContent } from 'mdast'
import { fastInlineNodes, inlineSource, type Source } from './fastInline.ts'

/** A top-level node that is read without remark. */
export type PlainNode = Extract<RootContent, { type: 'heading' | 'paragraph' }> | ListItem

/** An item as its lines tell it; offsets count in the block. */
interface Draft {
  readonly start: number
  readonly bullet: string
  /** Where its paragraph begins, as an offset and as a column from 0. */
  readonly content: number
  readonly column: number
  /** The paragraph's end, the blanks at the end of its last line included. */
  end: number
  readonly below: Draft[]
}

// tabs, other line ends, escapes, tags, entities and hard line breaks are remark's
const notPlain = /[^\P{Cc}\n]|[\\<\ufeff]|&(?=[#\p{L}])| \n *[^ \n]/u
const headingMark = /^(#{1,6}) +(?=[^ ])/
const itemMark = /( *)([-*+])( {1,4})(?=[^ \n])/y
/** What may begin a container, a rule, an underline or code in place of a paragraph. */
const noParagraph = /(?:[#>+=~|-]|\d+[.)])/y

/**
 * The node that remark makes of a block (mdast, offsets from the block's start) where the block is plain: a heading, a paragraph,
 * or an item with items below it, all of text, links, code, bold and slanted words. Null for everything else, which is remark's.
 * Most of an idea list is plain, and this costs a fiftieth; a law holds it equal to remark node by node.
 */
export function fastBlockNode(block: string): PlainNode | null {
  const lineStarts = notPlain.test(block) ? null : lineStartsOf(block)
  if (!lineStarts) return null
  const text = inlineSource(block, lineStarts)
  if (matches(itemMark, block, 0)) return plainItem(text)
  const mark = headingMark.exec(block)
  return mark ? plainHeading(text, mark[0].length, mark[1]!.length) : plainParagraph(text, 0, text.end)
}

/** Where the lines begin, the blank ones at the end aside; null where a blank one stands between others, and for none. */
function lineStartsOf(block: string): readonly number[] | null {
  let last = block.length
  while (last > 0 && (block.charCodeAt(last - 1) === 10 || block.charCodeAt(last - 1) === 32)) last--
  const starts: number[] = []
  for (let start = 0; start < last; ) {
    const end = block.indexOf('\n', start)
    if (end === start) return null
    starts.push(start)
    start = end < 0 ? last : end + 1
  }
  return starts.length > 0 ? starts : null
}

function plainHeading(text: Source, content: number, depth: number): Heading | null {
  const end = text.lineEnd(0)
  const children = text.lineStarts.length > 1 || closes(text, end) ? null : fastInlineNodes(text, content, end)
  return children && { type: 'heading', depth: depth as Heading['depth'], children, position: text.position(0, end) }
}

/** Whether marks at a heading's end belong to it and not to its text. */
const closes = ({ block }: Source, end: number): boolean => /# *$/.test(block.slice(0, end))

function plainParagraph(text: Source, start: number, end: number): Paragraph | null {
  for (const line of text.lineStarts) {
    if (line < end && line > start && matches(noParagraph, text.block, text.afterBlanks(line))) return null
  }
  if (text.block.charCodeAt(start) === 32 || matches(noParagraph, text.block, start)) return null
  const children = fastInlineNodes(text, start, end)
  return children && { type: 'paragraph', children, position: text.position(start, end) }
}

/** CommonMark 5.2: an item belongs to the innermost open one whose content begins at its column or before it. */
function plainItem(text: Source): ListItem | null {
  const open: Draft[] = []
  for (const [index, line] of text.lineStarts.entries()) {
    const mark = matches(itemMark, text.block, line)
    if (!mark) {
      open.at(-1)!.end = text.lineEnd(index)
      continue
    }
    const indent = mark[1]!.length
    while (open.length > 1 && open.at(-1)!.column > indent) open.pop()
    const above = open.at(-1)
    if (indent - (above?.column ?? 0) > 3 || (above && indent < above.column)) return null
    const column = mark[0].length
    const draft: Draft = {
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
  return itemNode(text, open[0]!)
}

function itemNode(text: Source, { start, content, end, below }: Draft): ListItem | null {
  const paragraph = plainParagraph(text, content, end)
  const list = below.length > 0 ? listNode(text, below) : null
  if (!paragraph || (below.length > 0 && !list)) return null
  const position = { start: text.place(start), end: list?.position?.end ?? text.place(end) }
  return { type: 'listItem', spread: false, checked: null, children: list ? [paragraph, list] : [paragraph], position }
}

/** Null where another bullet begins a list of its own. */
function listNode(text: Source, drafts: readonly Draft[]): List | null {
  const children: ListItem[] = []
  for (const draft of drafts) {
    const item = draft.bullet === drafts[0]!.bullet ? itemNode(text, draft) : null
    if (!item) return null
    children.push(item)
  }
  const position = { start: children[0]!.position!.start, end: children.at(-1)!.position!.end }
  return { type: 'list', ordered: false, start: null, spread: false, children, position }
}

/** What a sticky expression finds at a place. */
function matches(expression: RegExp, block: string, offset: number): RegExpExecArray | null {
  expression.lastIndex = offset
  return expression.exec(block)
}
