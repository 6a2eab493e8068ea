import type { LfxExport } from '../exports/lfxExport.ts'
import type { FindLfid } from './proposalTypes.ts'

/** What LF usernames consist of. */
export const isLfid = (text: string): boolean => /^[\w.-]+$/.test(text)

/** The LF usernames of the people in exports, by their handles, otherwise by their addresses. */
export function lfidsIn(exports: readonly LfxExport[]): FindLfid {
  const byContact = new Map<string, string>()
  for (const { programs } of exports) {
    for (const { github_handle, email, lfid } of programs.flatMap(({ mentors }) => mentors)) {
      if (lfid === '') continue
      for (const contact of [lfidHandleKey(github_handle), email.toLowerCase()]) {
        if (contact !== '' && contact !== '@' && !byContact.has(contact)) byContact.set(contact, lfid)
      }
    }
  }
  return ({ handle, email }) =>
    (handle === null ? undefined : byContact.get(lfidHandleKey(handle))) ??
    (email === null ? undefined : byContact.get(email.toLowerCase())) ??
    null
}

/** `Ada`, `@ada` → `@ada` */
const lfidHandleKey = (handle: string): string => `@${handle.replace(/^@/, '').trim().toLowerCase()}`
