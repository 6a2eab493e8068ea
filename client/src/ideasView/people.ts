import { groupByPerson, mentorId, personKey } from '../../../server/src/model/mentors/identity.ts'
import type { MentorEntry } from '../../../server/src/protocol/ideas.ts'
import type { ShownList } from './mergeLists.ts'

/** A person as a row names them. */
export interface Person {
  readonly key: string
  readonly name: string
  /** The handle, else the address, where the name is something else. */
  readonly detail: string
}

/** Tells who a mentor's entry is about; null for one that says nothing. */
export type PersonLookup = (mentor: MentorEntry) => Person | null

const identified = (mentor: MentorEntry) => ({ ...mentor, id: mentorId(mentor) })

/** Of several names of a person the first is shown, which is the newest list's. */
export const peopleIn = (lists: readonly ShownList[]): PersonLookup => {
  const mentors = lists.flatMap(({ ideas }) => ideas.flatMap((idea) => idea.mentors.map(identified)))
  const sameAs = groupByPerson(mentors)
  const people = new Map<string, Person>()
  for (const mentor of mentors) {
    const { id, handle } = sameAs(mentor)
    const key = personKey(id, mentor.name?.toLowerCase() ?? null)
    const known = key === null ? undefined : people.get(key)
    if (key === null || (known && (known.name !== known.detail || mentor.name === null))) continue
    const detail = handle === null ? (mentor.email ?? '') : `@${handle}`
    people.set(key, { key, name: mentor.name ?? detail, detail })
  }
  return (mentor) => {
    const key = personKey(sameAs(identified(mentor)).id, mentor.name?.toLowerCase() ?? null)
    return key === null ? null : (people.get(key) ?? null)
  }
}

/** What a mentor's entry is called. */
export const mentorName = ({ name, handle, email }: MentorEntry): string | null =>
  name ?? (handle === null ? email : `@${handle}`)
