import {
  isCapitalizedWord,
  isLocationPreposition,
  isMentorTeamWord,
  isPlaceholderMentorWord,
  isSiteWord,
  nameParticles,
  sentenceWords,
  startsNoteWord,
} from './mentorWords.ts'
import { isRoleOnly, leadingRoleLabel } from './roles.ts'
import { areJobTitleTokens, isContactToken, type Token } from './tokens.ts'

/** Whether an entry is not a person: a sentence, a job (`Maintainer at Example`), a site, a placeholder, the template's entry. */
export function isNotAPerson(entry: readonly Token[]): boolean {
  if (isTemplateProse(entry) || isRoleOnly(entry)) return true
  if (entry.some(isContactToken)) return false
  const body = entry.slice(leadingRoleLabel(entry).length)
  const inner = body[0]?.kind === 'open' ? body.slice(1) : body
  const stop = inner.findIndex(({ kind }) => kind !== 'word')
  const words = (stop < 0 ? inner : inner.slice(0, stop)).map(({ value }) => value.replace(/[.!?…]+$/, ''))
  const [first = '', second = ''] = words
  const [begin] = inner
  if (begin === undefined || begin.kind === 'label') return false
  if (isPlaceholderMentorWord(first) || isSiteWord(first) || isSiteWord(second)) return true
  if (isLocationPreposition(first) || (areJobTitleTokens([begin]) && (words.length === 1 || isLocationPreposition(second))))
    return true
  return isTeamName(words) || isProseSentence(words) || endsProseSentence(words, inner.at(-1)!.value)
}

/** `Harbor Maintainers`, `The networking team` */
const isTeamName = (words: readonly string[]): boolean => words.length > 1 && isMentorTeamWord(words.at(-1)!)

function isProseSentence(words: readonly string[]): boolean {
  const [first = '', second = '', ...more] = words
  // `Contact: Jane Roe` begins with a label
  if (startsNoteWord(first) && (words.length === 1 ? !/^contact$/i.test(first) : more.length > 0)) return true
  // `Ida wrote it`
  if (words.length > 2 && isCapitalizedWord(first) && /^[a-z]{3}/.test(second) && !nameParticles.has(second)) return true
  return (
    words.length > 1 && !(isCapitalizedWord(first) && isCapitalizedWord(second)) && words.some((word) => sentenceWords.has(word))
  )
}

/** `and knows it all.` */
const endsProseSentence = (words: readonly string[], last: string): boolean =>
  (words.length > 2 && /[!?]$/.test(last)) || (words.length > 1 && last.endsWith('.') && !isCapitalizedWord(words[0]!))

/** `Name (@handle, email)`, as this extension inserts it for the author to fill in. */
const isTemplateProse = ([name, ...more]: readonly Token[]): boolean =>
  name?.value === 'Name' && more.some(({ kind, value }) => kind === 'handle' && value === 'handle')

/** `Ada and Ben from Example are also available to help`: an item that is a sentence about the mentors, not an entry. */
export function isRemarkOfMentors(item: readonly Token[]): boolean {
  const words = item.filter(({ kind }) => kind === 'word')
  return words.length > maxWordsOfNames && !item.some(isContactToken) && words.some(({ value }) => sentenceWords.has(value))
}

/** Two names of three words each. */
const maxWordsOfNames = 6
