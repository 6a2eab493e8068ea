import * as l10n from '@vscode/l10n'
import type { IdeaFile } from '../../model/types.ts'
import { areDisjoint, compareEdits, type Edit } from '../../text/edits.ts'
import { lineStart } from '../../text/textLines.ts'
import { type SnippetInsertion, snippetText, snippetWithoutChoices } from './snippet.ts'

/** Reads an edited text with the settings of its file. */
export type ReadEditedText = (text: string) => IdeaFile

/**
 * What a command does to a file, as one step: disjoint edits in text order, at most one of them a snippet (its `newText` is then in
 * snippet syntax). Spans are UTF-16 offsets in the file.
 */
export interface Plan {
  readonly edits: readonly (Edit & { readonly snippet: boolean })[]
  /** The name of a new file, next to the one that the command was called in, that the edits are the text of. */
  readonly newFile?: string
  /** Where the cursor goes in the edited text (UTF-16); without it, and without a snippet, it stays. */
  readonly cursor?: number | null
}

/** A sentence for the user: why a command does nothing. */
export interface Refusal {
  readonly refusal: string
  /** Set if all that is missing is the project, or the programme of a new list. */
  readonly needs?: 'project' | 'profile'
}

/** A plan of plain edits: nothing to fill in. */
export const planEdits = (edits: readonly Edit[]): Plan => ({
  edits: planInTextOrder(edits).map((edit) => ({ ...edit, snippet: false })),
})

/**
 * A plan of a snippet and plain edits, all with offsets in `text`. Editors indent the lines of an inserted snippet like the line where
 * it begins, so edits with several lines begin at a line's start. Refused if a plain edit overlaps the insertion.
 */
export function planInsertion(text: string, { at, end = at, parts }: SnippetInsertion, others: readonly Edit[]): Plan | Refusal {
  const snippet = { span: { start: at, end }, newText: snippetWithoutChoices(snippetText(parts)), snippet: true }
  const plain = planInTextOrder(others).reduce<readonly Edit[]>((before, edit) => planWithEdit(text, before, edit), [])
  const edits = planInTextOrder([snippet, ...plain.map((edit) => ({ ...edit, snippet: false }))])
  return areDisjoint(edits)
    ? { edits }
    : { refusal: l10n.t('The table of contents is where the idea would go. Add a blank line after it and try again.') }
}

const planInTextOrder = <E extends Edit>(edits: readonly E[]): readonly E[] => [...edits].sort(compareEdits)

/** Adds an edit after others in text order. If it must begin at its line's start, it is merged with earlier edits of that line. */
function planWithEdit(text: string, before: readonly Edit[], edit: Edit): readonly Edit[] {
  const last = before.at(-1)
  const start = /[\r\n]/.test(edit.newText) ? lineStart(text, edit.span.start) : edit.span.start
  if (last === undefined || last.span.end < start || start === edit.span.start)
    return [...before, { span: { start, end: edit.span.end }, newText: text.slice(start, edit.span.start) + edit.newText }]
  const newText = last.newText + text.slice(last.span.end, edit.span.start) + edit.newText
  return planWithEdit(text, before.slice(0, -1), { span: { start: last.span.start, end: edit.span.end }, newText })
}
