import { isAffiliation } from './affiliation.ts'
import { isMentorRoleWord, isSiteWord, nameParticles, startsNoteWord } from './mentorWords.ts'

/** A capitalized word with a lower-case letter, an initial, or a word of a script without capitals. */
const nameWord = /^(?:\p{Lu}(?:[\p{L}\p{M}'’-]{0,40}\p{Ll}[\p{L}\p{M}'’-]{0,40})?\.?|\p{Lo}[\p{Lo}\p{M}]{0,10})$/u

const personTitle = /^(?:Dr|Prof|Mrs?|Ms|Mx)\.?$/

/**
 * Whether words are the name of a person without any doubt: two or three capitalized ones, with a contact four, which name no
 * organization. `Ada Fern`, `Ada M. Fern`, `Jan van der Dyk`; neither `Ada` nor `CERN` nor `Red Hat`.
 */
export function isFullName(written: readonly string[], hasContact = false): boolean {
  const words = written.slice(written.findIndex((word) => !personTitle.test(word)))
  const [first = ''] = words
  const capitalized = words.filter((word) => !nameParticles.has(word))
  return (
    capitalized.length > 1 &&
    capitalized.length <= (hasContact ? 4 : 3) &&
    capitalized.every((word) => nameWord.test(word)) &&
    capitalized.some((word) => word.length > 2 || /^\p{Lo}/u.test(word)) &&
    capitalized[0] === first &&
    capitalized.at(-1) === words.at(-1) &&
    !startsNoteWord(first) &&
    !words.some((word) => isMentorRoleWord(word) || isSiteWord(word)) &&
    !isAffiliation(words)
  )
}
