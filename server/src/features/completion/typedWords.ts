/** Letters with a stroke or of two letters, which Unicode does not take apart. */
const plainLetters: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
}

/** `Łukasz` → `lukasz`: the text without accents, in lower case. */
export function plainTypedText(text: string): string {
  const lower = text.toLowerCase()
  if (!/[^ -~]/.test(lower)) return lower
  return lower
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[łøđðıßæœþ]/g, (letter) => plainLetters[letter] ?? letter)
}

/** A run of letters and digits; `+` is part of `C++`. */
const typedWordPattern = /[\p{L}\p{M}\p{N}+]+/gu
/** Where a word begins within a run: `Open|Telemetry`, `Flux|CD`, `CNCF|Slack`. */
const humps = /(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u

/** The words of what is typed, without accents and in lower case: `(@Ada-F` → `ada`, `f`. */
export const typedWords = (typed: string): readonly string[] => plainTypedText(typed).match(typedWordPattern) ?? []

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
      joined += plainTypedText(word)
    }
  }
  return words.every((word) => joined.includes(word) && starts.some((start) => joined.startsWith(word, start)))
}
