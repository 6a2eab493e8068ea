import { isCapital, particles } from './names.ts'
import { isRoleOnly } from './roles.ts'
import { isContact, isJobTitle, isLocationPreposition, isSite, type Token } from './tokens.ts'

/** Words of sentences, in lower case as within one; they stand in no name. */
const sentenceWords: ReadonlySet<string> = new Set(
  `the for is are was been would will can should must not if when than this that these those there here who whom whose which what
  we us our you your they them their please welcome wanted needed need needs looking searching seeking more another someone
  somebody anyone anybody nobody everyone help reach contact ask ping via be to come has have`.split(/\s+/),
)

/** With what notes begin, and no name does. */
const noteBegins =
  /^(?:please|looking|searching|seeking|someone|somebody|anyone|anybody|nobody|everyone|who|we|you|they|note|todo|the|if|any|contact)$/i

const nobodyYet = /^(?:tbd|tba|tbc|n\/a|none)$/i

/** Whether an entry names nobody: a sentence, a post (`Maintainer at Example`), a site, a place to be filled, the form of an entry. */
export function isNotAPerson(entry: readonly Token[]): boolean {
  if (isForm(entry) || isRoleOnly(entry)) return true
  if (entry.some(isContact)) return false
  const said = entry[0]?.kind === 'open' ? entry.slice(1) : entry
  const other = said.findIndex(({ kind }) => kind !== 'word')
  const words = (other < 0 ? said : said.slice(0, other)).map(({ value }) => value.replace(/[.!?…]+$/, ''))
  const [first = '', second = ''] = words
  const [begin] = said
  if (begin === undefined || begin.kind === 'label') return false
  if (nobodyYet.test(first) || isSite(first) || isSite(second)) return true
  if (isLocationPreposition(first) || (isJobTitle([begin]) && (words.length === 1 || isLocationPreposition(second)))) return true
  return isNote(words) || endsSentence(words, said.at(-1)!.value)
}

/** A note is a sentence; behind a name it is somebody's remark. */
function isNote(words: readonly string[]): boolean {
  const [first = '', second = '', ...more] = words
  // the one word of `Contact: Jane Roe` is a label
  if (noteBegins.test(first) && (words.length === 1 ? !/^contact$/i.test(first) : more.length > 0)) return true
  // `Ida wrote it`
  if (words.length > 2 && isCapital(first) && /^[a-z]{3}/.test(second) && !particles.test(second)) return true
  return words.length > 1 && !(isCapital(first) && isCapital(second)) && words.some((word) => sentenceWords.has(word))
}

/** Whether words end as a sentence does, or a clause of one (`and knows it all.`). */
const endsSentence = (words: readonly string[], last: string): boolean =>
  (words.length > 2 && /[!?]$/.test(last)) || (words.length > 1 && last.endsWith('.') && !isCapital(words[0]!))

/** `Name (@handle, e-mail)`, as the tool itself puts it in for an author to fill in. */
const isForm = ([name, ...more]: readonly Token[]): boolean =>
  name?.value === 'Name' && more.some(({ kind, value }) => kind === 'handle' && value === 'handle')

/** Whether a word says that somebody is the primary mentor. */
export const isPrimaryWord = ({ kind, value }: Token): boolean => kind === 'word' && /^primary(?:-mentor)?\.?$/i.test(value)
