/** A text as it may be shown: control characters, and those that turn the writing direction, would do things in a terminal or a message. */
export const sanitizeControlCharacters = (text: string): string =>
  text.replace(/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '·')
