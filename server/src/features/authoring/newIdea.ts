import * as l10n from '@vscode/l10n'
import { singleLineHeading } from '../../editing/headingText.ts'
import { exampleIdea } from '../../editing/learned/exampleIdea.ts'
import type { PastedField } from '../../editing/pasted/pastedValue.ts'
import { isSameText } from '../../model/toc/comparableText.ts'
import type { IdeaFile, LearnedSchema, Profile, Project } from '../../model/types.ts'
import { applyEdits } from '../../text/edits.ts'
import { eolOf, lineEnd } from '../../text/textLines.ts'
import { quote, truncate } from '../../text/wording.ts'
import { type ComposedIdea, composeIdea } from './composeIdea.ts'
import { type InsertionPoint, insertionPointFor, projectAtInsertionPoint } from './insertionPoint.ts'
import { hasIdeaFiles, planLearnedFile } from './learned/learnedFile.ts'
import { planLearnedRow } from './learned/learnedRow.ts'
import { learnedGroupFor, type NewLearnedIdea, planLearnedIdea, refuseLearnedIdeaTitle } from './learned/newLearnedIdea.ts'
import { isEmptyClaimedList, planNewList } from './newList.ts'
import { type Plan, planInsertion, type ReadEditedText, type Refusal } from './plan.ts'
import { finalCursor, plainInsertion, type SnippetInsertion } from './snippet.ts'
import { tocEditsForInsertion } from './tocEntryEdits.ts'

/** What the author enters for a new idea. */
export interface NewIdea {
  readonly project: string
  readonly title: string
  /** The author's cursor (UTF-16, in the file): decides between projects of the same name. */
  readonly at?: number
  /** The programme, for a file that is not a list yet. */
  readonly profile?: Profile
  /** What its fields contain; what is not given gets a tab stop. */
  readonly values?: readonly PastedField[]
}

/**
 * Plans a new idea in the list's own format, in its place, with its entry in the table of contents; in a file that is not a list, a
 * whole list. Refused if the result would not be read as one more idea.
 */
export function planNewIdea(file: IdeaFile, entered: NewIdea, read: ReadEditedText): Plan | Refusal {
  const idea = {
    ...entered,
    project: singleLineHeading(entered.project),
    title: singleLineHeading(entered.title),
    at: entered.at ?? 0,
  }
  if (idea.title === '') return { refusal: l10n.t('Enter a title.') }
  const { learned } = file.template
  if (file.ideaList && learned && learned.ideas > 0) return planIdeaInOwnForm(file, learned, idea, read)
  if (idea.project === '') return { refusal: l10n.t('Choose a project.') }
  if (!file.ideaList || isEmptyClaimedList(file)) return planNewList(file, idea, read)
  const existing = findIdeaByTitle(file, idea)
  if (existing !== null) return { refusal: l10n.t`${truncate(existing.name)} already has an idea titled ${quote(idea.title)}.` }

  const point = insertionPointFor(file, idea.project, idea.at, eolOf(file.text))
  for (const level of newIdeaLevels(file, point)) {
    const placed = placeNewIdea(file, point, composeIdea(file, idea, point.project, level))
    const after = read(applyEdits(file.text, [plainInsertion(placed.insertion)]))
    if (!isNewIdeaReadBack(file, after, placed)) continue
    const tocEdits = tocEditsForInsertion(file, after, placed.insertion, placed.newHeadings)
    return planInsertion(file.text, placed.insertion, tocEdits)
  }
  return { refusal: l10n.t('Could not add the idea here. Check for an unclosed code block or comment above.') }
}

/** The levels to try: below ideas that have their project's own level by mistake, an idea of the list's level is none of the project. */
function newIdeaLevels({ ideaLevel }: IdeaFile, { project }: InsertionPoint): ReadonlySet<number> {
  const before = project?.ideas.at(-1)?.idea.heading
  return new Set(before ? [ideaLevel, before.level] : [ideaLevel])
}

/** A new idea in a list whose schema was learned. */
function planIdeaInOwnForm(file: IdeaFile, learned: LearnedSchema, idea: NewLearnedIdea, read: ReadEditedText): Plan | Refusal {
  const group = learnedGroupFor(file, idea)
  const refused = refuseLearnedIdeaTitle(group, idea.title)
  if (refused) return refused
  if (hasIdeaFiles(file, learned)) return planLearnedFile(file, idea.title, idea.values)
  const example = exampleIdea(file, learned, group)
  const isTable = learned.reason === 'table'
  if (example === null) {
    return {
      refusal: isTable
        ? l10n.t('This table has no row to use as an example.')
        : l10n.t('No idea in this list has a heading to use as an example.'),
    }
  }
  const place = { learned, group, example }
  return isTable ? planLearnedRow(file, place, idea, read) : planLearnedIdea(file, place, idea, read)
}

/** The project that already has an idea of this title; null if none has. */
function findIdeaByTitle(file: IdeaFile, { project, title, at = 0 }: NewIdea): Project | null {
  const own = projectAtInsertionPoint(file, project, at)
  return own?.ideas.some(({ idea }) => idea.heading !== null && isSameText(idea.heading.text, title)) ? own : null
}

/** A composed idea at its place; the offsets count in the text after the insertion. */
interface IdeaAtPoint {
  readonly insertion: SnippetInsertion
  readonly ideaAt: number
  readonly projectAt: number
  /** The headings of the project and of the idea, as far as they are new. */
  readonly newHeadings: readonly number[]
}

/** Puts the separator between the idea and its neighbor, and works out where its headings come to be. */
function placeNewIdea({ text }: IdeaFile, point: InsertionPoint, { projectHeading, idea }: ComposedIdea): IdeaAtPoint {
  const start = point.isBefore ? point.at : lineEnd(text, point.at)
  const isFirst = text.slice(0, start).replace('\ufeff', '') === ''
  const gap = isFirst && !point.isBefore ? '' : point.gap
  const entryAt = start + (point.isBefore ? 0 : gap.length)
  const ideaAt = entryAt + projectHeading.length
  return {
    insertion: {
      at: start,
      parts: point.isBefore ? [projectHeading, ...idea, finalCursor, gap] : [gap + projectHeading, ...idea],
    },
    ideaAt,
    projectAt: point.project?.heading.at ?? entryAt,
    newHeadings: point.project === null ? [entryAt, ideaAt] : [ideaAt],
  }
}

/** Whether `after` has one more idea than `before`, at its place and in its project. */
function isNewIdeaReadBack(before: IdeaFile, after: IdeaFile, { ideaAt, projectAt }: IdeaAtPoint): boolean {
  const count = ({ projects }: IdeaFile): number => projects.reduce((sum, { ideas }) => sum + ideas.length, 0)
  const project = after.projects.find(({ ideas }) => ideas.some(({ idea, at }) => at === ideaAt && idea.heading !== null))
  return project?.heading?.at === projectAt && count(after) === count(before) + 1
}
