import { emailKinds, type Token } from './tokens.ts'

/** `Name (@handle, email)`, then nothing or ` - ` and some words. */
export function isCanonicalEntry(text: string, entry: readonly Token[], name: readonly Token[]): boolean {
  const open = name.length === 0 ? -1 : entry.indexOf(name.at(-1)!) + 1
  const close = entry.findIndex((token, index) => index > open && token.kind === 'close')
  return (
    open > 0 &&
    close > 0 &&
    entry[0] === name[0] &&
    name.every(({ shown }) => shown === undefined) &&
    opensCanonicalBracket(text, entry[open]) &&
    isCanonicalContactPair(text, entry.slice(open + 1, close)) &&
    isCanonicalRemark(entry.slice(close + 1))
  )
}

const opensCanonicalBracket = (text: string, token: Token | undefined): boolean =>
  token?.kind === 'open' && text[token.span.start] === '(' && /[ \t]/.test(text[token.span.start - 1] ?? '')

/** `@ada`, `ada@example.org` or `@ada, ada@example.org`, with an ASCII comma: scripts split there. */
function isCanonicalContactPair(text: string, brackets: readonly Token[]): boolean {
  const [first, comma, second] = brackets
  if (first === undefined || brackets.length > 3) return false
  if (brackets.length === 1) return first.kind === 'handle' || emailKinds.includes(first.kind)
  const isPair = first.kind === 'handle' && comma!.kind === 'comma' && text[comma!.span.start] === ','
  return isPair && second !== undefined && emailKinds.includes(second.kind)
}

const isCanonicalRemark = (after: readonly Token[]): boolean =>
  after.length === 0 || after[0]!.kind === 'dash' || after.every(({ kind }) => kind === 'comma' || kind === 'and')
