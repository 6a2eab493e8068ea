import type { IdeaFile, PlacedHeading } from '../../model/types.ts'

/**
 * A heading's text as the text of a link. Its own source where that reads the same inside a link; else (it holds a link, an
 * image or HTML) what a reader sees of it, with the marks of Markdown escaped.
 */
export function entryText(file: IdeaFile, { heading, at }: PlacedHeading): string {
  const source = file.text.slice(at + heading.textSpan.start, at + heading.textSpan.end)
  if (!/[[\]<\r\n\ufeff]|\\$/.test(source)) return source.trim()
  return heading.text.replace(/[\\`*_[\]<&~]/g, '\\$&')
}

/** A heading's anchor as the target of a link. */
export const entryTarget = ({ anchor }: Pick<PlacedHeading, 'anchor'>): string =>
  `#${anchor.replace(/[\s<>\\]|\p{Cc}/gu, (char) => encodeURIComponent(char))}`
