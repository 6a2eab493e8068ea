import { CompletionItemKind } from 'vscode-languageserver-types'
import { fieldSpecOf } from '../../editing/fieldPlacement.ts'
import { fieldBulletOf, readLabelLine } from '../../editing/listItems.ts'
import type { Field, FieldSpec, IdeaFile, PlacedIdea } from '../../model/types.ts'
import type { Span } from '../../text/span.ts'
import type { LabelPlace } from './cursorContext.ts'
import { belowItem, type CursorLine, type ItemLine } from './cursorLine.ts'
import type { Suggestion } from './suggestion.ts'

/** The labels of an idea's fields as the template writes them: those that are missing first, in its order. */
export function labelSuggestions(file: IdeaFile, line: CursorLine, place: LabelPlace): readonly Suggestion[] {
  const { item, idea, field } = place
  const present = specsOf(file, idea, field)
  const missing = file.template.fields.filter((spec) => !present.has(spec))
  // with everything in its place another item is no field
  if (missing.length === 0) return []
  const { typed, end } = labelUnderCursor(line, item)
  const behind = line.text.slice(end - line.start)
  const isAlone = behind.trim() === '' && !hasItemsBelow(file.text, line)
  const span = { start: item.content, end }
  const usual = dressOf(file, idea)
  const dress = typed === '' || typed === usual.marks ? usual : { marks: typed, colon: `${typed}:` }
  const written = {
    span,
    dress,
    before: '',
    below: isAlone ? belowItem(file.text, item) : null,
    rest: /^[ \t]/.test(behind) ? '' : ' ',
  }
  return [...missing, ...file.template.fields.filter((spec) => present.has(spec))].map((spec) => ({
    ...labelSuggestion(spec, written),
    filter: `${typed}${spec.label}`,
    ...(present.has(spec) && { detail: 'the idea has it' }),
  }))
}

/** Whole items for an empty line of an idea, those of its missing fields. */
export function itemSuggestions(file: IdeaFile, idea: PlacedIdea, word: Span): readonly Suggestion[] {
  const present = specsOf(file, idea, null)
  const before = fieldBulletOf(textOf(file, idea), idea.idea)
  const bullet = before.trimEnd()
  const below = belowItem(file.text, { indent: '', bullet, gap: before.slice(bullet.length), content: word.start })
  return file.template.fields
    .filter((spec) => !present.has(spec))
    .map((spec) => labelSuggestion(spec, { span: word, dress: dressOf(file, idea), before, below, rest: ' ' }))
}

/** The marks before a label, and the colon with the marks around it. */
interface Dress {
  readonly marks: string
  readonly colon: string
}

interface Written {
  readonly span: Span
  readonly dress: Dress
  /** The bullet where none stands there. */
  readonly before: string
  /** The line for the first of several values; null where something stands behind the label. */
  readonly below: string | null
  /** The blank behind the colon. */
  readonly rest: string
}

/** Fields whose values can be chosen. */
const chosen: ReadonlySet<FieldSpec['key']> = new Set(['size', 'mentors', 'recommendedSkills', 'upstreamIssue', 'lfxUrl'])

function labelSuggestion({ key, label, required }: FieldSpec, { span, dress, before, below, rest }: Written): Suggestion {
  return {
    label,
    kind: CompletionItemKind.Field,
    detail: required ? 'missing' : 'optional',
    filter: label,
    span,
    newText: `${before}${dress.marks}${label}${dress.colon}${key === 'mentors' && below !== null ? below : rest}`,
    ...(chosen.has(key) && below !== null && { next: 'suggest' as const }),
  }
}

/** Where the label on the line ends, with its colon, and the marks before it; without a colon the word around the cursor. */
function labelUnderCursor(line: CursorLine, { content }: ItemLine): { readonly typed: string; readonly end: number } {
  const source = line.text.slice(content - line.start)
  const typed = /^[*_]{0,3}/.exec(source)![0]
  const label = /^[*_]{0,3}[^:：*_]{0,80}[*_]{0,3}[:：](?!\/\/)[*_]{0,3}/.exec(source)?.[0].length ?? 0
  const word = line.cursor - content + /^[\p{L}\p{N}()]*[*_]{0,3}/u.exec(line.tail)![0].length
  const length = content + label >= line.cursor ? Math.max(label, line.cursor - content) : word
  return { typed, end: source.slice(length).trim() === '' ? line.end : content + length }
}

/** Whether the next line is an item below this one. */
const hasItemsBelow = (text: string, { end }: CursorLine): boolean =>
  /^(?:\r\n?|\n)[ \t]+(?:[-+*]|\d{1,9}[.)])[ \t]/.test(text.slice(end, end + 100))

/** The template's fields that an idea has, without the field that is being written. */
function specsOf({ template }: IdeaFile, { idea }: PlacedIdea, but: Field | null): ReadonlySet<FieldSpec> {
  return new Set(idea.fields.filter((field) => field !== but).flatMap((field) => fieldSpecOf(field, template) ?? []))
}

const textOf = (file: IdeaFile, { at, idea }: PlacedIdea): string => file.text.slice(at, at + idea.length)

/** How the idea's other labels are dressed (`**Label**:`, `**Label:**`). */
function dressOf(file: IdeaFile, placed: PlacedIdea): Dress {
  const model = placed.idea.fields.find(({ shape, colon }) => shape === 'item' && colon)
  const text = textOf(file, placed)
  const marks = (model && readLabelLine(text, model)?.marks) ?? ''
  const colon = model
    ? (/^[*_]{0,3}[:：][*_]{0,3}/.exec(text.slice(model.labelSpan.end, model.labelSpan.end + 10))?.[0] ?? '')
    : ''
  return colon.replace(/[^*_]/g, '').length === marks.length ? { marks, colon: colon || ':' } : { marks: '', colon: ':' }
}
