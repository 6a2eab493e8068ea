import type { Nodes, Root, RootContent } from 'mdast'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { type Span, shift } from '../text/span.ts'
import { fastBlockNode } from './fastBlock.ts'
import type { Block } from './sections.ts'

/** A top-level node of a block; `base` is what its offsets count from, in the block's own text. */
export interface BlockNode {
  readonly node: RootContent | ListItemNode
  readonly base: number
}

type ListItemNode = Extract<RootContent, { type: 'listItem' }>

/** A longer block is kept as plain text: remark's time can grow with the square of a block's length. */
const longestBlock = 64 * 1024
/** As many marks or lines in one block are no prose, and remark needs seconds for some of them (`*a_ *a_ …`). */
const mostMarks = 1500
/** Blocks are parsed together up to this length: one call costs as much as some 50 characters, and long lists cost more than their parts. */
const batchLength = 4 * 1024

/** The only place that runs remark. Link definitions are read as text: they would make one block depend on another. */
const parser = unified()
  .data('micromarkExtensions', [{ disable: { null: ['definition'] } }])
  .use(remarkParse)
  .freeze()

const parse = (text: string): Root => parser.parse(text.includes('\uFEFF') ? text.replaceAll('\uFEFF', '\u2060') : text)

/** Whether a block is too long, too deep or too full of marks to be parsed. */
export function wasSkipped(block: Block): boolean {
  if (block.deep || block.text.length > longestBlock) return true
  return block.text.length > mostMarks && (block.text.match(/[*_[\]<`~!\r\n]/g)?.length ?? 0) > mostMarks
}

/**
 * The top-level nodes of each block, list items for lists; none for a block that is kept unread. Offsets count from `base` on.
 * The blocks may come from several sections: none of them depends on another.
 */
export function parseBlocks(blocks: readonly Block[]): readonly (readonly BlockNode[])[] {
  const plain = blocks.map((block) => (wasSkipped(block) ? [] : plainBlock(block)))
  const others = parseTogether(blocks.filter((_, index) => plain[index] === null))
  let next = 0
  return plain.map((nodes) => nodes ?? others[next++]!)
}

function plainBlock({ text }: Block): readonly BlockNode[] | null {
  const node = fastBlockNode(text)
  return node && [{ node, base: 0 }]
}

/** remark's nodes of blocks, several parsed in one call. */
function parseTogether(blocks: readonly Block[]): readonly (readonly BlockNode[])[] {
  const nodes: (readonly BlockNode[])[] = []
  let batch: Block[] = []
  let length = 0
  for (const block of blocks) {
    const alone = standsAlone(block)
    if (alone || length + block.text.length > batchLength) {
      nodes.push(...parseBatch(batch))
      batch = []
      length = 0
    }
    if (alone) nodes.push(parseAlone(block))
    else batch.push(block)
    length += alone ? 0 : block.text.length
  }
  return [...nodes, ...parseBatch(batch)]
}

/** An item which cannot interrupt a paragraph, or begins with such a one: micromark takes other blocks before it for paragraphs, too. */
const noInterrupter = /^[ \t]*(?:>[ \t]?|(?:[-*+]|\d{1,9}[.)])[ \t]+)*(?:\d{1,9}[.)]|[-*+][ \t]*(?:[\r\n]|$))/

/** Whether micromark would read a block by what stands before it: such an item, also an empty one at the very end of the text. */
const standsAlone = ({ text }: Block): boolean => !/[\r\n]$/.test(text) || noInterrupter.test(text)

const parseAlone = ({ text }: Block): readonly BlockNode[] => topNodes(parse(text)).map((node) => ({ node, base: 0 }))

function parseBatch(blocks: readonly Block[]): readonly (readonly BlockNode[])[] {
  if (blocks.length < 2) return blocks.map(parseAlone)
  const starts = startsOf(blocks)
  const shared = blocks.map((): BlockNode[] => [])
  let index = 0
  for (const node of topNodes(parse(blocks.map((block) => block.text).join('')))) {
    while (index + 1 < blocks.length && starts[index + 1]! <= node.position!.start.offset!) index++
    shared[index]!.push({ node, base: starts[index]! })
  }
  // where remark joins what the cut holds apart, each block is parsed alone: an edit would read it so, too
  const agrees = shared.every(([node, ...more], at) =>
    node ? more.length === 0 && endsInside(node, blocks[at]!) : isBlank(blocks[at]!.text),
  )
  return agrees ? shared : blocks.map(parseAlone)
}

const endsInside = ({ node, base }: BlockNode, { text }: Block): boolean => node.position!.end.offset! - base <= text.length

function startsOf(blocks: readonly Block[]): readonly number[] {
  let at = 0
  return blocks.map(({ text }) => {
    const start = at
    at += text.length
    return start
  })
}

const isBlank = (text: string): boolean => /^[ \t\r\n]*$/.test(text)

const topNodes = (root: Root): readonly (RootContent | ListItemNode)[] =>
  root.children.flatMap((node): readonly (RootContent | ListItemNode)[] => (node.type === 'list' ? node.children : [node]))

/** Where HTML stands in a block, between other text too; spans count from the block's start. */
export function htmlSpans({ node, base }: BlockNode): readonly Span[] {
  const below = (inner: Nodes): readonly Span[] => {
    if (inner.type !== 'html') return 'children' in inner ? inner.children.flatMap(below) : []
    return [shift({ start: inner.position!.start.offset!, end: inner.position!.end.offset! }, -base)]
  }
  return below(node)
}
