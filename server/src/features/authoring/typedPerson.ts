import * as l10n from '@vscode/l10n'
import { readMentors } from '../../model/mentors/readMentors.ts'
import type { MentorSlot } from '../../model/types.ts'
import type { NewPerson } from '../../protocol/protocol.ts'
import { anotherPersonIn } from '../../rules/shared/mentorEntry.ts'
import { oneLine, quote } from '../../text/wording.ts'
import type { Refusal } from './plan.ts'

/** A mentor to be added, as far as it is known. */
export interface PersonToAdd extends Partial<NewPerson> {
  /** What else was typed: `primary`, `Example Labs`. */
  readonly remark?: string
  /** The whole of what was typed, for a list whose form has no place for some of it. */
  readonly typed?: string
}

/** Reads what was typed as a person's name: `Zed Young (@zed, zed@x.org)`, `Zed Young <zed@x.org>`, `@zed`. Anyone else is left as given. */
export function readTypedPerson(person: NewPerson): PersonToAdd | Refusal {
  const typed = oneLine(person.name)
  if (person.handle !== undefined || person.email !== undefined) return person
  const [found, ...others] = readMentors(typed, { span: { start: 0, end: typed.length }, isSingleItem: true }, [])
  const isFollowed = found !== undefined && anotherPersonIn(typed, found) !== null
  if (others.length > 0 || isFollowed) return { refusal: l10n.t`${quote(typed)} names several people. Add one at a time.` }
  if (found === undefined || found.emailForm === 'obfuscated' || found.handleForm === 'foreign') return { name: typed, typed }
  const { name, handle, email, leftovers, primary } = found
  const remarks = leftovers.map(({ start, end }) => typed.slice(start, end))
  const isRoleOnly = primary && remarks.every((remark) => /^primary(?:[ -]mentor)?$/i.test(remark))
  const remark = isRoleOnly ? 'primary' : remarks.join(' - ')
  return {
    ...(name !== null && { name }),
    ...(handle !== null && { handle }),
    ...(email !== null && { email }),
    ...(remark !== '' && { remark }),
    typed,
  }
}

/**
 * The same person in a form with these slots, or what was typed, if the form has no place for some of it. One lower-case word is a handle
 * where the form has no name.
 */
export function personInSlots(person: PersonToAdd, slots: readonly MentorSlot[]): PersonToAdd | string {
  const { typed, name, handle, email, remark } = person
  if (typed === undefined) return person
  const isHandle = name === typed && !slots.includes('name') && slots.includes('handle') && /^[a-z\d]+(?:-[a-z\d]+)*$/.test(name)
  if (isHandle) return { handle: name }
  const known = { name, handle, email }
  const hasPlace = (['name', 'handle', 'email'] as const).every((slot) => known[slot] === undefined || slots.includes(slot))
  return hasPlace && remark === undefined ? person : typed
}
