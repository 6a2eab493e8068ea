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

/**
 * People are known by their handles, else by their addresses, else by their names: one who is met with handle and address is the same
 * person where either stands alone. Of several names the first holds, and that is the newest list's.
 */
export const peopleIn = (lists: readonly ShownList[]): PersonLookup => {
  const mentors = lists.flatMap(({ ideas }) => ideas.flatMap((idea) => idea.mentors))
  const handles = new Map<string, string>()
  for (const { handle, email } of mentors) {
    if (handle !== null && email !== null && !handles.has(email.toLowerCase())) handles.set(email.toLowerCase(), handle)
  }
  const handleOf = ({ handle, email }: MentorEntry): string | null =>
    handle ?? (email === null ? null : (handles.get(email.toLowerCase()) ?? null))
  const keyOf = (mentor: MentorEntry): string | null => {
    const handle = handleOf(mentor)
    return handle === null ? ((mentor.email ?? mentor.name)?.toLowerCase() ?? null) : `@${handle.toLowerCase()}`
  }
  const people = new Map<string, Person>()
  for (const mentor of mentors) {
    const key = keyOf(mentor)
    const known = key === null ? undefined : people.get(key)
    if (key === null || (known && (known.name !== known.detail || mentor.name === null))) continue
    const handle = handleOf(mentor)
    const detail = handle === null ? (mentor.email ?? '') : `@${handle}`
    people.set(key, { key, name: mentor.name ?? detail, detail })
  }
  return (mentor) => people.get(keyOf(mentor) ?? '') ?? null
}

/** What a mentor's entry is called. */
export const mentorName = ({ name, handle, email }: MentorEntry): string | null =>
  name ?? (handle === null ? email : `@${handle}`)
