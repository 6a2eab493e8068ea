import * as l10n from '@vscode/l10n'
import type { Phrase, PhraseValue } from '../protocol/phrase.ts'

/** `phrase('it is {0}', 'locked')` */
export const phrase = (text: string, ...values: readonly PhraseValue[]): Phrase => ({ text, values })

/** Nothing to say. */
export const noPhrase: Phrase = { text: '', values: [] }

/** A text that is the same in all languages, or translated already. */
export const literalPhrase = (text: string): Phrase => ({ text: '{0}', values: [text] })

/** Phrases after each other: `joinPhrases([a, b], '; ')` → `{0}; {1}`. */
export const joinPhrases = (phrases: readonly Phrase[], separator: string): Phrase => ({
  text: phrases.map((_, index) => `{${index}}`).join(separator),
  values: phrases,
})

/** `a, b or c`. */
export const eitherPhrase = (names: readonly string[]): Phrase =>
  names.length < 2 ? literalPhrase(names.join('')) : phrase('{0} or {1}', names.slice(0, -1).join(', '), names.at(-1)!)

/** In English, whatever the editor's language is. */
export const inEnglish = ({ text, values }: Phrase): string =>
  text.replace(/\{(\d+)\}/g, (place, index: string) => {
    const value = values[Number(index)]
    return value === undefined ? place : typeof value === 'object' ? inEnglish(value) : `${value}`
  })

/** In the editor's language. */
export const inEditorLanguage = ({ text, values }: Phrase): string =>
  l10n.t(text, ...values.map((value) => (typeof value === 'object' ? inEditorLanguage(value) : value)))
