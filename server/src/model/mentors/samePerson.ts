// Answers "is this the same mentor?" for the whole repository. The client imports it, too: keep it free of imports.

/** How a mentor's entry can be recognized elsewhere, as written; the handle without its `@`. */
export interface Contacts {
  readonly handle: string | null
  readonly email: string | null
}

/** The same contacts in lower case, as GitHub and mail servers compare them. */
export type MentorId = Contacts

/** `{ handle: 'Ada', email: null }` → `{ handle: 'ada', email: null }` */
export const mentorId = ({ handle, email }: Contacts): MentorId => ({
  handle: handle?.toLowerCase() ?? null,
  email: email?.toLowerCase() ?? null,
})

const isSamePersonContact = (a: string | null, b: string | null): boolean => a !== null && a === b

export const samePersonByHandle = (a: MentorId, b: MentorId): boolean => isSamePersonContact(a.handle, b.handle)

/** Whether two entries name the same person: one contact in common is enough. */
export const samePerson = (a: MentorId, b: MentorId): boolean => samePersonByHandle(a, b) || isSamePersonContact(a.email, b.email)

/**
 * Whether an entry refers to the person that a rename or a search for references starts from. Stricter than `samePerson`:
 * a person with a handle is found by that only, as an address may be shared (`mentors@example.org`).
 */
export const refersTo = (entry: MentorId, person: MentorId): boolean =>
  person.handle === null ? isSamePersonContact(entry.email, person.email) : samePersonByHandle(entry, person)

/** The key of an entry by itself: `@ada`, or `mail:ada@example.org`, or `name:` and `nameKey`; null for an entry without any. */
export function personKey({ handle, email }: MentorId, nameKey: string | null): string | null {
  if (handle !== null) return `@${handle}`
  if (email !== null) return `mail:${email}`
  return nameKey === null ? null : `name:${nameKey}`
}

/**
 * Groups entries by person: an address that appears next to a handle in any of them belongs to that handle's owner, so
 * `Ada (ada@example.org)` and `Ada (@ada, ada@example.org)` are one person. Returns, for an entry, the one whose `personKey` both have.
 */
export function groupByPerson<Entry extends { readonly id: MentorId }>(entries: Iterable<Entry>): (entry: Entry) => Entry {
  const owners = new Map<string, Entry>()
  for (const entry of entries) {
    const { handle, email } = entry.id
    if (handle !== null && email !== null && !owners.has(email)) owners.set(email, entry)
  }
  return (entry) => (entry.id.handle === null && entry.id.email !== null ? (owners.get(entry.id.email) ?? entry) : entry)
}

/** A handle as the author typed it, without its `@`: `@@ada` → `ada`. `Mentor.handle` has none. */
export const handleWithoutAt = (typed: string): string => typed.replace(/^@+/, '')
