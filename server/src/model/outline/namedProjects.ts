import { groupBy } from '../../text/groupBy.ts'
import { memoByIdentity } from '../../text/memoByIdentity.ts'
import { type Span, shift } from '../../text/span.ts'
import { ideaFieldHasValue } from '../fields/ideaFieldHasValue.ts'
import { plainLabelText } from '../schema/labelKey.ts'
import { unescapedCell } from '../schema/tableIdeas.ts'
import { yamlText } from '../schema/yamlScalars.ts'
import type { IdeaFile, PlacedIdea, Project } from '../types.ts'
import { isListTitle } from './titleWords.ts'

/** Ideas in a row that belong to one project. */
export interface NamedProject {
  readonly name: string
  /** Where the name is, in the file: the heading's text, or a field of the first idea; null for ideas without a project. */
  readonly nameSpan: Span | null
  readonly project: Project
  readonly ideas: readonly PlacedIdea[]
  /** Where its ideas have the name in a field, in the file; empty if a heading has it. */
  readonly stated: readonly Span[]
}

/** What an idea says of its project: `**Project:** Harbor Maps`. */
interface StatedProject {
  readonly name: string
  readonly span: Span
}

const projectLabels: readonly string[] = ['project', 'project name', 'projekt', 'projet', 'proyecto', 'projeto', 'проект']
const maxProjectWords = 6
const maxProjectLength = 60

/**
 * The ideas of a list by project, in their order. In a list of an organization's own form that is the project which an idea names in a
 * field, if the headings above ideas are none.
 */
export const namedProjects: (file: IdeaFile) => readonly NamedProject[] = memoByIdentity((file) => {
  const stated = statedProjects(file)
  return file.projects.flatMap((project): readonly NamedProject[] => {
    const { heading, name, ideas } = project
    const nameSpan = heading && shift(heading.heading.textSpan, heading.at)
    const groups: { name: string; nameSpan: Span | null; project: Project; ideas: PlacedIdea[]; stated: Span[] }[] = []
    for (const idea of ideas) {
      const own = stated.get(idea)
      const last = groups.at(-1)
      const places = own ? [own.span] : []
      if (last && last.name === (own?.name ?? name)) {
        last.ideas.push(idea)
        last.stated.push(...places)
      } else groups.push({ name: own?.name ?? name, nameSpan: own?.span ?? nameSpan, project, ideas: [idea], stated: places })
    }
    return groups.length === 0 ? [{ name, nameSpan, project, ideas, stated: [] }] : groups
  })
})

/** The name of the project that an idea belongs to. */
export const projectNameOf = (file: IdeaFile, idea: PlacedIdea): string =>
  namedProjects(file).find(({ ideas }) => ideas.includes(idea))?.name ?? ''

const noStatedProjects: ReadonlyMap<PlacedIdea, StatedProject> = new Map()

/** The projects that ideas name in a field; none if headings are the projects, or if most ideas name none. */
function statedProjects(file: IdeaFile): ReadonlyMap<PlacedIdea, StatedProject> {
  if (!file.template.learned) return noStatedProjects
  const ideas = file.projects.flatMap((project) => project.ideas.map((idea) => ({ project, idea })))
  const stated = ideas.flatMap(({ project, idea }) => {
    const found = statedProject(file, idea)
    return found ? [{ project, idea, found }] : []
  })
  const filled = file.projects.filter((project) => project.ideas.length > 0)
  const isBelowTitle = filled.every(
    ({ heading, name }) =>
      heading === null || isListTitle(name, file.knowsProject) || (filled.length === 1 && heading.heading.level === 1),
  )
  // a project that several headings have is none of them
  const recurs = [...groupBy(stated, ({ found }) => found.name.toLowerCase()).values()].some(
    (same) => new Set(same.map(({ project }) => project)).size > 1,
  )
  if (stated.length * 2 < ideas.length || !(isBelowTitle || recurs)) return noStatedProjects
  return new Map(stated.map(({ idea, found }) => [idea, found]))
}

/** The name in a project field of an idea; null if there is none, or if the value is no name. */
function statedProject({ text, template }: IdeaFile, { idea, at }: PlacedIdea): StatedProject | null {
  const field = idea.fields.find(({ key, label }) => key === 'other' && projectLabels.includes(plainLabelText(label)))
  if (!field || !ideaFieldHasValue(field)) return null
  const { start, end } = field.yaml?.length === 1 ? field.yaml[0]! : field.valueSpan
  const span = { start: at + start, end: at + end }
  const written = field.yaml ? yamlText(text, span) : text.slice(span.start, span.end)
  // a bar in a cell is escaped
  const shown = template.learned?.reason === 'table' ? unescapedCell(written) : written
  const name = shown
    .replace(/!?\[([^[\]]{0,200})\](?:\([^()\s]{0,500}\)|\[[^[\]]{0,200}\])/g, '$1')
    .replace(/[*`]/g, '')
    .trim()
    .replace(/^_+|_+$/g, '')
  const isName =
    name !== '' &&
    name.length <= maxProjectLength &&
    name.split(/\s+/).length <= maxProjectWords &&
    !/[\r\n<>]|[.!?:]$|:\/\//.test(name)
  if (!isName || name === idea.heading?.text) return null
  // `[Harbor Maps](…)`: the name without its link
  const ahead = text.slice(span.start, span.end).indexOf(name)
  return { name, span: ahead < 0 ? span : { start: span.start + ahead, end: span.start + ahead + name.length } }
}
