// The grammar of a mentors field:
//
//   Field     = Entry (Separator Entry)*
//   Separator = ',' | ';' | '/' | '|' | '&' | '+' | 'and' | 'or' | ⏎ | nothing   startsNewPerson.ts, splitAdjacent.ts
//   Entry     = Role? Name? Contact* Remark?                                     one of them at least, and not just a role
//   Role      = Word* ':'            Primary Mentor:                             roles.ts, mentorWords.ts
//   Name      = Word+ | Link         Ada Example · [Ada Example](https://github.com/ada)
//   Contact   = Handle | Profile | Address, alone or in brackets
//   Handle    = '@ada' | 'ada'       without @ only in brackets, after `GitHub:`, or between name and address
//   Address   = ada@example.org | ada AT example DOT org                         contactPatterns.ts
//   Remark    = '-'? Word*           - primary · at Example
//
// The canonical entry is `Ada Example (@ada, ada@example.org) - remark`.
import type { Span } from '../../text/span.ts'
import { onDifferentLines } from '../../text/textLines.ts'
import type { SourceLink } from '../blocks/links.ts'
import type { Mentor } from '../types.ts'
import { isCanonicalEntry } from './canonicalEntry.ts'
import { leftoverSpans, readRemark } from './leftovers.ts'
import { isContactLinkWord, isHandleLikeWord, isLocationPreposition, isMentorRoleWord, isNegationWord } from './mentorWords.ts'
import { isPrimaryRole, leadingRoleLabel, stripRole, stripRoleSuffix } from './roles.ts'
import { mentorId } from './samePerson.ts'
import { splitEntries } from './splitEntries.ts'
import {
  accountKinds,
  emailKinds,
  isContactToken,
  type MentorSource,
  type Token,
  tokenize,
  tokenSpan,
  tokensLookLikeName,
} from './tokens.ts'

/** Reads the people that a part of a text names; spans count from the same place as `source.span`. */
export const readMentors = (text: string, source: MentorSource, links: readonly SourceLink[]): readonly Mentor[] =>
  mentorsOfTokens(text, tokenize(text, source, links), source.isSingleItem)

/** The same of a part that has been cut into tokens. */
export function mentorsOfTokens(text: string, tokens: readonly Token[], isSingleItem: boolean): readonly Mentor[] {
  const entries = splitEntries(tokens, isSingleItem)
  const mentors = entries.map((entry) => readMentor(text, entry)).filter((found) => found !== null)
  const joined = mentors.slice(1).map((found, index) => !onDifferentLines(text, mentors[index]!.span.end, found.span.start))
  return mentors.map((found, index) => ({ ...found, sharesLine: (joined[index - 1] ?? false) || (joined[index] ?? false) }))
}

/** The person of an entry; null if it has neither a name nor a contact. */
export function readMentor(text: string, entry: readonly Token[]): Mentor | null {
  const parts = readEntryParts(entry)
  const { name, handle, email, foreign } = parts
  if (name.length === 0 && !handle && !email && !foreign) return null
  // `[Ada](https://github.com/ada)` is name and handle at once
  const nameOnly = name.filter((token) => token !== handle || token.shown !== undefined)
  const plainEmail = email?.kind === 'email' ? email : null
  const contacts = { handle: handle?.value ?? null, email: plainEmail?.value ?? null }
  const id = mentorId(contacts)
  return {
    name: readName(text, nameOnly),
    ...contacts,
    id,
    primary: readPrimary(entry, name),
    remark: readRemark(text, entry, [...nameOnly, handle, plainEmail]),
    leftovers: leftoverSpans(entry, [...nameOnly, handle, email], id.handle),
    span: mentorSpan(entry),
    nameSpan: nameOnly.length > 0 ? tokenSpan(nameOnly) : null,
    handleSpan: handle?.span ?? foreign?.span ?? null,
    emailSpan: email?.span ?? null,
    emailForm: email && readEmailForm(email),
    handleForm: readHandleForm(text, parts),
    isCanonical: isCanonicalEntry(text, entry, name),
    sharesLine: false,
  }
}

