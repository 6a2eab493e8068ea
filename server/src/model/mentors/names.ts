import type { Token } from './tokens.ts'

/** Words within a name that begin with a small letter. */
export const particles =
  /^(?:van|von|vom|zum|zur|zu|der|den|del|della|delle|des|dos|das|de|da|do|di|du|dal|la|le|el|al|af|av|op|te|ter|ten|bin|bint|ibn|abu|e|y|i)$/

/** Whether words are a name as people write it: all capitalised, but for particles (`Jan van der Dyk`) within it. */
export const looksLikeName = (words: readonly Token[]): boolean =>
  words.every(
    ({ kind, value }, index) =>
      kind === 'word' && (isCapital(value) || (index > 0 && index < words.length - 1 && particles.test(value))),
  )

/** Whether a word begins with a capital letter, or one of a script without them. */
export const isCapital = (word: string): boolean => /^[\p{Lu}\p{Lo}]/u.test(word)
