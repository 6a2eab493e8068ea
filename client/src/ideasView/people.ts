import { groupByPerson, mentorId, personKey } from '../../../server/src/model/mentors/samePerson.ts'
import type { IdeaEntry, MentorEntry } from '../../../server/src/protocol/ideas.ts'
import type { ShownList } from './mergeLists.ts'

/** A person as a row shows them. */
export interface PersonRow {
  readonly key: string
  readonly name: string
  /** The handle, otherwise the address. */
  readonly detail: string
  readonly entry: MentorEntry
}

/** The person of a mentor's entry; null for an empty one. */
export type PersonLookup = (mentor: MentorEntry) => PersonRow | null

const identifiedPerson = (mentor: MentorEntry) => ({ ...mentor, id: mentorId(mentor) })

/** Of several names of a person the first is shown: the newest list's. */
export const peopleIn = (lists: readonly ShownList[]): PersonLookup => {
  const mentors = lists.flatMap(({ ideas }) => ideas.flatMap((idea) => idea.mentors.map(identifiedPerson)))
  const sameAs = groupByPerson(mentors)
  const people = new Map<string, PersonRow>()
  for (const mentor of mentors) {
    const { id, handle } = sameAs(mentor)
    const key = personKey(id, mentor.name?.toLowerCase() ?? null)
    const known = key === null ? undefined : people.get(key)
    if (key === null || (known && (known.name !== known.detail || mentor.name === null))) continue
    const detail = handle === null ? (mentor.email ?? '') : `@${handle}`
    const entry = { name: mentor.name, handle, email: mentor.email }
    people.set(key, { key, name: mentor.name ?? detail, detail, entry })
  }
  return (mentor) => {
    const key = personKey(sameAs(identifiedPerson(mentor)).id, mentor.name?.toLowerCase() ?? null)
    return key === null ? null : (people.get(key) ?? null)
  }
}

/** The name to show for a mentor's entry: the name, otherwise the handle, otherwise the address. */
export const personName = ({ name, handle, email }: MentorEntry): string | null =>
  name ?? (handle === null ? email : `@${handle}`)
/** The names of an idea's mentors: `Jane Doe, @john`. */
export const mentorNames = ({ mentors }: IdeaEntry): string => mentors.flatMap((mentor) => personName(mentor) ?? []).join(', ')

/** Whether an entry is for a person who is to be found yet: `[TBD]`, `TBA (@tbd)`. */
export const isUnnamedPerson = ({ name, handle }: MentorEntry): boolean =>
  name === null ? /^tb[da]$/i.test(handle ?? '') : /^\W*(?:tb[da]|to be (?:determined|announced))\W*$/i.test(name)

/** `Ada Fern (@ada-fern, ada@example.org)`: a person as lists write them. */
export const personRowText = ({ name, handle, email }: MentorEntry): string => {
  const contact = [...(handle === null ? [] : [`@${handle}`]), ...(email === null ? [] : [email])].join(', ')
  if (name === null) return contact
  return contact === '' ? name : `${name} (${contact})`
}
