import { afterLineBreak, lineEnd } from '../text/textLines.ts'
import {
  atxLevel,
  blockMarkerLength,
  closesFence,
  closesHtml,
  type Fence,
  type HtmlKind,
  isThematicBreak,
  opensFence,
  opensHtml,
  underlineLevel,
} from './blockStarts.ts'
import { frontMatterEnd, textStartAfterFrontMatter } from './frontMatter.ts'
import { type Indent, LineCursor } from './lineCursor.ts'

/** A top-level block of a text (a heading, a list item, a paragraph, a fence …) with the blank lines after it. */
export interface BlockCut {
  /** Where its first line begins, in the text. */
  readonly start: number
  /** 1 to 6 for a heading, ATX or setext; 0 for other blocks. */
  readonly level: number
  /** Whether its containers are nested over `maxDepth` levels deep: it is not parsed then. */
  readonly deep: boolean
  readonly isFrontMatter?: boolean
}

/** With more nested containers remark gets slow, and in the end overflows the stack. */
const maxDepth = 100

interface Container {
  readonly quote: boolean
  /** Columns that a line must be indented by to stay in this list item. */
  readonly indent: number
  /** A list item that began with a blank line and has no content yet: a second blank line ends it. */
  bare: boolean
}

type Leaf =
  | { readonly kind: 'none' | 'paragraph' | 'code' }
  | { readonly kind: 'fence'; readonly fence: Fence }
  | { readonly kind: 'html'; readonly html: HtmlKind }

const noLeaf: Leaf = { kind: 'none' }
const paragraph: Leaf = { kind: 'paragraph' }
const code: Leaf = { kind: 'code' }

/** Where a leaf block may begin in a line. */
interface LeafStart {
  readonly at: number
  /** How many containers are around it. */
  readonly depth: number
  /** Whether it would be a new top-level block. */
  readonly begins: boolean
  /** Whether a paragraph is open that the line may continue. */
  readonly continues: boolean
  /** Whether the line continues all open containers. */
  readonly all: boolean
}

/** What one line is at top level: it `begins` a block, it is a heading's line (`level`), or it continues an open block. */
interface LineRole {
  readonly begins: boolean
  readonly level: number
}

const continuesOpenBlock: LineRole = { begins: false, level: 0 }

/** CommonMark's block structure (spec 0.31, appendix "Phase 1"), line by line, as far as it separates top-level blocks. */
class BlockScanner {
  private readonly containers: Container[] = []
  private leaf: Leaf = noLeaf
  private readonly text: string

  constructor(text: string) {
    this.text = text
  }

  get depth(): number {
    return this.containers.length
  }

  /** Reads the line `start`–`end` (without its line ending). */
  line(start: number, end: number): LineRole {
    const cursor = new LineCursor(this.text, start, end)
    const matched = this.matchContainers(cursor)
    const all = matched === this.containers.length
    if (all && this.leaf.kind === 'fence') return this.inFence(cursor, this.leaf.fence)
    if (all && this.leaf.kind === 'html') return this.inHtml(cursor, this.leaf.html)
    return this.openBlocks(cursor, matched, all)
  }

  /** How many of the open containers the line continues; moves the cursor past their markers. */
  private matchContainers(cursor: LineCursor): number {
    for (const [depth, container] of this.containers.entries()) {
      const indent = cursor.indent()
      const isBlankLine = indent.at >= cursor.end
      if (container.quote) {
        if (!this.quoteMark(indent, cursor)) return depth
        enterQuote(cursor, indent)
      } else if (isBlankLine) {
        if (container.bare) return depth
        cursor.skipIndent(indent)
      } else {
        if (indent.columns < container.indent) return depth
        cursor.skipColumns(container.indent)
        container.bare = false
      }
    }
    return this.containers.length
  }

  private quoteMark(indent: Indent, cursor: LineCursor): boolean {
    return indent.columns < 4 && indent.at < cursor.end && this.text.charCodeAt(indent.at) === 62
  }

  private inFence(cursor: LineCursor, fence: Fence): LineRole {
    const indent = cursor.indent()
    if (indent.columns < 4 && closesFence(this.text, indent.at, cursor.end, fence)) this.leaf = noLeaf
    return continuesOpenBlock
  }

  private inHtml(cursor: LineCursor, html: HtmlKind): LineRole {
    if (closesHtml(this.text, cursor.at, cursor.end, html)) this.leaf = noLeaf
    return continuesOpenBlock
  }

  private openBlocks(cursor: LineCursor, matched: number, all: boolean): LineRole {
    const inParagraph = this.leaf.kind === 'paragraph'
    const inCode = this.leaf.kind === 'code'
    const inTopCode = inCode && this.containers.length === 0
    let depth = matched
    for (let opened = false; ; opened = true) {
      const indent = cursor.indent()
      if (indent.at >= cursor.end) return this.blankLine(depth, opened, matched)
      const continues = inParagraph && !opened
      if (indent.columns >= 4)
        return continues ? continuesOpenBlock : this.openLeaf(code, depth, matched === 0 && !(inTopCode && !opened))
      if (depth <= maxDepth && this.openContainer(cursor, indent, depth, all && !opened && (inParagraph || inCode))) {
        depth++
        continue
      }
      return this.openLeafBlock(cursor, { at: indent.at, depth, begins: matched === 0, continues, all })
    }
  }