interface EntryParts {
  readonly name: readonly Token[]
  readonly handle: Token | null
  readonly hasBareHandle: boolean
  readonly email: Token | null
  /** A link to another site. */
  readonly foreign: Token | null
}

function readEntryParts(entry: readonly Token[]): EntryParts {
  const email = entry.find((token) => emailKinds.includes(token.kind)) ?? null
  const foreign = entry.find((token) => token.kind === 'foreign') ?? null
  const handle = readAccount(entry, 'handle') ?? readAccount(entry, 'profile')
  const name = readNameTokens(entry)
  if (handle) return { name, handle, hasBareHandle: false, email, foreign }
  const bare = readBareHandle(entry.slice(leadingRoleLabel(entry).length), name, email)
  if (bare === null) return { name, handle: null, hasBareHandle: false, email, foreign }
  const before = name.filter((token) => token.span.end <= bare.span.start)
  return { name: trimMentorEnd(before), handle: bare, hasBareHandle: true, email, foreign }
}

/** The first account of a kind, preferably not that of a place: `at @example`. */
function readAccount(entry: readonly Token[], kind: Token['kind']): Token | null {
  const all = entry.filter((token) => token.kind === kind)
  return all.find((token) => !isLocationPreposition(entry[entry.indexOf(token) - 1]?.value ?? '')) ?? all[0] ?? null
}

/** Without commas and opening brackets at the end. */
const trimMentorEnd = (tokens: readonly Token[]): readonly Token[] =>
  tokens.slice(0, tokens.findLastIndex((token) => token.kind === 'word' || token.kind === 'close') + 1)

/** The words before the first contact, with brackets within the name; for a linked name the link itself. */
function readNameTokens(entry: readonly Token[]): readonly Token[] {
  const body = entry.slice(leadingRoleLabel(entry).length)
  const isLinkedName = ({ kind, shown }: Token): boolean =>
    shown !== undefined &&
    /^\p{L}/u.test(shown) &&
    !isContactLinkWord(shown) &&
    (kind === 'profile' || kind === 'foreign' || (kind === 'email' && body[0]?.shown === shown))
  const linked = body.find(isLinkedName)
  const contactBrackets = readContactBrackets(body)
  const stop = body.findIndex(
    (token, index) =>
      isContactToken(token) ||
      token.kind === 'dash' ||
      token.kind === 'cell' ||
      token.kind === 'label' ||
      contactBrackets.has(index),
  )
  const before = mentorBeforeCompany(stripRole(body.slice(0, stop < 0 ? body.length : stop)))
  const name = trimMentorEnd(stripRoleSuffix(trimMentorEnd(before)))
  if (name.length > 0) return name
  return linked ? [linked] : readNameAfterAccount(body)
}

/** `Jane Roe, Some Company` → `Jane Roe`; a single word after the comma belongs to the name: `Hung-Ying, Tai`. */
function mentorBeforeCompany(before: readonly Token[]): readonly Token[] {
  const comma = before.findIndex(({ kind }) => kind === 'comma')
  const wordCount = (tokens: readonly Token[]): number => tokens.filter(({ kind }) => kind === 'word').length
  const hasCompany = comma > 1 && wordCount(before.slice(0, comma)) > 1 && wordCount(before.slice(comma)) > 1
  return hasCompany ? before.slice(0, comma) : before
}

/** A name of two to four words: `@ada Ada Example`, `@ada (Ada Example, ada@example.org)` */
function readNameAfterAccount(entry: readonly Token[]): readonly Token[] {
  const [first, second] = entry
  if (first === undefined || !accountKinds.includes(first.kind)) return []
  const inBrackets = second?.kind === 'open'
  const from = inBrackets ? 2 : 1
  const found = entry.findIndex(({ kind }, index) => index >= from && kind !== 'word')
  const end = found < 0 ? entry.length : found
  const [comma, address] = entry.slice(end, end + 2)
  if (inBrackets && (comma?.kind !== 'comma' || address === undefined || !emailKinds.includes(address.kind))) return []
  const name = entry.slice(from, end)
  const isName =
    name.length > 1 && name.length < 5 && tokensLookLikeName(name) && !name.some(({ value }) => isMentorRoleWord(value))
  return isName ? name : []
}

