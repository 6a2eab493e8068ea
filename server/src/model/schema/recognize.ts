import { groupBy } from '../../text/groupBy.ts'
import type { FrontMatter } from './frontMatterFields.ts'
import type { Part, PlacedLabel } from './headingParts.ts'
import { plainLabelText } from './labelKey.ts'
import { hasContact, hasValueOfItsKind, isPlaceholder, type Labelled, namesParticipant, namesPeople } from './labelValues.ts'
import { applicantLabels, guideWords, type LabelRole, readmeHeadings } from './labelWords.ts'
import { type IdeaTable, ideaTables, oneRowTables } from './recognizeTables.ts'

/** Why a text is an idea list (`docs/spec.md#learned-lists`). */
export type ListReason = 'recurrence' | 'table' | 'front matter' | 'one idea' | 'folder'

/** Roles that say what an idea asks for. */
const facets: readonly (LabelRole | null)[] = ['size', 'difficulty', 'skills', 'outcome']
const minSchemaShare = 0.4
const minTitles = 2

export interface Recognized {
  readonly reason: ListReason
  /** Sections whose headings are ideas; -1 for a file that is one idea without a heading of its own. */
  readonly titles: readonly number[]
  /** Keys of the labels that make the list's schema. */
  readonly schema: ReadonlySet<string>
  /** The tables with an idea in each row; empty for all other lists. */
  readonly tables: readonly IdeaTable[]
}

/** Recognizes an idea list by what it says; null for every other text. */
export function recognize(
  parts: readonly Part[],
  labels: readonly PlacedLabel[],
  frontMatter: FrontMatter | null,
): Recognized | null {
  const tables = ideaTables(parts)
  if (tables.length > 0) {
    const rows = tables.reduce((sum, { table }) => sum + table.rows.length, 0)
    const headed = recognizeTitles(parts, labelsOutside(oneRowTables(parts), labels))
    // a table ahead of the ideas may list them once more
    return headed && 2 * headed.titles.length >= rows && headed.reason === 'recurrence'
      ? headed
      : { reason: 'table', titles: [], schema: new Set(), tables }
  }
  if (isIdeaMatter(frontMatter)) {
    const schema = new Set([...frontMatter!.fields.map(({ labelKey }) => labelKey), ...labels.map(({ key }) => key)])
    return { reason: 'front matter', titles: [-1], schema, tables: [] }
  }
  const headed = recognizeTitles(parts, labels)
  return (headed && rowsInstead(parts, labels)) ?? headed ?? wholeFile(parts, labels)
}

/** Labels that are no heads of tables with an idea in each row. */
function labelsOutside(tables: readonly IdeaTable[], labels: readonly PlacedLabel[]): readonly PlacedLabel[] {
  const isHead = ({ part, form, labelSpan }: PlacedLabel): boolean =>
    form === 'column' &&
    tables.some((each) => each.part === part && each.table.head.cells.some(({ span }) => span.start === labelSpan.start))
  return labels.filter((label) => !isHead(label))
}

/** Tables of one row whose rows are the ideas; null if ideas remain below headings without these tables. */
function rowsInstead(parts: readonly Part[], labels: readonly PlacedLabel[]): Recognized | null {
  const tables = oneRowTables(parts)
  if (tables.length === 0 || recognizeTitles(parts, labelsOutside(tables, labels)) !== null) return null
  return { reason: 'table', titles: [], schema: new Set(), tables }
}

const minFacetsOfFile = 3
const maxMentorLabels = 2

/**
 * A file that is one idea, whose labels are below several of its headings: three facets, one with a value of its kind, and people,
 * below the only first-level heading.
 */
function wholeFile(parts: readonly Part[], labels: readonly PlacedLabel[]): Recognized | null {
  const tops = parts.filter(({ level }) => level === 1)
  if (tops.length !== 1 || parts.find(({ level }) => level > 0) !== tops[0] || isNoIdeaTitle(tops[0]!.text)) return null
  const mentors = labels.filter(({ role }) => role === 'mentor')
  const isNamed = mentors.some((label) => label.form !== 'bareItem' && namesPeople(parts[label.part]!, label))
  if (!isNamed || mentors.length > maxMentorLabels || facetsOf(labels) < minFacetsOfFile || hasSeveralBlocks(labels)) return null
  const isKind = labels.some((label) => hasValueOfItsKind(parts[label.part]!, label))
  const isOther = labels.some((label) => namesParticipant(parts[label.part]!, label) || isPlaceholder(parts[label.part]!, label))
  if (!isKind || isOther || isApplicants(parts, labels) || isReadme(parts)) return null
  return { reason: 'one idea', titles: [-1], schema: new Set(labels.flatMap(({ role, key }) => (role ? [key] : []))), tables: [] }
}

