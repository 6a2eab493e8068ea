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

/** A project with its heading; `until` is the offset of the heading that ends it, null if it goes to the end of the file. */
export interface ProjectHeading<P> {
  readonly project: P
  readonly heading: PlacedHeading
  readonly until: number | null
}

interface ChapterInput<P> extends Pick<IdeaFile, 'headings' | 'projectLevel'> {
  readonly projects: readonly P[]
}

type ChapterProject = Pick<Project, 'heading'> & { readonly ideas: readonly { readonly at: number }[] }

/** The projects of a file that have a heading, by chapter: a heading above the projects' level starts a new chapter. */
export function projectChapters<P extends ChapterProject>(file: ChapterInput<P>): readonly (readonly ProjectHeading<P>[])[] {
  const projects = new Map(file.projects.map((project) => [project.heading?.at, project]))
  const ideas = new Set(file.projects.flatMap((project) => project.ideas.map(({ at }) => at)))
  const chapters: ProjectHeading<P>[][] = [[]]
  let open: Omit<ProjectHeading<P>, 'until'> | null = null
  const close = (until: number | null): void => {
    if (open !== null) chapters.at(-1)!.push({ ...open, until })
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
  close(null)
  return chapters.filter((chapter) => chapter.length > 0)
}

/** The same projects with the spans of their text. */
export const projectGroups = (file: IdeaFile): readonly (readonly ProjectSection[])[] =>
  projectChapters(file).map((chapter) => chapter.map((project) => projectSectionOf(file.text, project)))

const projectSectionOf = (text: string, { project, heading, until }: ProjectHeading<Project>): ProjectSection => ({
  project,
  heading,
  get start() {
    return lineStart(text, heading.at)
  },
  get end() {
    return projectContentEnd(text, until ?? text.length)
  },
})

/** The offset before the blank lines and thematic breaks that end at `end`. `---` right below text is a heading's underline. */
export function projectContentEnd(text: string, end: number): number {
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
