import { isPersonName } from '../../model/schema/personName.ts'
import { splitPeople } from '../../model/schema/splitPeople.ts'

const pastedName = /^[\p{L}][\p{L}\p{M}.'’ -]{1,60}$/u
const pastedHandle = /^(?:@|(?:https?:\/\/)?(?:www\.)?github\.com\/)([a-z\d](?:-?[a-z\d]){0,38})\/?$/i
const pastedBareHandle = /^[a-z\d](?:-?[a-z\d]){0,38}$/i
const pastedAddress = /^(?:mailto:)?([^\s@,;()<>]+@[^\s@,;()<>]+\.[a-z]{2,})$/i

/** A person of a row or a line of names, handles and addresses. */
export interface PastedPerson {
  readonly name: string
  readonly handle: string
  readonly email: string | null
}

/** `Ada Example<tab>ada-x<tab>ada@example.org` or the same with commas; null for anything that is not certainly one person. */
export function readPerson(text: string): PastedPerson | null {
  const [name = '', ...contacts] = text.split(text.includes('\t') ? '\t' : /[,;]/).map((part) => part.trim())
  const parts = contacts.filter((part) => part !== '')
  if (!pastedName.test(name) || parts.length < 1 || parts.length > 2) return null
  const addresses = parts.flatMap((part) => pastedAddress.exec(part)?.[1] ?? [])
  const others = parts.filter((part) => !pastedAddress.test(part))
  const [other] = others
  if (others.length !== 1 || other === undefined || addresses.length !== parts.length - 1) return null
  // without an address only a handle with its mark is certain
  const handle = pastedHandle.exec(other)?.[1] ?? (addresses.length === 1 && pastedBareHandle.test(other) ? other : null)
  return handle === null ? null : { name, handle, email: addresses[0] ?? null }
}

/** A person as most lists write one; cells of anything else are separated by commas, which a reader of mentors expects. */
export function personText(text: string): string {
  const person = readPerson(text)
  if (person) return `${person.name} (@${person.handle}${person.email === null ? '' : `, ${person.email}`})`
  // code has line breaks, and its tabs separate nothing
  if (text.includes('\n')) return text
  const cells = text.split('\t').map((cell) => cell.trim())
  return cells.filter((cell) => cell !== '').join(', ')
}

const nameOfPasted = /^\p{Lu}[\p{L}\p{M}.'’-]*(?:[ \t]+[\p{L}\p{M}.'’-]+){1,3}$/u

const isNameAlone = (text: string): boolean => nameOfPasted.test(text) && isPersonName(text)
const isHandleAlone = (text: string): boolean => /^@[a-z\d](?:-?[a-z\d]){0,38}$/i.test(text)
/** `Ada Fern (@ada)`, `[Ada Fern](https://…)`, `Ada Fern @ada` */
const isNameWithContact = (text: string): boolean =>
  /^(?:\[@?)?\p{L}[\p{L}\p{M}.'’-]*[ \t]/u.test(text) && /[ \t(<[]@[a-z\d]|[\w+-]@[\w-]|\]\(https?:|https?:\/\//i.test(text)

/**
 * The people of one line, each as a text of its own, if they are certainly several: what is after a name may also be a handle, an address
 * or where the person works (`Ada Fern, Blue Hat`).
 */
export function separatePeople(text: string): readonly string[] {
  if (text.includes('\n') || text.includes('\t')) return [text]
  const spans = splitPeople(text)
  const parts = spans.map(({ start, end }) => text.slice(start, end).trim())
  const between = spans.slice(1).map(({ start }, index) => text.slice(spans[index]!.end, start))
  const others = [text.slice(0, spans[0]?.start ?? 0), text.slice(spans.at(-1)?.end ?? 0), ...between].join('')
  // only separators may be left out
  if (parts.length < 2 || /[^\s,;|、，；&/+]/.test(others.replace(/(?<!\p{L})(?:and|or|und|et|y|e)(?!\p{L})/giu, '')))
    return [text]
  const last = parts.at(-1)!
  const areJoinedByWords = between.every((gap) => !/[,;|、，；/+]/.test(gap))
  const areSeveral =
    parts.every(isHandleAlone) ||
    parts.every(isNameWithContact) ||
    (isNameWithContact(last) && parts.every((part) => isNameWithContact(part) || isNameAlone(part))) ||
    (areJoinedByWords && parts.every(isNameAlone))
  return areSeveral ? parts : [text]
}
