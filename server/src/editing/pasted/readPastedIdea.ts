import { fieldKey } from '../../model/labels/aliases.ts'
import { labelKey } from '../../model/schema/labelKey.ts'
import type { FieldKey, Labels } from '../../model/types.ts'
import { withIssueAlone, withoutProseOfMentors } from './linesBelowFields.ts'
import { withoutOuterRules } from './outerRules.ts'
import { type PastedLabel, type PastedLine, pastedDocumentLines } from './pastedLines.ts'
import { readPastedMatter } from './pastedMatter.ts'
import {
  addPastedLine,
  asNewParagraph,
  type PastedField,
  type PastedValueLine,
  peopleInLines,
  type ValueDraft,
} from './pastedValue.ts'
import { mayNamePerson } from './personText.ts'

/** An idea as it was copied from a document or a sheet. */
export interface PastedIdea {
  /** Null if the text names none. */
  readonly project: string | null
  readonly title: string
  readonly fields: readonly PastedField[]
}

/** How lines before the first label are distinguished. */
export interface PastedIdeaReading {
  readonly labels?: Labels | undefined
  /** Whether a name is that of a project of the list, or of a known one. */
  readonly isProject: (name: string) => boolean
}

const minPastedFields = 2
/** What an issue form writes for a field that was left empty. */
const unansweredInput = '_No response_'

/** What a copied text is: the parts of one idea, of several that cannot be separated, or anything else. */
export type PastedReading = PastedIdea | 'several' | null

/**
 * Reads the text of one idea, which may be a file with front matter. It is none without a title, or with fewer than two fields. Every word
 * of it is in the answer.
 */
export function readPastedIdea(text: string, { labels = fieldKey, isProject }: PastedIdeaReading): PastedReading {
  const matter = readPastedMatter(text, labels)
  const { named, others: keys } = namedLines(matter?.lines ?? [])
  const lines = pastedDocumentLines(withoutOuterRules(matter?.body ?? text), labels).filter(
    (line) => line.text !== unansweredInput,
  )
  const own = matter ? lines.filter((line) => !isHeadingOf(line, named.title)) : lines
  const found = own.findIndex(
    (line, index) => (isPastedFieldLine(line) || isMarkedFieldLine(line, index, matter !== null)) && !isNameLine(line),
  )
  const first = found < 0 && matter ? own.length : found
  if (first < 0 || countKnownPasted([...keys, ...own]) < minPastedFields) return null
  if (first < own.length && hasFieldsOfSeveral(own, own[first]!.level)) return 'several'
  const inBody = namedLines(own.slice(0, first))
  const names = { project: named.project ?? inBody.named.project, title: named.title ?? inBody.named.title }
  const above = pastedTitleOf(inBody.others, names, isProject)
  if (above.title === null) return null
  const fields = withoutProseOfMentors(withIssueAlone([...pastedFieldsOf(keys), ...pastedFieldsOf(own.slice(first))]))
  return {
    project: above.project && withoutEscapes(above.project),
    title: withoutEscapes(above.title),
    fields: above.rest.length > 0 ? withPastedProse(fields, above.rest) : fields,
  }
}

/** The text that `\<` shows: a name is no Markdown yet. */
const withoutEscapes = (name: string): string => name.replace(/\\(?=<)/g, '')

/** Whether a line is a heading that says the title that front matter has said. */
const isHeadingOf = (line: PastedLine, title: string | null): boolean =>
  title !== null && /^#{1,6}[ \t]/.test(line.text) && withoutPastedMarks(line) === title

const countKnownPasted = (lines: readonly PastedLine[]): number =>
  new Set(lines.flatMap(({ label }) => (label?.isKnown ? [namePasted(label)] : []))).size

const namePasted = ({ key, text }: PastedLabel): string => (key === 'other' ? labelKey(text) : key)

const minComeAgain = 2

/**
 * Whether a field comes twice, or two of them come again on another level, as after a second title. A second list of mentors is that of the
 * same idea.
 */
function hasFieldsOfSeveral(lines: readonly PastedLine[], level: string): boolean {
  const seen = new Set<string>()
  const again = new Set<string>()
  for (const line of lines) {
    if (!line.label?.isKnown || !(line.label.hasColon || line.label.isMarked)) continue
    const name = line.label.key === 'mentors' ? 'mentors' : labelKey(line.label.text)
    const isNested = isPastedValueItem(line, level)
    if (!isNested && name !== 'mentors' && seen.has(name)) return true
    if (seen.has(name)) again.add(name)
    if (!isNested) seen.add(name)
  }
  return again.size >= minComeAgain
}

