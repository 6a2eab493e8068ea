import * as l10n from '@vscode/l10n'
import type { FindingCounts, IdeaEntry, MentorEntry } from '../../../server/src/protocol/ideas.ts'
import type { Position } from '../../../server/src/protocol/protocol.ts'
import { pluralize } from '../../../server/src/text/wording.ts'
import { dotSeparated } from '../wording.ts'
import { findingBadgeText, sumBadgeCounts } from './findingBadges.ts'
import { detailsByFile, listsByFolder } from './listNames.ts'
import type { ShownList } from './mergeLists.ts'
import { isUnnamedPerson, mentorNames, peopleIn } from './people.ts'

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

/** Where a row leads, and where a new idea of it goes. */
export interface RowTarget {
  readonly uri: string
  /** Null for the start of the file. */
  readonly position: Position | null
  /** The name of the project; null outside of projects. */
  readonly project: string | null
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
  /** The id of the row above; null for a root. */
  readonly parent: string | null
  /** Ids of the rows below it. */
  readonly children: readonly string[]
  /** Null for a row of several lists that is no project. */
  readonly target: RowTarget | null
  /** The person of a row of kind `mentor`; null for any other row. */
  readonly person: MentorEntry | null
  /** Null for a row of several ideas. */
  readonly place: IdeaInList | null
}

export interface TreeRows {
  readonly roots: readonly string[]
  readonly all: ReadonlyMap<string, TreeRow>
}

export const noRows: TreeRows = { roots: [], all: new Map() }

export const untitledRow = (): string => l10n.t('Untitled idea')

/** A row with ideas below it, while it is being built. */
interface RowGroup {
  readonly key: string
  readonly kind: Grouping
  readonly label: string
  readonly detail: string
  readonly person?: MentorEntry | null
  readonly ideas: IdeaInList[]
}

/** A group that an idea belongs to. */
type GroupRef = Omit<RowGroup, 'ideas' | 'kind'>

/** The rows of the tree; `pathOf` gives the path that distinguishes a list's file from others. */
export const treeRows = (lists: readonly ShownList[], grouping: Grouping, pathOf: (uri: string) => string): TreeRows =>
  grouping === 'list' ? rowsByList(lists, pathOf) : rowsByGroup(lists, grouping)

const ideasOfListRow = (list: ShownList): readonly IdeaInList[] => list.ideas.map((idea, index) => ({ list, idea, index }))

const rowsByList = (lists: readonly ShownList[], pathOf: (uri: string) => string): TreeRows => {
  const all = new Map<string, TreeRow>()
  const found = listsByFolder(lists)
  const details = detailsByFile(lists, pathOf)
  const roots = found.map(([key, files]) => {
    const id = `list\n${key}`
    const ideas = files.flatMap(ideasOfListRow)
    const { label, uri } = files[0]!
    const listFindings = sumBadgeCounts(files.map(({ findings }) => findings))
    const withoutProject = ideas.filter(({ idea }) => idea.project === null)
    const projects = rowGroupsOfIdeas(ideas, 'project', ({ project }) => (project ? [treeRowGroupRef(project)] : []))
    const children = [
      ...withoutProject.map((each) => addIdeaRow(all, each, id, mentorNames(each.idea))),
      ...projects.map((group) => addGroupRow(all, withRowCount(group), id, ({ idea }) => mentorNames(idea))),
    ]
    all.set(id, {
      id,
      kind: 'list',
      label,
      description: dotSeparated([details.get(uri), pluralize(ideas.length, 'idea')]),
      findings: listFindings,
      details: [pathOf(key), pluralize(ideas.length, 'idea'), ...rowFindingsLine(listFindings)],
      parent: null,
      children,
      target: { uri, position: null, project: null },
      person: null,
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
        const person = isUnnamedPerson(mentor) ? null : lookUp(mentor)
        if (!person) return []
        const { key, name, detail, entry } = person
        return [{ key, label: name, detail: detail === name ? '' : detail, person: entry }]
      }),
    skill: ({ skills }) => skills.map(treeRowGroupRef),
  }
  const groups = rowGroupsOfIdeas(lists.flatMap(ideasOfListRow), grouping, groupRefs[grouping], ungroupedRowLabels()[grouping])
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
const ungroupedRowLabels = (): Readonly<Record<Exclude<Grouping, 'list'>, string>> => ({
  project: l10n.t('No project'),
  mentor: l10n.t('No mentors'),
  skill: l10n.t('No skills'),
})

/** Ideas by group, in order of first occurrence; ideas without a group are dropped, unless `ungrouped` is a label for them. */
const rowGroupsOfIdeas = (
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

/** First names, then handles and what else does not begin with a letter, then the ungrouped ideas. */
const treeRowLabelRank = ({ key, label }: RowGroup): number => (key === '' ? 2 : /^[\p{L}\p{N}]/u.test(label) ? 0 : 1)

const compareTreeRowLabels = (a: RowGroup, b: RowGroup): number =>
  treeRowLabelRank(a) - treeRowLabelRank(b) || labelCollator.compare(a.label, b.label) || (a.key < b.key ? -1 : 1)

const compareRowUses = (a: RowGroup, b: RowGroup): number =>
  Number(a.key === '') - Number(b.key === '') || b.ideas.length - a.ideas.length || compareTreeRowLabels(a, b)

const withRowCount = (group: RowGroup): RowGroup => ({
  ...group,
  detail: dotSeparated([group.detail, pluralize(group.ideas.length, 'idea')]),
})

const addGroupRow = (
  all: Map<string, TreeRow>,
  { key, kind, label, detail, person = null, ideas }: RowGroup,
  parent: string | null,
  describe: (idea: IdeaInList) => string,
): string => {
  const id = [...(parent === null ? [] : [parent]), kind, key].join('\n')
  const children = ideas.map((idea) => addIdeaRow(all, idea, id, describe(idea)))
  const findings = sumBadgeCounts(ideas.map(({ idea }) => idea.findings))
  const details = [pluralize(ideas.length, 'idea'), ...rowFindingsLine(findings)]
  const first = kind === 'project' ? ideas[0] : undefined
  const project = first?.idea.project
  const target = first && project ? { uri: first.list.uri, position: project.position ?? null, project: project.name } : null
  all.set(id, { id, kind, label, description: detail, findings, details, parent, children, target, person, place: null })
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
  const label = idea.title ?? untitledRow()
  const target = { uri: list.uri, position: idea.position, project: idea.project?.name ?? null }
  all.set(id, {
    id,
    kind: 'idea',
    label,
    description,
    findings,
    details,
    parent,
    children: [],
    target,
    person: null,
    place,
  })
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
  a.target?.uri === b.target?.uri &&
  a.target?.position?.line === b.target?.position?.line &&
  a.target?.position?.character === b.target?.position?.character
