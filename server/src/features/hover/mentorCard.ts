import * as l10n from '@vscode/l10n'
import { type MentorId, samePerson } from '../../model/mentors/samePerson.ts'
import type { IdeaFile, Mentor, PlacedIdea } from '../../model/types.ts'
import type { SeenByReview } from '../../review/reviewMemory.ts'
import type { Finding } from '../../rules/rule.ts'
import { type Span, shift, touches } from '../../text/span.ts'
import { truncate } from '../../text/wording.ts'
import type { ListSummary } from '../../workspace/listSummary.ts'
import { mailUrl, profileUrl } from '../urls.ts'
import { type Card, cardBulletList, cardLine, cardLinesWithDots, cardName, type TextLine } from './card.ts'
import { ideaSummaryWithProject } from './ideaSummary.ts'
import type { LinkToIdea, OtherLists } from './placeLink.ts'
import { seenCardLine } from './seenFact.ts'

/** What the hover of a mentor needs in addition to the file. */
interface MentorHoverContext extends OtherLists {
  readonly findings: () => readonly Finding[]
  readonly seen: SeenByReview
}

/** A mentor: name, contacts, role, their ideas in this list and in others, and the findings about the entry. */
export function mentorCard(
  file: IdeaFile,
  { idea, mentor }: { readonly idea: PlacedIdea; readonly mentor: Mentor },
  { lists, link, findings, seen }: MentorHoverContext,
): Card {
  const { handle, id } = mentor
  const name = mentor.name ?? (handle === null ? (mentor.email ?? l10n.t('A mentor')) : `@${handle}`)
  const elsewhere = lists
    .map((other) => ({ label: cardName(other.programme.label), ideas: ideasMentoredIn(other, id, link) }))
    .filter(({ ideas }) => ideas.length > 0)
  return [
    ...cardLine({ strong: cardName(name) }, ` · ${mentor.primary ? l10n.t('primary mentor') : l10n.t('mentor')}`),
    ...cardLine(...cardLinesWithDots(mentorHandleLine(handle), mentorAddressLine(mentor.email), mentorLfidLine(lists, id))),
    ...(mentor.remark === null ? [] : cardLine(l10n.t`Also noted: ${truncate(mentor.remark, 100)}`)),
    ...cardBulletList(l10n.t('In this list:'), mentorIdeasInThisList(file, id, idea)),
    ...elsewhere.slice(0, maxLists).flatMap(({ label, ideas }) => cardBulletList(`${label}:`, ideas)),
    ...cardBulletList(l10n.t('Problems with this entry:'), mentorFindingLines(shift(mentor.span, idea.at), findings())),
    ...(handle === null ? [] : seen.account(handle).flatMap(seenCardLine)),
  ]
}

const maxLists = 6

const mentorHandleLine = (handle: string | null): TextLine =>
  handle === null ? [] : [{ text: truncate(`@${handle}`), url: profileUrl(handle) }]

const mentorAddressLine = (email: string | null): TextLine =>
  email === null ? [] : [{ text: truncate(email, 100), url: mailUrl(email) }]

/** The LF username that an export has for the person. */
function mentorLfidLine(lists: readonly ListSummary[], person: MentorId): TextLine {
  for (const { projects } of lists)
    for (const { ideas } of projects)
      for (const { mentors } of ideas)
        for (const { lfid, id } of mentors) if (lfid && samePerson(person, id)) return [`LFID ${truncate(lfid)}`]
  return []
}

function mentorIdeasInThisList({ projects }: IdeaFile, person: MentorId, here: PlacedIdea): readonly TextLine[] {
  return projects.flatMap((project) =>
    project.ideas.flatMap((placed): readonly TextLine[] => {
      const { heading, mentors } = placed.idea
      const mentor = mentors.find(({ id }) => samePerson(person, id))
      if (mentor === undefined) return []
      return [
        [
          ideaSummaryWithProject(heading?.text, project.name),
          mentor.primary ? ` · ${l10n.t('primary')}` : '',
          placed === here ? ` · ${l10n.t('this idea')}` : '',
        ],
      ]
    }),
  )
}

const ideasMentoredIn = (list: ListSummary, person: MentorId, link: LinkToIdea): readonly TextLine[] =>
  list.projects.flatMap(({ ideas }) =>
    ideas.flatMap((idea): readonly TextLine[] => {
      const found = idea.mentors.find(({ id }) => samePerson(person, id))
      return found === undefined
        ? []
        : [[link(ideaSummaryWithProject(idea.title, idea.project), list, idea), found.primary ? ` · ${l10n.t('primary')}` : '']]
    }),
  )

const mentorFindingLines = (entry: Span, findings: readonly Finding[]): readonly TextLine[] =>
  findings
    .filter(({ span }) => span.end > span.start && touches(entry, span.start) && touches(entry, span.end))
    .map(({ message, code }) => [`${truncate(message, 300)} (${code})`])
