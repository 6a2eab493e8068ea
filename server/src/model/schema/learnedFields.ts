import { lowerBound } from '../../text/lowerBound.ts'
import { type Span, trimSpan } from '../../text/span.ts'
import { lineStart, onDifferentLines } from '../../text/textLines.ts'
import { effectiveLabels, type LabelContext, labelFamily } from './effectiveLabels.ts'
import type { Part, PlacedLabel } from './headingParts.ts'
import { endOfLabelItem } from './itemEnd.ts'
import { namesPeople } from './labelValues.ts'
import type { LearnedFieldDraft } from './learnedIdea.ts'

/** The text of a section with spaces in place of comments and fences. */
export function learnedSectionText({ labels: { text, lines } }: Part): string {
  let shown = ''
  let at = 0
  const first = lines[0]?.start ?? text.length
  shown = text.slice(0, first)
  at = first
  for (const line of lines) {
    shown += learnedTextAsSpaces(text.slice(at, line.start)) + line.text
    at = line.start + line.text.length
  }
  return shown + learnedTextAsSpaces(text.slice(at))
}

const learnedTextAsSpaces = (text: string): string => text.replace(/[^\r\n]/g, ' ')

/** A thematic break ends the field before it, except under a label heading. */
const isRule = (line: string): boolean => /^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/.test(line.slice(0, 200))

/** An idea's sections, its place in the file, and its text as a reader sees it. */
export interface LearnedIdeaText {
  readonly at: number
  readonly own: readonly Part[]
  readonly shown: string
}

/** The fields that the labels of an idea begin, each up to what ends it. */
export function learnedFieldDrafts(
  parts: readonly Part[],
  labels: readonly PlacedLabel[],
  context: LabelContext,
  { at, own, shown }: LearnedIdeaText,
): readonly LearnedFieldDraft[] {
  const { length } = shown
  const placed = effectiveLabels(parts, labels, context).map((each) => ({ ...each, by: parts[each.label.part]!.at - at }))
  const rules = own.flatMap((part) => part.labels.lines.flatMap((line) => (isRule(line.text) ? [part.at - at + line.start] : [])))
  const starts = own.slice(1).map((part) => ({ start: part.at - at, level: part.level, isLabel: part.isLabel }))
  return placed.flatMap(({ label, effect, by }, index) => {
    if (effect !== 'field') return []
    const labelSpan = { start: label.labelSpan.start + by, end: label.labelSpan.end + by }
    const start = label.valueStart + by
    const isHeading = label.form === 'heading'
    const isCell = label.form === 'row' || label.form === 'column'
    const level = isHeading ? parts[label.part]!.level : 0
    const next = placed[index + 1]
    const nextLabel = next && (!isHeading || next.label.form === 'heading') ? next.label.labelSpan.start + next.by : length
    const nextHeading = nextLearnedField(starts, start, (part) => !isHeading || part.level <= level || part.isLabel) ?? length
    const rule = isHeading ? length : (rules[lowerBound(rules, (place) => place < start)] ?? length)
    const sharesLine = next !== undefined && !isHeading && !onDifferentLines(shown, start, next.label.labelSpan.start + next.by)
    const limit = Math.min(lineStart(shown, nextLabel), nextHeading, rule)
    const end = isCell || sharesLine ? label.lineEnd + by : endOfLearnedValue(shown, label, by, limit)
    const valueSpan = trimLearnedValue(shown, { start, end: Math.max(start, end) })
    return [
      {
        label: label.text,
        role: label.role,
        labelSpan,
        valueSpan: valueSpan.end > valueSpan.start ? valueSpan : { start: labelSpan.end, end: labelSpan.end },
        colon: true,
        style: { family: labelFamily(label.form), isEmphasized: label.isEmphasized },
        isPeople: label.role === 'mentor' && namesPeople(parts[label.part]!, label),
        ...(label.isPrimary && { isPrimary: true }),
      },
    ]
  })
}

/** Where a value ends that goes to `limit` at most: with its list item, or with its paragraph if that names people. */
function endOfLearnedValue(shown: string, label: PlacedLabel, by: number, limit: number): number {
  const value = label.valueStart + by
  const family = labelFamily(label.form)
  if (family === 'item') return endOfLabelItem(shown, { label: label.labelSpan.start + by, value, limit })
  const isLineOfPeople =
    label.role === 'mentor' && family === 'paragraph' && /[^\s*_\\]/.test(shown.slice(value, label.lineEnd + by))
  return isLineOfPeople ? Math.min(limit, endOfLearnedParagraph(shown, value)) : limit
}

/** `**Mentors**: Ada⏎⏎What follows is about something else.` */
function endOfLearnedParagraph(text: string, start: number): number {
  const blankLine = /(?:\r\n|\n|\r(?!\n))[ \t]*(?=[\r\n])/g
  blankLine.lastIndex = start
  return blankLine.exec(text)?.index ?? text.length
}

interface PartStart {
  readonly start: number
  readonly level: number
  readonly isLabel: boolean
}

/** Where the first section from an offset on begins that ends a value. */
function nextLearnedField(starts: readonly PartStart[], from: number, ends: (part: PartStart) => boolean): number | undefined {
  for (let index = lowerBound(starts, ({ start }) => start < from); index < starts.length; index++) {
    if (ends(starts[index]!)) return starts[index]!.start
  }
  return undefined
}

/** Without the white space, line breaks in HTML and bars around it. */
function trimLearnedValue(text: string, span: Span): Span {
  const { start, end } = trimSpan(text, span)
  const value = text.slice(start, end)
  const ahead = /^(?:[\s\u00a0]|<br[ \t]?\/?>|\\(?=\r|\n))+/i.exec(value)?.[0].length ?? 0
  const after =
    (/(?:[\s\u00a0]|<br[ \t]?\/?>|\\){0,40}$/i.exec(value.slice(ahead))?.[0].length ?? 0) || lengthOfOpenMark(value.slice(ahead))
  return { start: start + ahead, end: Math.max(start + ahead, end - after) }
}

/** The length of the emphasis mark that a value ends with and does not begin: `**Hours: 350**` → 2 of `350**`. */
function lengthOfOpenMark(value: string): number {
  const mark = /\*\*$|__$/.exec(value.slice(-2))?.[0]
  return mark !== undefined && value.split(mark).length % 2 === 0 ? mark.length : 0
}