const pastedTitleLabel =
  /^(?:(?:project |idea |proposal |program )?title|(?:projekt)?titel|titre|t[íi]tulo|titolo|(?:idea|program)(?: name)?|name|(?:idea|project|proposal|topic) \d{1,3})$/i
const pastedProjectLabel =
  /^(?:(?:cncf |parent )?project(?: name)?|projekt(?:name)?|projet|proyecto|projeto|progetto|organi[sz]ation)$/i

const isNameLine = ({ label }: PastedLine): boolean =>
  label !== null && (pastedTitleLabel.test(label.text) || pastedProjectLabel.test(label.text))

const isPastedFieldLine = ({ label }: PastedLine): boolean => label?.isKnown === true

/** `**Why now:** …` below the title is a field, known or not; below front matter a heading is one, too. */
const isMarkedFieldLine = ({ label, level }: PastedLine, index: number, isBelowMatter: boolean): boolean =>
  label?.isMarked === true && (isBelowMatter || (label.hasColon && index > 0 && level === ''))

interface NamedParts {
  readonly title: string | null
  readonly project: string | null
}

/** Title and project that have labels, each with its value on its line or on the next one; and all other lines. */
function namedLines(lines: readonly PastedLine[]): { readonly named: NamedParts; readonly others: readonly PastedLine[] } {
  const named: { title: string | null; project: string | null } = { title: null, project: null }
  const others: PastedLine[] = []
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]!
    const kind = !line.label ? null : pastedTitleLabel.test(line.label.text) ? 'title' : isNameLine(line) ? 'project' : null
    const below = lines[index + 1]
    const isBelow = line.label?.value === '' && below !== undefined && below.label === null && !below.code
    const value = isBelow ? below.text : (line.label?.value ?? '')
    if (kind === null || named[kind] !== null || value === '' || value.length > maxPastedTitle) others.push(line)
    else {
      named[kind] = withoutPastedMarks({ ...line, text: value })
      if (isBelow) index++
    }
  }
  return { named, others }
}

interface PastedFieldDraft extends ValueDraft {
  readonly key: FieldKey
  readonly label: string
  /** Whether it was a row of a table: text below it is the description. */
  readonly isRow: boolean
}

/** The fields of lines of which the first, if there is any, begins one. */
function pastedFieldsOf(lines: readonly PastedLine[]): readonly PastedField[] {
  const level = lines[0]?.level ?? ''
  const fields: PastedFieldDraft[] = []
  for (const line of lines) {
    const { label } = line
    if (label && (isOtherField(line, level, fields.at(-1)) || (label.isKnown && !isPastedValueItem(line, level)))) {
      const value = label.value === '' ? [] : [{ depth: 0, text: label.value }]
      fields.push({ key: label.key, label: label.text, lines: value, levels: [], isRow: label.isRow === true })
    } else {
      if (fields.at(-1)!.isRow) fields.push({ key: 'description', label: 'Description', lines: [], levels: [], isRow: false })
      addPastedLine(fields.at(-1)!, line)
    }
  }
  return fields.map(({ key, label, lines: value }, index) => ({
    key: isOtherWordAgain(fields, index) || isChecklist(value) ? 'other' : key,
    label,
    lines: key === 'mentors' ? withRoleOf(label, peopleInLines(value)) : value,
  }))
}

/** `Primary mentor: Ada Fern`, `Lead mentor: Ben Oak`: the role of one person is in the label. */
function withRoleOf(label: string, people: readonly PastedValueLine[]): readonly PastedValueLine[] {
  const [, word] = /^(primary|lead|main)[ -]mentor(?: ?\(s\))?$/i.exec(label) ?? []
  if (word === undefined || people.length !== 1) return people
  return [{ ...people[0]!, role: word.toLowerCase() === 'primary' ? 'primary' : 'lead' }]
}

/** `### Application Prerequisites` with boxes to check asks for papers, and not for skills. */
const isChecklist = (lines: readonly PastedValueLine[]): boolean =>
  lines.length > 0 && lines.every(({ text }) => /^\[[ xX]\][ \t]/.test(text))

/** `Motivation: …` after `Summary: …`: of two words for one field the second would be lost if they were one. */
function isOtherWordAgain(fields: readonly Omit<PastedField, 'lines'>[], index: number): boolean {
  const { key, label } = fields[index]!
  if (key === 'other' || key === 'mentors' || fieldKey(label) !== null) return false
  return fields.slice(0, index).some((before) => before.key === key && labelKey(before.label) !== labelKey(label))
}

