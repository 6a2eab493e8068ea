import type { FieldKey } from '../types.ts'
import { type LabelRole, labelPrefixes, labelRoleWords, notOfMentors } from './labelWords.ts'

const labelIcon = String.raw`(?:[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{So}\u{1F1E6}-\u{1F1FF}\u200d\u20e3\ufe0f]|:[a-z][\w+-]{1,30}:)`

/** Icons and spaces (no-break ones too) before a label, or after it: `🎯 `. */
export const iconsAhead = new RegExp(String.raw`^(?:${labelIcon}|[ \t\u00a0])+`, 'u')
const iconsAfter = new RegExp(String.raw`(?:${labelIcon}|[ \t\u00a0]){1,20}$`, 'u')

/** Only words, as most labels are: nothing is to be removed there. */
const onlyWords = /^[A-Za-z]{1,30}(?: [A-Za-z]{1,30}){0,6}$/

/** A label as it is compared: `**Mentor(s):**` → `mentors`. */
export function plainLabelText(written: string): string {
  if (onlyWords.test(written)) return written.toLowerCase()
  return written
    .slice(0, 200)
    .replace(/!\[[^\]]*\]\([^)]*\)/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/<[^<>]*>/g, '')
    .replace(/[*_`]/g, '')
    .replaceAll('\u00a0', ' ')
    .replace(iconsAhead, '')
    .replace(iconsAfter, '')
    .replace(/[:：]$/, '')
    .trim()
    .toLowerCase()
    .replace(/\(s\)/g, 's')
    .replace(/\s+/g, ' ')
}

/** `technologies` → `technology`, `skills` → `skill` */
function singularLabelWord(word: string): string {
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`
  return word.length > 3 && word.endsWith('s') ? word.slice(0, -1) : word
}

/** What two labels of one field have in common: number, brackets and a word such as "possible" ahead do not tell them apart. */
export function labelKey(written: string): string {
  const plain = plainLabelText(written)
  const name = plain.endsWith(')') ? plain.replace(/ ?\([^()]*\)$/, '') : plain
  const words = name.split(' ')
  const own = words.length > 1 && labelPrefixes.includes(words[0]!) ? words.slice(1) : words
  if (onlyWords.test(name)) return own.map(singularLabelWord).join(' ')
  return own
    .join(' ')
    .replace(/(\p{L}{2,})ies(?!\p{L})/gu, '$1y')
    .replace(/(\p{L}{3,})s(?!\p{L})/gu, '$1')
}

const maxRoleWords = 6
const maxRoleLength = 60
const isLatinLabelKey = (word: string): boolean => /^[\p{Script=Latin}\p{Script=Cyrillic}'-]+$/u.test(word)

const roleTables = labelRoleWords.map(([role, known]) => ({
  role,
  whole: new Set(known.filter(isLatinLabelKey)),
  /** Of scripts without spaces between words. */
  anywhere: known.filter((word) => !isLatinLabelKey(word)),
}))

/** What a label is for, by its words; null if they do not say. */
export function roleOfLabelKey(written: string): LabelRole | null {
  const name = plainLabelText(written).replaceAll('_', ' ')
  if (name === '' || name.length > maxRoleLength) return null
  const words = name.split(/[^\p{L}\p{N}-]+/u).filter((word) => word !== '')
  if (words.length > maxRoleWords) return null
  const found = roleTables.find(
    ({ whole, anywhere }) => words.some((word) => whole.has(word)) || anywhere.some((part) => name.includes(part)),
  )
  if (found === undefined) return null
  const { role } = found
  return role === 'mentor' && words.some((word) => notOfMentors.includes(word)) ? null : role
}

/** The field that a label of a role is. */
export const fieldOfRole: Readonly<Record<LabelRole, FieldKey>> = {
  mentor: 'mentors',
  person: 'other',
  size: 'size',
  difficulty: 'difficulty',
  skills: 'recommendedSkills',
  outcome: 'expectedOutcome',
  description: 'description',
  issue: 'upstreamIssue',
}
