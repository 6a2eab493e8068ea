import type { IdeaFile } from '../../model/types.ts'
import { areDisjoint, compareEdits, type Edit } from '../../text/edits.ts'
import { lineStart } from '../../text/textLines.ts'
import { plainText, type SnippetPart, snippetText } from './snippet.ts'

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

export type PlanResult = Plan | Refusal

/** Text that is put at an offset, with stops for the Tab key. */
export interface Insertion {
  readonly at: number
  readonly pieces: readonly SnippetPart[]
}

/** The insertion as an edit that leaves nothing to fill in. */
export const toEdit = ({ at, pieces }: Insertion): Edit => ({ span: { start: at, end: at }, newText: plainText(pieces) })

/**
 * One plan of an insertion and other edits, disjoint and all of them counting in `text`. Editors indent the lines of what they insert as
 * a snippet like the line where it begins: edits with several lines begin at a line's start. Refused where another edit reaches into
 * the place of the insertion.
 */
export function buildPlan(text: string, { at, pieces }: Insertion, others: readonly Edit[]): PlanResult {
  const snippet: PlannedEdit = { span: { start: at, end: at }, newText: snippetText(pieces), snippet: true }
  const plain = sorted(others).reduce<readonly Edit[]>((before, edit) => withEdit(text, before, edit), [])
  const edits = sorted([snippet, ...plain.map((edit) => ({ ...edit, snippet: false }))])
  return areDisjoint(edits)
    ? { edits }
    : { refusal: 'The table of contents stands in the place of the entry; put a blank line between them.' }
}

const sorted = <E extends Edit>(edits: readonly E[]): readonly E[] => [...edits].sort(compareEdits)

/** Edits in their order with one more behind them; where that begins at its line's start, those of the same line are one with it. */
function withEdit(text: string, before: readonly Edit[], edit: Edit): readonly Edit[] {
  const last = before.at(-1)
  const start = /[\r\n]/.test(edit.newText) ? lineStart(text, edit.span.start) : edit.span.start
  if (last === undefined || last.span.end < start || start === edit.span.start)
    return [...before, { span: { start, end: edit.span.end }, newText: text.slice(start, edit.span.start) + edit.newText }]
  const newText = last.newText + text.slice(last.span.end, edit.span.start) + edit.newText
  return withEdit(text, before.slice(0, -1), { span: { start: last.span.start, end: edit.span.end }, newText })
}

/** A plan of edits without anything to fill in. */
export const plainPlan = (edits: readonly Edit[]): Plan => ({
  edits: sorted(edits).map((edit) => ({ ...edit, snippet: false })),
})
