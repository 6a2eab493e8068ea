import type { Root, RootContent } from 'mdast'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import type { Block } from './sections.ts'

/** A top-level node of a block; `base` is what its offsets count from, in the block's own text. */
export interface BlockNode {
  readonly node: RootContent | ListItemNode
  readonly base: number
}

type ListItemNode = Extract<RootContent, { type: 'listItem' }>

/** A longer block is kept as plain text: remark's time can grow with the square of a block's length. */
const longestBlock = 64 * 1024
/** As many marks in one block are no prose, and remark needs seconds for some of them (`*a_ *a_ …`). */
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
export function isUnread(block: Block): boolean {
  if (block.deep || block.text.length > longestBlock) return true
  return block.text.length > mostMarks && (block.text.match(/[*_[\]<`~!]/g)?.length ?? 0) > mostMarks
}

/** The top-level nodes of each block, list items for lists; none for a block that is kept unread. Offsets count from `base` on. */
export function parseBlocks(blocks: readonly Block[]): readonly (readonly BlockNode[])[] {
  const nodes: (readonly BlockNode[])[] = []
  for (let first = 0; first < blocks.length; ) {
    if (isUnread(blocks[first]!)) {
      nodes.push([])
      first++
      continue
    }
    let end = first + 1
    let length = blocks[first]!.text.length
    while (end < blocks.length && !isUnread(blocks[end]!) && length + blocks[end]!.text.length <= batchLength)
      length += blocks[end++]!.text.length
    nodes.push(...parseBatch(blocks.slice(first, end)))
    first = end
  }
  return nodes
}

function parseBatch(blocks: readonly Block[]): readonly (readonly BlockNode[])[] {
  const [only] = blocks
  if (blocks.length === 1 && only) return [topNodes(parse(only.text)).map((node) => ({ node, base: 0 }))]
  const start = blocks[0]!.at
  const nodes = topNodes(parse(blocks.map((block) => block.text).join('')))
  const shared = blocks.map((): BlockNode[] => [])
  let index = 0
  for (const node of nodes) {
    const at = node.position!.start.offset! + start
    while (index + 1 < blocks.length && blocks[index + 1]!.at <= at) index++
    shared[index]!.push({ node, base: blocks[index]!.at - start })
  }
  // where remark joins what the cut holds apart, each block is parsed alone: an edit would read it so, too
  const agrees = shared.every((inBlock, at) => inBlock.length === 1 || (inBlock.length === 0 && isBlank(blocks[at]!.text)))
  return agrees ? shared : blocks.map((block) => topNodes(parse(block.text)).map((node) => ({ node, base: 0 })))
}

const isBlank = (text: string): boolean => /^[ \t\r\n]*$/.test(text)

const topNodes = (root: Root): readonly (RootContent | ListItemNode)[] =>
  root.children.flatMap((node): readonly (RootContent | ListItemNode)[] => (node.type === 'list' ? node.children : [node]))
