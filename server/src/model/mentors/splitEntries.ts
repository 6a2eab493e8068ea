import { isNotAPerson } from './prose.ts'
import { splitAdjacentPeople } from './splitAdjacent.ts'
import { isContact, isJobTitle, isRole, type Token } from './tokens.ts'

/** What GitHub takes for an account, and what nobody would take for a capitalised word or an organisation's initials. */
export const looksLikeHandle = (word: string): boolean =>
  /^[A-Za-z0-9](?:[A-Za-z0-9_-]{0,38})$/.test(word) && !/^(?:[A-Z][a-z]+|[A-Z]{2,6})$/.test(word)

/** Splits a line at the separators that part people from each other, and where another account follows, and at no other. */
export function splitEntries(all: readonly Token[], one: boolean): readonly (readonly Token[])[] {
  const people: Token[][] = []
  let current: Token[] = []
  let depth = 0
  let parted: Token['kind'] = 'line'
  const single = one && contactGroups(all) === 1
  all.forEach((token, index) => {
    if (token.kind === 'open') depth++
    if (token.kind === 'close') depth = Math.max(0, depth - 1)
    const parts = depth === 0 && (token.kind === 'comma' || token.kind === 'and' || token.kind === 'line')
    const following = parts ? segment(all, index + 1) : []
    const second = following.length === 1 ? all.slice(index + 2, index + 6).find(({ kind }) => kind !== 'comma') : undefined
    const apart = parts && startsNewPerson(current, token, following, second, one, single && token.kind === 'comma')
    if (apart && !(token.kind === 'line' && continuesName(token, current, following, parted))) {
      people.push(current)
      current = []
      parted = token.kind
    } else if (token.kind !== 'line') current.push(token)
  })
  return [...people, current]
    .flatMap((entry) => splitAdjacentPeople(withoutHead(entry)))
    .map(withoutHead)
    .filter((entry) => entry.some((token) => isContact(token) || token.kind === 'word') && !isNotAPerson(entry))
}

/** A name that is folded: one word before the line's end, or behind somebody else, and a contact on the next line. */
const continuesName = (line: Token, current: readonly Token[], following: readonly Token[], parted: Token['kind']): boolean =>
  !/^[\\<]/.test(line.value) &&
  current.every(({ kind }) => kind === 'word') &&
  (parted !== 'line' || current.length === 1) &&
  following.some(isContact) &&
  names(following).length === 1

/** Contacts that no name parts from each other are one group. */
function contactGroups(all: readonly Token[]): number {
  let groups = 0
  let open = false
  for (const token of all) {
    if (isContact(token) && !open) groups++
    if (isContact(token)) open = true
    else if (token.kind === 'word' && !isRole(token.value)) open = false
  }
  return groups
}

/** Without the mark of a bullet that lacks its blank (`-Jane Roe`), and without separators. */
const withoutHead = (entry: readonly Token[]): readonly Token[] => {
  const from = entry.findIndex(({ kind, value }) => !heads.has(kind) && value !== 'name')
  return from < 0 ? [] : entry.slice(from)
}

const heads: ReadonlySet<Token['kind']> = new Set(['dash', 'and', 'comma', 'cell'])

/** The tokens up to the next separator outside brackets. */
function segment(all: readonly Token[], from: number): readonly Token[] {
  let depth = 0
  for (let index = from; index < all.length; index++) {
    const { kind } = all[index]!
    if (kind === 'open') depth++
    if (kind === 'close') depth--
    if (depth <= 0 && (kind === 'comma' || kind === 'and' || kind === 'line')) return all.slice(from, index)
  }
  return all.slice(from)
}

const beforeContact = (part: readonly Token[]): readonly Token[] => {
  const at = part.findIndex(isContact)
  return at < 0 ? part : part.slice(0, at)
}

const names = (part: readonly Token[]): readonly Token[] =>
  part.filter(({ kind, value }) => kind === 'word' && !isRole(value) && !isTimeZone(value))

/** Whether a word is a time zone or a part of one (`UTC+1`, `CET`, `+5:30`). */
const isTimeZone = (word: string): boolean =>
  /^(?:UTC|GMT|CES?T|EES?T|[ECMP][SD]T|IST|JST)?(?:[+−-]\d{1,2}(?::?\d{2})?)?$/.test(word)

const has = (part: readonly Token[], kinds: readonly Token['kind'][]): boolean => part.some((token) => kinds.includes(token.kind))
export const emailKinds: readonly Token['kind'][] = ['email', 'obfuscated', 'malformed']
export const accountKinds: readonly Token['kind'][] = ['handle', 'profile']

/** Whether a separator between `current` and `following` begins another person. */
function startsNewPerson(
  current: readonly Token[],
  separator: Token,
  following: readonly Token[],
  second: Token | undefined,
  one: boolean,
  single: boolean,
): boolean {
  const [first] = following
  if (!first || current.length === 0 || single || (first.kind === 'label' && first.value !== 'name')) return false
  const done = current.some(isContact)
  // a slash or a bar parts people, and the parts of a name
  if (!done && separator.kind === 'and' && /^[|/•·]$/.test(separator.value)) return false
  if (/^or$/i.test(separator.value) && !(done && following.some(isContact))) return false
  if (first.kind === 'open' && isRole(following[1]?.value ?? '') && has(following.slice(2), accountKinds))
    return has(current, accountKinds)
  if (isContact(first) || first.kind === 'open') {
    if (first.kind === 'profile' && first.shown !== undefined && !first.shown.startsWith('@')) return done
    if (emailKinds.includes(first.kind)) return has(current, emailKinds)
    if (accountKinds.includes(first.kind)) return has(current, accountKinds)
    return false
  }
  const followers = names(following)
  if (followers.length === 0) return false
  if (done && has(following, ['otherSite']) && !following.some(isContact)) return false
  // `Name, handle, address` without any bracket
  if (
    !done &&
    separator.kind === 'comma' &&
    following.length === 1 &&
    looksLikeHandle(first.value) &&
    second &&
    emailKinds.includes(second.kind)
  )
    return false
  if (separator.kind !== 'line' && isJobTitle(beforeContact(following))) return false
  if (done) return !one || following.some(isContact) || separator.kind === 'line'
  if (separator.kind !== 'comma') return true
  return names(current).length > 1 && followers.length > 1
}