/** The ideas below headings. */
function recognizeTitles(parts: readonly Part[], labels: readonly PlacedLabel[]): Recognized | null {
  const byTitle = groupBy(labels, ({ title }) => title)
  const anchored = anchoredAmong(parts, labels, byTitle)
  if (anchored.length === 0 || areResults(parts, byTitle, anchored)) return null
  if (anchored.every((title) => hasSeveralBlocks(byTitle.get(title)!))) return null
  const found =
    anchored.length >= minTitles
      ? recognizedRecurringTitles(byTitle, anchored)
      : recognizedSingleTitle(parts, labels, byTitle, anchored[0]!)
  if (found === null) return null
  const titles = ideaTitles(parts, byTitle, anchored, found.schema)
  return titles.length === 0 ? null : { ...found, titles, tables: [] }
}

type ByTitle = ReadonlyMap<number, readonly PlacedLabel[]>

function anchoredAmong(parts: readonly Part[], labels: readonly PlacedLabel[], byTitle: ByTitle): readonly number[] {
  const isBareForm = labels.filter(({ role, form }) => role === 'mentor' && form === 'bareItem').length >= minTitles
  return [...byTitle.keys()].filter((title) => isAnchoredTitle(parts, title, byTitle.get(title)!, isBareForm))
}

/** The titles with a mentors label whose value is people; -1 for labels below no title. */
export const anchoredTitles = (parts: readonly Part[], labels: readonly PlacedLabel[]): readonly number[] =>
  anchoredAmong(
    parts,
    labels,
    groupBy(labels, ({ title }) => title),
  )

/** Whether two values below a title are placeholders: then it is a template. */
export const isTemplateTitle = (parts: readonly Part[], labels: readonly PlacedLabel[], title: number): boolean =>
  isTemplate(
    parts,
    labels.filter((label) => label.title === title),
  )

const recognizedRoles = (labels: readonly PlacedLabel[]): ReadonlySet<LabelRole | null> => new Set(labels.map(({ role }) => role))
const facetsOf = (labels: readonly PlacedLabel[]): number =>
  [...recognizedRoles(labels)].filter((role) => facets.includes(role)).length

/** Whether a title has a mentors label whose value is people; `isBareForm`: a bare list item can be such a label. */
function isAnchoredTitle(parts: readonly Part[], title: number, own: readonly PlacedLabel[], isBareForm: boolean): boolean {
  if (title >= 0 && (isNoIdeaTitle(parts[title]!.text) || (isRecognizedGuide(parts[title]!.text) && facetsOf(own) < 2)))
    return false
  return own.some(
    (label) => label.role === 'mentor' && (label.form !== 'bareItem' || isBareForm) && namesPeople(parts[label.part]!, label),
  )
}

