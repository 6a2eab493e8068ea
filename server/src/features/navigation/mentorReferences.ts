import { type MentorId, refersTo } from '../../model/mentors/samePerson.ts'
import { escapeForRegExp } from '../../text/escapeForRegExp.ts'
import { plainLetters } from '../../text/plainLetters.ts'
import { compareSpans, covers, type Span } from '../../text/span.ts'
import type { ListSummary, MentorSummary } from '../../workspace/listSummary.ts'

/** All occurrences of a person in a list: entries, and other mentions of the handle (of the address for a person without a handle). */
export function personReferences(list: ListSummary, person: MentorId): readonly Span[] {
  const entries = referencedMentors(list).filter((mentor) => refersTo(mentor.id, person))
  const spans = entries.map(({ span }) => span).sort(compareSpans)
  const named =
    person.handle === null ? addressReferenceSpans(list, person.email ?? '') : handleReferenceSpans(list, person.handle)
  return [...spans, ...mentorReferencesOutside(named, spans)].sort(compareSpans)
}

/** The spans that no entry contains; both are in text order, and entries do not overlap. */
function mentorReferencesOutside(spans: readonly Span[], entries: readonly Span[]): readonly Span[] {
  let next = 0
  return spans.filter((span) => {
    while (next < entries.length && entries[next]!.end < span.end) next++
    return next === entries.length || !covers(entries[next]!, span)
  })
}

const referencedMentors = ({ projects }: ListSummary): readonly MentorSummary[] =>
  projects.flatMap(({ ideas }) => ideas.flatMap(({ mentors }) => mentors))

/**
 * The occurrences of a handle (in lower case) in a list, without the `@`: `@handle` anywhere, `github.com/handle`, and the handle in a
 * mentor's entry. Not `github.com/handle/repository`.
 */
export function handleReferenceSpans(list: ListSummary, handle: string): readonly Span[] {
  const { text } = list
  const mentions = mentorReferenceSpans(text, handle).filter((span) => isMentorReference(text, span))
  // in front matter the handle has no marks of its own
  const inEntries = referencedMentors(list).flatMap(({ id, span, handleSpan }) =>
    id.handle === handle ? handleReferencesInEntry(text, handle, handleSpan ?? span) : [],
  )
  return disjointMentorReferences([...mentions, ...inEntries])
}

/** The occurrences of an e-mail address (in lower case) in a list. */
export const addressReferenceSpans = ({ text }: ListSummary, email: string): readonly Span[] =>
  email === ''
    ? []
    : mentorReferenceSpans(text, email).filter(
        ({ start, end }) => !/[\w.%+-]/.test(text[start - 1] ?? '') && !/^(?:[\w-]|\.\w)/.test(text.slice(end, end + 2)),
      )

/** The names in a person's entries. */
export const nameReferenceSpans = (list: ListSummary, person: MentorId): readonly Span[] =>
  referencedMentors(list).flatMap(({ id, name, span }) => {
    const at = name !== null && refersTo(id, person) ? list.text.slice(span.start, span.end).indexOf(name) : -1
    return at < 0 ? [] : [{ start: span.start + at, end: span.start + at + name!.length }]
  })

/**
 * Whether the text at a span belongs to an entry with another name than `name`: two people may have been given one handle by mistake. A
 * name counts as another one if they have no word in common.
 */
export function isReferenceToOtherName(list: ListSummary, { start, end }: Span, name: string): boolean {
  const wanted = new Set(mentorNameWords(name))
  const entry = referencedMentors(list).find(({ span }) => span.start <= start && end <= span.end)
  const words = mentorNameWords(entry?.name ?? '')
  return words.length > 0 && wanted.size > 0 && !words.some((word) => wanted.has(word))
}

const mentorNameWords = (name: string): readonly string[] => plainLetters(name).match(/[\p{L}\p{N}]{2,}/gu) ?? []

/** All occurrences of a text, ignoring letter case; Markdown may have a backslash before `_`. */
function mentorReferenceSpans(text: string, letters: string): readonly Span[] {
  const source = escapeForRegExp(letters).replaceAll('_', '\\\\?_')
  return Array.from(text.matchAll(new RegExp(source, 'gi')), ({ index, 0: whole }) => ({
    start: index,
    end: index + whole.length,
  }))
}

const profile = 'github.com/'

function isMentorReference(text: string, { start, end }: Span): boolean {
  if (!mentorReferenceEnds(text, end)) return false
  let at = start
  while (text[at - 1] === '@') at--
  const isProfile = text.slice(Math.max(0, at - profile.length), at).toLowerCase() === profile
  // not `name@host`, `@scope/package` or `mastodon.social/@name`
  return isProfile || (at < start && !/[\w.%+/-]/.test(text[at - 1] ?? ''))
}

const mentorReferenceEnds = (text: string, end: number): boolean => !/^(?:[\w@-]|[/.]\w|\\_)/.test(text.slice(end, end + 2))

/** The handle in a mentor's entry: after `@` or in a URL, otherwise the last bare one. */
function handleReferencesInEntry(text: string, handle: string, { start, end }: Span): readonly Span[] {
  const all = mentorReferenceSpans(text.slice(start, end), handle).map((span) => ({
    start: span.start + start,
    end: span.end + start,
  }))
  const marked = all.filter((span) => /[@/]/.test(text[span.start - 1] ?? ''))
  return marked.length > 0 ? marked : all.slice(-1)
}

function disjointMentorReferences(spans: readonly Span[]): readonly Span[] {
  const sorted = [...spans].sort((a, b) => a.start - b.start)
  return sorted.filter(({ start }, index) => index === 0 || start >= sorted[index - 1]!.end)
}
