import { maxTextLength, readIdeaFileHeadings } from '../../model/ideaFile.ts'
import { comparableAnchor } from '../../model/toc/comparableText.ts'
import { type Span, shift } from '../../text/span.ts'

/** The heading of an anchor in a Markdown file that is not a list; the file's start if there is none. */
export function headingSpan(text: string, anchor: string | null): Span {
  const top = { start: 0, end: 0 }
  if (anchor === null || text.length > maxTextLength) return top
  const wanted = comparableAnchor(anchor)
  const headings = readIdeaFileHeadings(text)
  const found =
    headings.find((placed) => placed.anchor === wanted) ?? headings.find((placed) => placed.anchor === wanted.toLowerCase())
  return found ? shift(found.heading.textSpan, found.at) : top
}
