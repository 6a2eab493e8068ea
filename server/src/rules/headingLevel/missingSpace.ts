import type { Idea } from '../../model/types.ts'
import type { Span } from '../../text/span.ts'

/** A line like `##Title`, which is a paragraph: the space after the hashes is missing. */
export interface MissingSpaceHeading {
  readonly kind: 'project' | 'idea'
  /** The text after the hashes, relative to the idea. */
  readonly textSpan: Span
  readonly hashes: string
}

const hashesWithoutSpace = /^ {0,3}(#{2,6})((?=[^#\s])[^\r\n]{1,200})$/gm

/** The lines of an idea, outside fences and comments, that would be a project's or an idea's heading with a space after the hashes. */
export function missingSpaceHeadings(text: string, { heading }: Idea): readonly MissingSpaceHeading[] {
  if (heading === null) return []
  return [...text.matchAll(hashesWithoutSpace)].flatMap((match): readonly MissingSpaceHeading[] => {
    const [line, hashes = '', title = ''] = match
    const kind = hashes.length === heading.level ? 'idea' : hashes.length === heading.level - 1 ? 'project' : null
    const before = text.slice(0, match.index)
    if (kind === null || !/^[^\p{P}\p{N}]*\p{L}/u.test(title)) return []
    if (isInFence(before) || before.lastIndexOf('<!--') > before.lastIndexOf('-->')) return []
    const start = match.index + line.length - title.length
    return [{ kind, hashes, textSpan: { start, end: start + title.trimEnd().length } }]
  })
}

/** Whether a code fence is open at the end of a text. */
function isInFence(text: string): boolean {
  let open = ''
  for (const [, mark = ''] of text.matchAll(/^[ \t]*(?:[-*+][ \t]+)?(`{3,}|~{3,})/gm)) {
    if (open === '') open = mark
    else if (mark.startsWith(open)) open = ''
  }
  return open !== ''
}
