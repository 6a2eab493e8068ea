import { exampleLabelOf } from '../../../editing/learned/exampleIdea.ts'
import { isWithinFrontMatter } from '../../../editing/learned/frontMatterPeople.ts'
import type { Field, IdeaFile, LearnedLabel, LearnedSchema, PlacedIdea, Project } from '../../../model/types.ts'
import type { Span } from '../../../text/span.ts'
import type { CursorLine } from '../cursorLine.ts'

/** `**Diff|`: a label of a list whose schema was learned; `missing` are those that the idea lacks. */
export interface LearnedLabelCursor {
  readonly kind: 'learnedLabel'
  readonly line: CursorLine
  /** What is typed, with the marks before it. */
  readonly typed: Span
  /** `**`, `- `, `#### `: empty if only words are typed. */
  readonly marks: string
  readonly missing: readonly LearnedLabel[]
}

/** `**Difficulty**: ea|`: the value of a label of such a list, on one line. */
export interface LearnedValueCursor {
  readonly kind: 'learnedValue'
  readonly line: CursorLine
  readonly project: Project
  readonly idea: PlacedIdea
  readonly field: Field
  /** From after the label or bullet to the end of the value on the line. */
  readonly value: Span
}

/** The cursor in an idea of a list whose schema was learned; null in prose, and outside of ideas. */
export function learnedCursor(
  file: IdeaFile,
  learned: LearnedSchema,
  line: CursorLine,
): LearnedLabelCursor | LearnedValueCursor | null {
  const isMatter = isWithinFrontMatter(file.text, line.start)
  const label = learned.reason === 'table' || isMatter ? null : labelCursor(file, learned, line)
  if (label !== null && label.marks.trim() !== '') return label
  for (const project of file.projects) {
    for (const idea of project.ideas) {
      if (idea.at > line.cursor || line.cursor > idea.at + idea.idea.length) continue
      const found = valueCursorIn(file.text, project, idea, line)
      if (found) return found
    }
  }
  return label
}

function valueCursorIn(text: string, project: Project, idea: PlacedIdea, line: CursorLine): LearnedValueCursor | null {
  const { fields } = idea.idea
  const { at } = idea
  for (const [index, field] of fields.entries()) {
    const label = at + field.labelSpan.end
    const next = fields[index + 1]
    const isOnLine = label >= line.start && label <= line.end && field.style?.family !== 'heading'
    const start = isOnLine ? cursorValueStart(text, at, field) : bulletEnd(line)
    const isInside = at + field.valueSpan.start <= line.end && line.start <= at + field.valueSpan.end
    // an item of front matter that has no value yet
    const isItem = isWithinFrontMatter(text, line.start) && (next === undefined || line.end <= at + next.labelSpan.start)
    const isBelow = !isOnLine && label < line.start && (isInside || isItem || isCursorRightBelow(text, label, line))
    const end = cursorValueEnd(text, line, start, {
      isCell: isLearnedCell(field),
      next: next && at + next.labelSpan.start > label ? at + next.labelSpan.start : null,
    })
    if ((isOnLine || isBelow) && start <= line.cursor && line.cursor <= end) {
      return { kind: 'learnedValue', line, project, idea, field, value: { start, end } }
    }
  }
  return null
}

/** Whether only white space is between a label and a line. */
const isCursorRightBelow = (text: string, label: number, { start }: CursorLine): boolean =>
  start - label < 200 && /^[*_:：\s]*(?:<br[ \t]?\/?>)?\s*$/.test(text.slice(label, start))

/** After the colon, the emphasis and the bar that follow a label; in a table with an idea in each row, where the cell begins. */
function cursorValueStart(text: string, at: number, { labelSpan, valueSpan }: Field): number {
  if (labelSpan.end === labelSpan.start) return at + valueSpan.start
  const label = at + labelSpan.end
  return (
    label +
    /^[ \t]*(?:\*{1,3}|_{1,3})?[ \t]*(?:[:：]|\|)?(?:\*{1,3}|_{1,3})?[ \t]?/.exec(text.slice(label, label + 20))![0].length
  )
}

