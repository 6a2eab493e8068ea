import { listYear } from '../../model/profiles/listYear.ts'
import type { IdeaFile } from '../../model/types.ts'
import { type Span, shift, touches } from '../../text/span.ts'
import { siblingLink } from './siblingLink.ts'
import { titleProject } from './titleProject.ts'
import { type YearCandidate, yearCandidates } from './yearCandidates.ts'

/** A year that is not the list's own; the span is that of its digits, in the file. */
export interface StaleYear {
  readonly kind: YearCandidate['kind']
  readonly year: number
  /** The year that belongs there. */
  readonly expected: number
  readonly span: Span
}

/** Sections stay the same objects until they change. */
const candidatesOfSections = new WeakMap<object, readonly YearCandidate[]>()

/** The text of a list that is about all of it: sections before the first project, and after the last one; its title, if that is one. */
export function sectionsOutsideIdeas(file: IdeaFile): IdeaFile['sections'] {
  const start = titleProject(file)?.ideas[0]?.at ?? file.projects[0]?.span.start ?? file.text.length
  const end = file.projects.at(-1)?.span.end ?? file.text.length
  return file.sections.filter(({ at }) => at < start || at >= end)
}

/** The years of headings, links to lists of the programme, and known sentences that are not the list's own. */
export function staleYears(file: IdeaFile): readonly StaleYear[] {
  const own = listYear(file)
  if (own === null) return []
  const toc = file.toc && shift(file.toc.span, file.toc.at)
  return sectionsOutsideIdeas(file).flatMap(({ at, section }) => {
    const known = candidatesOfSections.get(section)
    const candidates = known ?? yearCandidates(file.text.slice(at, at + section.length), at > 0 || file.headings[0]?.at === 0)
    if (known === undefined) candidatesOfSections.set(section, candidates)
    return candidates
      .filter(({ span }) => toc === null || !touches(toc, at + span.start))
      .flatMap((candidate) => staleYearOf(candidate, own, file.path))
      .map((stale) => ({ ...stale, span: shift(stale.span, at) }))
  })
}

function staleYearOf(candidate: YearCandidate, own: number, path: string): readonly StaleYear[] {
  const { kind, span, years, isAboutPast } = candidate
  if (kind === 'link') return staleLink(candidate, own, path)
  const year = Number(candidate.text)
  const isFine = year === own || isAboutPast || years.includes(own) || new Set(years).size > 1
  return isFine ? [] : [{ kind, year, expected: own, span }]
}

/** A link said to lead to the previous year must do so; any other one must lead to this year, unless it says to which year it leads. */
function staleLink(
  { text, span, isAboutPast, isAboutPrevious, labelYears }: YearCandidate,
  own: number,
  path: string,
): readonly StaleYear[] {
  const sibling = siblingLink(text, path)
  if (sibling === null || labelYears.includes(sibling.year)) return []
  const expected = isAboutPrevious ? own - 1 : own
  if (sibling.year === expected || (isAboutPast && !isAboutPrevious)) return []
  return [{ kind: 'link', year: sibling.year, expected, span: shift(sibling.yearSpan, span.start) }]
}
