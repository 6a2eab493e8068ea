import type { FindingCounts, IdeaEntry } from '../../../server/src/protocol/ideas.ts'
import { pluralize } from '../../../server/src/text/wording.ts'
import { findingsText, sumOf } from './badges.ts'
import type { ShownList } from './mergeLists.ts'
import { mentorName, peopleIn } from './people.ts'

export const groupings = ['list', 'project', 'mentor', 'skill'] as const

/** What the ideas are grouped by. */
export type Grouping = (typeof groupings)[number]

/** An idea and the list that it stands in. */
export interface PlacedIdea {
  readonly list: ShownList
  readonly idea: IdeaEntry
  /** Its number in the list, from 0. */
  readonly index: number
}

/** A row of the tree. All texts are plain and come from files: nothing in them is a mark. */
export interface Row {
  /** The same for as long as the row is about the same thing. */
  readonly id: string
  readonly kind: Grouping | 'idea'
  readonly label: string
  readonly description: string
  readonly findings: FindingCounts | null
  /** What a hover says below the label. */
  readonly details: readonly string[]
  /** Of the rows below it. */
  readonly children: readonly string[]
  /** Null for a row that stands for several. */
  readonly place: PlacedIdea | null
}

export interface Rows {
  readonly roots: readonly string[]
  readonly all: ReadonlyMap<string, Row>
}

export const noRows: Rows = { roots: [], all: new Map() }

export const untitled = 'Idea without a title'

/** A row with other rows below it, as it is put together. */
interface Group {
  readonly key: string
  readonly kind: Grouping
  readonly label: string
  readonly detail: string
  readonly ideas: PlacedIdea[]
}

/** What an idea belongs to. */
type Belonging = Omit<Group, 'ideas' | 'kind'>

/** The rows of the tree; `pathOf` tells how a list's file is called beside others. */
export const rowsOf = (lists: readonly ShownList[], grouping: Grouping, pathOf: (uri: string) => string): Rows =>
  grouping === 'list' ? rowsByList(lists, pathOf) : rowsByGroup(lists, grouping)

const placed = (list: ShownList): readonly PlacedIdea[] => list.ideas.map((idea, index) => ({ list, idea, index }))

const rowsByList = (lists: readonly ShownList[], pathOf: (uri: string) => string): Rows => {
  const all = new Map<string, Row>()
  const roots = lists.map((list) => {
    const id = `list\n${list.uri}`
    const ideas = placed(list)
    const homeless = ideas.filter(({ idea }) => idea.project === null)
    const projects = gathered(ideas, 'project', ({ project }) => (project ? [belonging(project)] : []))
    const children = [
      ...homeless.map((each) => addIdea(all, each, id, mentorsText(each.idea))),
      ...projects.map((group) => addGroup(all, { ...group, detail: '' }, id, ({ idea }) => mentorsText(idea))),
    ]
    const path = pathOf(list.uri)
    all.set(id, {
      id,
      kind: 'list',
      label: list.label,
      description: path === list.label ? '' : path,
      findings: list.findings,
      details: [pluralize(list.ideas.length, 'idea'), ...findingsLine(list.findings)],
      children,
      place: null,
    })
    return id
  })
  return { roots, all }
}

const rowsByGroup = (lists: readonly ShownList[], grouping: Exclude<Grouping, 'list'>): Rows => {
  const all = new Map<string, Row>()
  const whoIs = peopleIn(lists)
  const belongings: Readonly<Record<typeof grouping, (idea: IdeaEntry) => readonly Belonging[]>> = {
    project: ({ project }) => (project ? [belonging(project)] : []),
    mentor: ({ mentors }) =>
      mentors.flatMap((mentor) => {
        const person = whoIs(mentor)
        return person ? [{ key: person.key, label: person.name, detail: person.detail === person.name ? '' : person.detail }] : []
      }),
    skill: ({ skills }) => skills.map(belonging),
  }
  const groups = gathered(lists.flatMap(placed), grouping, belongings[grouping], nothing[grouping])
  const where = ({ list, idea }: PlacedIdea): string =>
    grouping === 'project' ? list.label : joinWithDots([idea.project?.name, list.label])
  const order = grouping === 'skill' ? byUse : byLabel
  const roots = groups.sort(order).map((group) => addGroup(all, withCount(group), null, where))
  return { roots, all }
}

const belonging = ({ key, name }: { readonly key: string; readonly name: string }): Belonging => ({
  key,
  label: name,
  detail: '',
})

