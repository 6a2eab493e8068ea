import { decodePercent } from '../../text/decodePercent.ts'
import { withoutInvisible } from '../../text/sanitize.ts'

/**
 * A text in the form in which it is compared: without invisible characters and what CommonMark does not know as marks, runs of spaces are
 * one, and quotation marks are straight.
 */
export const comparableText = (text: string): string =>
  withoutMarks(withoutInvisible(text)).normalize('NFC').replace(/\s+/g, ' ').trim().replace(/[‘’ʼ]/g, "'").replace(/[“”]/g, '"')

/** `~~Sign~~ copies[^1] :rocket: {#own}` → `Sign copies`: strikethrough, notes, emoji by name, and an id for other viewers of Markdown. */
const withoutMarks = (text: string): string => (mayHaveMarks.test(text) ? text.replace(extensionMarks, '') : text)

const mayHaveMarks = /[~:{]|\[\^/
const extensionMarks = /~{1,2}|\[\^[^[\]\s]{1,100}\]|:[a-z0-9_+-]{1,40}:|\{:?[^{}]{1,200}\}[ \t]*$/g

/** Whether two texts look the same to a reader. */
export const isSameText = (a: string, b: string): boolean => a === b || comparableText(a) === comparableText(b)

/** The heading or id that an anchor means: `%20` decoded, and without the `user-content-` that GitHub puts before ids. */
export const comparableAnchor = (anchor: string): string => decodePercent(anchor).replace(/^user-content-/, '')