/** Indexes of the opening brackets with a contact in them. Searched from the end, as that looks at each token once. */
function readContactBrackets(entry: readonly Token[]): ReadonlySet<number> {
  const found = new Set<number>()
  let hasContact = false
  for (let index = entry.length - 1; index >= 0; index--) {
    const token = entry[index]!
    if (token.kind === 'close') hasContact = false
    else if (isContactToken(token) || (token.kind === 'label' && token.value !== 'name')) hasContact = true
    else if (token.kind === 'open' && hasContact) found.add(index)
  }
  return found
}

const readBareHandle = (entry: readonly Token[], name: readonly Token[], email: Token | null): Token | null =>
  readLabelledHandle(entry) ?? readBracketedHandle(entry, name, email) ?? readHandleBeforeAddress(entry, email)

/** `GitHub: ada` */
function readLabelledHandle(entry: readonly Token[]): Token | null {
  const label = entry.findIndex(({ kind, value }) => kind === 'label' && value === 'github')
  const word = label < 0 ? undefined : entry[label + 1]
  return word?.kind === 'word' && /^[A-Za-z0-9][\w-]{0,38}$/.test(word.value) ? word : null
}

/** `Ada Example (ada)`, `Ada Example (Ada, ada@example.org)` */
function readBracketedHandle(entry: readonly Token[], name: readonly Token[], email: Token | null): Token | null {
  const open = entry.findIndex((token) => token.kind === 'open')
  const word = entry[open + 1]
  const after = entry[open + 2]
  if (open < 1 || word?.kind !== 'word' || isMentorRoleWord(word.value) || name[0] === word) return null
  if (after?.kind === 'comma' && email !== null) return /^[A-Za-z0-9][A-Za-z0-9_-]*$/.test(word.value) ? word : null
  return (after?.kind === 'comma' || after?.kind === 'close') && isHandleLikeWord(word.value) ? word : null
}

/** `Ada Example, ada, ada@example.org` */
function readHandleBeforeAddress(entry: readonly Token[], email: Token | null): Token | null {
  if (email === null || entry.some(({ kind }) => kind === 'open')) return null
  const index = entry.slice(0, entry.indexOf(email)).findLastIndex(({ kind }) => kind !== 'comma')
  const word = entry[index]
  return word?.kind === 'word' && entry[index - 1]?.kind === 'comma' && isHandleLikeWord(word.value) ? word : null
}

/** As a reader sees it, without markup. */
function readName(text: string, name: readonly Token[]): string | null {
  if (name.length === 0) return null
  const { start, end } = tokenSpan(name)
  const shown = name.length === 1 ? name[0]!.shown : undefined
  return (shown ?? text.slice(start, end))
    .replace(/[*_`]+|<\/?[a-z]{1,6}[ \t]?>/gi, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Whether `primary` is in the entry, not in the name and not after `not`. */
const readPrimary = (entry: readonly Token[], name: readonly Token[]): boolean =>
  entry.some((token, index) => isPrimaryRole(token) && !isNegationWord(entry[index - 1]?.value ?? '') && !name.includes(token))

const readEmailForm = ({ kind }: Token): NonNullable<Mentor['emailForm']> =>
  kind === 'email' ? 'plain' : kind === 'obfuscated' ? 'obfuscated' : 'malformed'

function readHandleForm(text: string, { handle, hasBareHandle, foreign }: EntryParts): Mentor['handleForm'] {
  if (handle === null) return foreign && 'foreign'
  if (hasBareHandle) return 'withoutAt'
  if (handle.kind === 'profile') return 'link'
  return text.startsWith('@@', handle.span.start) ? 'double-at' : 'at'
}

/** Without separators at the end. */
function mentorSpan(entry: readonly Token[]): Span {
  const last = entry.findLastIndex(({ kind }) => !separatorKinds.has(kind))
  return { start: entry[0]!.span.start, end: entry[Math.max(0, last)]!.span.end }
}

const separatorKinds: ReadonlySet<Token['kind']> = new Set(['comma', 'and', 'dash', 'cell'])
