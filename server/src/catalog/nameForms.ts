import { normalizeSpelling } from './spelling.ts'

/** `The Update Framework (TUF)` → `The Update Framework`. */
export function withoutParenthesis(name: string): string {
  const open = name.lastIndexOf('(')
  return open > 0 && name.trimEnd().endsWith(')') ? name.slice(0, open).trim() : name.trim()
}

/** `1. 🚀 CNCF Project: Harbor project` → `Harbor`. */
export const bareName = (name: string): string =>
  name
    .trim()
    .replace(/^\d{1,3}[.)]\s/, '')
    .replace(/^[^\p{L}\p{N}]{1,9}/u, '')
    .replace(/[^\p{L}\p{N})³]{1,9}$/u, '')
    .replace(/^(?:the\s)?(?:cncf\s(?:project\b)?)?:?/i, '')
    .replace(/\sprojects?$/i, '')
    .trim()

/** The names that a heading joins: `A and B`, `A & B`, `A/B`, `A, B and C`, `A - B`, `A: B`. */
export const joinedNames = (name: string): readonly string[] =>
  name
    .split(/[/,&+|:]|\band\b|\s[-\u2010-\u2015]\s/i)
    .map((part) => part.trim())
    .filter((part) => part !== '')

/** A test for normalized names. `*` matches any text, at the end also none: `Working Group*`. */
export function projectNamePattern(written: string): (name: string) => boolean {
  const [first = '', ...rest] = normalizeSpelling(written).split('*')
  const last = rest.pop()
  if (last === undefined) return (name) => name === first
  return (name) => {
    if (!name.startsWith(first) || !name.endsWith(last)) return false
    let from = first.length
    for (const piece of rest) {
      const found = name.indexOf(piece, from + 1)
      if (found < 0) return false
      from = found + piece.length
    }
    return name.length - last.length >= from + (last === '' ? 0 : 1)
  }
}
