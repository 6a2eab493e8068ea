import { type Span, shift } from '../../text/span.ts'
import type { IdeaFile, PlacedHeading, Project, TocHeading } from '../types.ts'

/** Whether a table of contents should list a heading: that of a project or an idea, if one can link to it. */
export const isTocHeading = ({ role, heading, anchor }: TocHeading): boolean =>
  role !== null && heading.text !== '' && anchor !== ''

/** The headings that a table of contents should list, in the order of the file. */
export const listedHeadings = (file: IdeaFile): readonly TocHeading[] => file.tocHeadings.filter(isTocHeading)

/** The heading at its offset in the file. */
export const placedHeadingOf = ({ headings }: IdeaFile, { index }: TocHeading): PlacedHeading => headings[index]!

/** A heading's text, in the file. */
export const headingTextSpan = (file: Pick<IdeaFile, 'headings'>, { heading, index }: TocHeading): Span =>
  shift(heading.textSpan, file.headings[index]!.at)

/** The headings of a file with their roles; `previous` if nothing but their offsets changed. */
export function tocHeadings(
  headings: readonly PlacedHeading[],
  projects: readonly Project[],
  previous: readonly TocHeading[],
): readonly TocHeading[] {
  const roles = new Map<number, TocHeading['role']>()
  const titles = new Map<number, string>()
  for (const { heading, ideas } of projects) {
    if (heading !== null) roles.set(heading.at, 'project')
    for (const { idea, at } of ideas) {
      if (idea.heading === null) continue
      roles.set(at, 'idea')
      titles.set(at, idea.heading.text)
    }
  }
  const roleAt = (at: number): TocHeading['role'] => roles.get(at) ?? null
  /** An idea's title, if the list's prefix of titles is not part of it. */
  const titleOf = ({ heading, at }: PlacedHeading): string | undefined => {
    const title = titles.get(at)
    return title === heading.text ? undefined : title
  }
  const isSame = (placed: PlacedHeading, index: number): boolean => {
    const { heading, at, anchor } = placed
    const old = previous[index]!
    return old.heading === heading && old.anchor === anchor && old.role === roleAt(at) && old.title === titleOf(placed)
  }
  if (headings.length === previous.length && headings.every(isSame)) return previous
  return headings.map((placed, index) => {
    const { heading, at, anchor } = placed
    const title = titleOf(placed)
    return { heading, anchor, role: roleAt(at), index, ...(title !== undefined && { title }) }
  })
}

/** For each heading, the project's heading that is nearest above it. */
export function projectsAboveTocHeadings(headings: readonly TocHeading[]): readonly (TocHeading | undefined)[] {
  let project: TocHeading | undefined
  return headings.map((heading) => {
    if (heading.role === 'project') project = heading
    return project
  })
}
