import { titleProject } from '../../editing/years/titleProject.ts'
import type { IdeaFile, PlacedIdea, TocItem } from '../../model/types.ts'
import { type Span, shift } from '../../text/span.ts'
import { lineStart, nextLineStart } from '../../text/textLines.ts'

/** The lines of the table of contents about ideas and projects that are dropped; in the file. */
export function droppedTocRows(file: IdeaFile, isKept: (idea: PlacedIdea) => boolean): readonly Span[] {
  const { toc, projects, text } = file
  if (toc === null) return []
  const keptIdeas = new Set(projects.flatMap(({ ideas }) => ideas.filter(isKept).map(({ at }) => at)))
  const keptProjects = new Set(
    projects.flatMap(({ heading, ideas }) => (heading !== null && ideas.some(isKept) ? [heading.at] : [])),
  )
  const title = titleProject(file)?.heading?.at
  const isWhole = projects.every(({ ideas }) => ideas.every(isKept))
  const isRowKept = (item: TocItem): boolean => {
    const about =
      (item.entry && file.tocMatch?.headings.get(item.entry)) ?? (item.flawed && file.tocMatch?.flawed.get(item.flawed)) ?? null
    // what a link to no heading was about is not known
    if (about === null) return isWhole
    const at = file.headings[about.index]?.at ?? -1
    return about.role === null || at === title || keptIdeas.has(at) || keptProjects.has(at)
  }
  return toc.items
    .filter((item) => item.isItem && !isRowKept(item))
    .map(({ span }) => {
      const { start, end } = shift(span, toc.at)
      return { start: lineStart(text, start), end: nextLineStart(text, end) }
    })
}
