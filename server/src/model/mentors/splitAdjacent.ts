import { looksLikeName } from './names.ts'
import { isContact, isJobTitle, isRole, type Token } from './tokens.ts'

/** Parts people whom nothing but a blank parts: another account, of a name or in the form of the first, begins another person. */
export function splitAdjacentPeople(entry: readonly Token[]): readonly (readonly Token[])[] {
  const people: (readonly Token[])[] = []
  let start = 0
  let depth = 0
  let open = -1
  let known: Known | null = null
  entry.forEach((token, index) => {
    if (token.kind === 'open' && depth++ === 0) open = index
    if (token.kind === 'close' && depth > 0 && --depth === 0 && known !== null && known.end > index)
      known = { ...known, end: index + 1 }
    if (token.kind !== 'handle' && token.kind !== 'profile') return
    const end = depth > 0 ? entry.length : index + 1
    if (known !== null && known.end <= index && known.token.value.toLowerCase() !== token.value.toLowerCase()) {
      const cut = cutBefore(entry, known, depth > 0 ? open : index, index)
      if (cut === null) return
      people.push(entry.slice(start, cut))
      start = cut
      known = null
    }
    known ??= { token, end, named: index > start && entry.slice(start, index).some(({ kind }) => kind === 'word') }
  })
  return [...people, entry.slice(start)]
}

interface Known {
  readonly token: Token
  /** Behind the account, or the brackets around it. */
  readonly end: number
  readonly named: boolean
}

/** Where the person of the account at `at` begins, whose brackets open at `open`; null where it may be the one before. */
function cutBefore(entry: readonly Token[], { token, end, named }: Known, open: number, at: number): number | null {
  const between = entry.slice(end, open)
  const from = between.findIndex(({ kind, value }) => kind === 'word' && !isRole(value))
  const skipped = from < 0 ? between : between.slice(0, from)
  const isSaid = skipped.every(
    (part) => part.kind !== 'cell' && part.kind !== 'and' && !(isContact(part) && part.kind !== 'email'),
  )
  if (!isSaid || skipped.at(-1)?.kind === 'dash') return null
  if (from < 0) return open === at && between.every(({ kind }) => kind === 'email') && isAlike(token, entry[at]!) ? open : null
  const name = between.slice(from)
  if (name.length > 4 || !looksLikeName(name)) return null
  if (isJobTitle(name)) return null
  if (named || token.shown !== undefined) return end + from
  return open === at ? open : null
}

const isAlike = (a: Token, b: Token): boolean => a.kind === b.kind && styleOf(a) === styleOf(b)

/** A linked name, a linked handle or an account as it is. */
const styleOf = ({ shown }: Token): string => (shown === undefined ? 'plain' : shown.startsWith('@') ? 'handle' : 'name')
