import { afterLineBreak, lineEnd } from '../text/textLines.ts'
import {
  atxLevel,
  closesFence,
  closesHtml,
  type Fence,
  type HtmlKind,
  isThematicBreak,
  markerLength,
  opensFence,
  opensHtml,
  underlineLevel,
} from './blockStarts.ts'
import { Cursor, type Indent } from './lineCursor.ts'

/** A top-level block of a text (a heading, a list item, a paragraph, a fence …) with the blank lines behind it. */
export interface BlockCut {
  /** Where its first line begins, in the text. */
  readonly start: number
  /** 1 to 6 for a heading, ATX or setext; else 0. */
  readonly level: number
  /** Whether its containers are nested so deeply that it is not to be parsed. */
  readonly deep: boolean
}

/** With more nested containers than this remark gets slow and in the end overflows the stack. */
const deepest = 100

interface Container {
  readonly quote: boolean
  /** Columns that a line must be indented by to stay in this list item. */
  readonly indent: number
  /** A list item that began with a blank line and holds nothing yet: a second blank line ends it. */
  bare: boolean
}

type Leaf =
  | { readonly kind: 'none' | 'paragraph' | 'code' }
  | { readonly kind: 'fence'; readonly fence: Fence }
  | { readonly kind: 'html'; readonly html: HtmlKind }

const none: Leaf = { kind: 'none' }
const paragraph: Leaf = { kind: 'paragraph' }
const code: Leaf = { kind: 'code' }

/** What one line is at top level: `begins` a block there, is its heading's line, or goes on with what is open. */
interface LineRole {
  readonly begins: boolean
  readonly level: number
}

const goesOn: LineRole = { begins: false, level: 0 }

/** CommonMark's block structure (spec 0.31, appendix "Phase 1"), line by line, kept to what tells top-level blocks apart. */
class BlockScanner {
  private readonly containers: Container[] = []
  private leaf: Leaf = none
  private readonly text: string

  constructor(text: string) {
    this.text = text
  }

  get depth(): number {
    return this.containers.length
  }

  /** Takes in the line `start`–`end` (without its line ending). */
  line(start: number, end: number): LineRole {
    const cursor = new Cursor(this.text, start, end)
    const matched = this.matchContainers(cursor)
    const all = matched === this.containers.length
    if (all && this.leaf.kind === 'fence') return this.inFence(cursor, this.leaf.fence)
    if (all && this.leaf.kind === 'html') return this.inHtml(cursor, this.leaf.html)
    return this.openBlocks(cursor, matched, all)
  }

