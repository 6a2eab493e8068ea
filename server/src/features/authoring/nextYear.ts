import * as l10n from '@vscode/l10n'
import { listYear } from '../../editing/years/listYear.ts'
import { ideaNodeSpan } from '../../model/nodeAt.ts'
import type { IdeaFile, PlacedIdea, Project } from '../../model/types.ts'
import type { OpenIdea } from '../../protocol/nextYear.ts'
import { applyEdits, type Edit, joinTouching } from '../../text/edits.ts'
import { covers, type Span } from '../../text/span.ts'
import { joinWithOr, oneLine, quote } from '../../text/wording.ts'
import { nextYearTextEdits, openDateLines } from './nextYearText.ts'
import { droppedTocRows } from './nextYearToc.ts'
import type { Refusal } from './plan.ts'

/** Which ideas go into the list of the new year: none, those that were not accepted, or those with these titles. */
export type Carry = 'none' | 'open' | readonly string[]

export interface NextYearOptions {
  /** Null for the year after the list's. */
  readonly year: number | null
  readonly carry: Carry
}

/** The list of a new year. */
export interface NextYear {
  readonly text: string
  readonly year: number
  /** How many ideas were carried. */
  readonly ideas: number
  /** 1-based lines of the new text where a date is to be set. */
  readonly openDates: readonly number[]
}

/** Makes the list of the next year: introduction, template, markers and order stay, years move on, dates are emptied. */
export function nextYear(file: IdeaFile, { year: asked, carry }: NextYearOptions): NextYear | Refusal {
  if (file.unread.length > 0) return { refusal: l10n.t('This list is too large.') }
  const own = listYear(file)
  if (own === null) {
    return {
      refusal: l10n.t('This list does not say its year. Put the year in its file name or title, such as summerofcode/2026.md.'),
    }
  }
  const year = asked ?? own + 1
  if (year <= own) return { refusal: l10n.t`${year} is not after ${own}, the year of this list. Choose a later year.` }
  const missing = missingNextYearTitles(file, carry)
  if (missing.length > 0)
    return {
      refusal: l10n.t`This list has no idea titled ${joinWithOr(missing.map((title) => quote(title)))}. Use the title of one of its ideas.`,
    }
  const isKept = (idea: PlacedIdea): boolean => isCarriedToNextYear(idea, carry)
  const dropped = file.projects.flatMap((project) => partsDroppedNextYear(file, project, isKept))
  const rows = droppedTocRows(file, isKept)
  const removed = [...dropped, ...rows]
  const moved = nextYearTextEdits(file, own, year).filter(({ span }) => !removed.some((gone) => covers(gone, span)))
  const edits: readonly Edit[] = [...removed.map((span) => ({ span, newText: '' })), ...moved]
  const text = applyEdits(file.text, joinTouching(edits))
  return {
    text,
    year,
    ideas: file.projects.flatMap(({ ideas }) => ideas.filter(isKept)).length,
    openDates: openDateLines(text),
  }
}

/** The titled ideas that were not accepted, in their order. */
export const ideasOpenNextYear = ({ projects }: IdeaFile): readonly OpenIdea[] =>
  projects.flatMap(({ name, ideas }) =>
    ideas.flatMap(({ idea }) =>
      idea.heading !== null && isIdeaOpenNextYear(idea) ? [{ project: name, title: idea.heading.text }] : [],
    ),
  )

/** An idea without an LFX URL was not accepted. */
const isIdeaOpenNextYear = ({ lfx }: PlacedIdea['idea']): boolean => lfx === null

const isCarriedToNextYear = ({ idea }: PlacedIdea, carry: Carry): boolean =>
  carry === 'none' ? false : carry === 'open' ? isIdeaOpenNextYear(idea) : carry.some((title) => isNextYearTitle(idea, title))

const isNextYearTitle = ({ heading }: PlacedIdea['idea'], title: string): boolean =>
  heading !== null && oneLine(heading.text).toLowerCase() === oneLine(title).toLowerCase()

const missingNextYearTitles = ({ projects }: IdeaFile, carry: Carry): readonly string[] =>
  typeof carry === 'string'
    ? []
    : carry.filter((title) => !projects.some(({ ideas }) => ideas.some(({ idea }) => isNextYearTitle(idea, title))))

/** What goes of a project: all of it, or some of its ideas. A thematic break at its end stays. */
function partsDroppedNextYear(
  { text }: IdeaFile,
  { heading, ideas, span }: Project,
  isKept: (idea: PlacedIdea) => boolean,
): readonly Span[] {
  const withoutBreak = ({ start, end }: Span): Span => {
    const rule = /(?:^|\n)[ \t]{0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})\s*$/.exec(text.slice(start, end))
    return rule ? { start, end: start + rule.index + (rule[0].startsWith('\n') ? 1 : 0) } : { start, end }
  }
  if (!ideas.some(isKept)) return [withoutBreak({ start: heading?.at ?? span.start, end: span.end })]
  return ideas.filter((idea) => !isKept(idea)).map((idea) => withoutBreak(ideaNodeSpan(idea)))
}
