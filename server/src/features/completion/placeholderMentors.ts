import { commonSampleHandles, commonSampleNames } from '../../model/profiles/commonSamples.ts'
import type { IdeaFile, Mentor } from '../../model/types.ts'
import type { Span } from '../../text/span.ts'
import type { CursorContext } from './cursorContext.ts'
import { type CursorLine, typedSince } from './cursorLine.ts'
import type { Suggestion } from './suggestion.ts'
import type { UsedPerson } from './usageIndex.ts'

/** Whether a person is the sample of a template or of a snippet: `Jane Doe`, `@your-handle`. */
export function placeholderMentorTest({ template: { samples } }: IdeaFile): (person: Pick<Mentor, 'name' | 'handle'>) => boolean {
  const names = new Set([...commonSampleNames, ...(samples?.names ?? [])].map((name) => name.toLowerCase()))
  const handles = new Set([...commonSampleHandles, ...(samples?.handles ?? [])].map((handle) => handle.toLowerCase()))
  return ({ name, handle }) =>
    (name !== null && (names.has(name.toLowerCase()) || /^\W*tb[da]\W*$/i.test(name))) ||
    (handle !== null && handles.has(handle.toLowerCase()))
}

/** Where the entry of a mentor begins; null if the cursor is in none. */
function placeholderStart(at: CursorContext): number | null {
  if (at.kind === 'learnedValue') return at.field.key === 'mentors' ? lastPlaceholderEntryStart(at.line, at.value) : null
  return at.kind === 'value' && at.key === 'mentors' ? at.part.start : null
}

/** After the last comma, bar or semicolon before the cursor. */
const lastPlaceholderEntryStart = (line: CursorLine, { start }: Span): number =>
  line.cursor - (/[^,;|]*$/.exec(typedSince(line, Math.min(start, line.cursor)))?.[0].length ?? 0)

/** Whether the text between the entry's start and the cursor is the name of a template's mentor, which New Idea left to be replaced. */
export function isPlaceholderMentorAt(file: IdeaFile, at: CursorContext): boolean {
  const start = placeholderStart(at)
  if (start === null) return false
  // `[Name](https://…)` in a list that links its mentors
  const name = typedSince(at.line, Math.min(start, at.line.cursor))
    .replace(/^[\s[@*_-]+/, '')
    .trim()
  return name !== '' && placeholderMentorTest(file)({ name, handle: null })
}

/** Whether the cursor is within the brackets after a name, which may be a tab stop: `Ada (@ad|)`. */
export function isInMentorContact(at: CursorContext): boolean {
  const start = placeholderStart(at)
  if (start === null) return false
  return /\([^()]*$/.test(typedSince(at.line, Math.min(start, at.line.cursor))) && /^[^()]*\)/.test(at.line.tail)
}

/** Whether a handle or an address is being written next to the other: `Ada (@ad|, )`, `Ada (@ada, a|)`. */
export const isOneOfTwoMentorContacts = (at: CursorContext): boolean =>
  isInMentorContact(at) &&
  (/\(@[\w.-]*$/.test(at.line.head) ? /^[\w.-]*,/.test(at.line.tail) : /\(@[^(),]+,[^(),]*$/.test(at.line.head))

/** The contact of an entry whose name is being written while handle and address are still placeholders, each a tab stop of New Idea. */
export interface UnfilledContact {
  readonly nameEnd: number
  readonly handle: Span
  readonly email: Span | null
}

/** The placeholders after the name that begins at `start`, if the cursor is in the name. */
export function unfilledPlaceholderContact(file: IdeaFile, line: CursorLine, { start }: Span): UnfilledContact | null {
  const found = /^([^()]*?)([ \t]*\(@)([\w-]+)(?:(,[ \t]*)([^\s(),]+))?\)/.exec(line.text.slice(start - line.start))
  if (found === null) return null
  const [, name = '', opening = '', handle = '', comma = '', email] = found
  if (!placeholderMentorTest(file)({ name: null, handle })) return null
  const nameEnd = start + name.length
  const handleAt = nameEnd + opening.length
  const emailAt = handleAt + handle.length + comma.length
  if (line.cursor > nameEnd) return null
  return {
    nameEnd,
    handle: { start: handleAt, end: handleAt + handle.length },
    email: email === undefined ? null : { start: emailAt, end: emailAt + email.length },
  }
}

/** The edits that put a person into an entry without removing its tab stops. */
export const inUnfilledPlaceholder = (
  { name, handle, email }: UsedPerson,
  contact: UnfilledContact,
): Pick<Suggestion, 'newText' | 'more' | 'next'> => ({
  newText: name,
  more: [
    ...(handle === null ? [] : [{ span: contact.handle, newText: handle }]),
    ...(contact.email === null || email === null ? [] : [{ span: contact.email, newText: email }]),
  ],
  next: handle === null || email === null ? 'nextStop' : 'nextLine',
})
