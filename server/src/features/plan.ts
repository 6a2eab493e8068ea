import type { IdeaFile } from '../model/types.ts'
import { lineStart } from '../rules/parts/itemLines.ts'
import { areDisjoint, type Edit } from '../text/edits.ts'
import { type Piece, plainText, snippetText } from './snippet.ts'

/** Reads another text as a file is read. */
export type Read = (text: string) => IdeaFile

/** An edit of a file's text; with `snippet` its `newText` is in the syntax of snippets. Spans count from the file's start. */
export interface PlannedEdit extends Edit {
  readonly snippet: boolean
}

/** What a command does to a file, as one step: disjoint edits in the order of the text, one of them a snippet at most. */
export interface Plan {
  readonly edits: readonly PlannedEdit[]
}

/** A sentence that says why a command does nothing. */
export interface Refusal {
  readonly refusal: string
}

export type Planned = Plan | Refusal

/** Text that is put at an offset, with stops for the Tab key. */
export interface Insertion {
  readonly at: number
  readonly pieces: readonly Piece[]
}

/** The insertion as an edit that leaves nothing to fill in. */
export const asEdit = ({ at, pieces }: Insertion): Edit => ({ span: { start: at, end: at }, newText: plainText(pieces) })

/**
 * One plan of an insertion and other edits, all of them counting in `text`. Editors indent the lines of what they insert as a
 * snippet like the line where it begins: edits with several lines begin at a line's start.
 */
export function planOf(text: string, { at, pieces }: Insertion, others: readonly Edit[]): Plan {
  const snippet: PlannedEdit = { span: { start: at, end: at }, newText: snippetText(pieces), snippet: true }
  const plain = others.map(
    (edit): PlannedEdit => ({ ...(/[\r\n]/.test(edit.newText) ? fromLineStart(text, edit, others) : edit), snippet: false }),
  )
  const edits = [snippet, ...plain].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
  return { edits: areDisjoint(edits) ? edits : [snippet] }
}

function fromLineStart(text: string, edit: Edit, all: readonly Edit[]): Edit {
  const { span, newText } = edit
  const start = lineStart(text, span.start)
  const isTaken = all.some((other) => other !== edit && other.span.end > start && other.span.start < span.start)
  return isTaken ? edit : { span: { start, end: span.end }, newText: text.slice(start, span.start) + newText }
}

/** A plan of edits without anything to fill in. */
export const plainPlan = (edits: readonly Edit[]): Plan => ({
  edits: [...edits].sort((a, b) => a.span.start - b.span.start).map((edit) => ({ ...edit, snippet: false })),
})
