import * as l10n from '@vscode/l10n'
import { knowsProject } from '../../catalog/knownProjects.ts'
import { hasFencedCode } from '../../editing/pasted/pastedCode.ts'
import { pastedHtmlText } from '../../editing/pasted/pastedHtml.ts'
import { pastedDocumentLines } from '../../editing/pasted/pastedLines.ts'
import { withoutMailFrame } from '../../editing/pasted/pastedMail.ts'
import { sheetRows, unrolledSheet } from '../../editing/pasted/pastedSheet.ts'
import type { PastedField } from '../../editing/pasted/pastedValue.ts'
import { labelsOfCopiedText } from '../../editing/pasted/pasteLabels.ts'

import { type PastedIdea, type PastedReading, readPastedIdea } from '../../editing/pasted/readPastedIdea.ts'

import { waysToSeparate } from '../../editing/pasted/separateIdeas.ts'
import { cncfForm } from '../../forms/cncfForm.ts'
import { ideaOfIssueBody } from '../../forms/ideaOfIssueBody.ts'
import { profileByPath } from '../../model/profiles/profiles.ts'
import { labelKey } from '../../model/schema/labelKey.ts'
import type { IdeaFile, Profile } from '../../model/types.ts'
import { frontMatterEnd } from '../../syntax/frontMatter.ts'
import { composeEdits } from '../../text/composeEdits.ts'
import { applyEdits, type Edit } from '../../text/edits.ts'
import { type Span, touches } from '../../text/span.ts'
import { afterLineBreak, lineEnd, lineStart } from '../../text/textLines.ts'
import { hasIdeaFiles } from './learned/learnedFile.ts'
import { planNewIdea } from './newIdea.ts'
import { pastedIdeaCursor } from './pastedIdeaCursor.ts'
import { type Plan, planEdits, type ReadEditedText, type Refusal } from './plan.ts'
import { plainTextOfSnippet } from './snippet.ts'

/** What was copied: as HTML, if there is any, and as plain text. */
export interface CopiedText {
  readonly plain: string
  readonly html: string
  /** The project that is meant if the text names none; empty for the one at the cursor. */
  readonly project?: string | undefined
  /** The programme that the user chose for a file that is not a list yet. */
  readonly profile?: Profile | undefined
  /** Whether the text is in the list: no line of it may be left out then. */
  readonly isInList?: boolean
}

/**
 * The ideas in a copied text, in their order; none if it does not look like one. HTML comes first: it has the targets of links.
 * `several` if there are more that cannot be separated.
 */
export function copiedIdeas(file: IdeaFile, { plain, html, isInList = false }: CopiedText): readonly PastedIdea[] | 'several' {
  const labels = labelsOfCopiedText(file)
  const reading = { labels, isProject: (name: string) => isProjectOfPaste(file, name) }
  const form = cncfForm()
  const hasField = (label: string): boolean => hasFieldOfLabel(file, label)
  const readPart = (part: string): PastedReading => ideaOfIssueBody(part, form, hasField) ?? readPastedIdea(part, reading)
  let found: readonly PastedIdea[] | 'several' = []
  const shown = html === '' ? '' : pastedHtmlText(html)
  const isLabelled = (line: string): boolean => pastedDocumentLines(line, labels).some(({ label }) => label?.isKnown)
  for (const copied of isMarkdownSource(plain) ? [plain, shown] : [shown, plain]) {
    const text = isInList ? copied : withoutMailFrame(copied, isLabelled)
    const rows = unrolledSheet(text, (cell) => labels(cell) !== null)
    const ways = rows.length > 1 ? [rows] : frontMatterEnd(text) > 0 ? [[text]] : waysToSeparate(rows.join(''), reading)
    for (const parts of ways) {
      const ideas = parts.map(readPart)
      const read = ideas.filter((idea) => idea !== null && idea !== 'several')
      if (read.length > 0 && read.length === ideas.length) return read
      if (ideas.length > 1 || ideas.includes('several')) found = 'several'
    }
  }
  return found
}

const hasFieldOfLabel = ({ template: { fields, learned } }: IdeaFile, label: string): boolean =>
  [...fields.map((field) => labelKey(field.label)), ...(learned?.labels.map(({ key }) => key) ?? [])].includes(labelKey(label))

/** Whether an editor's text is Markdown, which its HTML shows without the indentation of code and of keys. */
const isMarkdownSource = (plain: string): boolean => hasFencedCode(plain) || frontMatterEnd(plain) > 0

/**
 * Plans a copied idea in the list's own format, in its place, with its entry in the table of contents. `at` is the cursor (UTF-16, in
 * the file), whose project is meant if the text names none.
 */
