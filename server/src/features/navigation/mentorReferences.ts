import { type MentorId, refersTo } from '../../model/mentors/identity.ts'
import { covers, type Span } from '../../text/span.ts'
import type { KnownMentor, ListSummary } from '../../workspace/listSummary.ts'

/** Every place of a list that is about a person: mentors' entries, and what else names the handle, or the address of one without handle. */
export function personOccurrences(list: ListSummary, person: MentorId): readonly Span[] {
  const entries = mentorsOf(list).filter((mentor) => refersTo(mentor.id, person))
  const spans = entries.map(({ span }) => span)
  const named = person.handle === null ? addressSpans(list, person.email ?? '') : handleSpans(list, person.handle)
  const elsewhere = named.filter((span) => !spans.some((entry) => covers(entry, span)))
  return [...spans, ...elsewhere].sort((a, b) => a.start - b.start)
}

const mentorsOf = ({ projects }: ListSummary): readonly KnownMentor[] =>
  projects.flatMap(({ ideas }) => ideas.flatMap(({ mentors }) => mentors))

/**
 * Where a list writes a handle (in lower case), without its `@`: `@handle` anywhere, the address of the profile, and what a mentor's
 * entry writes in its place. A repository of that account is another thing.
 */
export function handleSpans(list: ListSummary, handle: string): readonly Span[] {
  const { text } = list
  const mentions = written(text, handle).filter((span) => isMention(text, span))
  const inEntries = mentorsOf(list).flatMap((mentor) =>
    mentor.handleSpan && mentor.id.handle === handle ? inEntry(text, handle, mentor.handleSpan) : [],
  )
  return inOrder([...mentions, ...inEntries])
}

/** Where a list writes an address (in lower case). */
export const addressSpans = ({ text }: ListSummary, email: string): readonly Span[] =>
  email === ''
    ? []
    : written(text, email).filter(
        ({ start, end }) => !/[\w.%+-]/.test(text[start - 1] ?? '') && !/^(?:[\w-]|\.\w)/.test(text.slice(end, end + 2)),
      )

/** Every place of these letters, in whatever case; Markdown may have a backslash before `_`. */
function written(text: string, letters: string): readonly Span[] {
  const source = letters.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('_', '\\\\?_')
  return Array.from(text.matchAll(new RegExp(source, 'gi')), ({ index, 0: whole }) => ({
    start: index,
    end: index + whole.length,
  }))
}

const profile = 'github.com/'

function isMention(text: string, { start, end }: Span): boolean {
  if (!endsHere(text, end)) return false
  let at = start
  while (text[at - 1] === '@') at--
  const isProfile = text.slice(Math.max(0, at - profile.length), at).toLowerCase() === profile
  // `name@host`, a package's scope and another site's account are no mention
  return isProfile || (at < start && !/[\w.%+/-]/.test(text[at - 1] ?? ''))
}

const endsHere = (text: string, end: number): boolean => !/^(?:[\w@-]|[/.]\w|\\_)/.test(text.slice(end, end + 2))

/** What an entry writes as its handle: behind `@` or in an address, else bare. */
function inEntry(text: string, handle: string, { start, end }: Span): readonly Span[] {
  const all = written(text.slice(start, end), handle).map((span) => ({ start: span.start + start, end: span.end + start }))
  const marked = all.filter((span) => /[@/]/.test(text[span.start - 1] ?? ''))
  return marked.length > 0 ? marked : all.slice(-1)
}

function inOrder(spans: readonly Span[]): readonly Span[] {
  const sorted = [...spans].sort((a, b) => a.start - b.start)
  return sorted.filter(({ start }, index) => index === 0 || start >= sorted[index - 1]!.end)
}
