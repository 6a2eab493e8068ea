import * as l10n from '@vscode/l10n'
import { sanitizeControlCharacters } from './sanitize.ts'

/** `  two\n words ` → `two words`. */
export const oneLine = (text: string): string => text.replace(/\s{2,}|[^\S ]/g, ' ').trim()

/** Marks a text that is translated where it is shown: `l10n.t(title)`. */
export const translatable = (text: string): string => text

/** A piece of a document for a message: on one line, at most `maxLength` characters. */
export function truncate(text: string, maxLength = 60): string {
  const letters = Array.from(sanitizeControlCharacters(oneLine(text.slice(0, 4 * maxLength))))
  return letters.length <= maxLength
    ? letters.join('')
    : `${letters
        .slice(0, maxLength - 1)
        .join('')
        .trimEnd()}…`
}

/** `"…"`, see {@link truncate}. */
export const quote = (text: string, maxLength = 60): string => `"${truncate(text, maxLength)}"`

/** `a, b or c`. */
export const joinWithOr = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : l10n.t`${names.slice(0, -1).join(', ')} or ${names.at(-1)!}`

/** `a, b and c`. */
export const joinWithAnd = (values: readonly string[]): string =>
  values.length < 2 ? values.join('') : l10n.t`${values.slice(0, -1).join(', ')} and ${values.at(-1)!}`

/** `1234567` → `1,234,567` */
export const formatNumber = (count: number): string => String(count).replace(/\B(?=(?:\d{3})+$)/g, ',')

/** `mentor` for 1, otherwise `mentors`. */
export const pluralOf = (count: number, noun: string): string => l10n.t(count === 1 ? noun : `${noun}s`)

const oneOf = (noun: string): string => `1 ${noun}`
const manyOf = (noun: string): string => `{0} ${noun}s`

/** `3 ideas`, `2,000 ideas`, in English whatever the editor's language is. */
export const pluralizeEnglish = (count: number, noun: string): string =>
  `${formatNumber(count)} ${count === 1 ? noun : `${noun}s`}`

/** `0 mentors`, `1 mentor`, `2 mentors`; `shown` is the number as it is to be written. */
export const pluralize = (count: number, noun: string, shown: string | number = count): string =>
  count === 1 ? l10n.t(oneOf(noun)) : l10n.t(manyOf(noun), shown)

/** The same, empty for 0. */
export const pluralizeAny = (count: number, noun: string): string => (count === 0 ? '' : pluralize(count, noun))
