/** Letters with a stroke or of two letters, which Unicode does not take apart. */
const lettersWithoutMarks: Readonly<Record<string, string>> = {
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
export function plainLetters(text: string): string {
  const lower = text.toLowerCase()
  if (!/[^ -~]/.test(lower)) return lower
  return lower
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[łøđðıßæœþ]/g, (letter) => lettersWithoutMarks[letter] ?? letter)
}
