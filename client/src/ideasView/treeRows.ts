import * as l10n from '@vscode/l10n'
import type { FindingCounts, IdeaEntry } from '../../../server/src/protocol/ideas.ts'
import { pluralize } from '../../../server/src/text/wording.ts'
import { dotSeparated } from '../wording.ts'
import { findingBadgeText, sumFindingCounts } from './findingBadges.ts'
import type { ShownList } from './mergeLists.ts'
import { mentorNames, peopleIn } from './people.ts'

export const groupings = ['list', 'project', 'mentor', 'skill'] as const

/** What ideas are grouped by. */
export type Grouping = (typeof groupings)[number]

/** An idea and its list. */
export interface IdeaInList {
  readonly list: ShownList
  readonly idea: IdeaEntry
  /** 0-based, in the list. */
  readonly index: number
}

/** A row of the tree. All texts are plain text from files, not Markdown. */
export interface TreeRow {
  /** Stays the same as long as the row is about the same thing. */
  readonly id: string
  readonly kind: Grouping | 'idea'
  readonly label: string
  readonly description: string
  readonly findings: FindingCounts | null
  /** The lines below the label in a hover. */
  readonly details: readonly string[]
  /** Ids of the rows below it. */
  readonly children: readonly string[]
  /** Null for a row of several ideas. */
  readonly place: IdeaInList | null
}

export interface TreeRows {
  readonly roots: readonly string[]
  readonly all: ReadonlyMap<string, TreeRow>
}

export const noRows: TreeRows = { roots: [], all: new Map() }

export const untitled = (): string => l10n.t('Untitled idea')

/** A row with ideas below it, while it is being built. */
interface RowGroup {
  readonly key: string
  readonly kind: Grouping
  readonly label: string
  readonly detail: string
  readonly ideas: IdeaInList[]
}

/** A group that an idea belongs to. */
type GroupRef = Omit<RowGroup, 'ideas' | 'kind'>

/** The rows of the tree; `pathOf` gives the path that distinguishes a list's file from others. */
export const treeRows = (lists: readonly ShownList[], grouping: Grouping, pathOf: (uri: string) => string): TreeRows =>
  grouping === 'list' ? rowsByList(lists, pathOf) : rowsByGroup(lists, grouping)

const ideasOfListRow = (list: ShownList): readonly IdeaInList[] => list.ideas.map((idea, index) => ({ list, idea, index }))

/** The files of each list by its URI: one file, or those of a folder with an idea each, where the first of them is. */
const listsByFolder = (lists: readonly ShownList[]): readonly (readonly [string, readonly ShownList[]])[] => {
  const files = new Map<string, ShownList[]>()
  for (const list of lists) {
    const key = list.folder ?? list.uri
    files.set(key, [...(files.get(key) ?? []), list])
  }
  return [...files]
}

const rowsByList = (lists: readonly ShownList[], pathOf: (uri: string) => string): TreeRows => {
  const all = new Map<string, TreeRow>()
  const roots = listsByFolder(lists).map(([key, files]) => {
    const id = `list\n${key}`
    const ideas = files.flatMap(ideasOfListRow)
    const { label } = files[0]!
    const listFindings = sumFindingCounts(files.map(({ findings }) => findings))
    const withoutProject = ideas.filter(({ idea }) => idea.project === null)
    const projects = groupIdeas(ideas, 'project', ({ project }) => (project ? [treeRowGroupRef(project)] : []))
    const children = [
      ...withoutProject.map((each) => addIdeaRow(all, each, id, mentorNames(each.idea))),
      ...projects.map((group) => addGroupRow(all, { ...group, detail: '' }, id, ({ idea }) => mentorNames(idea))),
    ]
    const path = pathOf(key)
    all.set(id, {
      id,
      kind: 'list',
      label,
      description: path === label ? '' : path,
      findings: listFindings,
      details: [pluralize(ideas.length, 'idea'), ...rowFindingsLine(listFindings)],
      children,
      place: null,
    })
    return id
  })
  return { roots, all }
}

const rowsByGroup = (lists: readonly ShownList[], grouping: Exclude<Grouping, 'list'>): TreeRows => {
  const all = new Map<string, TreeRow>()
  const lookUp = peopleIn(lists)
  const groupRefs: Readonly<Record<typeof grouping, (idea: IdeaEntry) => readonly GroupRef[]>> = {
    project: ({ project }) => (project ? [treeRowGroupRef(project)] : []),
    mentor: ({ mentors }) =>
      mentors.flatMap((mentor) => {
        const person = lookUp(mentor)
        return person ? [{ key: person.key, label: person.name, detail: person.detail === person.name ? '' : person.detail }] : []
      }),
    skill: ({ skills }) => skills.map(treeRowGroupRef),
  }
  const groups = groupIdeas(lists.flatMap(ideasOfListRow), grouping, groupRefs[grouping], ungroupedLabels()[grouping])
  const where = ({ list, idea }: IdeaInList): string =>
    grouping === 'project' ? list.label : dotSeparated([idea.project?.name, list.label])
  const order = grouping === 'skill' ? compareRowUses : compareTreeRowLabels
  const roots = groups.sort(order).map((group) => addGroupRow(all, withRowCount(group), null, where))
  return { roots, all }
}

