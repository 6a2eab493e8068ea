import { plainLetters } from '../../text/plainLetters.ts'
import type { Suggestion } from './suggestion.ts'

/** A run of letters and digits; `+` is part of `C++`. */
const typedWordPattern = /[\p{L}\p{M}\p{N}+]+/gu
/** Where a word begins within a run: `Open|Telemetry`, `Flux|CD`, `CNCF|Slack`. */
const humps = /(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u

/** The words of what is typed, without accents and in lower case: `(@Ada-F` → `ada`, `f`. */
export const typedWords = (typed: string): readonly string[] => plainLetters(typed).match(typedWordPattern) ?? []

/**
 * Whether each typed word begins a word of `source`: `tel op` matches `OpenTelemetry`. A typed word may run on over several of them, as
 * `opentel` does in `Open Telemetry`.
 */
export function typedWordsBegin(words: readonly string[], source: string): boolean {
  if (words.length === 0) return true
  let joined = ''
  const starts: number[] = []
  for (const run of source.match(typedWordPattern) ?? []) {
    for (const word of run.split(humps)) {
      starts.push(joined.length)
      joined += plainLetters(word)
    }
  }
  return words.every((word) => joined.includes(word) && starts.some((start) => joined.startsWith(word, start)))
}

/** Whether a suggestion matches the typed text; all do if that is only a placeholder. The words are cut once per text. */
export function typedWordsMatcher(isPlaceholder: boolean): (typed: string, suggestion: Suggestion) => boolean {
  const words = new Map<string, readonly string[]>()
  return (typed, { filter }) => {
    if (isPlaceholder) return true
    const known = words.get(typed) ?? typedWords(typed)
    words.set(typed, known)
    return typedWordsBegin(known, filter)
  }
}