/** `Week 3`, `1.4.0 (2026-01-02)` */
const isNoIdeaTitle = (title: string): boolean =>
  /^(?:(?:week|day|session|sprint|lecture|lesson|module|month)[ \t]*\d|\[?v?\d+\.\d+)/i.test(plainLabelText(title))

const isRecognizedGuide = (title: string): boolean => {
  const words = plainLabelText(title).split(/[^\p{L}\p{N}]+/u)
  return words.length <= 5 && words.some((word) => guideWords.includes(word))
}

/** Whether a title has the labels of several ideas, whose own titles are no headings: mentors, and something that an idea asks for. */
function hasSeveralBlocks(own: readonly PlacedLabel[]): boolean {
  const repeated = [...groupBy(own, ({ key }) => key).values()].filter((same) => same.length >= minTitles)
  const roles = recognizedRoles(repeated.flat())
  return roles.has('mentor') && facets.some((role) => roles.has(role))
}

/** (a) Labels under at least 40 % of several titles with mentors, one of which asks for something. */
function recognizedRecurringTitles(byTitle: ByTitle, anchored: readonly number[]): Pick<Recognized, 'reason' | 'schema'> | null {
  const counts = new Map<string, number>()
  for (const title of anchored) {
    for (const key of new Set(byTitle.get(title)!.map(({ key }) => key))) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const min = Math.max(minTitles, anchored.length * minSchemaShare)
  const schema = new Set([...counts].filter(([, count]) => count >= min).map(([key]) => key))
  const shared = anchored.flatMap((title) => byTitle.get(title)!.filter(({ key }) => schema.has(key)))
  const isList = facetsOf(shared) > 0 || (recognizedRoles(shared).has('description') && schema.size >= 3)
  return isList ? { reason: 'recurrence', schema } : null
}

/** Whether most of the titles name who did the work: a list of results. */
function areResults(parts: readonly Part[], byTitle: ByTitle, anchored: readonly number[]): boolean {
  const done = anchored.filter((title) => byTitle.get(title)!.some((label) => namesParticipant(parts[label.part]!, label)))
  return 2 * done.length > anchored.length
}

/** (d) One title: two facets, one with a value of its kind, or label headings with skills, outcome and mentors by link; nothing of an applicant. */
function recognizedSingleTitle(
  parts: readonly Part[],
  labels: readonly PlacedLabel[],
  byTitle: ByTitle,
  title: number,
): Pick<Recognized, 'reason' | 'schema'> | null {
  const own = byTitle.get(title)!
  const isKind = own.some((label) => hasValueOfItsKind(parts[label.part]!, label))
  const mentors = own.find(({ role }) => role === 'mentor')!
  const isStrong = hasContact(parts[mentors.part]!, mentors)
  const roles = recognizedRoles(own)
  // as in a draft for a program that has no sizes: what to do, what for, with whom
  const isWhole = roles.has('skills') && roles.has('outcome') && isStrong
  const isDraft = isWhole && (mentors.form === 'heading' || roles.has('description'))
  if (!((isKind && facetsOf(own) >= 2) || isDraft) || isApplicants(parts, labels) || isReadme(parts)) return null
  return { reason: 'one idea', schema: new Set(own.flatMap(({ role, key }) => (role === null ? [] : [key]))) }
}

/** Whether a text tells how to use a program. */
const isReadme = (parts: readonly Part[]): boolean => parts.some(({ text }) => readmeHeadings.includes(plainLabelText(text)))

const applicantHeading = /^(?:week|phase) \d|^(?:my |project )?proposal\b|^applicant/i
const firstPerson = /\b(?:I|I'm|I've|my)\b/

/** Whether a text is an applicant's proposal or a contributor's report. */
export function isApplicants(parts: readonly Part[], labels: readonly PlacedLabel[]): boolean {
  const names = [...labels.map(({ text }) => text), ...parts.map(({ text }) => text)].map(plainLabelText)
  if (names.some((name) => applicantLabels.includes(name) || applicantHeading.test(name))) return true
  return parts.some(isInFirstPerson)
}

/** Whether a text is an applicant's, a list of results, or divided into weeks or versions. */
export function isAboutParticipants(parts: readonly Part[], labels: readonly PlacedLabel[]): boolean {
  const byTitle = groupBy(labels, ({ title }) => title)
  const anchored = anchoredAmong(parts, labels, byTitle)
  return (
    isApplicants(parts, labels) ||
    parts.some(({ text }) => isNoIdeaTitle(text)) ||
    (anchored.length > 0 && areResults(parts, byTitle, anchored))
  )
}

export const isInFirstPerson = ({ labels: { lines } }: Labelled): boolean =>
  lines.slice(0, 40).some(({ text }) => firstPerson.test(text))

/** Titles with mentors and their sisters at the commonest level; no groups, no templates. */
function ideaTitles(
  parts: readonly Part[],
  byTitle: ByTitle,
  anchored: readonly number[],
  schema: ReadonlySet<string>,
): readonly number[] {
  const level = commonTitleLevel(anchored.filter((title) => title >= 0).map((title) => parts[title]!.level))
  const known = (title: number): number =>
    new Set((byTitle.get(title) ?? []).flatMap(({ key }) => (schema.has(key) ? [key] : []))).size
  const sisters =
    anchored.length < minTitles
      ? []
      : parts.filter((part) => part.level === level && !part.isLabel && known(part.index) >= 2).map(({ index }) => index)
  const withPeople = new Set(anchored)
  const all = [...new Set([...anchored, ...sisters])].sort((a, b) => a - b)
  const below = countBelow(parts, all)
  return all.filter((title) => {
    const own = byTitle.get(title) ?? []
    // mentors alone make an idea only next to others at its level
    const required = title >= 0 && parts[title]!.level === level && withPeople.has(title) ? 1 : 2
    if (anchored.length >= minTitles && (title < 0 || known(title) < required)) return false
    if (facetsOf(own) < 2 && (below.get(title) ?? 0) >= 2) return false
    return !isTemplate(parts, own)
  })
}

function commonTitleLevel(levels: readonly number[]): number | null {
  const counts = new Map<number, number>()
  for (const level of levels) counts.set(level, (counts.get(level) ?? 0) + 1)
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? null
}

/** How many titles are below each heading, and below none (-1). */
function countBelow(parts: readonly Part[], titles: readonly number[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>()
  const add = (title: number): void => void counts.set(title, (counts.get(title) ?? 0) + 1)
  for (const title of titles) {
    if (title < 0) continue
    // at most five headings are above one
    for (let at = parts[title]!.parent; at >= 0; at = parts[at]!.parent) add(at)
    add(-1)
  }
  return counts
}

/** Whether two values of a title are placeholders: then it is the list's template. */
const isTemplate = (parts: readonly Part[], own: readonly PlacedLabel[]): boolean =>
  own.filter((label) => isPlaceholder(parts[label.part]!, label)).length >= 2

/** (c) Front matter with mentors and something that an idea asks for. */
const isIdeaMatter = (matter: FrontMatter | null): boolean =>
  (matter?.fields.some(({ role }) => role === 'mentor') ?? false) &&
  matter!.fields.some(({ role }) => role !== null && ['size', 'difficulty', 'skills'].includes(role))
