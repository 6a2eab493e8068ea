import { isFullName } from './fullName.ts'
import { isMentorRoleWord, isTimeZoneWord } from './mentorWords.ts'
import { resemblesName } from './resemblesName.ts'
import { leadingRoleLabel } from './roles.ts'
import { accountKinds, isBracketToken, isContactToken, type Token, tokenize, tokenSpan } from './tokens.ts'

/** What is between two separators of a row. */
interface RowPart {
  /** The words of a full name; none if there is only a contact. */
  readonly name: readonly string[]
  readonly contacts: readonly Token[]
  /** Whether words follow that may go on after the next comma: `Ada Fern (@ada) - reviews, tests`. */
  readonly hasRemark: boolean
  /** Whether what is before it can be within one entry: a comma or a slash, but no `and`, `&` or `;`. */
  readonly isAfterComma: boolean
}

/**
 * Whether a row names several people, one between any two separators: `Ada Fern, Ben Oak (@ben)`, `@ada, @ben`. Each has a full name of
 * two or three capitalized words, or only a contact. `Jane Roe, Red Hat (@jane)` and `Roe, Jane (@jane)` are one.
 */
export function isRowOfPeople(all: readonly Token[]): boolean {
  const parts = partsOfRow(all)?.map(readRowPart)
  if (parts === undefined || parts.length < 2) return false
  const known = parts.filter((part) => part !== null)
  if (known.length < parts.length) return false
  if (known.every(({ name }) => name.length === 0)) return haveContactsOfOneKind(known)
  return known.every((part, index) => part.name.length > 0 && isOwnPerson(part, index, known))
}

/** The people of a row, each as written; the row as it is if it does not certainly name several. */
export function peopleOfRow(row: string): readonly string[] {
  const tokens = tokenize(row, { span: { start: 0, end: row.length }, isSingleItem: true }, [])
  const parts = isRowOfPeople(tokens) ? (partsOfRow(tokens) ?? []) : []
  const spans = parts.map((part) => tokenSpan(isSeparator(part[0]) ? part.slice(1) : part))
  // emphasis and what else belongs to no token would be lost
  const hasMarkup = /[*_`[\]<>~\r\n]/.test(row)
  return spans.length === 0 || hasMarkup ? [row] : spans.map(({ start, end }) => row.slice(start, end))
}

/** `@ada, @ben`; an account and an address may be one person's, and so may `ada@example.org` and `ada.fern@example.com`. */
function haveContactsOfOneKind(parts: readonly RowPart[]): boolean {
  const contacts = parts.flatMap((part) => part.contacts)
  const values = contacts.map(({ value }) => value.toLowerCase().replace(/@.*$/, ''))
  if (contacts.every(({ kind }) => accountKinds.includes(kind))) return new Set(values).size === parts.length
  const [first = '', second = ''] = values
  return (
    contacts.every(({ kind }) => kind === 'email') && parts.length === 2 && !first.includes(second) && !second.includes(first)
  )
}

/** Whether a name without a contact is no remark of its neighbor: neither goes on with that, nor does the contact belong to it. */
function isOwnPerson({ name, contacts, isAfterComma }: RowPart, index: number, parts: readonly RowPart[]): boolean {
  if (contacts.length > 0) return true
  const before = parts[index - 1]
  // `Ada Fern (@ada), Corner Shop`
  if (before !== undefined && isAfterComma && (before.hasRemark || before.contacts.length > 0)) return false
  const next = parts[index + 1]
  if (next === undefined || !next.isAfterComma || next.contacts.length === 0) return true
  // `Ada Fern, Big Corner (@ada)`
  return !isOf(next.contacts, name) && isOf(next.contacts, next.name)
}

const isOf = (contacts: readonly Token[], name: readonly string[]): boolean =>
  contacts.some(({ value }) => resemblesName(value, name))

/** The tokens between separators outside brackets; null if a line ends within one of them. */
function partsOfRow(all: readonly Token[]): readonly (readonly Token[])[] | null {
  const parts: Token[][] = [[]]
  let depth = 0
  for (const [index, token] of all.entries()) {
    if (token.kind === 'open') depth++
    if (token.kind === 'close') depth = Math.max(0, depth - 1)
    if (isOr(token)) return null
    if (token.kind === 'line') {
      if (!isSeparator(all[index - 1]) && !isSeparator(all[index + 1])) return null
    } else {
      if (depth === 0 && isSeparator(token)) parts.push([])
      parts.at(-1)!.push(token)
    }
  }
  return parts.filter((part) => part.some((token) => !isSeparator(token)))
}

/** `Ada Fern or Ben Oak` */
const isOr = ({ kind, value }: Token): boolean => kind === 'and' && /^or$/i.test(value)

const isSeparator = (token: Token | undefined): boolean => token?.kind === 'comma' || token?.kind === 'and'

function readRowPart(part: readonly Token[]): RowPart | null {
  const [first] = part
  const isAfterComma = first !== undefined && isSeparator(first) && /^[,，、./|•·]$/.test(first.value)
  const own = isSeparator(first) ? part.slice(1) : part
  const body = own.slice(leadingRoleLabel(own).length)
  const contacts = body.filter(isContactToken)
  if (body.length === 1 && contacts.length === 1 && contacts[0]!.shown === undefined)
    return { name: [], contacts, hasRemark: false, isAfterComma }
  const linkedName = body[0]?.shown?.split(' ')
  const stop = body.findIndex(({ kind }) => kind !== 'word')
  const name = linkedName ?? body.slice(0, stop < 0 ? body.length : stop).map(({ value }) => value)
  const rest = body.slice(linkedName ? 1 : name.length)
  return isFullName(name, contacts.length > 0) && isRestOfPerson(rest)
    ? { name, contacts, hasRemark: hasRemark(rest), isAfterComma }
    : null
}

/** Whether a contact, brackets, or a remark after a dash follows a name, or nothing. */
const isRestOfPerson = ([next]: readonly Token[]): boolean =>
  next === undefined || isContactToken(next) || isBracketToken(next) || next.kind === 'dash' || next.kind === 'label'

/** Whether words other than a role are after the contacts, outside brackets. */
function hasRemark(rest: readonly Token[]): boolean {
  let depth = 0
  return rest.some(({ kind, value }) => {
    if (kind === 'open') depth++
    if (kind === 'close') depth--
    return depth === 0 && kind === 'word' && !isMentorRoleWord(value) && !isTimeZoneWord(value)
  })
}
