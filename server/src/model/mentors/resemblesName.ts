const minPart = 3

const letters = (text: string): string =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

/** Whether an account or the first part of an address is made of a name: `derekbit` and `jroe`, but not `x42`, of `Derek Roe`. */
export function resemblesName(account: string, name: readonly string[]): boolean {
  const compact = letters(account.replace(/@.*$/, ''))
  const words = name.map(letters).filter((word) => word !== '')
  const initials = words.map((word) => word[0]!).join('')
  return (
    compact !== '' &&
    (compact === initials ||
      compact === words.join('') ||
      compact === `${initials[0]}${words.at(-1)}` ||
      words.some(
        (word) => (word.length >= minPart && compact.includes(word)) || (compact.length >= minPart && word.startsWith(compact)),
      ))
  )
}
