import { projectNamesIn } from '../../catalog/knownProjects.ts'
import { fieldItemBullet, readItemLabelLine } from '../../editing/listItems.ts'
import { type IdeaValues, ideaValuesOf, indentedValue, peopleOnOneLine, valueText } from '../../editing/pasted/ideaValues.ts'
import type { PastedField, PastedValueLine } from '../../editing/pasted/pastedValue.ts'
import { personText } from '../../editing/pasted/personText.ts'
import { formatSize } from '../../editing/sizeText.ts'
import { hasTemplateLabel, readTemplateBlock } from '../../model/profiles/template.ts'
import type { Field, FieldSpec, Idea, IdeaFile, PlacedIdea, Template } from '../../model/types.ts'
import { columnWidth, lineStart, onDifferentLines } from '../../text/textLines.ts'
import type { SnippetPart } from './snippet.ts'
import type { PersonToAdd } from './typedPerson.ts'

/** An idea that shows the format of the others, with its own text: its spans count from the start of `text`. */
export interface IdeaExample {
  readonly idea: Idea
  readonly text: string
}

/** The idea in the file's own template; null if it has none. */
export function ideaFieldExample({ text, templateSpan, labels, profile }: IdeaFile): IdeaExample | null {
  if (templateSpan === null) return null
  const fence = text.slice(templateSpan.start, templateSpan.end)
  const body = /^[^\r\n]*(?:\r\n|\r|\n)([\s\S]*)$/.exec(fence)?.[1]?.replace(/(?:^|[\r\n])[ \t]*[`~]{3,}[ \t]*$/, '') ?? ''
  const block = readTemplateBlock(body, labels, profile)
  return block && { idea: block.idea, text: block.ideaText }
}

/** An idea of the file as an example. */
export const exampleOfFieldParts = ({ text }: IdeaFile, { idea, at }: PlacedIdea): IdeaExample => ({
  idea,
  text: text.slice(at, at + idea.length),
})

/** What the fields of a new idea are composed from. */
export interface FieldOptions {
  /** How the fields' lines look; null for `- Label: value`. */
  readonly example: IdeaExample | null
  readonly template: Template
  readonly fields: readonly FieldSpec[]
  readonly eol: string
  /** The project's heading; null if the list's projects are not the catalog's. */
  readonly project: string | null
  /** Whether mentors follow their label on its line, rather than one a line below it. */
  readonly inline: boolean
  /** What the fields contain; what is not given gets a tab stop. */
  readonly values?: readonly PastedField[] | undefined
}

/** The fields of a new idea from the first label to the last value, with a tab stop for each value. */
export function fieldParts(options: FieldOptions): readonly SnippetPart[] {
  const gap = gapBetweenFields(options)
  const values = ideaValuesOf(options.values ?? [])
  const own = options.fields.flatMap((spec, index) => [...(index > 0 ? [gap] : []), ...fieldLine(spec, options, values)])
  return [
    ...own,
    ...values.rest().flatMap(({ key, label, lines }) => [gap, fieldValueLine({ key, label, required: false }, lines, options)]),
  ]
}

function fieldLine(spec: FieldSpec, options: FieldOptions, values: IdeaValues): readonly SnippetPart[] {
  const { head, tail } = fieldLabelStyle(spec, options.example)
  const label = `${head}${spec.label}${tail}`
  const given = values.take(spec.key, spec.label)
  if (given) return [fieldValueLine(spec, given, options)]
  if (spec.key !== 'mentors') return [`${label} `, ...fieldValueParts(spec, options)]
  const entries = Array.from({ length: ideaFieldMentorCount(options) }, (_, index) => mentorFieldParts(options.template, index))
  if (options.inline) return [`${label} `, ...entries.flatMap((entry, index) => (index > 0 ? [', ', ...entry] : entry))]
  const prefix = mentorPartPrefix(options.example, head)
  return [label, ...entries.flatMap((entry) => [`${options.eol}${prefix}`, ...entry])]
}

/** A field with its value. */
function fieldValueLine(
  spec: FieldSpec,
  lines: readonly PastedValueLine[],
  { example, template, eol, inline }: FieldOptions,
): string {
  const { head, tail } = fieldLabelStyle(spec, example)
  const label = `${head}${spec.label}${tail}`
  const indent = ' '.repeat(columnWidth(head.replace(/[*_]+$/, '')))
  const isUrl = spec.key === 'upstreamIssue' || spec.key === 'lfxUrl'
  if (spec.key !== 'mentors') return label + valueText(isUrl ? lines.map(withBareUrl) : lines, { eol, indent, bullet: '- ' })
  const primary = template.mentors.primary ? primaryOf(lines) : undefined
  const people = lines.map((line) => `${personText(line.text)}${line === primary ? ' - primary' : ''}`)
  if (inline) return `${label} ${peopleOnOneLine(people, eol)}`
  const prefix = mentorPartPrefix(example, head)
  return label + people.map((text) => `${eol}${prefix}${indentedValue(text, eol, ' '.repeat(columnWidth(prefix)))}`).join('')
}

/** The primary mentor by the labels, unless a person's own text names one. */
function primaryOf(lines: readonly PastedValueLine[]): PastedValueLine | undefined {
  if (lines.some(({ text }) => /\bprimary\b/i.test(text))) return undefined
  return lines.find(({ role }) => role === 'primary') ?? lines.find(({ role }) => role === 'lead')
}

/** `[the issue](https://…)` → `https://…` */
const withBareUrl = ({ depth, text }: PastedValueLine): PastedValueLine => ({
  depth,
  text: text.replace(/\[[^[\]]*\]\((https?:\/\/[^\s()]+)\)/g, '$1'),
})

/** `- **` and `:**` in `- **Label:** value`. */
interface LabelStyle {
  readonly head: string
  readonly tail: string
}

/** How the example writes this field's label, otherwise its first one. */
function fieldLabelStyle(spec: FieldSpec, example: IdeaExample | null): LabelStyle {
  const items = example?.idea.fields.filter(({ shape, colon }) => shape === 'item' && colon) ?? []
  const own = items.find(({ key, label }) => key === spec.key && (key !== 'other' || hasTemplateLabel(spec, label)))
  const field = own ?? items[0]
  const line = field && example ? readItemLabelLine(example.text, field) : null
  if (!field || !example || !line?.bullet)
    return { head: example ? fieldItemBullet(example.text, example.idea) : '- ', tail: ':' }
  const tail = /^[ \t]*[*_]{0,3}[ \t]*[:：][*_]{0,3}/.exec(example.text.slice(field.labelSpan.end))?.[0] ?? ':'
  const bullet = `${line.indent}${line.bullet}${line.gap}`
  const isClosed = tail.replace(/[^*_]/g, '').length === line.marks.length
  return isClosed ? { head: `${bullet}${line.marks}`, tail } : { head: bullet, tail: ':' }
}

/** The line ends between two fields, as between the first two of the example. */
function gapBetweenFields({ example, eol }: FieldOptions): string {
  const [first, second] = example?.idea.fields ?? []
  if (!example || !first || !second) return eol
  const end = Math.max(first.span.end, first.valueSpan.end)
  const between = example.text.slice(end, lineStart(example.text, second.labelSpan.start))
  return /\r\n[ \t]*\r\n|\n[ \t]*\n|\r[ \t]*\r/.test(between) ? eol + eol : eol
}

/** `  - `: what a mentor's line begins with, as in the example, otherwise indented to the text of the field (`head` is `- `). */
export function mentorPartPrefix(example: IdeaExample | null, head: string): string {
  const lines = example?.idea.mentors.map(({ span }) => example.text.slice(lineStart(example.text, span.start), span.start)) ?? []
  const found = lines.find((line) => /^[ \t]+(?:[-*+]|\d{1,9}[.)])[ \t]+$/.test(line))
  if (found !== undefined) return found
  const bullet = /[-*+]/.exec(head)?.[0] ?? '-'
  return `${' '.repeat(columnWidth(head.replace(/[*_]+$/, '')))}${bullet} `
}

/** Whether an idea's mentors are on the line of their label. */
export const hasInlineMentorField = ({ idea, text }: IdeaExample): boolean =>
  idea.mentors.some(({ span }) => {
    const field = idea.fields.find(
      ({ key, valueSpan }) => key === 'mentors' && valueSpan.start <= span.start && span.end <= valueSpan.end,
    )
    return field !== undefined && !onDifferentLines(text, field.labelSpan.start, span.start)
  })

/** As many as the template shows, within the programme's limits; otherwise as many as it advises. */
function ideaFieldMentorCount({ example, template: { mentors, samples } }: FieldOptions): number {
  const inTemplate = samples && example ? example.idea.mentors.length : 0
  return Math.max(1, mentors.min, Math.min(mentors.max, inTemplate || mentors.advised))
}

/** `Name (@handle, email) - primary`: a mentor's entry, to fill in as far as it is not known; only the first (`index` 0) is primary. */
export function mentorFieldParts(
  { mentors, samples }: Template,
  index: number,
  person: PersonToAdd | null = null,
): readonly SnippetPart[] {
  const sample = samples?.mentors[index] ?? ''
  const email = /[^\s(),<>]+@[^\s(),<>]+\.[^\s(),<>]+/.exec(sample)?.[0] ?? 'email'
  const has = (slot: 'handle' | 'email'): boolean => person?.typed !== undefined && person[slot] !== undefined
  const contactParts: readonly (readonly SnippetPart[])[] = [
    ...(mentors.handle || has('handle') ? [['@', person?.handle ?? { stop: samples?.handles[index] ?? 'handle' }]] : []),
    ...(mentors.email || has('email') ? [[person?.email ?? { stop: email }]] : []),
  ]
  const isPrimary = mentors.primary && index === 0
  const remarks = [
    ...(isPrimary ? ['primary'] : []),
    ...(person?.remark === undefined || (isPrimary && person.remark === 'primary') ? [] : [person.remark]),
  ]
  return [
    person?.name ?? { stop: samples?.names[index] ?? 'Name' },
    ...contactParts.flatMap((contact, position) => [position === 0 ? ' (' : ', ', ...contact]),
    ...(contactParts.length > 0 ? [')'] : []),
    ...remarks.map((remark) => ` - ${remark}`),
  ]
}

/** The value of a new field: the sizes to choose from, the URL of the project's issues, or the template's own words. */
function fieldValueParts(spec: FieldSpec, { example, template, project, values }: FieldOptions): readonly SnippetPart[] {
  // a text that is pasted says nothing of the size: no choice of it may stay
  if (spec.key === 'size' && values) return [{ stop: '' }]
  if (spec.key === 'size') {
    const [first, ...others] = ideaFieldSizes(template)
    return [first === undefined ? { stop: '' } : { choices: [first, ...others] }]
  }
  const repository = spec.key === 'upstreamIssue' && project !== null ? ideaFieldRepository(project) : null
  if (repository !== null) return [`${repository}/issues/`, { stop: '' }]
  const field = example?.idea.fields.find(({ key }) => key === spec.key)
  const value = field && example ? example.text.slice(field.valueSpan.start, field.valueSpan.end) : ''
  return [{ stop: isIdeaFieldPlaceholder(value, field, template) ? value : '' }]
}

/** Whether a value is the template's, so that a rule reports it if it is left in; any other text could pass for the author's. */
const isIdeaFieldPlaceholder = (value: string, field: Field | undefined, { samples }: Template): boolean =>
  field !== undefined && !/[\r\n]/.test(value) && samples?.values.includes(value) === true

const ideaFieldSizes = (template: Template): readonly string[] =>
  template.sizes.map(({ word, hours }) => (word === null ? `${hours} hours` : formatSize(word, template)))

/** `https://github.com/ORG/REPO` of a project of the catalog. */
function ideaFieldRepository(project: string): string | null {
  const repo = projectNamesIn(project)[0]?.project.repo ?? null
  return repo !== null && /^https:\/\/github\.com\/[\w.-]+\/[\w.-]+$/.test(repo) ? repo : null
}
