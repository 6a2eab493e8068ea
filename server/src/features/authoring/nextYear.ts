import * as l10n from '@vscode/l10n'
import { exampleIdea } from '../../editing/learned/exampleIdea.ts'
import { isTableList, markExample, withoutExampleMarks } from '../../editing/years/exampleMark.ts'
import { titleProject } from '../../editing/years/titleProject.ts'
import { ideaNodeSpan } from '../../model/nodeAt.ts'
import { listYear } from '../../model/profiles/listYear.ts'
import type { IdeaFile, PlacedIdea, Project } from '../../model/types.ts'
import type { OpenIdea } from '../../protocol/nextYear.ts'
import { applyEdits, type Edit, joinTouching } from '../../text/edits.ts'
import { covers, type Span } from '../../text/span.ts'
import { eolOf, lineStart, nextLineStart } from '../../text/textLines.ts'
import { joinWithOr, oneLine, quote } from '../../text/wording.ts'
import { hasIdeaFiles } from './learned/learnedFile.ts'
import { nextYearTextEdits, openDateLines } from './nextYearText.ts'
import { droppedTocRows } from './nextYearToc.ts'
import type { ReadEditedText, Refusal } from './plan.ts'

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

/**
 * Makes the list of the next year: introduction, template, markers and order stay, years move on, dates are emptied. Where only ideas
 * show the form of a list, as many of them stay as it takes for the new one to be a list.
 */
export function nextYear(file: IdeaFile, { year: asked, carry }: NextYearOptions, read: ReadEditedText): NextYear | Refusal {
  if (file.unread.length > 0) return { refusal: l10n.t('This list is too large.') }
  if (file.template.learned && hasIdeaFiles(file, file.template.learned))
    return {
      refusal: l10n.t(
        'In this list each idea has a file of its own. Make a folder for the new year, and copy the ideas into it that stay open.',
      ),
    }
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
  const isChosen = (idea: PlacedIdea): boolean => isCarriedToNextYear(idea, carry)
  const examples: PlacedIdea[] = []
  const compose = (): string => textOfNextYear(file, { from: own, to: year }, isChosen, examples)
  let text = compose()
  for (const example of formExamples(file).filter((idea) => !isChosen(idea))) {
    if (isReadAsBefore(file, read(text), (idea) => examples.includes(idea) || isChosen(idea))) break
    examples.push(example)
    text = compose()
  }
  const ideas = file.projects.flatMap((project) => project.ideas.filter(isChosen)).length
  return { text, year, ideas, openDates: openDateLines(text) }
}

/** Whether the new list is one, and a table has its ideas in rows with the same titles. */
function isReadAsBefore(file: IdeaFile, next: IdeaFile, isKept: (idea: PlacedIdea) => boolean): boolean {
  if (!next.ideaList || !isTableList(file)) return next.ideaList
  const titlesOf = (each: IdeaFile, isMeant: (idea: PlacedIdea) => boolean): string =>
    JSON.stringify(each.projects.flatMap(({ ideas }) => ideas.filter(isMeant).map(({ idea }) => idea.heading?.text)))
  return isTableList(next) && titlesOf(file, isKept) === titlesOf(next, () => true)
}

/** How many ideas are tried as examples of a form. */
const maxFormExamples = 3

/** The ideas that show how a list is written whose form is in nothing but its ideas, the best first. */
function formExamples(file: IdeaFile): readonly PlacedIdea[] {
  const { learned } = file.template
  if (!learned || (learned.isDeclared && !isTableList(file))) return []
  const best = exampleIdea(file, learned, null)
  const others = file.projects.flatMap(({ ideas }) => ideas).filter((idea) => idea !== best)
  return [...(best ? [best] : []), ...others].slice(0, maxFormExamples)
}

function textOfNextYear(
  file: IdeaFile,
  { from, to }: { readonly from: number; readonly to: number },
  isChosen: (idea: PlacedIdea) => boolean,
  examples: readonly PlacedIdea[],
): string {
  const isKept = (idea: PlacedIdea): boolean => examples.includes(idea) || isChosen(idea)
  const dropped = file.projects.flatMap((project) => partsDroppedNextYear(file, project, isKept))
  const rows = droppedTocRows(file, isKept)
  const marks = withoutExampleMarks(file).filter(({ span }) => !dropped.some((gone) => covers(gone, span)))
  const removed = [...dropped, ...rows, ...marks.map(({ span }) => span)]
  const moved = nextYearTextEdits(file, from, to).filter(({ span }) => !removed.some((gone) => covers(gone, span)))
  const eol = eolOf(file.text)
  const notes = examples.filter(({ idea }) => idea.heading !== null).map((example) => markExample(file, example, from))
  const edits: readonly Edit[] = [...removed.map((span) => ({ span, newText: '' })), ...notes, ...moved]
  return withEndOf(file.text, applyEdits(file.text, joinTouching(edits)), eol)
}

/** The text without the blank lines at its end that the list of before has not. */
function withEndOf(before: string, text: string, eol: string): string {
  const gapOf = (each: string): string => each.slice(each.trimEnd().length)
  const end = gapOf(before) || eol
  return gapOf(text).length > end.length ? text.trimEnd() + end : text
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

/** What goes of a project: all of it, or some of its ideas. A thematic break at its end stays, and so does what is the list's title. */
function partsDroppedNextYear(file: IdeaFile, project: Project, isKept: (idea: PlacedIdea) => boolean): readonly Span[] {
  const { text } = file
  const { heading, ideas, span } = project
  const withoutBreak = ({ start, end }: Span): Span => {
    const rule = /(?:^|\n)[ \t]{0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})\s*$/.exec(text.slice(start, end))
    return rule ? { start, end: start + rule.index + (rule[0].startsWith('\n') ? 1 : 0) } : { start, end }
  }
  if (isTableList(file)) return ideas.filter((idea) => !isKept(idea)).map((idea) => rowWithBreak(text, idea))
  if (!ideas.some(isKept) && project !== titleProject(file))
    return [withoutBreak({ start: heading?.at ?? span.start, end: span.end })]
  return ideas.filter((idea) => !isKept(idea)).map((idea) => withoutBreak(ideaNodeSpan(idea)))
}

const rowWithBreak = (text: string, { at }: PlacedIdea): Span => ({ start: lineStart(text, at), end: nextLineStart(text, at) })
