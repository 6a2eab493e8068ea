import type { Span } from '../text/span.ts'

/** A link to an absolute or relative target. */
export interface Link {
  readonly url: string
  readonly text: string
  readonly span: Span
}

/** A link into its own file or to a file of the repository: anything but an absolute URL. Spans count from its section's start. */
export interface LocalLink {
  /** As written, up to a `?` or `#`; empty for a link into its own file. */
  readonly path: string
  /** The fragment after `#`, as written; null if there is none. */
  readonly anchor: string | null
  /** The target: path and anchor. */
  readonly span: Span
  /** The link's text; null for a link definition and for HTML. */
  readonly textSpan: Span | null
}
