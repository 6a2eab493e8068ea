import type { Span } from '../text/span.ts'
import type { SourceLink } from './links.ts'
import { type Token, tokens } from './mentorTokens.ts'
import type { Mentor } from './types.ts'

/** A stretch of text that names mentors: `one` where it is an item of its own, which as a rule names a single person. */
export interface MentorSource {
  readonly span: Span
  readonly one: boolean
}

/** Reads the people that a text names, in every form that lists hold; spans count as `source.span` does. */
export function readMentors(text: string, source: MentorSource, links: readonly SourceLink[]): readonly Mentor[] {
  const people = entries(tokens(text, source.span, links), source.one)
  const mentors = people.map((entry) => mentor(text, entry)).filter((found) => found !== null)
  return mentors.map((found) => ({
    ...found,
    shared: mentors.some((other) => other !== found && sameLine(text, found.span, other.span)),
  }))
}

const sameLine = (text: string, a: Span, b: Span): boolean =>
  !/[\r\n]/.test(text.slice(Math.min(a.end, b.end), Math.max(a.start, b.start)))

const contacts: ReadonlySet<Token['kind']> = new Set(['handle', 'email', 'disguised', 'malformed', 'profile', 'foreign'])
const isContact = (token: Token): boolean => contacts.has(token.kind)

/** What GitHub takes for an account, and what nobody would take for a capitalised word. */
const looksLikeHandle = (word: string): boolean =>
  /^[A-Za-z0-9](?:[A-Za-z0-9_-]{0,38})$/.test(word) && !/^[A-Z][a-z]+$/.test(word)

/** Words that say what part somebody takes, and nobody's name. */
const isRole = (word: string): boolean =>
  /^(?:primary|secondary|co-?mentor|mentor|mentors|lead|backup|non-primary|tbd|tba|tbc|n\/a|none)$/i.test(word)

/** Splits a line at the separators that part people from each other, and at no other. */
function entries(all: readonly Token[], one: boolean): readonly (readonly Token[])[] {
  const people: Token[][] = []
  let current: Token[] = []
  let depth = 0
  all.forEach((token, index) => {
    if (token.kind === 'open') depth++
    if (token.kind === 'close') depth = Math.max(0, depth - 1)
    const parts = depth === 0 && (token.kind === 'comma' || token.kind === 'and' || token.kind === 'line')
    if (parts && separates(current, token, segment(all, index + 1), all.slice(index + 1), one)) {
      people.push(current)
      current = []
    } else if (token.kind !== 'line') current.push(token)
  })
  return [...people, current].filter((entry) => entry.some((token) => isContact(token) || token.kind === 'word'))
}

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

const names = (part: readonly Token[]): readonly Token[] => part.filter((token) => token.kind === 'word' && !isRole(token.value))
const has = (part: readonly Token[], kinds: readonly Token['kind'][]): boolean => part.some((token) => kinds.includes(token.kind))
const mail: readonly Token['kind'][] = ['email', 'disguised', 'malformed']
const account: readonly Token['kind'][] = ['handle', 'profile']

/** Whether a separator between `current` and `following` begins another person. */
function separates(
  current: readonly Token[],
  separator: Token,
  following: readonly Token[],
  rest: readonly Token[],
  one: boolean,
): boolean {
  const [first] = following
  if (!first || current.length === 0) return false
  const done = current.some(isContact)
  if (isContact(first) || first.kind === 'open') {
    if (first.kind === 'profile' && first.shown !== undefined && !first.shown.startsWith('@')) return done
    if (mail.includes(first.kind)) return has(current, mail)
    if (account.includes(first.kind)) return has(current, account)
    return false
  }
  const followers = names(following)
  if (followers.length === 0) return false
  // `Name, handle, address` without any bracket
  const [, second] = rest.filter((token) => token.kind !== 'comma')
  if (
    !done &&
    separator.kind === 'comma' &&
    following.length === 1 &&
    looksLikeHandle(first.value) &&
    second &&
    mail.includes(second.kind)
  )
    return false
  if (done) return !one || following.some(isContact) || separator.kind === 'line'
  if (separator.kind !== 'comma') return true
  return names(current).length > 1 && followers.length > 1
}