const treeRowGroupRef = ({ key, name }: { readonly key: string; readonly name: string }): GroupRef => ({
  key,
  label: name,
  detail: '',
})

/** The labels of the groups for ideas without a project, mentor or skill. */
const ungroupedLabels = (): Readonly<Record<Exclude<Grouping, 'list'>, string>> => ({
  project: l10n.t('No project'),
  mentor: l10n.t('No mentors'),
  skill: l10n.t('No skills'),
})

/** Ideas by group, in order of first occurrence; ideas without a group are dropped, unless `ungrouped` is a label for them. */
const groupIdeas = (
  ideas: readonly IdeaInList[],
  kind: Grouping,
  groupsOf: (idea: IdeaEntry) => readonly GroupRef[],
  ungrouped?: string,
): RowGroup[] => {
  const groups = new Map<string, RowGroup>()
  for (const each of ideas) {
    const found = groupsOf(each.idea)
    for (const group of found.length > 0 || ungrouped === undefined ? found : [{ key: '', label: ungrouped, detail: '' }]) {
      const row = groups.get(group.key) ?? { ...group, kind, ideas: [] }
      groups.set(group.key, row)
      // an idea may name a person twice
      if (row.ideas.at(-1) !== each) row.ideas.push(each)
    }
  }
  return [...groups.values()]
}

const labelCollator = new Intl.Collator('en', { sensitivity: 'base', numeric: true })

/** The ungrouped ideas come last. */
const compareTreeRowLabels = (a: RowGroup, b: RowGroup): number =>
  Number(a.key === '') - Number(b.key === '') || labelCollator.compare(a.label, b.label) || (a.key < b.key ? -1 : 1)

const compareRowUses = (a: RowGroup, b: RowGroup): number =>
  Number(a.key === '') - Number(b.key === '') || b.ideas.length - a.ideas.length || compareTreeRowLabels(a, b)

const withRowCount = (group: RowGroup): RowGroup => ({
  ...group,
  detail: dotSeparated([group.detail, pluralize(group.ideas.length, 'idea')]),
})

const addGroupRow = (
  all: Map<string, TreeRow>,
  { key, kind, label, detail, ideas }: RowGroup,
  parent: string | null,
  describe: (idea: IdeaInList) => string,
): string => {
  const id = [...(parent === null ? [] : [parent]), kind, key].join('\n')
  const children = ideas.map((idea) => addIdeaRow(all, idea, id, describe(idea)))
  const findings = sumFindingCounts(ideas.map(({ idea }) => idea.findings))
  const details = [pluralize(ideas.length, 'idea'), ...rowFindingsLine(findings)]
  all.set(id, { id, kind, label, description: detail, findings, details, children, place: null })
  return id
}

const addIdeaRow = (all: Map<string, TreeRow>, place: IdeaInList, parent: string, description: string): string => {
  const { list, idea, index } = place
  const id = `${parent}\nidea\n${list.uri}\n${index}`
  const { findings } = idea
  const details = [
    dotSeparated([idea.project?.name, list.label]),
    ...treeRowDetail(l10n.t('Mentors'), mentorNames(idea)),
    ...treeRowDetail(l10n.t('Skills'), idea.skills.map(({ name }) => name).join(', ')),
    ...rowFindingsLine(findings),
  ]
  const label = idea.title ?? untitled()
  all.set(id, { id, kind: 'idea', label, description, findings, details, children: [], place })
  return id
}

const treeRowDetail = (name: string, text: string): readonly string[] => (text === '' ? [] : [`${name}: ${text}`])
const rowFindingsLine = (findings: FindingCounts | null): readonly string[] =>
  treeRowDetail(l10n.t('Problems'), findingBadgeText(findings))

/** What a screen reader reads out for a row. */
export const treeRowAriaLabel = ({ label, description, kind, details, findings }: TreeRow): string =>
  [label, ...(kind === 'idea' ? details : [description, findingBadgeText(findings)])].filter((part) => part !== '').join(', ')

/** Ids of the rows to draw again, with those below them; all rows if the roots have changed. */
export const changedRows = (before: TreeRows, after: TreeRows): 'all' | readonly string[] => {
  if (!haveSameTreeRowTexts(before.roots, after.roots)) return 'all'
  const changed: string[] = []
  for (const [id, row] of before.all) {
    const now = after.all.get(id)
    if (now && !isSameRow(row, now)) changed.push(id)
  }
  return changed
}

const haveSameTreeRowTexts = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((text, index) => text === b[index])

const isSameRow = (a: TreeRow, b: TreeRow): boolean =>
  a.label === b.label &&
  a.description === b.description &&
  haveSameTreeRowTexts(a.details, b.details) &&
  haveSameTreeRowTexts(a.children, b.children) &&
  a.place?.idea.position.line === b.place?.idea.position.line &&
  a.place?.idea.position.character === b.place?.idea.position.character
