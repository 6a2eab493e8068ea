import { namesIn } from '../../catalog/projects.ts'
import { fieldBulletOf, readLabelLine } from '../../editing/listItems.ts'
import { formatSize } from '../../editing/sizeText.ts'
import { hasLabel, readTemplateBlock } from '../../model/profiles/template.ts'
import type { Field, FieldSpec, Idea, IdeaFile, PlacedIdea, Template } from '../../model/types.ts'
import { columnWidth, lineStart, onDifferentLines } from '../../text/textLines.ts'
import type { SnippetPart } from './snippet.ts'

/** An idea that shows how others are written, with its own text: the spans in it count there. */
export interface IdeaExample {
  readonly idea: Idea
  readonly text: string
}

/** The idea that a file's own template shows; null where it has none. */
export function templateModel({ text, templateSpan, labels, profile }: IdeaFile): IdeaExample | null {
  if (templateSpan === null) return null
  const fence = text.slice(templateSpan.start, templateSpan.end)
  const body = /^[^\r\n]*(?:\r\n|\r|\n)([\s\S]*)$/.exec(fence)?.[1]?.replace(/(?:^|[\r\n])[ \t]*[`~]{3,}[ \t]*$/, '') ?? ''
  const block = readTemplateBlock(body, labels, profile)
  return block && { idea: block.idea, text: block.ideaText }
}

/** An idea of the file as a model. */
export const exampleOf = ({ text }: IdeaFile, { idea, at }: PlacedIdea): IdeaExample => ({
  idea,
  text: text.slice(at, at + idea.length),
})

/** What an entry is made of. */
export interface FormOptions {
  /** How the fields' lines look; null for the plain form. */
  readonly model: IdeaExample | null
  readonly template: Template
  readonly fields: readonly FieldSpec[]
  readonly eol: string
  /** The project as its heading names it; null where it is none of the catalogue. */
  readonly project: string | null
  /** Whether mentors stand behind their label rather than one a line. */
  readonly inline: boolean
}

/** The fields of a new idea from the first label to the last value, with a stop at each place that is to be filled in. */
export function fieldPieces(options: FormOptions): readonly SnippetPart[] {
  const gap = gapBetween(options)
  return options.fields.flatMap((spec, index) => [...(index > 0 ? [gap] : []), ...fieldLine(spec, options)])
}

function fieldLine(spec: FieldSpec, options: FormOptions): readonly SnippetPart[] {
  const { head, tail } = labelStyle(spec, options.model)
  const label = `${head}${spec.label}${tail}`
  if (spec.key !== 'mentors') return [`${label} `, ...valuePieces(spec, options)]
  const entries = Array.from({ length: mentorCount(options) }, (_, index) => mentorPieces(options.template, index))
  if (options.inline) return [`${label} `, ...entries.flatMap((entry, index) => (index > 0 ? [', ', ...entry] : entry))]
  const prefix = mentorPrefix(options.model, head)
  return [label, ...entries.flatMap((entry) => [`${options.eol}${prefix}`, ...entry])]
}

interface LabelStyle {
  /** Indentation, bullet, blanks and marks before the label. */
  readonly head: string
  /** Colon and marks behind it. */
  readonly tail: string
}

/** How a field's label is written: as that field of the model, else as its first one. */
function labelStyle(spec: FieldSpec, model: IdeaExample | null): LabelStyle {
  const items = model?.idea.fields.filter(({ shape, colon }) => shape === 'item' && colon) ?? []
  const own = items.find(({ key, label }) => key === spec.key && (key !== 'other' || hasLabel(spec, label)))
  const field = own ?? items[0]
  const line = field && model ? readLabelLine(model.text, field) : null
  if (!field || !model || !line?.bullet) return { head: model ? fieldBulletOf(model.text, model.idea) : '- ', tail: ':' }
  const tail = /^[ \t]*[*_]{0,3}[ \t]*[:：][*_]{0,3}/.exec(model.text.slice(field.labelSpan.end))?.[0] ?? ':'
  const bullet = `${line.indent}${line.bullet}${line.gap}`
  const isClosed = tail.replace(/[^*_]/g, '').length === line.marks.length
  return isClosed ? { head: `${bullet}${line.marks}`, tail } : { head: bullet, tail: ':' }
}

/** The line ends between two fields, as the model has them between its first two. */
function gapBetween({ model, eol }: FormOptions): string {
  const [first, second] = model?.idea.fields ?? []
  if (!model || !first || !second) return eol
  const between = model.text.slice(Math.max(first.span.end, first.valueSpan.end), lineStart(model.text, second.labelSpan.start))
  return /\r\n[ \t]*\r\n|\n[ \t]*\n|\r[ \t]*\r/.test(between) ? eol + eol : eol
}

/** What a mentor's line begins with: as the model has it, else a bullet at the column of the field's text. */
export function mentorPrefix(model: IdeaExample | null, head: string): string {
  const lines = model?.idea.mentors.map(({ span }) => model.text.slice(lineStart(model.text, span.start), span.start)) ?? []
  const found = lines.find((line) => /^[ \t]+(?:[-*+]|\d{1,9}[.)])[ \t]+$/.test(line))
  if (found !== undefined) return found
  const bullet = /[-*+]/.exec(head)?.[0] ?? '-'
  return `${' '.repeat(columnWidth(head.replace(/[*_]+$/, '')))}${bullet} `
}

/** Whether an idea's mentors stand behind their label. */
export const isInline = ({ idea, text }: IdeaExample): boolean =>
  idea.mentors.some(({ span }) => {
    const field = idea.fields.find(
      ({ key, valueSpan }) => key === 'mentors' && valueSpan.start <= span.start && span.end <= valueSpan.end,
    )
    return field !== undefined && !onDifferentLines(text, field.labelSpan.start, span.start)
  })

/** As many as the template shows, within what the programme takes; else as many as it advises. */
function mentorCount({ model, template: { mentors, samples } }: FormOptions): number {
  const shown = samples && model ? model.idea.mentors.length : 0
  return Math.max(1, mentors.min, Math.min(mentors.max, shown || mentors.advised))
}

/** A mentor's entry in the list's form, for somebody to fill in; the first of an idea is its primary one where it has one. */
export function mentorPieces({ mentors, samples }: Template, index: number): readonly SnippetPart[] {
  const sample = samples?.mentors[index] ?? ''
  const email = /[^\s(),<>]+@[^\s(),<>]+\.[^\s(),<>]+/.exec(sample)?.[0] ?? 'e-mail'
  const contacts: readonly (readonly SnippetPart[])[] = [
    ...(mentors.handle ? [['@', { stop: samples?.handles[index] ?? 'handle' }]] : []),
    ...(mentors.email ? [[{ stop: email }]] : []),
  ]
  return [
    { stop: samples?.names[index] ?? 'Name' },
    ...contacts.flatMap((contact, place) => [place === 0 ? ' (' : ', ', ...contact]),
    ...(contacts.length > 0 ? [')'] : []),
    ...(mentors.primary && index === 0 ? [' - primary'] : []),
  ]
}

/** What stands in a field before anybody has written there: sizes to choose from, where issues are, the template's own words. */
function valuePieces(spec: FieldSpec, { model, template, project }: FormOptions): readonly SnippetPart[] {
  if (spec.key === 'size') {
    const [first, ...others] = sizeChoices(template)
    return [first === undefined ? { stop: '' } : { choices: [first, ...others] }]
  }
  const repository = spec.key === 'upstreamIssue' && project !== null ? repositoryOf(project) : null
  if (repository !== null) return [`${repository}/issues/`, { stop: '' }]
  const field = model?.idea.fields.find(({ key }) => key === spec.key)
  const value = field && model ? model.text.slice(field.valueSpan.start, field.valueSpan.end) : ''
  return [{ stop: isSample(value, field, template) ? value : '' }]
}

/** Whether a value of the template would be found where it was left: anything else could be taken for the author's own. */
const isSample = (value: string, field: Field | undefined, { samples }: Template): boolean =>
  field !== undefined && !/[\r\n]/.test(value) && samples?.values.includes(value) === true

const sizeChoices = (template: Template): readonly string[] =>
  template.sizes.map(({ word, hours }) => (word === null ? `${hours} hours` : formatSize(word, template)))

/** Where the issues of a project of the catalogue are. */
function repositoryOf(project: string): string | null {
  const repo = namesIn(project)[0]?.project.repo ?? null
  return repo !== null && /^https:\/\/github\.com\/[\w.-]+\/[\w.-]+$/.test(repo) ? repo : null
}
