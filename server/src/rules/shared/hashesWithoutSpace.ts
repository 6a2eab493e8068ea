import type { Idea } from '../../model/types.ts'
import type { Span } from '../../text/span.ts'

/** A line that was meant for a heading: no blank stands between its hashes and its text, so that it is a paragraph. */
export interface MissingSpaceHeading {
  readonly kind: 'project' | 'idea'
  /** The text behind the hashes; counts from the idea's start. */
  readonly textSpan: Span
  readonly marks: string
}

const tightLine = /^ {0,3}(#{2,6})((?=[^#\s])[^\r\n]{1,200})$/gm

/**
 * The lines of an idea that lack nothing but a blank to be the next project's or idea's heading: at one of their levels, outside
 * fences and comments. `text` is the idea's.
 */
export function tightHeadings(text: string, { heading }: Idea): readonly MissingSpaceHeading[] {
  if (heading === null) return []
  return [...text.matchAll(tightLine)].flatMap((match): readonly MissingSpaceHeading[] => {
    const [line, marks = '', title = ''] = match
    const kind = marks.length === heading.level ? 'idea' : marks.length === heading.level - 1 ? 'project' : null
    const before = text.slice(0, match.index)
    if (kind === null || !/^[^\p{P}\p{N}]*\p{L}/u.test(title)) return []
    if (isInFence(before) || before.lastIndexOf('<!--') > before.lastIndexOf('-->')) return []
    const start = match.index + line.length - title.length
    return [{ kind, marks, textSpan: { start, end: start + title.trimEnd().length } }]
  })
}

/** Whether a fence is open at a text's end. */
function isInFence(text: string): boolean {
  let open = ''
  for (const [, mark = ''] of text.matchAll(/^[ \t]*(?:[-*+][ \t]+)?(`{3,}|~{3,})/gm)) {
    if (open === '') open = mark
    else if (mark.startsWith(open)) open = ''
  }
  return open !== ''
}
