import * as l10n from '@vscode/l10n'
import { knowsProject } from '../../catalog/knownProjects.ts'
import { pastedHtmlText } from '../../editing/pasted/pastedHtml.ts'
import { unrolledSheet } from '../../editing/pasted/pastedSheet.ts'
import { labelsForPaste } from '../../editing/pasted/pasteLabels.ts'
import { type PastedIdea, readPastedIdea } from '../../editing/pasted/readPastedIdea.ts'
import type { IdeaFile } from '../../model/types.ts'
import { composeEdits } from '../../text/composeEdits.ts'
import { applyEdits, type Edit } from '../../text/edits.ts'
import { type Span, touches } from '../../text/span.ts'
import { afterLineBreak, lineEnd, lineStart } from '../../text/textLines.ts'
import { planNewIdea } from './newIdea.ts'
import { type Plan, planEdits, type ReadEditedText, type Refusal } from './plan.ts'
import { plainTextOfSnippet } from './snippet.ts'

/** What was copied: as HTML, if there is any, and as plain text. */
export interface CopiedText {
  readonly plain: string
  readonly html: string
}

/** The idea in a copied text; null if it does not look like one. HTML comes first: it has the targets of links. */
export function copiedIdea(file: IdeaFile, { plain, html }: CopiedText): PastedIdea | null {
  const labels = labelsForPaste(file)
  const reading = { labels, isProject: (name: string) => isProjectOfPaste(file, name) }
  const texts = [html === '' ? '' : pastedHtmlText(html), plain]
  for (const text of texts) {
    const idea = readPastedIdea(
      unrolledSheet(text, (cell) => labels(cell) !== null),
      reading,
    )
    if (idea) return idea
  }
  return null
}

/**
 * Plans a copied idea in the list's own format, in its place, with its entry in the table of contents. `at` is the cursor (UTF-16, in
 * the file), whose project is meant if the text names none.
 */
export function planPastedIdea(file: IdeaFile, copied: CopiedText, at: number, read: ReadEditedText): Plan | Refusal {
  const idea = copiedIdea(file, copied)
  if (idea === null) return noCopiedIdea()
  const project = idea.project ?? projectForPaste(file, at)
  if (project === '' && !file.template.learned)
    return { refusal: l10n.t`The text does not name a project for ${idea.title}. Place the cursor in its project's section.` }
  return planNewIdea(file, { project, title: idea.title, at, values: idea.fields }, read)
}

const noCopiedIdea = (): Refusal => ({
  refusal: l10n.t(
    'The clipboard does not contain an idea: a title, and fields with labels that this list knows, such as "Description: …".',
  ),
})

/** The project that is meant if a text names none: the one at the cursor, or the only one. */
export const projectForPaste = ({ projects }: IdeaFile, at: number): string =>
  projects.find(({ span }) => touches(span, at))?.name ?? (projects.length === 1 ? projects[0]!.name : '')

const isProjectOfPaste = (file: IdeaFile, name: string): boolean =>
  file.projects.some((project) => project.name !== '' && project.name.toLowerCase() === name.trim().toLowerCase()) ||
  (file.profile.cncfProjects && knowsProject(name.trim(), file.ownProjects))

/** The plain edits of a pasted idea, and where it is in the text after them. */
interface PlacedPaste {
  readonly edits: readonly Edit[]
  readonly after: string
  readonly at: Span
}

/** A plan with its tab stops left as they are. */
function placedPaste(text: string, { edits: planned }: Plan): PlacedPaste {
  const edits = planned.map(({ span, newText, snippet }) => ({ span, newText: snippet ? plainTextOfSnippet(newText) : newText }))
  const index = planned.findIndex(({ snippet }) => snippet)
  const grown = edits.slice(0, index).reduce((sum, { span, newText }) => sum + newText.length - (span.end - span.start), 0)
  const start = (edits[index]?.span.start ?? 0) + grown
  return { edits, after: applyEdits(text, edits), at: { start, end: start + (edits[index]?.newText.length ?? 0) } }
}

/** The edits that fix all that is safe to fix in the idea within `at` of a text; its offsets are those of that text. */
export type FixPasted = (after: string, at: Span) => Generator<void, readonly Edit[]>

/** The same as {@link planPastedIdea}, with what is safe to fix in the idea fixed: `Go, @ada, ada@…` in the form of the list's mentors. */
export function* planFixedPaste(
  file: IdeaFile,
  copied: CopiedText,
  at: number,
  read: ReadEditedText,
  fix: FixPasted,
): Generator<void, Plan | Refusal> {
  const planned = planPastedIdea(file, copied, at, read)
  if ('refusal' in planned || planned.newFile !== undefined) return planned
  const placed = placedPaste(file.text, planned)
  const fixes = yield* fix(placed.after, placed.at)
  return planEdits(composeEdits(file.text, placed.edits, fixes))
}

/** The edits that make an idea of lines of the list that look like one: they move to their place, in the list's own format. */
export function planHeadlessIdea(file: IdeaFile, lines: Span, read: ReadEditedText): readonly Edit[] | null {
  const { text } = file
  const start = lineStart(text, lines.start)
  const end = afterLineBreak(text, lineEnd(text, lines.end))
  // with the blank line before it
  const from = Math.max(0, start - (/(?:\r\n|\r|\n)[ \t]*(\r\n|\r|\n)$/.exec(text.slice(0, start))?.[1]?.length ?? 0))
  const removal = { span: { start: from, end }, newText: '' }
  const without = applyEdits(text, [removal])
  const planned = planPastedIdea(read(without), { plain: text.slice(lines.start, lines.end), html: '' }, from, read)
  if ('refusal' in planned || planned.newFile !== undefined) return null
  return composeEdits(text, [removal], placedPaste(without, planned).edits)
}