/** The fields of a text that begins with the value of one: headings and bold words in it begin others. */
export function pastedFieldsFrom(
  { key, label }: Omit<PastedField, 'lines'>,
  text: string,
  labels: Labels,
): readonly PastedField[] {
  const given = { text: label, key, isKnown: true, value: '', hasColon: false, isMarked: true }
  const first: PastedLine = { start: 0, end: 0, level: '', text: label, label: given }
  return pastedFieldsOf([first, ...pastedDocumentLines(text, labels)]).filter(({ lines }) => lines.length > 0)
}

const maxOtherWords = 3

/**
 * Whether a label that is not known begins a field. An item of a value may begin with a word and a colon, too, and so may a line of prose:
 * without a bullet only a short label counts, after a field of one line or of items.
 */
function isOtherField({ level: own, label }: PastedLine, level: string, before: PastedFieldDraft | undefined): boolean {
  if (!label || label.isKnown) return false
  if (label.isMarked && (own === '' || own === level)) return true
  if (!label.hasColon || own !== level) return false
  if (own !== '') return true
  const isShort = label.text.split(/\s+/).length <= maxOtherWords && label.value !== '' && !label.value.startsWith('//')
  if (!isShort || before === undefined || (before.lines.length !== 1 && (before.lines.at(-1)?.depth ?? 0) === 0)) return false
  return before.key !== 'mentors' || !mayNamePerson(label.value)
}

/** Whether a line is on another level than the labels: an item below one of them. */
const isPastedValueItem = (line: PastedLine, level: string): boolean => level !== '' && line.level !== level && line.level !== ''

const maxPastedTitle = 150
const maxPastedProjectWords = 4

const withoutPastedMarks = ({ text, code }: PastedLine): string =>
  code ? text : text.replace(/^#{1,6}[ \t]+|[ \t]+#+$/g, '').replace(/^\*\*([^*]+)\*\*$/, '$1')

interface PastedTitle extends NamedParts {
  /** What is neither project nor title. */
  readonly rest: readonly PastedLine[]
}

/** The project and the title of the lines before the first field, as far as no label names them. */
function pastedTitleOf(
  lines: readonly PastedLine[],
  { project, title }: NamedParts,
  isProject: (name: string) => boolean,
): PastedTitle {
  const texts = lines.map(withoutPastedMarks)
  const at = project === null ? texts.findIndex((text, index) => index < 3 && isProject(text)) : -1
  if (at >= 0) return pastedTitleOf(lines.toSpliced(at, 1), { project: texts[at]!, title }, isProject)
  if (title !== null) return { project, title, rest: lines }
  const [first, second] = texts
  if (first === undefined || first.length > maxPastedTitle || lines[0]!.code) return { project, title: null, rest: lines }
  if (project !== null) return { project, title: first, rest: lines.slice(1) }
  const parts = /^(.{2,60}?)(?::| [-–—])[ \t]+(.+)$/.exec(first)
  if (parts && isProject(parts[1]!)) return { project: parts[1]!, title: parts[2]!, rest: lines.slice(1) }
  const hasProject =
    second !== undefined &&
    !lines[1]!.code &&
    isTitleAfter(lines[1]!, lines[0]!) &&
    second.length <= maxPastedTitle &&
    !/[.!?:]$/.test(second) &&
    first.split(/\s+/).length <= maxPastedProjectWords
  return hasProject
    ? { project: first, title: second, rest: lines.slice(2) }
    : { project: null, title: first, rest: lines.slice(1) }
}

/** An item below a line of text is no title, unless it is a numbered one. */
const isTitleAfter = ({ level }: PastedLine, before: PastedLine): boolean =>
  level === before.level || level === '' || level.endsWith('1')

/** Text before the first field is a description, or the beginning of it. */
function withPastedProse(fields: readonly PastedField[], prose: readonly PastedLine[]): readonly PastedField[] {
  const { lines, levels }: ValueDraft = { lines: [], levels: [] }
  for (const line of prose) addPastedLine({ lines, levels }, { ...line, text: withoutPastedMarks(line) })
  const own = fields.find(({ key }) => key === 'description')
  if (!own) return [{ key: 'description', label: 'Description', lines }, ...fields]
  return fields.map((field) => (field === own ? { ...field, lines: [...lines, ...asNewParagraph(field.lines)] } : field))
}
