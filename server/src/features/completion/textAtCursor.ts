import type { IdeaFile, PlacedSection } from '../../model/types.ts'
import { parseBlocks } from '../../syntax/parse.ts'
import { cutSections } from '../../syntax/sections.ts'
import { lowerBound } from '../../text/lowerBound.ts'
import { listMarker } from '../../text/textLines.ts'
import type { CursorLine } from './cursorLine.ts'

/** Whether what is typed at the cursor is text, not part of code, HTML, front matter, or of a comment unless `inComment` allows it. */
export function isTextAtCursor(file: IdeaFile, line: CursorLine, inComment: boolean): boolean {
  const section = sectionAtCursor(file.sections, line.start)
  if (section === undefined) return !isCursorInFrontMatter(file.text, line)
  const before = file.text.slice(section.at, line.start)
  if (isCursorInFrontMatter(file.text, line) || !startsInTextAtCursor(before, line)) return false
  return inComment || !isCursorInInlineCode(file.text, before, line)
}

/** `---` at the file's start, up to the next `---`. Not front matter if that is missing. */
function isCursorInFrontMatter(text: string, { start, cursor }: CursorLine): boolean {
  const first = text.charCodeAt(0) === 0xfeff ? 1 : 0
  if (!/^---[ \t]*[\r\n]/.test(text.slice(first, first + 200))) return false
  if (/[\r\n](?:---|\.\.\.)[ \t]*[\r\n]/.test(text.slice(first, start))) return false
  return cursor > first && /(?:^|[\r\n])(?:---|\.\.\.)[ \t]*(?:[\r\n]|$)/.test(text.slice(Math.max(start, first + 4)))
}

/** Whether the cursor's line begins outside of code and HTML that start above it. `before` is its section up to the line. */
function startsInTextAtCursor(before: string, { text }: CursorLine): boolean {
  const mark = listMarker.exec(text)?.[0] ?? /^[ \t]*/.exec(text)![0]
  if (!/[<]|```|~~~/.test(before) && !/^(?: {4}| {0,3}\t)/.test(mark)) return true
  const block = cutSections(`${before}${mark}x`).at(-1)?.blocks.at(-1)
  // a block that is too long or too deep is not parsed
  const last = block && parseBlocks([block])[0]?.at(-1)
  if (last === undefined) return false
  let inner: SyntaxNode = last.node
  for (let next = inner.children?.at(-1); next !== undefined; next = inner.children?.at(-1)) inner = next
  return !isCodeOrHtml(inner)
}

/** Whether the cursor is in inline code or inline HTML, as in `` `[x](#|)` `` and `<!-- Ada| -->`. */
function isCursorInInlineCode(text: string, before: string, line: CursorLine): boolean {
  const paragraph = `${before.slice(paragraphStartAtCursor(before))}${line.head}`
  if (!/[`<]/.test(paragraph)) return false
  const rest = text.slice(line.cursor)
  const end = rest.search(/(?:\r\n?|\n)[ \t]*(?:[\r\n]|$)/)
  // the letter marks the cursor: it belongs to the node that typed text would belong to
  const source = `${before}${line.head}x${end < 0 ? rest : rest.slice(0, end)}`
  const node = innermostNodeAtCursor(source, before.length + line.head.length)
  return node !== null && isCodeOrHtml(node)
}

/** Where the last paragraph of a text begins, at the earliest. */
function paragraphStartAtCursor(text: string): number {
  const lines = [...text.matchAll(/(?:\r\n?|\n)[ \t]*(?:\r\n?|\n)/g)]
  const last = lines.at(-1)
  return last === undefined ? 0 : last.index + last[0].length
}

interface SyntaxNode {
  readonly type: string
  readonly children?: readonly SyntaxNode[]
  readonly position?: { readonly start: SyntaxPoint; readonly end: SyntaxPoint } | undefined
}

interface SyntaxPoint {
  readonly offset?: number | undefined
}

/** The innermost node at an offset of a text; null if its block cannot be parsed. */
function innermostNodeAtCursor(text: string, offset: number): SyntaxNode | null {
  let sectionStart = text.charCodeAt(0) === 0xfeff ? 1 : 0
  for (const { blocks, length } of cutSections(text)) {
    const at = offset - sectionStart
    const block = blocks.find((each) => each.at <= at && at < each.at + each.text.length)
    if (block !== undefined) return nodeAtCursorInBlock(parseBlocks([block])[0] ?? [], at - block.at)
    sectionStart += length
  }
  return null
}

function nodeAtCursorInBlock(nodes: ReturnType<typeof parseBlocks>[number], offset: number): SyntaxNode | null {
  const contains =
    (base: number) =>
    ({ position }: SyntaxNode): boolean =>
      position?.start.offset !== undefined &&
      position.end.offset !== undefined &&
      position.start.offset - base <= offset &&
      offset < position.end.offset - base
  const top = nodes.find(({ node, base }) => contains(base)(node))
  if (top === undefined) return null
  let inner: SyntaxNode = top.node
  for (let next = inner.children?.find(contains(top.base)); next !== undefined; next = inner.children?.find(contains(top.base)))
    inner = next
  return inner
}

const isCodeOrHtml = ({ type }: SyntaxNode): boolean => type === 'code' || type === 'html' || type === 'inlineCode'

/** The section that contains an offset; the second one if it is between two. */
const sectionAtCursor = (sections: readonly PlacedSection[], offset: number): PlacedSection | undefined =>
  sections[lowerBound(sections, ({ at }) => at <= offset) - 1]
