import { isColumnField } from '../../model/fields/fieldMarkdown.ts'
import type { IdeaFile } from '../../model/types.ts'
import { commentSuggestions } from './commentSuggestions.ts'
import type { CompletionContext } from './completionContext.ts'
import { type CursorContext, classifyCursor, type ValueCursor } from './cursorContext.ts'
import { emptyLineSuggestions } from './emptyLineSuggestions.ts'
import { headingSuggestions } from './headingSuggestions.ts'
import { labelSuggestions } from './labelSuggestions.ts'
import { learnedLabelSuggestions, learnedValueSuggestions } from './learned/learnedSuggestions.ts'
import { linkAnchorSuggestions, linkEntrySuggestions } from './linkSuggestions.ts'
import { mentorSuggestions } from './mentorSuggestions.ts'
import { isOneOfTwoMentorContacts, isPlaceholderMentorAt } from './placeholderMentors.ts'
import { sizeSuggestions } from './sizeSuggestions.ts'
import { skillSuggestions } from './skillSuggestions.ts'
import type { Suggestion, TriggerKind } from './suggestion.ts'
import { continuesTyped, isOpenTypedVocabulary, typedRow } from './typedRow.ts'
import { typedWords, typedWordsMatcher } from './typedWords.ts'
import { lfxUpstreamSuggestions, upstreamSuggestions } from './upstreamSuggestions.ts'

/** A suggestion with the text that it is offered for: from its span's start to the cursor. */
export interface TypedSuggestion extends Suggestion {
  readonly typed: string
}

/** The suggestions at a cursor, the best first. */
export interface Completions {
  readonly suggestions: readonly TypedSuggestion[]
  /** Whether any word is typed that the suggestions depend on. */
  readonly hasTyped: boolean
  /** Whether there are more. */
  readonly incomplete: boolean
}

/** Enough for all projects of the catalog, and more than an author looks through. */
const maxSuggestions = 400

const noCompletions: Completions = { suggestions: [], hasTyped: false, incomplete: false }

/**
 * What can be chosen at `offset` (UTF-16, in the file); nothing in prose, code, comments and the template, and nothing if the words that
 * are typed begin no words of anything. Enter and Tab take the first suggestion: it never replaces what is typed.
 */
export function completions(file: IdeaFile, offset: number, context: CompletionContext): Completions {
  const at = classifyCursor(file, offset)
  if (at === null) return noCompletions
  const { cursor } = at.line
  const found = completionsForCursor(file, at, context)
  const isPlaceholder = isPlaceholderMentorAt(file, at) || (context.asked === 'invoked' && isWholeCompletion(file, at, found))
  const typedOf = ({ span }: Suggestion): string => file.text.slice(span.start, cursor)
  const matches = typedWordsMatcher(isPlaceholder)
  const matching = found.filter((each) => each.span.start <= cursor && cursor <= each.span.end && matches(typedOf(each), each))
  const changing = matching.filter((suggestion) => completionChangesText(file.text, suggestion))
  const [first] = changing
  if (first === undefined) return typedInCell(file, at, found)
  const hasTyped = isPlaceholder || typedWords(typedOf(first)).length > 0
  const ordered = hasTyped ? orderedCompletions(file, at, { matching, changing, asked: context.asked }) : changing
  return {
    suggestions: ordered.slice(0, maxSuggestions).map((each) => ({ ...each, typed: typedOf(each) })),
    hasTyped,
    incomplete: ordered.length > maxSuggestions,
  }
}

/** What is typed in a cell, if nothing else is suggested: Enter would end the table's row. */
function typedInCell(file: IdeaFile, at: CursorContext, [any]: readonly Suggestion[]): Completions {
  if (any === undefined || at.kind !== 'learnedValue' || !isColumnField(at.field)) return noCompletions
  const row = typedRow(file, at, any)
  const typed = file.text.slice(row.span.start, at.line.cursor)
  return typedWords(typed).length === 0 ? noCompletions : { suggestions: [{ ...row, typed }], hasTyped: true, incomplete: false }
}