interface Parts {
  readonly name: readonly Token[]
  readonly handle: Token | null
  readonly bare: boolean
  readonly email: Token | null
  readonly foreign: Token | null
}

/** Tells name, handle and address of one person apart. */
function parts(entry: readonly Token[]): Parts {
  const email = entry.find((token) => mail.includes(token.kind)) ?? null
  const foreign = entry.find((token) => token.kind === 'foreign') ?? null
  const handle = entry.find((token) => token.kind === 'handle') ?? entry.find((token) => token.kind === 'profile') ?? null
  const name = nameTokens(entry)
  if (handle) return { name, handle, bare: false, email, foreign }
  const bare = bareHandle(entry, name, email)
  const before = bare ? name.filter((token) => token.span.end <= bare.span.start) : name
  return { name: bare ? withoutTail(before) : before, handle: bare, bare: true, email, foreign }
}

/** Without commas and brackets that a name left open. */
const withoutTail = (part: readonly Token[]): readonly Token[] =>
  part.slice(0, part.findLastIndex((token) => token.kind === 'word' || token.kind === 'close') + 1)

/** The words before the first contact, brackets in the name included; for a linked name the link itself. */
function nameTokens(entry: readonly Token[]): readonly Token[] {
  const linked = entry.find(
    (token) => token.shown !== undefined && /^\p{L}/u.test(token.shown) && (token.kind === 'profile' || token.kind === 'foreign'),
  )
  const stop = entry.findIndex(
    (token, index) => isContact(token) || token.kind === 'dash' || (token.kind === 'open' && groupHasContact(entry, index)),
  )
  const before = withoutRole(entry.slice(0, stop < 0 ? entry.length : stop))
  const name = withoutTail(before)
  return name.length === 0 && linked ? [linked] : name
}

function groupHasContact(entry: readonly Token[], open: number): boolean {
  const close = entry.findIndex((token, index) => index > open && token.kind === 'close')
  return entry.slice(open, close < 0 ? entry.length : close).some(isContact)
}

/** Without `Primary Mentor:` and the like before the name. */
function withoutRole(before: readonly Token[]): readonly Token[] {
  const colon = before.findIndex((token) => token.kind === 'colon')
  const roles = colon > 0 && before.slice(0, colon).every((token) => isRole(token.value)) ? before.slice(colon + 1) : before
  const first = roles.findIndex((token) => token.kind !== 'word' || !isRole(token.value))
  return first < 0 ? [] : roles.slice(first)
}

/** A handle without `@`: alone in brackets behind the name, or between name and address. */
function bareHandle(entry: readonly Token[], name: readonly Token[], email: Token | null): Token | null {
  const open = entry.findIndex((token) => token.kind === 'open')
  const inBracket = entry[open + 1]
  const behind = entry[open + 2]
  if (
    open > 0 &&
    inBracket?.kind === 'word' &&
    behind &&
    (behind.kind === 'close' || behind.kind === 'comma') &&
    !isRole(inBracket.value)
  ) {
    const known =
      behind.kind === 'comma' && email !== null
        ? /^[A-Za-z0-9][A-Za-z0-9_-]*$/.test(inBracket.value)
        : looksLikeHandle(inBracket.value)
    if (known && (name.length === 0 || name[0] !== inBracket)) return inBracket
  }
  const last = entry.findLastIndex((token) => token.kind === 'comma')
  const between = email ? entry.indexOf(email) : entry.length
  const word = entry.slice(0, between).findLast((token) => token.kind !== 'comma')
  const commaBefore = word ? entry[entry.indexOf(word) - 1] : undefined
  if (open < 0 && last > 0 && email && word?.kind === 'word' && commaBefore?.kind === 'comma' && looksLikeHandle(word.value))
    return word
  return null
}

const spanOf = (part: readonly Token[]): Span => ({ start: part[0]!.span.start, end: part.at(-1)!.span.end })