  /** How many of the open containers the line continues; the cursor comes to stand behind their marks. */
  private matchContainers(cursor: Cursor): number {
    for (const [depth, container] of this.containers.entries()) {
      const indent = cursor.indent()
      const blank = indent.at >= cursor.end
      if (container.quote) {
        if (!this.quoteMark(indent, cursor)) return depth
        enterQuote(cursor, indent)
      } else if (blank) {
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

  private quoteMark(indent: Indent, cursor: Cursor): boolean {
    return indent.columns < 4 && indent.at < cursor.end && this.text.charCodeAt(indent.at) === 62
  }

  private inFence(cursor: Cursor, fence: Fence): LineRole {
    const indent = cursor.indent()
    if (indent.columns < 4 && closesFence(this.text, indent.at, cursor.end, fence)) this.leaf = none
    return goesOn
  }

  private inHtml(cursor: Cursor, html: HtmlKind): LineRole {
    if (closesHtml(this.text, cursor.at, cursor.end, html)) this.leaf = none
    return goesOn
  }

  private openBlocks(cursor: Cursor, matched: number, all: boolean): LineRole {
    const inParagraph = this.leaf.kind === 'paragraph'
    const inCode = this.leaf.kind === 'code'
    const inTopCode = inCode && this.containers.length === 0
    let depth = matched
    for (let opened = false; ; opened = true) {
      const indent = cursor.indent()
      if (indent.at >= cursor.end) return this.blankRest(depth, opened, matched)
      const continues = inParagraph && !opened
      if (indent.columns >= 4) return continues ? goesOn : this.openLeaf(code, depth, matched === 0 && !(inTopCode && !opened))
      if (depth <= deepest && this.openContainer(cursor, indent, depth, all && !opened && (inParagraph || inCode))) {
        depth++
        continue
      }
      const begins = matched === 0
      const { at } = indent
      const level = atxLevel(this.text, at, cursor.end)
      if (level > 0) return { ...this.openLeaf(none, depth, begins), level: begins && depth === 0 ? level : 0 }
      const fence = opensFence(this.text, at, cursor.end)
      if (fence) return this.openLeaf({ kind: 'fence', fence }, depth, begins)
      const html = opensHtml(this.text, at, cursor.end, continues && all)
      // micromark lets a lone tag interrupt a paragraph that it continues lazily, and keeps it in the containers that stay open
      if (html === 7 && continues) {
        this.leaf = { kind: 'html', html }
        return goesOn
      }
      if (html) return this.openLeaf(closesHtml(this.text, at, cursor.end, html) ? none : { kind: 'html', html }, depth, begins)
      const underline = continues && all ? underlineLevel(this.text, at, cursor.end) : 0
      if (underline > 0) {
        this.leaf = none
        return { begins: false, level: depth === 0 ? underline : 0 }
      }
      if (isThematicBreak(this.text, at, cursor.end)) return this.openLeaf(none, depth, begins)
      return continues ? goesOn : this.openLeaf(paragraph, depth, begins)
    }
  }

  /** Opens a quote or a list item at the cursor, if one begins there. */
  private openContainer(cursor: Cursor, indent: Indent, depth: number, interruptsParagraph: boolean): boolean {
    if (this.quoteMark(indent, cursor)) {
      this.close(depth)
      enterQuote(cursor, indent)
      this.containers.push({ quote: true, indent: 0, bare: false })
      return true
    }
    if (isThematicBreak(this.text, indent.at, cursor.end)) return false
    const marker = markerLength(this.text, indent.at, cursor.end, interruptsParagraph)
    if (marker === 0) return false
    this.close(depth)
    const before = cursor.column
    cursor.skipIndent(indent)
    cursor.skip(marker)
    const behind = cursor.indent()
    const padding = behind.at >= cursor.end || behind.columns > 4 ? 1 : behind.columns
    this.containers.push({ quote: false, indent: cursor.column - before + padding, bare: false })
    cursor.skipColumns(padding)
    return true
  }

  private openLeaf(leaf: Leaf, depth: number, begins: boolean): LineRole {
    this.close(depth)
    this.leaf = leaf
    return { begins, level: 0 }
  }

  /** A line that is blank behind its containers' marks. */
  private blankRest(depth: number, opened: boolean, matched: number): LineRole {
    this.truncate(depth)
    if (this.leaf.kind === 'paragraph') this.leaf = none
    const last = this.containers.at(-1)
    if (opened && last && !last.quote) last.bare = true
    return { begins: opened && matched === 0, level: 0 }
  }

  /** Closes what is open at `depth`, containers and leaf. */
  private close(depth: number): void {
    this.containers.length = depth
    this.leaf = none
  }

  /** Closes the containers from `depth` on; a leaf above them stays open. */
  private truncate(depth: number): void {
    if (depth < this.containers.length) this.close(depth)
  }
}

function enterQuote(cursor: Cursor, indent: Indent): void {
  cursor.skipIndent(indent)
  cursor.skip(1)
  if (cursor.indent().columns > 0) cursor.skipColumns(1)
}

/**
 * Cuts a text at the lines where a top-level block begins. `start` must be a place where nothing is open.
 * `stop` is asked at every further cut, with its offset; where it answers true the scan ends before that block.
 */
export function cutBlocks(
  text: string,
  start: number,
  stop: (at: number) => boolean,
): { readonly blocks: readonly BlockCut[]; readonly end: number } {
  const blocks: BlockCut[] = []
  const scanner = new BlockScanner(text)
  for (let line = start; line < text.length; ) {
    const end = lineEnd(text, line)
    const { begins, level } = scanner.line(line, end)
    if (begins && blocks.length > 0 && stop(line)) return { blocks, end: line }
    const last = blocks.at(-1)
    const deep = scanner.depth > deepest
    if (begins || !last) blocks.push({ start: blocks.length === 0 ? start : line, level, deep })
    else if (level > 0 || (deep && !last.deep))
      blocks[blocks.length - 1] = { start: last.start, level: level || last.level, deep: deep || last.deep }
    line = afterLineBreak(text, end)
  }
  return { blocks, end: text.length }
}
