import type { FieldKey, Labels } from '../../model/types.ts'
import type { Span } from '../../text/span.ts'
import { type PastedLine, pastedLines } from './pastedLines.ts'

/** Lines that look like an idea whose title is not a heading. Offsets count from the start of the text. */
export interface HeadlessIdea {
  /** The line of the title. */
  readonly title: Span
  /** All lines, from the one with the project or the title to the end of the last field. */
  readonly span: Span
  /** The keys of its fields. */
  readonly keys: readonly FieldKey[]
  /** How many of its fields are in the text above it, too. */
  readonly repeated: number
}

const minHeadlessFields = 3
const maxTitleLines = 2

/** Finds titles without a mark, each with three or more known fields below it, in the text of a section. */
export function headlessIdeas(text: string, labels: Labels): readonly HeadlessIdea[] {
  if (!mayHaveHeadlessTitle(text)) return []
  const lines = withoutFencesForHeadless(pastedLines(text, labels))
  const seen = new Set<string>()
  const namesFrom = headlessNames(lines)
  return lines.flatMap((line, index): readonly HeadlessIdea[] => {
    const own = isHeadlessField(line) ? namesFrom(index) : []
    const titles = own.length >= minHeadlessFields ? headlessTitleLines(text, lines, index) : []
    const [first] = titles
    const repeated = own.filter((name) => seen.has(name)).length
    if (isHeadlessField(line)) seen.add(line.label!.key)
    if (first === undefined || !(own.includes('description') || own.includes('mentors'))) return []
    const title = titles.at(-1)!
    const end = headlessEnd(text, lines, index)
    return [{ title: { start: title.start, end: title.end }, span: { start: first.start, end }, keys: own, repeated }]
  })
}

/** A plain line at the start, after a blank line or after an item. */
const plainHeadlessLine =
  /(?:^|[\r\n](?:[^\S\r\n]*|[ \t]{0,20}(?:[-*+]|\d{1,3}[.)])[ \t][^\r\n]{0,2000})[\r\n])[^\S\r\n]*[\p{L}\p{N}"'(][^\r\n]*/gu

const maxHeadlessTitle = 120

/** Most ideas have a heading and items only: a short plain line at one of these places, or after code, is looked for first. */
const mayHaveHeadlessTitle = (text: string): boolean =>
  /```|~~~/.test(text) || (text.match(plainHeadlessLine) ?? []).some((line) => line.trim().length <= maxHeadlessTitle)

/** Fenced code, the template for example, has no ideas. */
function withoutFencesForHeadless(lines: readonly PastedLine[]): readonly PastedLine[] {
  let isInside = false
  return lines.filter(({ text }) => {
    const isFence = /^(?:```|~~~)/.test(text)
    if (isFence) isInside = !isInside
    return !isFence && !isInside
  })
}

const isHeadlessField = ({ label }: PastedLine): boolean =>
  label?.isKnown === true && label.key !== 'other' && (label.hasColon || label.key === 'mentors')

/** Finds the different fields from a line on, up to the first that comes again. */
function headlessNames(lines: readonly PastedLine[]): (from: number) => readonly FieldKey[] {
  // a field of several lines with its label is one run: hostile texts have thousands of them
  const runs: FieldKey[] = []
  const runAt = lines.map((line) => {
    if (isHeadlessField(line) && runs.at(-1) !== line.label!.key) runs.push(line.label!.key)
    return runs.length - 1
  })
  return (from) => {
    const names = new Set<FieldKey>()
    for (let run = runAt[from]!; run < runs.length && !names.has(runs[run]!); run++) names.add(runs[run]!)
    return [...names]
  }
}

/** Whether a line is plain text that could be the heading of an idea or of its project. */
const isHeadlessTitleLine = ({ level, text, label }: PastedLine): boolean =>
  level === '' && label === null && text.length <= maxHeadlessTitle && /^[\p{L}\p{N}"'(]/u.test(text) && !/[.:;,!]$/.test(text)

/** One or two title lines right before a field, after a blank line, an item or at the start; none if other text is before them. */
function headlessTitleLines(text: string, lines: readonly PastedLine[], index: number): readonly PastedLine[] {
  let from = index
  while (from > 0 && index - from <= maxTitleLines && isHeadlessTitleLine(lines[from - 1]!)) {
    from--
    if (isHeadlessAfterBlank(text, lines, from)) {
      const before = lines[from - 1]
      const isProject =
        index - from === 1 && before !== undefined && isHeadlessTitleLine(before) && isHeadlessAfterBlank(text, lines, from - 1)
      return lines.slice(isProject ? from - 1 : from, index)
    }
  }
  return []
}

/** Whether a blank line, nothing, or an item that is not continued is before a line: what is pasted at the end of a file is right after one. */
const isHeadlessAfterBlank = (text: string, lines: readonly PastedLine[], index: number): boolean =>
  index === 0 ||
  hasEmptyLineInHeadlessIdea(text, lines[index - 1]!, lines[index]!) ||
  (lines[index - 1]!.level !== '' && !isIndentedInHeadlessIdea(text, lines[index]!))

const isIndentedInHeadlessIdea = (text: string, { start }: PastedLine): boolean => /[ \t]/.test(text[start - 1] ?? '')

const hasEmptyLineInHeadlessIdea = (text: string, before: PastedLine, after: PastedLine): boolean =>
  (text.slice(before.end, after.start).match(/\r\n|\r|\n/g) ?? []).length > 1

/** The end of the last line that belongs to the fields: before a text that is neither indented nor an item, after a blank line. */
function headlessEnd(text: string, lines: readonly PastedLine[], index: number): number {
  let last = lines[index]!
  for (const line of lines.slice(index + 1)) {
    const isPlain = line.level === '' && line.label === null && !isIndentedInHeadlessIdea(text, line)
    const isApart = hasEmptyLineInHeadlessIdea(text, last, line) && isPlain
    if (isApart) break
    last = line
  }
  return last.end
}
