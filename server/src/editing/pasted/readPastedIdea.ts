import { fieldKey } from '../../model/labels/aliases.ts'
import { labelKey } from '../../model/schema/labelKey.ts'
import type { FieldKey, Labels } from '../../model/types.ts'
import { type PastedLine, pastedLines } from './pastedLines.ts'

/** A line of a field's value. */
export interface PastedValueLine {
  /** 0 for text of the field itself; 1 and more for items below it. */
  readonly depth: number
  readonly text: string
}

export interface PastedField {
  readonly key: FieldKey
  readonly label: string
  readonly lines: readonly PastedValueLine[]
}

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

/** Reads the text of one idea; null if it does not look like one: no title, fewer than two fields, or the fields of several ideas. */
export function readPastedIdea(text: string, { labels = fieldKey, isProject }: PastedIdeaReading): PastedIdea | null {
  const lines = pastedLines(text, labels)
  const first = lines.findIndex(isPastedFieldLine)
  if (first < 0) return null
  const { named, fields } = pastedFieldsOf(lines, first)
  const names = fields.map(({ key, label }) => (key === 'other' ? labelKey(label) : key))
  const isRepeated = names.some((name, index) => name !== 'mentors' && names.indexOf(name) < index)
  if (countKnownPasted(lines) < minPastedFields || isRepeated) return null
  const above = pastedTitleOf(lines.slice(0, first), isProject)
  const title = named.title ?? above.title
  if (title === null) return null
  return {
    project: named.project ?? above.project,
    title,
    fields: above.rest.length > 0 ? withPastedProse(fields, above.rest) : fields,
  }
}

const countKnownPasted = (lines: readonly PastedLine[]): number =>
  new Set(lines.flatMap(({ label }) => (label?.isKnown ? [`${label.key} ${label.key === 'other' ? label.text : ''}`] : []))).size

const pastedTitleLabel = /^(?:(?:project |idea |proposal )?title|idea(?: name)?|name)$/i
const pastedProjectLabel = /^(?:(?:cncf |parent )?project(?: name)?|organi[sz]ation)$/i

/** Whether a line begins a field; a label that is not known may be that of the title or the project. */
function isPastedFieldLine({ label }: PastedLine): boolean {
  return label !== null && (label.isKnown || pastedTitleLabel.test(label.text) || pastedProjectLabel.test(label.text))
}

interface NamedParts {
  readonly title: string | null
  readonly project: string | null
}

function pastedFieldsOf(
  lines: readonly PastedLine[],
  first: number,
): { readonly named: NamedParts; readonly fields: readonly PastedField[] } {
  const level = lines[first]!.level
  let named: NamedParts = { title: null, project: null }
  const fields: { key: FieldKey; label: string; lines: PastedValueLine[]; levels: string[] }[] = []
  for (const line of lines.slice(first)) {
    const { label } = line
    // an item of a value may begin with a word and a colon, too
    const isOther = label?.isKnown === false && label.hasColon && line.level !== '' && line.level === level
    if (label && pastedTitleLabel.test(label.text) && named.title === null && fields.length === 0 && label.value !== '')
      named = { ...named, title: label.value }
    else if (label && pastedProjectLabel.test(label.text) && named.project === null && fields.length === 0 && label.value !== '')
      named = { ...named, project: label.value }
    else if (label && (isOther || (label.isKnown && !isPastedValueItem(line, level))))
      fields.push({
        key: label.key,
        label: label.text,
        lines: label.value === '' ? [] : [{ depth: 0, text: label.value }],
        levels: [],
      })
    else {
      const field = fields.at(-1)
      field?.lines.push({ depth: pastedDepth(field.levels, line.level), text: line.text })
    }
  }
  return { named, fields: fields.map(({ key, label, lines: value }) => ({ key, label, lines: value })) }
}

/** Whether a line is on another level than the labels: an item below one of them. */
const isPastedValueItem = (line: PastedLine, level: string): boolean => level !== '' && line.level !== level && line.level !== ''

/** The depth of an item among those of its value; `levels` are those that it is in, which change. */
function pastedDepth(levels: string[], level: string): number {
  if (level === '') return 0
  const known = levels.indexOf(level)
  if (known < 0) levels.push(level)
  else levels.length = known + 1
  return levels.length
}

const maxPastedTitle = 150
const maxPastedProjectWords = 4

const withoutPastedMarks = (text: string): string =>
  text.replace(/^#{1,6}[ \t]+|[ \t]+#+$/g, '').replace(/^\*\*([^*]+)\*\*$/, '$1')

interface PastedTitle extends NamedParts {
  /** What is neither project nor title. */
  readonly rest: readonly string[]
}

/** The project and the title among the lines before the first field. */
function pastedTitleOf(lines: readonly PastedLine[], isProject: (name: string) => boolean): PastedTitle {
  const texts = lines.map(({ text }) => withoutPastedMarks(text))
  const isTitle = (text: string | undefined): text is string => text !== undefined && text.length <= maxPastedTitle
  const at = texts.findIndex((text, index) => index < 3 && isProject(text))
  if (at >= 0) {
    const others = texts.toSpliced(at, 1)
    const [title, ...rest] = others
    return isTitle(title) ? { project: texts[at]!, title, rest } : { project: texts[at]!, title: null, rest: others }
  }
  const [first, second, ...rest] = texts
  if (!isTitle(first)) return { project: null, title: null, rest: texts }
  const parts = /^(.{2,60}?)(?::| [-–—])[ \t]+(.+)$/.exec(first)
  if (parts && isProject(parts[1]!)) return { project: parts[1]!, title: parts[2]!, rest: texts.slice(1) }
  const hasProject = isTitle(second) && !/[.!?]$/.test(second) && first.split(/\s+/).length <= maxPastedProjectWords
  return hasProject ? { project: first, title: second, rest } : { project: null, title: first, rest: texts.slice(1) }
}

/** Text before the first field is a description, or the beginning of it. */
function withPastedProse(fields: readonly PastedField[], prose: readonly string[]): readonly PastedField[] {
  const lines = prose.map((text) => ({ depth: 0, text }))
  const own = fields.find(({ key }) => key === 'description')
  if (!own) return [{ key: 'description', label: 'Description', lines }, ...fields]
  return fields.map((field) => (field === own ? { ...field, lines: [...lines, ...field.lines] } : field))
}
