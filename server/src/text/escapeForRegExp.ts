/** A text as a regular expression that matches it, with or without the `u` flag. */
export const escapeForRegExp = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
