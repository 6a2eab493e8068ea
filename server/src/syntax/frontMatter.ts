import { afterLineBreak, lineEnd } from '../text/textLines.ts'

/** A byte-order mark belongs to no section: remark does not count it either. */
export const textStartAfterFrontMatter = (text: string): number => (text.charCodeAt(0) === 0xfeff ? 1 : 0)

/** A longer one has no end (UTF-16): it is looked for at every keystroke. */
const maxFrontMatter = 64 * 1024

/**
 * Where the YAML front matter ends, after its last line break; the text's start if it has none. It is not Markdown:
 *
 *     ---
 *     # a comment, not a heading
 *     title: Ideas
 *     ---
 */
export function frontMatterEnd(text: string): number {
  const start = textStartAfterFrontMatter(text)
  const limit = Math.min(text.length, start + maxFrontMatter)
  if (!isFrontMatterDelimiter(text, start)) return start
  for (let at = afterLineBreak(text, lineEnd(text, start)); at < limit; at = afterLineBreak(text, lineEnd(text, at)))
    if (isFrontMatterDelimiter(text, at)) return Math.min(text.length, afterLineBreak(text, lineEnd(text, at)))
  return start
}

/** Whether the line at `start` is `---`, with only spaces after it. */
const isFrontMatterDelimiter = (text: string, start: number): boolean =>
  text.startsWith('---', start) && /^[ \t]*$/.test(text.slice(start + 3, lineEnd(text, start)))
