import type { IdeaFile, Mentor, PlacedIdea } from '../../model/types.ts'
import type { Finding } from '../../rules/rule.ts'
import { type Span, shift, touches } from '../../text/span.ts'
import { truncate } from '../../text/wording.ts'
import type { ListSummary } from '../../workspace/listSummary.ts'
import { mailUrl, profileUrl } from '../urls.ts'
import { type Card, joinWithDots, type Line, line, list } from './card.ts'
import { displayName, ideaOf } from './ideaSummary.ts'

/** What tells one person from another: handle and address in lower case. */
interface Person {
  readonly handle: string | null
  readonly email: string | null
}

/** A person of a list: name and address, role, the ideas that they mentor in this list and in others, and what is odd about the entry. */
export function mentorCard(
  file: IdeaFile,
  { idea, mentor }: { readonly idea: PlacedIdea; readonly mentor: Mentor },
  lists: readonly ListSummary[],
  findings: readonly Finding[],
): Card {
  const handle = withoutAt(mentor.handle)
  const person = { handle: handle?.toLowerCase() ?? null, email: mentor.email?.toLowerCase() ?? null }
  const name = mentor.name ?? (handle === null ? (mentor.email ?? 'A mentor') : `@${handle}`)
  const elsewhere = lists
    .map((other) => ({ label: displayName(other.programme.label), ideas: ideasIn(other, person) }))
    .filter(({ ideas }) => ideas.length > 0)
  return [
    ...line({ strong: displayName(name) }, mentor.primary ? ' · primary mentor' : ' · mentor'),
    ...line(...joinWithDots(handleLine(handle), addressLine(mentor.email))),
    ...(mentor.remark === null ? [] : line(`The entry also says: ${truncate(mentor.remark, 100)}`)),
    ...list('In this list:', ideasHere(file, person, idea)),
    ...elsewhere.slice(0, mostLists).flatMap(({ label, ideas }) => list(`${label}:`, ideas)),
    ...list('Odd about this entry:', oddities(shift(mentor.span, idea.at), findings)),
  ]
}

const mostLists = 6

const withoutAt = (handle: string | null): string | null => handle?.replace(/^@+/, '') || null

const handleLine = (handle: string | null): Line =>
  handle === null ? [] : [{ text: truncate(`@${handle}`), url: profileUrl(handle) }]

const addressLine = (email: string | null): Line => (email === null ? [] : [{ text: truncate(email, 100), url: mailUrl(email) }])

const isSame = (a: Person, handle: string | null, email: string | null): boolean =>
  isWritten(a.handle, handle) || isWritten(a.email, email)

/** Whether a part of a person is meant by what another list writes; most are told apart by their length. */
const isWritten = (part: string | null, written: string | null): boolean =>
  part !== null && written !== null && part.length === written.length && part === written.toLowerCase()

function ideasHere({ projects }: IdeaFile, person: Person, here: PlacedIdea): readonly Line[] {
  return projects.flatMap((project) =>
    project.ideas.flatMap((placed): readonly Line[] => {
      const { heading, keys, mentors } = placed.idea
      const index = mentors.findIndex((_, each) => isSame(person, keys.handles[each] ?? null, keys.emails[each] ?? null))
      const mentor = mentors[index]
      if (mentor === undefined) return []
      return [[ideaOf(heading?.text, project.name), mentor.primary ? ', primary' : '', placed === here ? ', this idea' : '']]
    }),
  )
}

const ideasIn = ({ projects }: ListSummary, person: Person): readonly Line[] =>
  projects.flatMap(({ ideas }) =>
    ideas.flatMap(({ title, project, mentors }): readonly Line[] => {
      const found = mentors.find(({ handle, email }) => isSame(person, handle, email))
      return found === undefined ? [] : [[ideaOf(title, project), found.primary ? ', primary' : '']]
    }),
  )

const oddities = (entry: Span, findings: readonly Finding[]): readonly Line[] =>
  findings
    .filter(({ span }) => span.end > span.start && touches(entry, span.start) && touches(entry, span.end))
    .map(({ message, code }) => [`${truncate(message, 300)} (${code})`])
