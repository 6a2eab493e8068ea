import type { IdeaFile } from '../../model/types.ts'
import { commentSuggestions } from './comments.ts'
import type { CompletionContext } from './completionContext.ts'
import { type CursorContext, classifyCursor, type ValueCursor } from './cursorContext.ts'
import { emptyLineSuggestions } from './emptyLine.ts'
import { headingSuggestions } from './headings.ts'
import { labelSuggestions } from './labels.ts'
import { learnedLabelSuggestions, learnedValueSuggestions } from './learned/learnedSuggestions.ts'
import { anchorSuggestions, entrySuggestions } from './links.ts'
import { mentorSuggestions } from './mentors.ts'
import { sizeSuggestions } from './sizes.ts'
import { skillSuggestions } from './skills.ts'
import { matchesQuery, type Suggestion } from './suggestion.ts'
import { lfxSuggestions, upstreamSuggestions } from './upstream.ts'

/** The suggestions at a cursor, the best first. */
export interface Completions {
  readonly suggestions: readonly Suggestion[]
  /** Whether the client must ask again when more is typed. */
  readonly incomplete: boolean
}

/** Enough for all projects of the catalog, and more than an author looks through. */
const maxSuggestions = 400

/** What can be chosen at `offset` (UTF-16, in the file); nothing in prose, code, comments and the template. */
export function completions(file: IdeaFile, offset: number, context: CompletionContext): Completions {
  const at = classifyCursor(file, offset)
  if (at === null) return { suggestions: [], incomplete: false }
  const { cursor } = at.line
  const matching = suggestionsFor(file, at, context).filter(
    ({ filter, span }) => span.start <= cursor && cursor <= span.end && matchesQuery(filter, file.text.slice(span.start, cursor)),
  )
  const changing = matching.filter((suggestion) => changesText(file.text, suggestion))
  // Enter and Tab take the first: what is typed in full comes first, but not if it is the only one, as taking it changes nothing
  const ordered =
    changing.length === 0 ? [] : [...matching.filter((suggestion) => !changesText(file.text, suggestion)), ...changing]
  // the alias that a project is offered under depends on the letters that are typed
  const dependsOnTyped = ordered.length > 0 && at.kind === 'heading'
  return { suggestions: ordered.slice(0, maxSuggestions), incomplete: ordered.length > maxSuggestions || dependsOnTyped }
}

/** Whether taking it changes more than spaces. */
const changesText = (text: string, { span, newText, next }: Suggestion): boolean =>
  next === 'newIdea' || newText.trim() !== text.slice(span.start, span.end).trim()

function suggestionsFor(file: IdeaFile, cursor: CursorContext, context: CompletionContext): readonly Suggestion[] {
  switch (cursor.kind) {
    case 'heading':
      return headingSuggestions(file, cursor, context)
    case 'label':
      return labelSuggestions(file, cursor)
    case 'value':
      return valueSuggestions(file, cursor, context)
    case 'anchor':
      return anchorSuggestions(file, cursor)
    case 'entry':
      return entrySuggestions(file, cursor)
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
      return lfxSuggestions(cursor)
    default:
      return []
  }
}
