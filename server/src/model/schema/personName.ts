import { isJobWord } from '../mentors/mentorWords.ts'
import { chatWords, entryRoles, groupWords, noPersonPhrases, noPersonWords } from './labelWords.ts'

/** `Ada Fern - primary`, `Ada Fern as a primary mentor` */
const primaryMark =
  /[ \t]*(?:[-–—(,][ \t]?|[ \t]as[ \t](?:an?[ \t]|the[ \t])?)primary(?:[ \t]mentor)?\)?(?=[^\p{L}]*$|[ \t]*[-–—])/iu

/** `Ada Fern (Example University)`, `Ada Fern core developer` → `Ada Fern` */
export function withoutNote(written: string): { readonly name: string; readonly isPrimary: boolean } {
  const short = written.slice(0, maxLookAtName)
  const unmarked = short.replace(primaryMark, '')
  const bare = unmarked
    .replace(/[ \t]*[([][^()[\]]*[)\]]?$/, '')
    .replace(/[ \t]+(?:e-?mail|git ?hub)[ \t]*:?$/i, '')
    .replace(/[\s\-–—,;:.!]+$/, '')
  const name = withoutJob(bare === '' ? unmarked : bare)
  return { name, isPrimary: unmarked !== short }
}

/** `Ada Fern, maintainer of the map` is cut before; this cuts `Ada Fern core developer`. */
function withoutJob(name: string): string {
  const words = name.split(' ')
  const job = words.findIndex((word, index) => index >= minNameWords && /^\p{Ll}/u.test(word) && isJobWord(word))
  if (job < 0) return name
  const end = words.findIndex((word, index) => index >= minNameWords && /^\p{Ll}/u.test(word))
  return words.slice(0, end).join(' ')
}

const maxLookAtName = 200
const minNameWords = 2
const maxNameWords = 6
/** `Alternate mentor`, `Mentor name` */
const maxMentorWords = 3
const mentorWord = /^(?:co)?mentors?$/

/** Whether words can be a person's name: not a word for no one, a role, several people, a place to chat, or a job. */
export function isPersonName(name: string): boolean {
  const plain = name
    .toLowerCase()
    .replace(/[.!?:]+$/, '')
    .trim()
  const words = plain.split(/[^\p{L}]+/u)
  return (
    plain !== '' &&
    name.split(' ').length <= maxNameWords &&
    !noPersonWords.includes(plain) &&
    !noPersonPhrases.some((phrase) => plain.startsWith(phrase)) &&
    !entryRoles.includes(plain) &&
    !(words.length <= maxMentorWords && words.some((word) => mentorWord.test(word))) &&
    !chatWords.includes(plain) &&
    !isJobWord(plain.slice(plain.lastIndexOf(' ') + 1)) &&
    !words.some((word) => groupWords.includes(word)) &&
    /\p{L}/u.test(plain)
  )
}
