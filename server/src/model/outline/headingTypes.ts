import type { Span } from '../../text/span.ts'

/** A heading; spans are relative to its section's start. */
export interface Heading {
  readonly level: number
  /** The rendered text, trimmed. */
  readonly text: string
  /** The rendered text without images and HTML, not trimmed. */
  readonly source: string
  /** The alternative text of the images of a heading without other text; absent if it has no image. */
  readonly imageText?: string
  /** GitHub's slug of `source`, before repeats are numbered. */
  readonly slug: string
  readonly span: Span
  readonly textSpan: Span
}

/** A heading at its section's offset in the file, with its anchor (the slug, with `-1`, `-2` … for repeats). */
export interface PlacedHeading {
  readonly heading: Heading
  readonly at: number
  readonly anchor: string
}
