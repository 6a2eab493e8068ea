import { ideaFieldHasValue } from '../../model/fields/ideaFieldHasValue.ts'
import type { Field, Idea, IdeaFile, LearnedLabel, LearnedSchema, PlacedIdea } from '../../model/types.ts'
import { eolOf, lineEnd, lineStart } from '../../text/textLines.ts'
import { exampleLabelOf, usualExampleLabels } from './exampleIdea.ts'

/** A field of a new idea: everything before its value, as an idea of the list writes it (`\n\n**Size**: `), and that value. */
export interface SkeletonField {
  /** Null for a column that other ideas leave out. */
  readonly label: LearnedLabel | null
  readonly lead: string
  /** The example's value; empty if no idea has one. */
  readonly value: string
  /** Where the first mentor begins in the value; null if no mentor is in it. */
  readonly mentorAt: number | null
  /** Whether the value is a cell of a table: one line, with escaped bars. */
  readonly isCell: boolean
}

/** An idea without its values. */
export interface IdeaSkeleton {
  /** Whether text without a label comes between the heading and the first field, and what separates it from the heading. */
  readonly prose: string | null
  readonly fields: readonly SkeletonField[]
  /** What ends the last field: ` |` in a table. */
  readonly tail: string
  /** Whether text without a label comes after the last field, and what separates it from that. */
  readonly proseBelow: string | null
}

/** The text of an idea, from which its skeleton is taken. */
interface ExampleText {
  readonly idea: Idea
  readonly text: string
  readonly eol: string
}

const skeletonExample = (file: IdeaFile, { idea, at }: PlacedIdea): ExampleText => ({
  idea,
  text: file.text.slice(at, at + idea.length),
  eol: eolOf(file.text),
})

/** The skeleton of a new idea: that of `example`, with the usual labels only; those that it lacks are taken from other ideas. */
export function ideaSkeleton(file: IdeaFile, learned: LearnedSchema, placed: PlacedIdea): IdeaSkeleton {
  const example = skeletonExample(file, placed)
  const usual = usualExampleLabels(learned)
  const gap = usualSkeletonGap(example)
  const own = ownSkeletonFields(example, usual, gap)
  const present = new Set(own.map(({ label }) => label))
  const fields = usual.reduce<readonly SkeletonField[]>((all, label, index) => {
    if (present.has(label)) return all
    const before = usual.slice(0, index)
    const place = all.findLastIndex((each) => each.label !== null && before.includes(each.label)) + 1
    return all.toSpliced(place, 0, otherSkeletonField(file, label, gap))
  }, own)
  const last = example.idea.fields.at(-1)
  const end = last ? Math.max(last.valueSpan.end, last.labelSpan.end) : 0
  const rest = last ? example.text.slice(end, lineEnd(example.text, end)) : ''
  const prose = skeletonProseGap(file)
  const isDescribed = prose !== null || fields.some(({ label }) => label?.field === 'description')
  const proseBelow = isDescribed ? null : skeletonProseBelow(file)
  return { prose, fields, tail: isSkeletonLayout(rest) ? rest.trimEnd() : '', proseBelow }
}

/** Whether a text has only white space, bars, line breaks of HTML and the lines of a table: nothing that an author wrote. */
const isSkeletonLayout = (text: string): boolean => /^(?:[\s\u00a0|\\]|<br[ \t]?\/?>)*$/i.test(text)

function ownSkeletonFields({ idea, text }: ExampleText, usual: readonly LearnedLabel[], gap: string): readonly SkeletonField[] {
  const found: SkeletonField[] = []
  const seen = new Set<LearnedLabel>()
  let previous: { readonly end: number; readonly isKept: boolean } = { end: idea.heading?.span.end ?? 0, isKept: true }
  for (const field of separateSkeletonFields(idea, text)) {
    const label = exampleLabelOf(field, usual) ?? null
    // the cell of another column stays, empty
    const isCell = field.style?.family === 'table' && field.labelSpan.start < previous.end
    const isKept = isCell || (label !== null && !seen.has(label) && ideaFieldHasValue(field))
    if (isKept) {
      if (label) seen.add(label)
      found.push({
        ...skeletonField(idea, text, field, label),
        lead: skeletonLead(text, field, label, previous, found.length === 0, gap),
      })
    }
    previous = { end: Math.max(previous.end, field.valueSpan.end, field.labelSpan.end), isKept }
  }
  return found
}

/** The fields with what is only their own: a value under a label heading can contain a table with further labels. */
const separateSkeletonFields = ({ fields }: Idea, text: string): readonly Field[] =>
  fields.map((field, index) => {
    const { start, end } = field.valueSpan
    const next = fields[index + 1]?.labelSpan.start ?? end
    if (next <= start || next >= end) return field
    const own = text.slice(start, lineStart(text, next)).replace(tableLines, '').trimEnd()
    return { ...field, valueSpan: { start, end: start + own.length } }
  })

/** The lines of a table at the end of a text. */
const tableLines = /(?<=^|[\r\n])(?:[ \t]*\|[^\r\n]*(?:\r\n|\r|\n))+$/

function skeletonField(idea: Idea, text: string, field: Field, label: LearnedLabel | null): Omit<SkeletonField, 'lead'> {
  const { start, end } = field.valueSpan
  const mentor = field.key === 'mentors' ? idea.mentors.find(({ span }) => span.start >= start && span.end <= end) : undefined
  return {
    label,
    value: label ? text.slice(start, end) : '',
    mentorAt: mentor ? mentor.span.start - start : null,
    isCell: field.style?.family === 'table',
  }
}