const bulletEnd = ({ start, text }: CursorLine): number =>
  start + /^[ \t]*(?:(?:[-*+•]|\d{1,9}[.)])[ \t]+)?/.exec(text)![0].length

/** Whether a field is a cell of a table: in its idea, or in a table with an idea in each row. */
const isLearnedCell = ({ style, labelSpan }: Field): boolean => style?.family === 'table' || labelSpan.end === labelSpan.start

interface ValueNeighbors {
  readonly isCell: boolean
  /** Where the next label begins; null if there is none. */
  readonly next: number | null
}

/** The end of the line, or the bar before the next cell or the next label on the line. */
function cursorValueEnd(text: string, line: CursorLine, start: number, { isCell: inTable, next }: ValueNeighbors): number {
  if (inTable) {
    const bar = /(?<!\\)\|/.exec(text.slice(start, line.end))
    return bar ? start + bar.index : line.end
  }
  if (next === null || next > line.end) return line.end
  const bar = text.slice(start, next).lastIndexOf('|')
  return bar < 0 ? line.end : start + bar
}

const labelStart = /^( {0,3})((?:[-*+][ \t]+)?(?:\*{1,3}|_{1,3})?|#{1,6}[ \t]+)([\p{L}\p{N}][\p{L}\p{N} ()/'’-]{0,40})?$/u

function labelCursor(file: IdeaFile, { labels }: LearnedSchema, line: CursorLine): LearnedLabelCursor | null {
  const found = labelStart.exec(line.head)
  // editors close emphasis by themselves
  if (found === null || !/^[*_:： \t]*$/.test(line.tail)) return null
  const [, indent = '', marks = ''] = found
  const level = /^#{1,6}/.exec(marks)?.[0].length
  if (level !== undefined && level <= file.ideaLevel) return null
  const section = ideaSectionAt(file, line)
  if (section === null) return null
  const present = new Set(section.fields.flatMap((field) => exampleLabelOf(field, labels) ?? []))
  const missing = labels.filter(
    (label) =>
      !present.has(label) &&
      !label.inFrontMatter &&
      !section.text.includes(label.sample.trim()) &&
      mayBeginLearnedLabel(indent + marks.trimEnd(), label),
  )
  return missing.length === 0
    ? null
    : { kind: 'learnedLabel', line, typed: { start: line.start + indent.length, end: line.end }, marks, missing }
}

/** Whether the marks at the beginning of a line are those of a label: `-` of `- **Size**: `. */
function mayBeginLearnedLabel(written: string, { sample }: LearnedLabel): boolean {
  const own = sample.replace(/^ \| /, '')
  const length = /^[ \t]*#{1,6}|^[ \t]*[^\p{L}\s]?/u.exec(written)![0].length
  return written.trim() === '' || own.startsWith(written.slice(0, length))
}

interface IdeaSection {
  /** Without the line of the cursor. */
  readonly text: string
  readonly fields: readonly Field[]
}

/** The idea around a line; an idea that is just begun has only its heading. */
function ideaSectionAt({ text, projects, headings, ideaLevel }: IdeaFile, { start, end }: CursorLine): IdeaSection | null {
  const idea = projects.flatMap(({ ideas }) => ideas).find(({ at, idea: { length } }) => at < start && start <= at + length)
  const above = headings.findLast(({ at, heading }) => at < start && heading.level <= ideaLevel)
  if (idea && (above === undefined || above.at <= idea.at)) {
    const fields = idea.idea.fields.filter(
      ({ labelSpan }) => idea.at + labelSpan.start < start || idea.at + labelSpan.start > end,
    )
    return { text: '', fields }
  }
  if (above?.heading.level !== ideaLevel) return null
  const next = headings.find(({ at, heading }) => at > start && heading.level <= ideaLevel)?.at ?? text.length
  return { text: text.slice(above.at, start) + text.slice(end, next), fields: [] }
}
