import type { Span } from '../../text/span.ts'
import type { LabelRole } from './labelWords.ts'

/**
 * How a label is written:
 * `item`: `- Label: value` · `paragraph`: `**Label**: value` · `ownLine`: `**Label**⏎value` · `plain`: `Label: value` ·
 * `bareItem`: `- Label⏎` · `heading`: `#### Label` · `row`: `| Label | value |` · `column`: a table's head · `frontMatter`: `label:`
 */
export type LabelForm = 'item' | 'paragraph' | 'ownLine' | 'plain' | 'bareItem' | 'heading' | 'row' | 'column' | 'frontMatter'

/** A short phrase before a value; spans count from the section's start. */
export interface LabelOccurrence {
  /** As a reader sees it, without marks, icons and colon. */
  readonly text: string
  readonly key: string
  readonly role: LabelRole | null
  readonly form: LabelForm
  readonly isEmphasized: boolean
  /** Columns before its bullet; 0 for a label without one. */
  readonly indent: number
  readonly labelSpan: Span
  /** Where the value begins: after the colon. */
  readonly valueStart: number
  /** Where what is on the label's own line ends. */
  readonly lineEnd: number
}