/** The text before a field's value: what separates it from the field before, and its label. */
function skeletonLead(
  text: string,
  field: Field,
  label: LearnedLabel | null,
  previous: { readonly end: number; readonly isKept: boolean },
  isFirst: boolean,
  gap: string,
): string {
  const line = lineStart(text, field.labelSpan.start)
  // a cell of the same row, or a label after a bar
  if (field.labelSpan.start < previous.end) return withoutSkeletonPadding(text.slice(previous.end, field.valueSpan.start))
  const own = withUsualSkeletonLabel(text, { start: Math.max(line, previous.end), end: field.valueSpan.start }, field, label)
  if (line < previous.end) return previous.isKept ? own : `${gap}${own.replace(/^[ \t]*\|[ \t]*/, '')}`
  const between = text.slice(previous.end, line)
  const table = field.style?.family === 'table' ? (tableLines.exec(between)?.[0] ?? '') : ''
  const above = between.slice(0, between.length - table.length)
  if (previous.isKept && isSkeletonLayout(above)) return withoutSkeletonPadding(above) + table + own
  const space = isFirst ? (/(?:[ \t]*(?:\r\n|\r|\n))+$/.exec(above)?.[0] ?? gap) : gap
  return space + table + own
}

/** The end of a cell without the spaces that aligned its column. */
const withoutSkeletonPadding = (lead: string): string => lead.replace(/^[ \t]{2,}(?=\|)/, ' ')

/** The label in its usual spelling, unless icons are between its marks. */
function withUsualSkeletonLabel(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  { label: written, labelSpan }: Field,
  label: LearnedLabel | null,
): string {
  const isPlain = label !== null && text.slice(labelSpan.start, labelSpan.end) === written && labelSpan.start >= start
  return isPlain ? text.slice(start, labelSpan.start) + label.label + text.slice(labelSpan.end, end) : text.slice(start, end)
}

/** The white space that most fields of an idea have before them, after the field above. */
function usualSkeletonGap({ idea, text, eol }: ExampleText): string {
  const gaps = idea.fields.slice(1).flatMap((field, index) => {
    const before = idea.fields[index]!
    const between = text.slice(Math.max(before.valueSpan.end, before.labelSpan.end), lineStart(text, field.labelSpan.start))
    return between !== '' && isSkeletonLayout(between) ? [between] : []
  })
  const counts = gaps.map((gap) => gaps.filter((each) => each === gap).length)
  const isItem = idea.fields[0]?.style?.family === 'item'
  return gaps[counts.indexOf(Math.max(...counts))] ?? (isItem ? eol : eol + eol)
}

/** A field that the example lacks, as another idea writes it. */
function otherSkeletonField(file: IdeaFile, label: LearnedLabel, gap: string): SkeletonField {
  for (const placed of file.projects.flatMap(({ ideas }) => ideas)) {
    const field = placed.idea.fields.find((each) => exampleLabelOf(each, [label]) && ideaFieldHasValue(each))
    if (field === undefined) continue
    const { idea, text } = skeletonExample(file, placed)
    const start = lineStart(text, field.labelSpan.start)
    const isAlone = !idea.fields.some(
      (each) => each !== field && each.labelSpan.start >= start && each.labelSpan.start < field.labelSpan.start,
    )
    if (isAlone) return { ...skeletonField(idea, text, field, label), lead: gap + text.slice(start, field.valueSpan.start) }
  }
  return { label, lead: `${gap}${label.sample}`, value: '', mentorAt: null, isCell: label.sample.startsWith('|') }
}

/** What separates the text without a label below headings from them, if half of the ideas have some. */
function skeletonProseGap(file: IdeaFile): string | null {
  const ideas = file.projects.flatMap((project) => project.ideas)
  const gaps = ideas.flatMap(({ idea, at }) => {
    const first = idea.fields[0]
    if (!idea.heading || !first) return []
    const start = at + idea.heading.span.end
    const between = file.text.slice(start, lineStart(file.text, at + first.labelSpan.start))
    const prose = between.replace(/^[ \t]*\|[^\r\n]*$/gm, '')
    return isSkeletonLayout(prose) ? [] : [/^[\s]*/.exec(between)![0]]
  })
  return gaps.length * 2 >= ideas.length ? (gaps[0] ?? null) : null
}

/** The same for text below the fields. What all ideas end with, such as a link to the top, is no description. */
function skeletonProseBelow({ projects, text }: IdeaFile): string | null {
  const ideas = projects.flatMap((project) => project.ideas)
  const below = ideas.flatMap(({ idea, at }) => {
    const end = Math.max(0, ...idea.fields.map(({ valueSpan, labelSpan }) => Math.max(valueSpan.end, labelSpan.end)))
    const rest = text.slice(lineEnd(text, at + end), at + idea.length)
    const own = rest.replace(/^[ \t]*(?:\|[^\r\n]*|(?:[-*_][ \t]*){3,}|<!--[^\r\n]*)$/gm, '').trim()
    return idea.fields.length > 0 && /^[\r\n]/.test(rest) && own !== '' ? [{ gap: /^\s*/.exec(rest)![0], own }] : []
  })
  const isSame = below.length > 1 && new Set(below.map(({ own }) => own)).size === 1
  return below.length * 2 >= ideas.length && !isSame ? (below[0]?.gap ?? null) : null
}
