import type { Nodes } from 'mdast'
import type { BlockNode } from '../../syntax/parse.ts'
import { htmlSpans } from '../../syntax/parse.ts'
import { type Span, trimSpan } from '../../text/span.ts'

/** The comments (`<!-- … -->`) below a node of a block, in their order; spans count from the block's start. */
export function commentsIn(node: Nodes, text: string, base: number): readonly Span[] {
  if (!text.includes('<!--')) return []
  return htmlSpans({ node: node as BlockNode['node'], base }).flatMap((span) => commentsOf(text, span))
}

/** A line that begins with a comment is HTML to its end: what stands behind the comment is not. */
function commentsOf(text: string, { start, end }: Span): readonly Span[] {
  const found: Span[] = []
  for (let at = text.indexOf('<!--', start); at >= 0 && at < end; at = text.indexOf('<!--', at)) {
    const close = text.indexOf('-->', at + 2)
    // remark lets an open comment in an item end in the next one
    const stop = close < 0 || close >= end ? trimSpan(text, { start: at, end: Math.min(end, text.length) }).end : close + 3
    found.push({ start: at, end: stop })
    at = Math.max(stop, at + 4)
  }
  return found
}

/** The text with blanks in the place of its comments, so that no offset changes; line ends stay. */
export function withoutComments(text: string, comments: readonly Span[]): string {
  if (comments.length === 0) return text
  let shown = ''
  let at = 0
  for (const { start, end } of comments) {
    shown += text.slice(at, start) + text.slice(start, end).replace(/[^\r\n]/g, ' ')
    at = end
  }
  return shown + text.slice(at)
}