function mentor(text: string, entry: readonly Token[]): Mentor | null {
  const { name, handle, bare, email, foreign } = parts(entry)
  if (name.length === 0 && !handle && !email && !foreign) return null
  const own = name.filter((token) => token !== handle || token.shown !== undefined)
  const nameSpan = own.length > 0 ? spanOf(own) : null
  const span = trimmedEntry(entry)
  const shown =
    own.length === 1 && own[0]!.shown !== undefined ? own[0]!.shown : nameSpan ? text.slice(nameSpan.start, nameSpan.end) : null
  const linked = handle?.kind === 'profile'
  return {
    name: shown === null ? null : plain(shown),
    handle: handle?.value ?? null,
    email: email?.kind === 'email' ? email.value : null,
    primary: entry.some((token) => token.kind === 'word' && /^primary$/i.test(token.value) && !name.includes(token)),
    remark: remark(text, entry, [...own, ...(handle ? [handle] : []), ...(email?.kind === 'email' ? [email] : [])]),
    span,
    nameSpan,
    handleSpan: handle?.span ?? foreign?.span ?? null,
    emailSpan: email?.span ?? null,
    emailForm: email === null ? null : email.kind === 'email' ? 'plain' : email.kind === 'disguised' ? 'disguised' : 'malformed',
    handleForm: handle
      ? bare
        ? 'bare'
        : linked
          ? 'link'
          : text.startsWith('@@', handle.span.start)
            ? 'double-at'
            : 'at'
      : foreign
        ? 'foreign'
        : null,
    tidy: isTidy(text, entry, name),
    shared: false,
  }
}

const plain = (name: string): string =>
  name
    .replace(/[*_`]+/g, '')
    .replace(/\s+/g, ' ')
    .trim()

/** From the first to the last token that says something. */
function trimmedEntry(entry: readonly Token[]): Span {
  const last = entry.findLastIndex((token) => token.kind !== 'comma' && token.kind !== 'and' && token.kind !== 'dash')
  return { start: entry[0]!.span.start, end: entry[Math.max(0, last)]!.span.end }
}

/** What is left of an entry beside name, handle, address, role and punctuation. */
function remark(text: string, entry: readonly Token[], taken: readonly Token[]): string | null {
  const left = entry.filter(
    (token) => !taken.includes(token) && (isContact(token) || (token.kind === 'word' && !isRole(token.value))),
  )
  const outside = left.filter(
    (token) => !taken.some((own) => own.span.start <= token.span.start && token.span.end <= own.span.end),
  )
  return outside.length === 0 ? null : text.slice(outside[0]!.span.start, outside.at(-1)!.span.end)
}

/** `Name (@handle, e-mail)`, and behind it nothing or ` - ` with some words. */
function isTidy(text: string, entry: readonly Token[], name: readonly Token[]): boolean {
  const open = name.length === 0 ? -1 : entry.indexOf(name.at(-1)!) + 1
  if (open < 1 || entry[0] !== name[0] || entry[open]?.kind !== 'open' || text[entry[open]!.span.start] !== '(') return false
  if (name.some((token) => token.shown !== undefined) || !/[ \t]/.test(text[entry[open]!.span.start - 1] ?? '')) return false
  const close = entry.findIndex((token, index) => index > open && token.kind === 'close')
  if (close < 0) return false
  const inside = entry.slice(open + 1, close).map((token) => token.kind)
  const [first, comma, second, ...more] = inside
  const ends = (kind: Token['kind'] | undefined): boolean => kind !== undefined && mail.includes(kind)
  const pair =
    first === 'handle' ? comma === undefined || (comma === 'comma' && ends(second)) : comma === undefined && ends(first)
  const behind = entry.slice(close + 1)
  const doubled = entry.some(({ kind, span }) => kind === 'handle' && text.startsWith('@@', span.start))
  return (
    pair &&
    !doubled &&
    more.length === 0 &&
    (behind.length === 0 || behind[0]!.kind === 'dash' || behind.every((token) => token.kind === 'comma'))
  )
}
