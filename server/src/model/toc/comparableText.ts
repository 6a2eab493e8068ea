import { decodePercent } from '../../text/decodePercent.ts'
import { withoutInvisible } from '../../text/sanitize.ts'

/** A text in the form in which it is compared: without invisible characters, runs of spaces are one, and quotation marks are straight. */
export const comparableText = (text: string): string =>
  withoutInvisible(text).normalize('NFC').replace(/\s+/g, ' ').trim().replace(/[‘’ʼ]/g, "'").replace(/[“”]/g, '"')

/** Whether two texts look the same to a reader. */
export const isSameText = (a: string, b: string): boolean => a === b || comparableText(a) === comparableText(b)

/** The heading or id that an anchor means: `%20` decoded, and without the `user-content-` that GitHub puts before ids. */
export const comparableAnchor = (anchor: string): string => decodePercent(anchor).replace(/^user-content-/, '')