/** How what belongs to nothing is called. */
const nothing: Readonly<Record<Exclude<Grouping, 'list'>, string>> = {
  project: 'Under no project',
  mentor: 'Without mentors',
  skill: 'Without skills',
}

/** Ideas by what they belong to, in the order in which that is met; under `none` those that belong to nothing, where that is given. */
const gathered = (
  ideas: readonly PlacedIdea[],
  kind: Grouping,
  belongingsOf: (idea: IdeaEntry) => readonly Belonging[],
  none?: string,
): Group[] => {
  const groups = new Map<string, Group>()
  for (const each of ideas) {
    const found = belongingsOf(each.idea)
    for (const one of found.length > 0 || none === undefined ? found : [{ key: '', label: none, detail: '' }]) {
      const group = groups.get(one.key) ?? { ...one, kind, ideas: [] }
      groups.set(one.key, group)
      // the same person twice in an idea
      if (group.ideas.at(-1) !== each) group.ideas.push(each)
    }
  }
  return [...groups.values()]
}

const collator = new Intl.Collator('en', { sensitivity: 'base', numeric: true })

/** What belongs to nothing comes last. */
const byLabel = (a: Group, b: Group): number =>
  Number(a.key === '') - Number(b.key === '') || collator.compare(a.label, b.label) || (a.key < b.key ? -1 : 1)

const byUse = (a: Group, b: Group): number =>
  Number(a.key === '') - Number(b.key === '') || b.ideas.length - a.ideas.length || byLabel(a, b)

const withCount = (group: Group): Group => ({
  ...group,
  detail: joinWithDots([group.detail, pluralize(group.ideas.length, 'idea')]),
})

const addGroup = (
  all: Map<string, Row>,
  { key, kind, label, detail, ideas }: Group,
  parent: string | null,
  describe: (idea: PlacedIdea) => string,
): string => {
  const id = [...(parent === null ? [] : [parent]), kind, key].join('\n')
  const children = ideas.map((idea) => addIdea(all, idea, id, describe(idea)))
  const findings = sumOf(ideas.map(({ idea }) => idea.findings))
  const details = [pluralize(ideas.length, 'idea'), ...findingsLine(findings)]
  all.set(id, { id, kind, label, description: detail, findings, details, children, place: null })
  return id
}

const addIdea = (all: Map<string, Row>, place: PlacedIdea, parent: string, description: string): string => {
  const { list, idea, index } = place
  const id = `${parent}\nidea\n${list.uri}\n${index}`
  const { findings } = idea
  const details = [
    joinWithDots([idea.project?.name, list.label]),
    ...line('Mentors', mentorsText(idea)),
    ...line('Skills', idea.skills.map(({ name }) => name).join(', ')),
    ...findingsLine(findings),
  ]
  const label = idea.title ?? untitled
  all.set(id, { id, kind: 'idea', label, description, findings, details, children: [], place })
  return id
}

/** The names of an idea's mentors, as a person reads them. */
export const mentorsText = ({ mentors }: IdeaEntry): string => mentors.flatMap((mentor) => mentorName(mentor) ?? []).join(', ')

/** The parts that are there, with dots between them. */
export const joinWithDots = (parts: readonly (string | undefined)[]): string => parts.filter(Boolean).join(' · ')

const line = (name: string, text: string): readonly string[] => (text === '' ? [] : [`${name}: ${text}`])
const findingsLine = (findings: FindingCounts | null): readonly string[] => line('Findings', findingsText(findings))

/** What a screen reader says of a row. */
export const accessibleLabel = ({ label, description, kind, details, findings }: Row): string =>
  [label, ...(kind === 'idea' ? details : [description, findingsText(findings)])].filter((part) => part !== '').join(', ')

/** Which rows of a tree are to be drawn anew, with those below them: all of them where its roots are others. */
export const changedRows = (before: Rows, after: Rows): 'all' | readonly string[] => {
  if (!sameTexts(before.roots, after.roots)) return 'all'
  const changed: string[] = []
  for (const [id, row] of before.all) {
    const now = after.all.get(id)
    if (now && !sameRow(row, now)) changed.push(id)
  }
  return changed
}

const sameTexts = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((text, index) => text === b[index])

const sameRow = (a: Row, b: Row): boolean =>
  a.label === b.label &&
  a.description === b.description &&
  sameTexts(a.details, b.details) &&
  sameTexts(a.children, b.children) &&
  a.place?.idea.position.line === b.place?.idea.position.line &&
  a.place?.idea.position.character === b.place?.idea.position.character
