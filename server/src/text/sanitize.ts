/** Replaces control characters and those that change the writing direction: they act on terminals and messages. */
export const sanitizeControlCharacters = (text: string): string =>
  text.replace(/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '·')
