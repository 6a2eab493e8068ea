import type { Nodes, Root, RootContent } from 'mdast'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { type Span, shift } from '../text/span.ts'
import { fastBlockNode } from './fastBlock.ts'
import type { Block } from './sections.ts'

/** A top-level node of a block. Its offsets are larger than those in the block's own text by `base`. */
export interface BlockNode {
  readonly node: RootContent | ListItemNode
  readonly base: number
}

type ListItemNode = Extract<RootContent, { type: 'listItem' }>

/** A longer block stays unread (UTF-16): remark's time can grow with the square of a block's length. */
const maxBlockLength = 64 * 1024
/** A block with more marks and lines stays unread: it is not prose, and remark needs seconds for some (`*a_ *a_ …`). */
const maxMarks = 1500
/** Blocks are parsed together up to this length: a call costs as much as 50 characters, but the events of long texts live until the
 * garbage collector copies them: 4 KB of quotes take twice the time of four times 1 KB. */
const batchLength = 1024

/** The only place that runs remark. Link definitions are read as text: they would make one block depend on another. */
const parser = unified()
  .data('micromarkExtensions', [{ disable: { null: ['definition'] } }])
  .use(remarkParse)
  .freeze()

/** With definitions, for a text that contains those which it needs. */
const definingParser = unified().use(remarkParse).freeze()

/** The first node of a block whose reference links have a definition, whatever it is. `labels` as written in the block. */
export const parseWithDefinitions = (block: string, labels: readonly string[]): RootContent | undefined =>
  definingParser.parse(`${block}\n\n${labels.map((label) => `[${label}]: #\n`).join('')}`).children[0]

const parse = (text: string): Root => parser.parse(text.includes('\uFEFF') ? text.replaceAll('\uFEFF', '\u2060') : text)

/** Whether a block is too long, nested too deeply or has too many marks to be parsed. */
export function wasSkipped(block: Block): boolean {
  if (block.isFrontMatter) return false
  if (block.deep || block.text.length > maxBlockLength) return true
  return block.text.length > maxMarks && (block.text.match(/[*_[\]<`~!\r\n]/g)?.length ?? 0) > maxMarks
}

/**
 * The top-level nodes of each block, with the items of a list instead of the list; none for a block that stays unread. The blocks may
 * come from several sections: none of them depends on another.
 */
export function parseBlocks(blocks: readonly Block[]): readonly (readonly BlockNode[])[] {
  const plain = blocks.map((block) => (wasSkipped(block) || block.isFrontMatter ? [] : parseSimpleBlock(block)))
  const others = parseTogether(blocks.filter((_, index) => plain[index] === null))
  let next = 0
  return plain.map((nodes) => nodes ?? others[next++]!)
}

function parseSimpleBlock({ text }: Block): readonly BlockNode[] | null {
  const node = fastBlockNode(text)
  return node && [{ node, base: 0 }]
}

/** remark's nodes of blocks, several parsed in one call. */
function parseTogether(blocks: readonly Block[]): readonly (readonly BlockNode[])[] {
  const nodes: (readonly BlockNode[])[] = []
  const add = (read: readonly (readonly BlockNode[])[]): void => {
    for (const each of read) nodes.push(each)
  }
  let batch: Block[] = []
  let length = 0
  for (const block of blocks) {
    const alone = mustParseAlone(block)
    if (alone || length + block.text.length > batchLength) {
      add(parseBatch(batch))
      batch = []
      length = 0
    }
    if (alone) nodes.push(parseAlone(block))
    else batch.push(block)
    length += alone ? 0 : block.text.length
  }
  add(parseBatch(batch))
  return nodes
}

/** An item that cannot interrupt a paragraph, or begins with one: micromark takes other blocks before it for paragraphs, too. */
const noInterrupter = /^[ \t]*(?:>[ \t]?|(?:[-*+]|\d{1,9}[.)])[ \t]+)*(?:\d{1,9}[.)]|[-*+][ \t]*(?:[\r\n]|$))/

/** Whether micromark's reading of a block depends on the text before it: such an item, or an empty one at the end of the text. */
const mustParseAlone = ({ text }: Block): boolean => !/[\r\n]$/.test(text) || noInterrupter.test(text)

const parseAlone = ({ text }: Block): readonly BlockNode[] => topNodes(parse(text)).map((node) => ({ node, base: 0 }))

function parseBatch(blocks: readonly Block[]): readonly (readonly BlockNode[])[] {
  if (blocks.length < 2) return blocks.map(parseAlone)
  const starts = blockOffsets(blocks)
  const shared = blocks.map((): BlockNode[] => [])
  let index = 0
  for (const node of topNodes(parse(blocks.map((block) => block.text).join('')))) {
    while (index + 1 < blocks.length && starts[index + 1]! <= node.position!.start.offset!) index++
    shared[index]!.push({ node, base: starts[index]! })
  }
  // if remark joins blocks that the cut separates, each is parsed on its own, as it would be after an edit
  const agrees = shared.every(([node, ...more], at) =>
    node ? more.length === 0 && parseEndsInsideBlock(node, blocks[at]!) : parsesToNothing(blocks[at]!.text),
  )
  return agrees ? shared : blocks.map(parseAlone)
}

const parseEndsInsideBlock = ({ node, base }: BlockNode, { text }: Block): boolean =>
  node.position!.end.offset! - base <= text.length

function blockOffsets(blocks: readonly Block[]): readonly number[] {
  let at = 0
  return blocks.map(({ text }) => {
    const start = at
    at += text.length
    return start
  })
}

const parsesToNothing = (text: string): boolean => /^[ \t\r\n]*$/.test(text)

const topNodes = (root: Root): readonly (RootContent | ListItemNode)[] =>
  root.children.flatMap((node): readonly (RootContent | ListItemNode)[] => (node.type === 'list' ? node.children : [node]))

/** HTML blocks and inline HTML in a block; spans count from the block's start. */
export function parsedHtmlSpans({ node, base }: BlockNode): readonly Span[] {
  const below = (inner: Nodes): readonly Span[] => {
    if (inner.type !== 'html') return 'children' in inner ? inner.children.flatMap(below) : []
    return [nodeSpan(inner, base)]
  }
  return below(node)
}

/** The span of a node, counted from its block's start; `base` is that of {@link BlockNode}. */
export const nodeSpan = (node: Nodes, base: number): Span =>
  shift({ start: node.position!.start.offset!, end: node.position!.end.offset! }, -base)
