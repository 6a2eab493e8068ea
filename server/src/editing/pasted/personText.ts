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

/** `Ada Fern (@ada, ada@example.org)`, `[Ada Fern](https://github.com/ada)`; null for any other text. */
export function readNamedPerson(text: string): PastedPerson | null {
  const [, name, contacts] =
    /^([^()[\]]{2,60}?)[ \t]*\(([^()]+)\)$/.exec(text) ?? /^\[([^()[\]]{2,60})\]\((https?:[^()\s]+)\)$/.exec(text) ?? []
  return name === undefined ? null : readPerson(`${name}, ${contacts}`)
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

const lfUsername = /^[\w.-]{1,60}$/

/**
 * `Ada Fern | @ada | ada@example.org | ada-lf`, as issue forms ask for a person, in the words of most lists: an LFID that is not the handle
 * is a remark. Any other text as it is.
 */
export function personOfColumns(text: string): string {
  if (!/^[^|\r\n]+\|/.test(text) || /[\r\n]/.test(text)) return text
  const [name = '', ...cells] = text.split('|').map((cell) => cell.trim())
  const contacts = cells.filter((cell) => cell !== '')
  const addresses = contacts.flatMap((cell) => pastedAddress.exec(cell)?.[1] ?? [])
  const [account, lfid, ...others] = contacts.filter((cell) => !pastedAddress.test(cell))
  const handle = account === undefined ? null : (pastedHandle.exec(account)?.[1] ?? pastedBareHandle.exec(account)?.[0])
  const isPerson = pastedName.test(name) && handle !== undefined && addresses.length < 2 && others.length === 0
  if (!isPerson || (lfid !== undefined && !lfUsername.test(lfid))) return text
  const known = [...(handle === null ? [] : [`@${handle}`]), ...addresses]
  if (lfid === undefined || lfid.toLowerCase() === handle?.toLowerCase()) return [name, ...known].join(', ')
  return `${name} (${known.join(', ')}) - LFID: ${lfid}`
}

/** `Primary: Jane Roe`, `Backup: @jane`, `Lead: https://github.com/jane` may go on with the people; `Chat: #harbor on Slack` does not. */
export const mayNamePerson = (value: string): boolean =>
  /(?<![\p{L}\d])@[a-z\d]|[\w.+-]@[\w-]/iu.test(value) ||
  /^(?:https?:\/\/)?(?:www\.)?github\.com\/[\w-]+\/?$/i.test(value) ||
  /^\p{Lu}[\p{L}.'’-]{0,40}(?:[ \t]+\p{Lu}[\p{L}.'’-]{0,40}){0,4}(?=$|[ \t]*[,(])/u.test(value)

const nameAhead =
  /^(?:(?:Dr|Prof|Mrs?|Ms)\.?[ \t]+){0,3}\p{Lu}[\p{L}.'’-]{0,40}(?:(?:[ \t]+[\p{L}.'’-]{1,40}){1,4}(?=$|[ \t]*[,(<[@|–—-])|(?=[ \t]*[(<]))/u
const nameWithLink = /^\[\p{Lu}[^()[\]]{1,60}\]\(https?:[^()\s]+\)$/u
const nameWithAddress = /^\p{Lu}[\p{L}.'’ -]{1,60}[ \t]<[^\s<>@]+@[^\s<>@]+>$/u

const maxPeopleLength = 1000

/** `Dr. Ada Fern <ada@example.org>; Li Wei`: the people between semicolons, or between commas if each has an address or a link. */
export function peopleBetweenMarks(text: string): readonly string[] {
  if (!/[;,|]/.test(text) || /[\r\n]/.test(text) || text.length > maxPeopleLength) return [text]
  for (const [mark, isPerson] of [
    [/;(?![^(<]*[)>])/, nameAhead],
    [/,(?![^(<]*[)>])/, nameWithAddress],
    [/[,;|](?![^([]*[)\]])/, nameWithLink],
  ] as const) {
    const parts = text.split(mark).map((part) => part.trim())
    const people = parts.filter((part) => part !== '')
    if (people.length > 1 && people.every((part) => isPerson.test(part))) return people
  }
  return [text]
}
