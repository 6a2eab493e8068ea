import * as l10n from '@vscode/l10n'
import { CompletionItemKind } from 'vscode-languageserver-types'
import { fieldItemBullet, readItemLabelLine } from '../../editing/listItems.ts'
import { fieldSpecOf } from '../../model/profiles/template.ts'
import type { Field, FieldSpec, IdeaFile, PlacedIdea } from '../../model/types.ts'
import type { Span } from '../../text/span.ts'
import type { LabelCursor } from './cursorContext.ts'
import { type CursorLine, type ItemLine, nestedCursorBullet } from './cursorLine.ts'
import type { Suggestion } from './suggestion.ts'

/** The labels of the template's fields that the idea lacks, in the template's order. */
export function labelSuggestions(file: IdeaFile, { line, item, idea, field }: LabelCursor): readonly Suggestion[] {
  const present = labelSpecsOf(file, idea, field)
  const missing = file.template.fields.filter((spec) => !present.has(spec))
  // an idea that has all fields needs no further label
  if (missing.length === 0) return []
  const { marks, end } = labelToComplete(line, item)
  const after = line.text.slice(end - line.start)
  const hasNoValue = after.trim() === '' && !hasItemsBelowLabel(file.text, line)
  const usual = labelDecoration(file, idea)
  const insertion = {
    span: { start: item.content, end },
    decoration: marks === '' || marks === usual.marks ? usual : { marks, colon: `${marks}:` },
    before: '',
    nested: hasNoValue ? nestedCursorBullet(file.text, item) : null,
    space: /^[ \t]/.test(after) ? '' : ' ',
  }
  return missing.map((spec) => labelSuggestion(spec, insertion))
}

/** Whole items for an empty line of an idea: the fields that it lacks. */
export function labelItemSuggestions(file: IdeaFile, idea: PlacedIdea, word: Span): readonly Suggestion[] {
  const present = labelSpecsOf(file, idea, null)
  const before = fieldItemBullet(labelSource(file, idea), idea.idea)
  const bullet = before.trimEnd()
  const nested = nestedCursorBullet(file.text, { indent: '', bullet, gap: before.slice(bullet.length), content: word.start })
  return file.template.fields
    .filter((spec) => !present.has(spec))
    .map((spec) => labelSuggestion(spec, { span: word, decoration: labelDecoration(file, idea), before, nested, space: ' ' }))
}

/** The emphasis around a label: `**` and `**:` in `**Label**:`, `**` and `:**` in `**Label:**`. */
interface LabelDecoration {
  readonly marks: string
  readonly colon: string
}

interface LabelInsertion {
  readonly span: Span
  readonly decoration: LabelDecoration
  /** The bullet, if there is none yet. */
  readonly before: string
  /** The start of the first nested item; null if the field has a value already. */
  readonly nested: string | null
  /** The space after the colon. */
  readonly space: string
}

/** Fields whose values can be completed. */
const completedKeys: ReadonlySet<FieldSpec['key']> = new Set(['size', 'mentors', 'recommendedSkills', 'upstreamIssue', 'lfxUrl'])

function labelSuggestion(
  { key, label, required }: FieldSpec,
  { span, decoration, before, nested, space }: LabelInsertion,
): Suggestion {
  return {
    label,
    kind: CompletionItemKind.Field,
    detail: required ? l10n.t('missing') : l10n.t('optional'),
    filter: label,
    span,
    newText: `${before}${decoration.marks}${label}${decoration.colon}${key === 'mentors' && nested !== null ? nested : space}`,
    ...(completedKeys.has(key) && nested !== null && { next: 'suggest' as const }),
  }
}

/** The emphasis before the label, and the label's end after its colon; without a colon the end of the word at the cursor. */
function labelToComplete(line: CursorLine, { content }: ItemLine): { readonly marks: string; readonly end: number } {
  const source = line.text.slice(content - line.start)
  const marks = /^[*_]{0,3}/.exec(source)![0]
  const label = /^[*_]{0,3}[^:：*_]{0,80}[*_]{0,3}[:：](?!\/\/)[*_]{0,3}/.exec(source)?.[0].length ?? 0
  const word = line.cursor - content + /^[\p{L}\p{N}()]*[*_]{0,3}/u.exec(line.tail)![0].length
  const length = content + label >= line.cursor ? Math.max(label, line.cursor - content) : word
  return { marks, end: source.slice(length).trim() === '' ? line.end : content + length }
}

/** Whether the next line is an indented item. */
const hasItemsBelowLabel = (text: string, { end }: CursorLine): boolean =>
  /^(?:\r\n?|\n)[ \t]+(?:[-+*]|\d{1,9}[.)])[ \t]/.test(text.slice(end, end + 100))

/** The template's fields that an idea has, ignoring the field that is being written. */
function labelSpecsOf({ template }: IdeaFile, { idea }: PlacedIdea, ignored: Field | null): ReadonlySet<FieldSpec> {
  return new Set(idea.fields.filter((field) => field !== ignored).flatMap((field) => fieldSpecOf(field, template) ?? []))
}

const labelSource = (file: IdeaFile, { at, idea }: PlacedIdea): string => file.text.slice(at, at + idea.length)

/** The emphasis around the idea's other labels. */
function labelDecoration(file: IdeaFile, placed: PlacedIdea): LabelDecoration {
  const example = placed.idea.fields.find(({ shape, colon }) => shape === 'item' && colon)
  const text = labelSource(file, placed)
  const marks = (example && readItemLabelLine(text, example)?.marks) ?? ''
  const colon = example
    ? (/^[*_]{0,3}[:：][*_]{0,3}/.exec(text.slice(example.labelSpan.end, example.labelSpan.end + 10))?.[0] ?? '')
    : ''
  return colon.replace(/[^*_]/g, '').length === marks.length ? { marks, colon: colon || ':' } : { marks: '', colon: ':' }
}