export function planPastedIdea(file: IdeaFile, copied: CopiedText, at: number, read: ReadEditedText): Plan | Refusal {
  const ideas = copiedIdeas(file, copied)
  const [idea] = ideas
  if (ideas === 'several') return severalCopiedIdeas()
  if (ideas.length > 1) return oneCopiedIdea(file)
  return typeof idea === 'object' ? planReadIdea(file, idea, at, read) : noCopiedIdea(copied)
}

function planReadIdea(file: IdeaFile, idea: PastedIdea, at: number, read: ReadEditedText, profile?: Profile): Plan | Refusal {
  const project = idea.project ?? projectForPaste(file, at)
  if (project === '' && !file.template.learned)
    return {
      refusal: l10n.t`The text does not name a project for ${idea.title}. Place the cursor in its project's section.`,
      needs: 'project',
    }
  const isLost = idea.project !== null && !hasPlaceForProject(file, idea.project)
  const values = isLost ? [projectAsField(project), ...idea.fields] : idea.fields
  const entered = { project: isLost ? '' : project, title: idea.title, at, values, ...(profile && { profile }) }
  return planNewIdea(file, entered, read)
}

/** Text that says something else is no beginning of a list: then its path does not say which programme it is for. */
const isListOfUnknownProfile = ({ ideaList, claimed, text, path }: IdeaFile): boolean =>
  !ideaList && !claimed && (text.trim() !== '' || profileByPath(path) === null)

const projectAsField = (project: string): PastedField => ({
  key: 'other',
  label: 'Project',
  lines: [{ depth: 0, text: project }],
})

/** Whether a new idea can be one of a project: a list whose schema was learned may have no groups, or only those of its rows. */
function hasPlaceForProject(file: IdeaFile, project: string): boolean {
  const {
    projects,
    template: { learned },
  } = file
  if (!learned || projects.some(({ name }) => name.toLowerCase() === project.toLowerCase())) return true
  return projects.length > 1 && learned.reason !== 'table' && !hasIdeaFiles(file, learned)
}

const noCopiedIdea = ({ plain }: CopiedText): Refusal => ({
  refusal: isCopiedSheetRow(plain)
    ? l10n.t(
        'The clipboard contains rows of a sheet without a header row that says what their cells are, such as "Title" and "Description". Copy the header row, too.',
      )
    : l10n.t(
        'The clipboard does not contain an idea: a title, and fields with labels that this list knows, such as "Description: …".',
      ),
})

const minCellsOfSheetIdea = 3

const isCopiedSheetRow = (text: string): boolean =>
  text.includes('\t') && sheetRows(text).every((cells) => cells.length >= minCellsOfSheetIdea)

const severalCopiedIdeas = (): Refusal => ({
  refusal: l10n.t('The clipboard contains several ideas that cannot be separated. Copy one at a time.'),
})

const oneCopiedIdea = (file: IdeaFile): Refusal => ({
  refusal:
    file.template.learned && hasIdeaFiles(file, file.template.learned)
      ? l10n.t('The clipboard contains several ideas, but each idea of this list has a file of its own. Copy one at a time.')
      : l10n.t('The clipboard contains several ideas. Copy one at a time.'),
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

/**
 * The same as {@link planPastedIdea} for any number of ideas, with what is safe to fix in them fixed: `Go, @ada, ada@…` in the form of the
 * list's mentors.
 */
export function* planFixedPaste(
  file: IdeaFile,
  copied: CopiedText,
  at: number,
  read: ReadEditedText,
  fix: FixPasted,
): Generator<void, Plan | Refusal> {
  const { profile } = copied
  const ideas = copiedIdeas(profile && !file.ideaList ? { ...file, profile } : file, copied)
  if (ideas === 'several') return severalCopiedIdeas()
  if (ideas.length === 0) return noCopiedIdea(copied)
  if (!profile && isListOfUnknownProfile(file)) return { refusal: l10n.t('Choose a program for the new list.'), needs: 'profile' }
  let [current, edits]: [IdeaFile, readonly Edit[]] = [file, []]
  let project: string | null = copied.project || projectForPaste(file, at) || null
  for (const idea of ideas) {
    // what names no project goes on with the one before
    project = idea.project ?? project
    const planned = planReadIdea(current, { ...idea, project }, at, read, profile)
    if ('refusal' in planned) return planned
    if (planned.newFile !== undefined) return ideas.length > 1 ? oneCopiedIdea(file) : planned
    const placed = placedPaste(current.text, planned)
    const own = composeEdits(current.text, placed.edits, yield* fix(placed.after, placed.at))
    edits = composeEdits(file.text, edits, own)
    current = read(applyEdits(file.text, edits))
  }
  return { ...planEdits(edits), cursor: pastedIdeaCursor(file, current) }
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
  const planned = planPastedIdea(
    read(without),
    { plain: text.slice(lines.start, lines.end), html: '', isInList: true },
    from,
    read,
  )
  if ('refusal' in planned || planned.newFile !== undefined) return null
  return composeEdits(text, [removal], placedPaste(without, planned).edits)
}
