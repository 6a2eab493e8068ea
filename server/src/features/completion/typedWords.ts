import { plainLetters } from '../../text/plainLetters.ts'

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
