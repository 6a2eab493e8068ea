import * as l10n from '@vscode/l10n'
import { headingText } from '../../../editing/headingText.ts'
import { exampleIdea } from '../../../editing/learned/exampleIdea.ts'
import { hasOwnGroups } from '../../../editing/learned/hasOwnGroups.ts'
import { ideaSkeleton } from '../../../editing/learned/ideaSkeleton.ts'
import { type TitleForm, titleForm } from '../../../editing/learned/titleForm.ts'
import type { PastedField } from '../../../editing/pasted/pastedValue.ts'
import { projectContentEnd } from '../../../editing/projectSections.ts'
import { isSameText } from '../../../model/toc/comparableText.ts'
import type { IdeaFile, LearnedSchema, PlacedIdea, Project } from '../../../model/types.ts'
import { applyEdits } from '../../../text/edits.ts'
import { touches } from '../../../text/span.ts'
import { eolOf, lineEnd } from '../../../text/textLines.ts'
import { quote } from '../../../text/wording.ts'
import { ideaInsertionGap, projectInsertionLead } from '../insertionPoint.ts'
import { type Plan, planInsertion, type ReadEditedText, type Refusal } from '../plan.ts'
import { plainInsertion, type SnippetPart } from '../snippet.ts'
import { tocEditsForInsertion } from '../tocEntryEdits.ts'
import { hasCodeForCell, learnedFieldParts } from './learnedFieldParts.ts'

/** What the author enters: the project is a group of the list, empty in a list without groups. */
export interface NewLearnedIdea {
  readonly project: string
  readonly title: string
  /** The author's cursor (UTF-16, in the file). */
  readonly at: number
  /** What its fields contain; what is not given gets a tab stop. */
  readonly values?: readonly PastedField[]
}

const isSameIdeaName = (a: string, b: string): boolean => isSameText(a.toLowerCase(), b.toLowerCase())

/**
 * The group of a list whose schema was learned: the one with this name, or the only one of a list without groups; without a name the
 * one at the cursor, else the last. Null for a group that the list does not have yet.
 */
export function learnedGroupFor(file: IdeaFile, { project: name, at }: NewLearnedIdea): Project | null {
  const { projects } = file
  if (projects.length === 1 && !hasOwnGroups(file)) return projects[0]!
  const here = projects.find(({ span }) => touches(span, at))
  if (name === '') return here ?? projects.at(-1) ?? null
  const named = projects.filter((project) => isSameIdeaName(project.name, name))
  return named.find((project) => project === here) ?? named[0] ?? null
}

/** Where a new idea goes in a list whose schema was learned, and the idea that it is written like. */
export interface LearnedIdeaPlace {
  readonly learned: LearnedSchema
  /** Null for a group that the list does not have yet. */
  readonly group: Project | null
  readonly example: PlacedIdea
}

/** Plans an idea with a heading in a list whose schema was learned, as its ideas are written. */
export function planLearnedIdea(
  file: IdeaFile,
  { learned, group: own, example }: LearnedIdeaPlace,
  entered: NewLearnedIdea,
  read: ReadEditedText,
): Plan | Refusal {
  const { text } = file
  const eol = eolOf(text)
  const last = own ?? file.projects.at(-1)!
  const at = lineEnd(text, projectContentEnd(text, last.span.end))
  const gap = own ? ideaInsertionGap(file, eol) : eol + eol
  const group = own ? '' : `${'#'.repeat(file.projectLevel)} ${headingText(entered.project)}${projectInsertionLead(file, eol)}`
  const heading = learnedIdeaHeading(titleForm(file, own), entered.title)
  const marks = `${'#'.repeat(example.idea.heading?.level ?? file.ideaLevel)} `
  const skeleton = ideaSkeleton(file, learned, example)
  if (hasCodeForCell(skeleton, entered.values ?? [])) return codeInCell()
  const fields = learnedFieldParts(file, skeleton, entered.values)
  const insertion = { at, parts: [gap + group + marks, ...heading, ...fields] }
  const after = read(applyEdits(text, [plainInsertion(insertion)]))
  const groupAt = at + gap.length
  const ideaAt = groupAt + group.length
  if (!isReadAsIdea(file, after, ideaAt, entered.title)) {
    return { refusal: l10n.t('Could not add the idea here. Check for an unclosed code block or comment above.') }
  }
  const tocEdits = tocEditsForInsertion(file, after, insertion, own ? [ideaAt] : [groupAt, ideaAt])
  return planInsertion(text, insertion, tocEdits)
}

/** An idea in the form of the list, with a tab stop for its title, too; null in a table, and where each idea has a file. */
export function learnedIdeaParts(file: IdeaFile, learned: LearnedSchema, own: Project | null): readonly SnippetPart[] | null {
  const example = exampleIdea(file, learned, own)
  if (example === null || learned.reason === 'table' || learned.reason === 'folder' || learned.reason === 'front matter')
    return null
  const { before, after, isLink } = titleForm(file, own)
  const title: readonly SnippetPart[] = isLink ? ['[', { stop: 'Title' }, '](', { stop: '' }, ')'] : [{ stop: 'Title' }]
  const marks = `${'#'.repeat(example.idea.heading?.level ?? file.ideaLevel)} `
  return [marks + before, ...title, after, ...learnedFieldParts(file, ideaSkeleton(file, learned, example))]
}

/** `2) [Title](…)`: the text of a new idea's heading. */
function learnedIdeaHeading({ before, after, isLink }: TitleForm, title: string): readonly SnippetPart[] {
  const text = headingText(title)
  return isLink ? [`${before}[${text}](`, { stop: '' }, `)${after}`] : [before + text + after]
}

/** Why a block of code is not pasted into a table. */
export const codeInCell = (): Refusal => ({
  refusal: l10n.t('The clipboard contains a code block, which a table cell cannot hold. Copy the idea without it.'),
})

const countLearnedIdeas = ({ projects }: IdeaFile): number => projects.reduce((sum, { ideas }) => sum + ideas.length, 0)

/** Whether the edited file has one more idea, at its place. */
function isReadAsIdea(before: IdeaFile, after: IdeaFile, ideaAt: number, title: string): boolean {
  const found = after.projects.flatMap(({ ideas }) => ideas).find(({ at }) => at === ideaAt)
  return (
    countLearnedIdeas(after) === countLearnedIdeas(before) + 1 &&
    found?.idea.heading !== undefined &&
    found.idea.heading?.text.includes(title) === true
  )
}

/** The refusal of a title that a group already has; null if it has none. */
export function refuseLearnedIdeaTitle(group: Project | null, title: string): Refusal | null {
  const isTaken = group?.ideas.some(({ idea }) => idea.heading !== null && isSameIdeaName(idea.heading.text, title))
  return isTaken ? { refusal: l10n.t`This list already has an idea titled ${quote(title)}.` } : null
}
