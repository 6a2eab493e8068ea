import { plainLetters } from '../../../server/src/text/plainLetters.ts'

const pickedWordPattern = /[\p{L}\p{M}\p{N}+]+/gu
/** Where a word begins within a run of letters: `Open|Telemetry`. */
const pickedWordHumps = /(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u

/** Whether each typed word begins a word of one of the texts, as suggestions are matched: `tel op` matches `OpenTelemetry`. */
export const beginsPickedWords = (typed: string, texts: readonly string[]): boolean => {
  const words = plainLetters(typed).match(pickedWordPattern) ?? []
  const starts = texts.flatMap((text) =>
    (text.match(pickedWordPattern) ?? []).flatMap((run) => {
      const parts = run.split(pickedWordHumps)
      return parts.map((_, index) => plainLetters(parts.slice(index).join('')))
    }),
  )
  const joined = texts.map((text) => plainLetters(text).replace(/[\s-]+/g, ''))
  return words.every((word) => [...starts, ...joined].some((start) => start.startsWith(word)))
}
