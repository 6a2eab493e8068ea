import type { Field, Idea, Mentor, MentorSpec, Template } from '../model/types.ts'
import type { Span } from '../text/span.ts'
import { truncate } from '../text/wording.ts'
import { hasValue } from './fieldPlacement.ts'

/** How a message calls a mentor. */
export const displayName = (mentor: Mentor): string =>
  truncate(mentor.name ?? (mentor.handle === null ? (mentor.email ?? 'This mentor') : `@${mentor.handle}`))

/** Where a squiggle about something absent goes: the name, else the whole entry. */
export const nameSpanOf = (mentor: Mentor): Span => mentor.nameSpan ?? mentor.handleSpan ?? mentor.span

/** What an entry should look like, with the person's own name and handle where they are known. */
export function expectedEntry(mentor: Mentor, template: Template): string {
  const name = mentor.name ?? 'Name'
  return entryTemplate(template.mentors, { name, handle: mentor.handle, email: mentor.email })
}

/** Who somebody is; what is not known is told by what it is. */
interface PersonText {
  readonly name?: string
  readonly handle?: string | null | undefined
  readonly email?: string | null
}

/** A mentor's entry with what is asked for, in the form in which it is: `Name (@handle, e-mail)`. */
export function entryTemplate(asked: MentorSpec, { name = 'Name', handle, email }: PersonText = {}): string {
  const contacts = [...(asked.handle ? [`@${handle || 'handle'}`] : []), ...(asked.email ? [email ?? 'e-mail'] : [])]
  return contacts.length === 0 ? name : `${name} (${contacts.join(', ')})`
}

/** The field that stands for all of an idea's mentors; null where there is none, or none that says anything (`empty-field` does then). */
export function mentorsField(idea: Idea): Field | null {
  const fields = idea.fields.filter((field) => field.key === 'mentors')
  return fields.some(hasValue) ? (fields[0] ?? null) : null
}
