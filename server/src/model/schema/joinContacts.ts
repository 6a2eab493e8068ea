import { mentorId } from '../mentors/samePerson.ts'
import type { Mentor } from '../types.ts'

/** `Ada Fern, ada@example.org` is one person: the address repeats a part of the name. */
export function joinContacts(people: readonly Mentor[]): readonly Mentor[] {
  const joined: Mentor[] = []
  for (const next of people) {
    const last = joined.at(-1)
    if (last && isContactOf(next, last)) joined[joined.length - 1] = withContact(last, next)
    else joined.push(next)
  }
  return joined
}

function isContactOf({ name, handle, email }: Mentor, last: Mentor): boolean {
  if (name !== null || last.name === null) return false
  const isNew = (email === null || last.email === null) && (handle === null || last.handle === null)
  return isNew && contactRepeatsName(last.name, handle ?? email ?? '')
}

function withContact(person: Mentor, contact: Mentor): Mentor {
  const handle = person.handle ?? contact.handle
  const email = person.email ?? contact.email
  return {
    ...person,
    handle,
    email,
    id: mentorId({ handle, email }),
    span: { start: person.span.start, end: contact.span.end },
    handleSpan: person.handleSpan ?? contact.handleSpan,
    handleForm: person.handleForm ?? contact.handleForm,
    emailSpan: person.emailSpan ?? contact.emailSpan,
    emailForm: person.emailForm ?? contact.emailForm,
  }
}

const minRepeated = 3

/** `ada.fern@example.org` repeats `Fern`. */
function contactRepeatsName(name: string, contact: string): boolean {
  const local = contact.split('@', 1)[0]!.toLowerCase()
  return name
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .some((word) => word.length >= minRepeated && local.includes(word))
}
