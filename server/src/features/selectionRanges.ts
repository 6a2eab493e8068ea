import type { Position, SelectionRange } from 'vscode-languageserver-types'
import { fieldNodeSpan, ideaNodeSpan, type ModelNode, nodeAt, tocNodeSpan } from '../model/nodeAt.ts'
import type { IdeaFile } from '../model/types.ts'
import type { LineIndex } from '../text/lineIndex.ts'
import { covers, type Span, shift, touches, trimTrailingWhitespace } from '../text/span.ts'
import { toLspRange } from './toLspRange.ts'

/** The ranges for Expand Selection: word, value, field, idea, project, file. One result per position, in order. */
export const selectionRanges = (file: IdeaFile, lines: LineIndex, positions: readonly Position[]): SelectionRange[] =>
  positions.map((position) => selectionRange(file, lines, lines.offsetAt(position)))

function selectionRange(file: IdeaFile, lines: LineIndex, offset: number): SelectionRange {
  const caret = { start: offset, end: offset }
  const spans = growingSelection(file.ideaList ? selectionSpansAround(file, lines, offset) : [], offset)
  return (
    [...spans]
      .reverse()
      .reduce<SelectionRange | undefined>(
        (parent, span) => ({ range: toLspRange(lines, span), ...(parent && { parent }) }),
        undefined,
      ) ?? { range: toLspRange(lines, caret) }
  )
}

/** Drops spans that do not contain the offset, or are not larger than the span before. */
function growingSelection(spans: readonly Span[], offset: number): readonly Span[] {
  const kept = [{ start: offset, end: offset }]
  for (const span of spans) {
    const last = kept.at(-1)!
    if (covers(span, last) && span.end - span.start > last.end - last.start) kept.push(span)
  }
  return kept.slice(1)
}

function selectionSpansAround(file: IdeaFile, lines: LineIndex, offset: number): readonly Span[] {
  const line = selectableLineAround(file.text, lines, offset)
  const inside = selectionSpans(nodeAt(file, offset), file, line)
  return [selectableWordAround(file.text, line, offset), ...inside, { start: 0, end: file.text.length }].flatMap(
    (span) => span ?? [],
  )
}

/** The spans (in the file) around a node, innermost first. */
function selectionSpans(place: ModelNode, file: IdeaFile, line: Span): readonly Span[] {
  switch (place.kind) {
    case 'outside':
      return [line]
    case 'template':
      return [line, ...(file.templateSpan ? [file.templateSpan] : [])]
    case 'toc':
      return [line, tocNodeSpan(place.toc)]
    case 'toc-entry':
    case 'toc-text':
    case 'toc-anchor': {
      const { textSpan, anchorSpan, span } = place.entry
      const part = place.kind === 'toc-text' ? [textSpan] : place.kind === 'toc-anchor' ? [anchorSpan] : []
      return [...[...part, span].map((each) => shift(each, place.toc.at)), tocNodeSpan(place.toc)]
    }
    case 'project-heading': {
      const heading = place.project.heading
      const parts = heading ? [heading.heading.textSpan, heading.heading.span] : []
      return [...parts.map((each) => shift(each, heading?.at ?? 0)), trimmedSelectionRange(file, place.project.span)]
    }
    case 'project':
      return [line, trimmedSelectionRange(file, place.project.span)]
    default:
      return [
        ...selectionSpansOfIdea(place, file, line),
        trimmedSelectionRange(file, ideaNodeSpan(place.idea)),
        trimmedSelectionRange(file, place.project.span),
      ]
  }
}

function selectionSpansOfIdea(place: Extract<ModelNode, { idea: unknown }>, file: IdeaFile, line: Span): readonly Span[] {
  const { at: from, idea } = place.idea
  if (place.kind === 'idea') return [line]
  if (place.kind === 'idea-heading')
    return idea.heading ? [idea.heading.textSpan, idea.heading.span].map((each) => shift(each, from)) : []
  const field = trimmedSelectionRange(file, shift(fieldNodeSpan(place.field), from))
  if (place.kind === 'field') return [field]
  if (place.kind === 'field-label') return [shift(place.field.labelSpan, from), field]
  const thing = selectedThingAt(place)
  return [...(thing ? [shift(thing.span, from)] : []), trimmedSelectionRange(file, shift(place.field.valueSpan, from)), field]
}

function selectedThingAt(place: ModelNode): { readonly span: Span } | null {
  if (place.kind === 'mentor') return place.mentor
  if (place.kind === 'skill') return place.skill
  if (place.kind === 'link') return place.link
  return place.kind === 'size' ? place.size : null
}

// blank lines at the end should not be cut or moved along
const trimmedSelectionRange = (file: IdeaFile, span: Span): Span => trimTrailingWhitespace(file.text, span)

function selectableLineAround(text: string, lines: LineIndex, offset: number): Span {
  const { line } = lines.positionAt(offset)
  const start = lines.offsetAt({ line, character: 0 })
  const span = trimTrailingWhitespace(text, { start, end: lines.offsetAt({ line, character: Number.MAX_SAFE_INTEGER }) })
  return { start: start + text.slice(span.start, span.end).search(/\S|$/), end: span.end }
}

// limits the search in a line of megabytes
const maxSelectedWord = 200

function selectableWordAround(text: string, line: Span, offset: number): Span | undefined {
  const from = Math.max(line.start, offset - maxSelectedWord)
  const words = text.slice(from, Math.min(line.end, offset + maxSelectedWord)).matchAll(/[\p{L}\p{M}\p{N}_]+/gu)
  return [...words]
    .map(({ index, 0: word }) => ({ start: from + index, end: from + index + word.length }))
    .find((word) => touches(word, offset))
}
