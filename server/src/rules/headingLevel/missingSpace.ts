import * as l10n from '@vscode/l10n'
import type { Idea } from '../../model/types.ts'
import type { Span } from '../../text/span.ts'
import { quote } from '../../text/wording.ts'
import type { RuleReport } from '../rule.ts'

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
    if (areHashesInFence(before) || before.lastIndexOf('<!--') > before.lastIndexOf('-->')) return []
    const start = match.index + line.length - title.length
    return [{ kind, hashes, textSpan: { start, end: start + title.trimEnd().length } }]
  })
}

/** Whether a code fence is open at the end of a text. */
function areHashesInFence(text: string): boolean {
  let open = ''
  for (const [, mark = ''] of text.matchAll(/^[ \t]*(?:[-*+][ \t]+)?(`{3,}|~{3,})/gm)) {
    if (open === '') open = mark
    else if (mark.startsWith(open)) open = ''
  }
  return open !== ''
}

/** Reports a heading without a space after its hashes; `text` is what follows them. */
export function missingSpaceReport({ hashes, textSpan }: MissingSpaceHeading, text: string): RuleReport {
  const at = textSpan.start
  return {
    span: { start: at - hashes.length, end: textSpan.end },
    message: l10n.t`${quote(hashes + text)} is not a heading because the space after "${hashes}" is missing; expected ${quote(`${hashes} ${text}`)}.`,
    fix: 'review',
    fixes: () => [
      { title: l10n.t`Add a space after "${hashes}"`, kind: 'review', edits: [{ span: { start: at, end: at }, newText: ' ' }] },
    ],
  }
}
