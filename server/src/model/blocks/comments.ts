import { type BlockNode, parsedHtmlSpans } from '../../syntax/parse.ts'
import { type Span, trimSpan } from '../../text/span.ts'

/** The comments (`<!-- … -->`) in a block, in the order of the text; spans count from the block's start. */
export function commentsIn(node: BlockNode, text: string): readonly Span[] {
  if (!text.includes('<!--')) return noComments
  return parsedHtmlSpans(node).flatMap((span) => commentsOf(text, span))
}

const noComments: readonly Span[] = []

/** The comments in an HTML node. It can contain more than a comment: a line that begins with one is HTML to its end. */
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

/** The text with its comments replaced by spaces, except for line breaks: no offset changes. */
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
