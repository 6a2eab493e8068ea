import type { IdeaFile, PlacedHeading, Project } from '../model/types.ts'
import { isWhitespace } from '../text/span.ts'
import { lineStart } from '../text/textLines.ts'

/** A project's part of the file, from its heading to its last line with content. */
export interface ProjectSection {
  readonly project: Project
  readonly heading: PlacedHeading
  readonly start: number
  /** Before blank lines and a thematic break at the end: they separate projects. */
  readonly end: number
}

interface OpenProject {
  readonly project: Project
  readonly heading: PlacedHeading
}

/** The projects of a file that have a heading, in groups: a heading above the projects' level starts a new group. */
export function projectGroups(file: IdeaFile): readonly (readonly ProjectSection[])[] {
  const projects = new Map(file.projects.map((project) => [project.heading?.at, project]))
  const ideas = new Set(file.projects.flatMap((project) => project.ideas.map(({ at }) => at)))
  const groups: ProjectSection[][] = [[]]
  let open: OpenProject | null = null
  const close = (end: number): void => {
    if (open !== null) groups.at(-1)!.push(sectionOf(file.text, open, end))
    open = null
  }
  for (const heading of file.headings) {
    const project = projects.get(heading.at)
    if (project !== undefined) {
      close(heading.at)
      open = { project, heading }
    } else if (heading.heading.level <= file.projectLevel && !ideas.has(heading.at)) {
      close(heading.at)
      if (heading.heading.level < file.projectLevel) groups.push([])
    }
  }
  close(file.text.length)
  return groups.filter((group) => group.length > 0)
}

/** Start and end are computed on access: only fixes need them. */
const sectionOf = (text: string, { project, heading }: OpenProject, end: number): ProjectSection => ({
  project,
  heading,
  get start() {
    return lineStart(text, heading.at)
  },
  get end() {
    return contentEnd(text, end)
  },
})

/** The offset before the blank lines and thematic breaks that end at `end`. `---` right below text is a heading's underline. */
export function contentEnd(text: string, end: number): number {
  let to = end
  for (;;) {
    while (to > 0 && isWhitespace(text.charCodeAt(to - 1))) to--
    const start = lineStart(text, to)
    const isRule = /^(?:-{3,}|\*{3,}|_{3,})$/.test(text.slice(start, to).replace(/[ \t]/g, '').slice(0, 200))
    const isAfterBlankLine = /\n[ \t]*\r?\n$/.test(text.slice(Math.max(0, start - 80), start))
    if (!isRule || !isAfterBlankLine) return to
    to = start
  }
}
