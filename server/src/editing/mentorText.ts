import * as l10n from '@vscode/l10n'
import type { Mentor, MentorSpec, Template } from '../model/types.ts'
import type { Span } from '../text/span.ts'
import { truncate } from '../text/wording.ts'

/** The name of a mentor in messages. */
export const mentorDisplayText = (mentor: Pick<Mentor, 'name' | 'handle' | 'email'>): string =>
  truncate(mentor.name ?? (mentor.handle === null ? (mentor.email ?? l10n.t('This mentor')) : `@${mentor.handle}`))

/** The squiggle about something that is missing: under the name, otherwise the handle, otherwise the whole entry. */
export const mentorTextNameSpan = (mentor: Pick<Mentor, 'nameSpan' | 'handleSpan' | 'span'>): Span =>
  mentor.nameSpan ?? mentor.handleSpan ?? mentor.span

/** The expected entry with the mentor's own name, handle and address as far as they are known: `Ada (@ada, email)`. */
export function expectedMentorText(mentor: Pick<Mentor, 'name' | 'handle' | 'email'>, template: Template): string {
  const name = mentor.name ?? 'Name'
  return mentorTextTemplate(template.mentors, { name, handle: mentor.handle, email: mentor.email })
}

/** What is known of a person; the rest gets a placeholder: `handle`, `email`. */
interface PersonText {
  readonly name?: string
  readonly handle?: string | null | undefined
  readonly email?: string | null
}

/** An entry with the contacts that the template requires: `Name (@handle, email)`. */
export function mentorTextTemplate(asked: MentorSpec, { name = 'Name', handle, email }: PersonText = {}): string {
  const contacts = [...(asked.handle ? [`@${handle || 'handle'}`] : []), ...(asked.email ? [email ?? 'email'] : [])]
  return contacts.length === 0 ? name : `${name} (${contacts.join(', ')})`
}
