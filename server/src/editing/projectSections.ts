import type { IdeaFile, PlacedHeading, Project } from '../model/types.ts'
import { isWhitespace } from '../text/span.ts'
import { lineStart } from '../text/textLines.ts'

/** A project with its place in the file: from its heading to its last line that says something. */
export interface ProjectSection {
  readonly project: Project
  readonly heading: PlacedHeading
  readonly start: number
  /** Without blank lines and a ruled line at the end: they stand between projects, and belong to neither. */
  readonly end: number
}

interface OpenProject {
  readonly project: Project
  readonly heading: PlacedHeading
}

/** The projects of a file that have a heading, chapter by chapter: a heading above the projects' level begins a new one. */
export function projectGroups(file: IdeaFile): readonly (readonly ProjectSection[])[] {
  const projects = new Map(file.projects.map((project) => [project.heading?.at, project]))
  const ideas = new Set(file.projects.flatMap((project) => project.ideas.map(({ at }) => at)))
  const chapters: ProjectSection[][] = [[]]
  let open: OpenProject | null = null
  const close = (end: number): void => {
    if (open !== null) chapters.at(-1)!.push(sectionOf(file.text, open, end))
    open = null
  }
  for (const heading of file.headings) {
    const project = projects.get(heading.at)
    if (project !== undefined) {
      close(heading.at)
      open = { project, heading }
    } else if (heading.heading.level <= file.projectLevel && !ideas.has(heading.at)) {
      close(heading.at)
      if (heading.heading.level < file.projectLevel) chapters.push([])
    }
  }
  close(file.text.length)
  return chapters.filter((chapter) => chapter.length > 0)
}

/** Only a fix asks where a project begins and ends: it is found out then. */
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

/** Before the blank lines and ruled lines that end at `end`; a line of dashes right below text underlines a heading. */
export function contentEnd(text: string, end: number): number {
  let to = end
  for (;;) {
    while (to > 0 && isWhitespace(text.charCodeAt(to - 1))) to--
    const start = lineStart(text, to)
    const isRule = /^(?:-{3,}|\*{3,}|_{3,})$/.test(text.slice(start, to).replace(/[ \t]/g, '').slice(0, 200))
    const blankAbove = /\n[ \t]*\r?\n$/.test(text.slice(Math.max(0, start - 80), start))
    if (!isRule || !blankAbove) return to
    to = start
  }
}