  /** Opens the leaf block at the cursor, or continues the open paragraph. */
  private openLeafBlock(cursor: LineCursor, { at, depth, begins, continues, all }: LeafStart): LineRole {
    const { text } = this
    const level = atxLevel(text, at, cursor.end)
    if (level > 0) return { ...this.openLeaf(noLeaf, depth, begins), level: begins && depth === 0 ? level : 0 }
    const fence = opensFence(text, at, cursor.end)
    if (fence) return this.openLeaf({ kind: 'fence', fence }, depth, begins)
    const html = opensHtml(text, at, cursor.end, continues && all)
    // micromark lets a lone tag interrupt a paragraph that it continues lazily, and keeps it in the containers that stay open
    if (html === 7 && continues) {
      this.leaf = { kind: 'html', html }
      return continuesOpenBlock
    }
    if (html) return this.openLeaf(closesHtml(text, at, cursor.end, html) ? noLeaf : { kind: 'html', html }, depth, begins)
    const underline = continues && all ? underlineLevel(text, at, cursor.end) : 0
    if (underline > 0) {
      this.leaf = noLeaf
      return { begins: false, level: depth === 0 ? underline : 0 }
    }
    if (isThematicBreak(text, at, cursor.end)) return this.openLeaf(noLeaf, depth, begins)
    return continues ? continuesOpenBlock : this.openLeaf(paragraph, depth, begins)
  }

  /** Opens a quote or a list item at the cursor, if one begins there. */
  private openContainer(cursor: LineCursor, indent: Indent, depth: number, interruptsParagraph: boolean): boolean {
    if (this.quoteMark(indent, cursor)) {
      this.close(depth)
      enterQuote(cursor, indent)
      this.containers.push({ quote: true, indent: 0, bare: false })
      return true
    }
    if (isThematicBreak(this.text, indent.at, cursor.end)) return false
    const marker = blockMarkerLength(this.text, indent.at, cursor.end, interruptsParagraph)
    if (marker === 0) return false
    this.close(depth)
    const before = cursor.column
    cursor.skipIndent(indent)
    cursor.skip(marker)
    const gap = cursor.indent()
    const padding = gap.at >= cursor.end || gap.columns > 4 ? 1 : gap.columns
    this.containers.push({ quote: false, indent: cursor.column - before + padding, bare: false })
    cursor.skipColumns(padding)
    return true
  }

  private openLeaf(leaf: Leaf, depth: number, begins: boolean): LineRole {
    this.close(depth)
    this.leaf = leaf
    return { begins, level: 0 }
  }

  /** A line with nothing after its containers' markers. */
  private blankLine(depth: number, opened: boolean, matched: number): LineRole {
    this.truncate(depth)
    if (this.leaf.kind === 'paragraph') this.leaf = noLeaf
    const last = this.containers.at(-1)
    if (opened && last && !last.quote) last.bare = true
    return { begins: opened && matched === 0, level: 0 }
  }

  /** Closes what is open at `depth`, containers and leaf. */
  private close(depth: number): void {
    this.containers.length = depth
    this.leaf = noLeaf
  }

  /** Closes the containers from `depth` on; a leaf outside them stays open. */
  private truncate(depth: number): void {
    if (depth < this.containers.length) this.close(depth)
  }
}

function enterQuote(cursor: LineCursor, indent: Indent): void {
  cursor.skipIndent(indent)
  cursor.skip(1)
  if (cursor.indent().columns > 0) cursor.skipColumns(1)
}

/** The blocks of a text, and the offset where the last of them ends. */
export interface Cut {
  readonly blocks: readonly BlockCut[]
  readonly end: number
}

/**
 * Cuts a text at the lines where a top-level block begins. `start` must be an offset where no block is open. The scan ends before
 * the first block (other than the one at `start`) for whose offset `stop` returns true.
 */
export function cutBlocks(text: string, start: number, stop: (at: number) => boolean): Cut {
  const blocks: BlockCut[] = []
  const scanner = new BlockScanner(text)
  for (let line = start; line < text.length; ) {
    const end = lineEnd(text, line)
    const { begins, level } = scanner.line(line, end)
    if (begins && blocks.length > 0 && stop(line)) return { blocks, end: line }
    const last = blocks.at(-1)
    const deep = scanner.depth > maxDepth
    if (begins || !last) blocks.push({ start: blocks.length === 0 ? start : line, level, deep })
    else if (level > 0 || (deep && !last.deep))
      blocks[blocks.length - 1] = { start: last.start, level: level || last.level, deep: deep || last.deep }
    line = afterLineBreak(text, end)
  }
  return { blocks, end: text.length }
}

/** `cutBlocks` for a file: at its start there may be front matter, which is one block. */
export function cutFileBlocks(text: string, start: number, stop: (at: number) => boolean): Cut {
  const matter = start === textStartAfterFrontMatter(text) ? frontMatterEnd(text) : start
  if (matter === start) return cutBlocks(text, start, stop)
  const { blocks, end } = cutBlocks(text, matter, stop)
  return { blocks: [{ start, level: 0, deep: false, isFrontMatter: true }, ...blocks], end }
}
