import { type MentorId, samePerson } from '../../model/mentors/identity.ts'
import type { IdeaFile, Mentor, PlacedIdea } from '../../model/types.ts'
import type { Finding } from '../../rules/rule.ts'
import { type Span, shift, touches } from '../../text/span.ts'
import { truncate } from '../../text/wording.ts'
import type { ListSummary } from '../../workspace/listSummary.ts'
import { mailUrl, profileUrl } from '../urls.ts'
import { type Card, joinWithDots, type Line, line, list } from './card.ts'
import { displayName, ideaOf } from './ideaSummary.ts'

/** A person of a list: name and address, role, the ideas that they mentor in this list and in others, and what is odd about the entry. */
export function mentorCard(
  file: IdeaFile,
  { idea, mentor }: { readonly idea: PlacedIdea; readonly mentor: Mentor },
  lists: readonly ListSummary[],
  findings: readonly Finding[],
): Card {
  const { handle, id } = mentor
  const name = mentor.name ?? (handle === null ? (mentor.email ?? 'A mentor') : `@${handle}`)
  const elsewhere = lists
    .map((other) => ({ label: displayName(other.programme.label), ideas: ideasIn(other, id) }))
    .filter(({ ideas }) => ideas.length > 0)
  return [
    ...line({ strong: displayName(name) }, mentor.primary ? ' · primary mentor' : ' · mentor'),
    ...line(...joinWithDots(handleLine(handle), addressLine(mentor.email))),
    ...(mentor.remark === null ? [] : line(`The entry also says: ${truncate(mentor.remark, 100)}`)),
    ...list('In this list:', ideasHere(file, id, idea)),
    ...elsewhere.slice(0, mostLists).flatMap(({ label, ideas }) => list(`${label}:`, ideas)),
    ...list('Odd about this entry:', oddities(shift(mentor.span, idea.at), findings)),
  ]
}

const mostLists = 6

const handleLine = (handle: string | null): Line =>
  handle === null ? [] : [{ text: truncate(`@${handle}`), url: profileUrl(handle) }]

const addressLine = (email: string | null): Line => (email === null ? [] : [{ text: truncate(email, 100), url: mailUrl(email) }])

function ideasHere({ projects }: IdeaFile, person: MentorId, here: PlacedIdea): readonly Line[] {
  return projects.flatMap((project) =>
    project.ideas.flatMap((placed): readonly Line[] => {
      const { heading, mentors } = placed.idea
      const mentor = mentors.find(({ id }) => samePerson(person, id))
      if (mentor === undefined) return []
      return [[ideaOf(heading?.text, project.name), mentor.primary ? ', primary' : '', placed === here ? ', this idea' : '']]
    }),
  )
}

const ideasIn = ({ projects }: ListSummary, person: MentorId): readonly Line[] =>
  projects.flatMap(({ ideas }) =>
    ideas.flatMap(({ title, project, mentors }): readonly Line[] => {
      const found = mentors.find(({ id }) => samePerson(person, id))
      return found === undefined ? [] : [[ideaOf(title, project), found.primary ? ', primary' : '']]
    }),
  )

const oddities = (entry: Span, findings: readonly Finding[]): readonly Line[] =>
  findings
    .filter(({ span }) => span.end > span.start && touches(entry, span.start) && touches(entry, span.end))
    .map(({ message, code }) => [`${truncate(message, 300)} (${code})`])
