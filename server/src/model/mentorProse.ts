import { isContact, isPlaceWord, isPost, isRole, isSite, type Token } from './mentorTokens.ts'

/** Words of sentences, in lower case as within one; they stand in no name. */
const sentenceWords: ReadonlySet<string> = new Set(
  `the for is are was been would will can should must not if when than this that these those there here who whom whose which what
  we us our you your they them their please welcome wanted needed need needs looking searching seeking more another someone
  somebody anyone anybody nobody everyone help reach contact ask ping via`.split(/\s+/),
)

/** With what notes begin, and no name does. */
const noteBegins =
  /^(?:please|looking|searching|seeking|someone|somebody|anyone|anybody|nobody|everyone|who|we|they|note|todo|the|if|contact)$/i

const nobodyYet = /^(?:tbd|tba|tbc|n\/a|none)$/i

/** Whether an entry names nobody: a sentence, a post (`Maintainer at Example`), a site, a place to be filled, the form of an entry. */
export function namesNobody(entry: readonly Token[]): boolean {
  if (isForm(entry)) return true
  if (entry.some(isContact)) return false
  const other = entry.findIndex(({ kind }) => kind !== 'word')
  const words = (other < 0 ? entry : entry.slice(0, other)).map(({ value }) => value.replace(/[.!?…]+$/, ''))
  const [first = '', second = ''] = words
  const [begin] = entry
  if (begin === undefined || begin.kind === 'label') return false
  if (nobodyYet.test(first) || isSite(first) || isSite(second)) return true
  if (isPlaceWord(first) || (isPost([begin]) && (words.length === 1 || isPlaceWord(second)))) return true
  return words.length > 2 && (isNote(words) || /[!?]$/.test(entry.at(-1)!.value))
}

/** A note is a sentence; behind a name it is somebody's remark. */
function isNote([first = '', second = '', ...more]: readonly string[]): boolean {
  if (noteBegins.test(first)) return true
  const isName = isCapital(first) && isCapital(second)
  return !isName && [first, second, ...more].some((word) => sentenceWords.has(word))
}

const isCapital = (word: string): boolean => /^[\p{Lu}\p{Lo}]/u.test(word)

/** `Name (@handle, e-mail)`, as the tool itself puts it in for an author to fill in. */
const isForm = ([name, ...more]: readonly Token[]): boolean =>
  name?.value === 'Name' && more.some(({ kind, value }) => kind === 'handle' && value === 'handle')

/** Whether an entry says nothing but which part somebody takes (`Primary:`). */
export const isRoleOnly = (entry: readonly Token[]): boolean =>
  entry.some(({ kind }) => kind === 'word') &&
  entry.every(({ kind, value }) => (kind === 'word' ? isRole(value) : kind === 'colon' || kind === 'dash'))

/** Whether a word says that somebody is the primary mentor. */
export const isPrimaryWord = ({ kind, value }: Token): boolean => kind === 'word' && /^primary(?:-mentor)?\.?$/i.test(value)
