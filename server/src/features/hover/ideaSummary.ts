import type { Idea, Size, Template } from '../../model/types.ts'
import { pluralize, truncate } from '../../text/wording.ts'
import { joinWithDots, type Line, type TextRun } from './card.ts'

/** How a card calls an idea; `title` is its heading's text. */
export const displayTitle = (title: string | null | undefined): string => truncate(title || 'Idea without a heading', 100)

/** A name as a card shows it. */
export const displayName = (name: string): string => truncate(name, 100)

/** A size in words: `large, about 350 hours`; hours that an idea writes itself come before those of its word. */
export function sizeText({ word, hours }: Pick<Size, 'word' | 'hours'>, { sizes }: Template): string | null {
  const known = hours ?? sizes.find((size) => size.word === word)?.hours
  const time = known === undefined ? null : `about ${known} hours`
  return word === null ? time : time === null ? word : `${word}, ${time}`
}

/** What an outline would tell of an idea: its title, size and number of mentors. */
export function ideaLine({ heading, size, mentors }: Idea, template: Template): Line {
  const told = size && sizeText(size, template)
  return joinWithDots(
    [displayTitle(heading?.text)],
    told ? [told] : [],
    mentors.length === 0 ? [] : [pluralize(mentors.length, 'mentor')],
  )
}

/** `Title (Project)`, without a project that has no name. */
export const ideaOf = (title: string | null | undefined, project: string): TextRun =>
  project === '' ? displayTitle(title) : `${displayTitle(title)} (${displayName(project)})`
