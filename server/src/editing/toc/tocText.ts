import type { IdeaFile, PlacedHeading } from '../../model/types.ts'
import { withoutInvisible } from '../../text/sanitize.ts'

/**
 * A heading's text as a link text: its source if that means the same inside a link. If it contains a link, an image or HTML: its
 * rendered text with Markdown characters escaped.
 */
export function entryText(file: IdeaFile, { heading, at }: PlacedHeading): string {
  const source = file.text.slice(at + heading.textSpan.start, at + heading.textSpan.end)
  // a lone backtick of the heading could pair with one after the link
  const isPlain = !/[[\]<\r\n\ufeff]|\\$/.test(source) && !heading.text.includes('`')
  if (isPlain) return withoutInvisible(source).trim()
  return withoutInvisible(heading.text).replace(/[\\`*_[\]<~]|&(?=#?\w+;)/g, '\\$&')
}

/** A heading's anchor as a link target. */
export const entryTarget = ({ anchor }: Pick<PlacedHeading, 'anchor'>): string =>
  `#${anchor.replace(/[\s<>\\]|\p{Cc}/gu, (char) => encodeURIComponent(char))}`