/**
 * Whether the text before `offset` (UTF-16, in the file) is what New Idea leaves to be replaced: a template's mentor (`- Jane Doe|`), or
 * one of the few values that a field can have (`- Size: medium|`).
 */
export function isStopToFill(file: IdeaFile, offset: number, context: CompletionContext): boolean {
  const at = classifyCursor(file, offset)
  if (at === null) return false
  return isPlaceholderMentorAt(file, at) || isWholeCompletion(file, at, completionsForCursor(file, at, context))
}

/** Whether the text up to the cursor is one of the few values to choose from, so that it says nothing of which one is meant. */
function isWholeCompletion(file: IdeaFile, at: CursorContext, suggestions: readonly Suggestion[]): boolean {
  if ((at.kind !== 'value' && at.kind !== 'learnedValue') || isOpenTypedVocabulary(at)) return false
  return suggestions.some(
    ({ span, newText, next }) =>
      next === 'nextStop' && span.end === at.line.cursor && newText.trim() === file.text.slice(span.start, span.end).trim(),
  )
}

/** Whether a list may open by itself at `offset` (UTF-16, in the file): not where Tab goes from a mentor's handle to the address. */
export function mayOpenByItself(file: IdeaFile, offset: number): boolean {
  const at = classifyCursor(file, offset)
  return at === null || !isOneOfTwoMentorContacts(at)
}

interface MatchingSuggestions {
  readonly matching: readonly Suggestion[]
  /** Those that change the text. */
  readonly changing: readonly Suggestion[]
  readonly asked: TriggerKind
}

/** First what is typed, unless taking the next suggestion would only continue it, and there is no other value than those. */
function orderedCompletions(
  file: IdeaFile,
  at: CursorContext,
  { matching, changing, asked }: MatchingSuggestions,
): readonly Suggestion[] {
  const first = changing[0]!
  if (isOpenTypedVocabulary(at) && !first.isFixed) return [typedRow(file, at, first), ...changing]
  const typed = file.text.slice(first.span.start, at.line.cursor)
  const unchanged = matching.filter((suggestion) => !changing.includes(suggestion))
  const continuing = changing.filter((each) => continuesTyped(each, typed))
  const ordered = [...unchanged, ...continuing, ...changing.filter((each) => !continuing.includes(each))]
  const isSafe = asked === 'invoked' || unchanged.length > 0 || continuing.length > 0
  return isSafe ? ordered : [typedRow(file, at, first), ...ordered]
}

/** Whether taking it changes more than spaces. */
const completionChangesText = (text: string, { span, newText, next }: Suggestion): boolean =>
  next === 'newIdea' || newText.trim() !== text.slice(span.start, span.end).trim()

function completionsForCursor(file: IdeaFile, cursor: CursorContext, context: CompletionContext): readonly Suggestion[] {
  switch (cursor.kind) {
    case 'heading':
      return headingSuggestions(file, cursor, context)
    case 'label':
      return labelSuggestions(file, cursor)
    case 'value':
      return valueSuggestions(file, cursor, context)
    case 'anchor':
      return linkAnchorSuggestions(file, cursor)
    case 'entry':
      return linkEntrySuggestions(file, cursor)
    case 'comment':
      return commentSuggestions(file, cursor, context)
    case 'learnedLabel':
      return learnedLabelSuggestions(cursor)
    case 'learnedValue':
      return learnedValueSuggestions(file, cursor, context)
    case 'empty':
      return emptyLineSuggestions(file, cursor, context)
  }
}

function valueSuggestions(file: IdeaFile, cursor: ValueCursor, context: CompletionContext): readonly Suggestion[] {
  switch (cursor.key) {
    case 'size':
      return sizeSuggestions(file.template, cursor)
    case 'recommendedSkills':
    case 'technologies':
      return skillSuggestions(file, cursor, context)
    case 'mentors':
      return mentorSuggestions(file, cursor, context)
    case 'upstreamIssue':
      return upstreamSuggestions(file, cursor, context)
    case 'lfxUrl':
      return lfxUpstreamSuggestions(cursor)
    default:
      return []
  }
}
