import * as l10n from '@vscode/l10n'
import type { Idea, Size, Template } from '../../model/types.ts'
import { pluralize, truncate } from '../../text/wording.ts'
import { cardLinesWithDots, cardName, type TextLine } from './card.ts'

/** An idea's title, cut to a line; `title` is the text of its heading. */
export const ideaSummaryTitle = (title: string | null | undefined): string => truncate(title || l10n.t('Untitled idea'), 100)

/** `large, about 350 hours`; the idea's own hours take precedence over those of the word. */
export function ideaSummarySize({ word, hours }: Pick<Size, 'word' | 'hours'>, { sizes }: Template): string | null {
  const known = hours ?? sizes.find((size) => size.word === word)?.hours
  const time = known === undefined ? null : l10n.t`about ${known} hours`
  return word === null ? time : time === null ? word : `${word}, ${time}`
}

/** `Title · large, about 350 hours · 2 mentors` */
export function ideaSummaryLine({ heading, size, mentors }: Idea, template: Template): TextLine {
  const sizeRun = size && ideaSummarySize(size, template)
  return cardLinesWithDots(
    [ideaSummaryTitle(heading?.text)],
    sizeRun ? [sizeRun] : [],
    mentors.length === 0 ? [] : [pluralize(mentors.length, 'mentor')],
  )
}

/** `Title (Project)`; only the title if the project has no name. */
export const ideaSummaryWithProject = (title: string | null | undefined, project: string): string =>
  project === '' ? ideaSummaryTitle(title) : `${ideaSummaryTitle(title)} (${cardName(project)})`
