import { isMentorRoleWord } from './mentorWords.ts'
import { areJobTitleTokens, isContactToken, type Token, tokensLookLikeName } from './tokens.ts'

/**
 * Splits people with nothing between them: `Ada (@ada) Ben (@ben)`, `@ada @ben`. Another account begins another person if it
 * has a name, or the format of the first.
 */
export function splitAdjacentPeople(entry: readonly Token[]): readonly (readonly Token[])[] {
  const people: (readonly Token[])[] = []
  let start = 0
  let depth = 0
  let open = -1
  let known: KnownAccount | null = null
  entry.forEach((token, index) => {
    if (token.kind === 'open' && depth++ === 0) open = index
    if (token.kind === 'close' && depth > 0 && --depth === 0 && known !== null && known.end > index)
      known = { ...known, end: index + 1 }
    if (token.kind !== 'handle' && token.kind !== 'profile') return
    const end = depth > 0 ? entry.length : index + 1
    if (known !== null && known.end <= index && known.token.value.toLowerCase() !== token.value.toLowerCase()) {
      const cut = splitIndexBefore(entry, known, depth > 0 ? open : index, index)
      if (cut === null) return
      people.push(entry.slice(start, cut))
      start = cut
      known = null
    }
    known ??= { token, end, hasName: index > start && entry.slice(start, index).some(({ kind }) => kind === 'word') }
  })
  return [...people, entry.slice(start)]
}

/** The first account of the current person. */
interface KnownAccount {
  readonly token: Token
  /** Index after the account, or after the brackets around it. */
  readonly end: number
  readonly hasName: boolean
}

/** The index at which the person of the account at `at` begins, whose brackets open at `open`; null if it may be the same person. */
function splitIndexBefore(
  entry: readonly Token[],
  { token, end, hasName }: KnownAccount,
  open: number,
  at: number,
): number | null {
  const between = entry.slice(end, open)
  const from = between.findIndex(({ kind, value }) => kind === 'word' && !isMentorRoleWord(value))
  const skipped = from < 0 ? between : between.slice(0, from)
  const isRemark = skipped.every(
    (part) => part.kind !== 'cell' && part.kind !== 'and' && !(isContactToken(part) && part.kind !== 'email'),
  )
  if (!isRemark || skipped.at(-1)?.kind === 'dash') return null
  if (from < 0)
    return open === at && between.every(({ kind }) => kind === 'email') && adjacentHaveSameFormat(token, entry[at]!) ? open : null
  const name = between.slice(from)
  if (name.length > 4 || !tokensLookLikeName(name)) return null
  if (areJobTitleTokens(name)) return null
  if (hasName || token.shown !== undefined) return end + from
  return open === at ? open : null
}

const adjacentHaveSameFormat = (a: Token, b: Token): boolean =>
  a.kind === b.kind && adjacentLinkFormat(a) === adjacentLinkFormat(b)

/** `[Ada](…)`, `[@ada](…)` or `@ada` */
const adjacentLinkFormat = ({ shown }: Token): string =>
  shown === undefined ? 'plain' : shown.startsWith('@') ? 'handle' : 'name'
