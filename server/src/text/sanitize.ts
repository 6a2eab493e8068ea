/** Replaces control characters and those that change the writing direction: they act on terminals and messages. */
export const sanitizeControlCharacters = (text: string): string =>
  text.replace(/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '·')

/** A text without characters that have no shape: soft hyphens, zero-width spaces, marks of the writing direction. */
export const withoutInvisible = (text: string): string =>
  invisible.test(text) ? text.replace(new RegExp(invisible, 'gu'), '') : text

const invisible = /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/u

/** `  Sign\n it ` → `Sign it` */
export const singleSpaced = (text: string): string => text.replace(/\s+/g, ' ').trim()
