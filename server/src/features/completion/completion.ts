import type { IdeaFile } from '../../model/types.ts'
import { commentSuggestions } from './comments.ts'
import type { CompletionContext } from './context.ts'
import { type CursorMatch, classifyCursor, type ValuePlace } from './cursorContext.ts'
import type { CursorLine } from './cursorLine.ts'
import { emptyLineSuggestions } from './emptyLine.ts'
import { headingSuggestions } from './headings.ts'
import { labelSuggestions } from './labels.ts'
import { anchorSuggestions, entrySuggestions } from './links.ts'
import { listValueAt } from './listValue.ts'
import { mentorSuggestions } from './mentors.ts'
import { sizeSuggestions } from './sizes.ts'
import { skillSuggestions } from './skills.ts'
import { matchesQuery, type Suggestion } from './suggestion.ts'
import { lfxSuggestions, upstreamSuggestions } from './upstream.ts'

/** What can be chosen at a place, the best first. */
export interface Completions {
  readonly suggestions: readonly Suggestion[]
  /** Whether there is more, to be asked for when more is typed. */
  readonly incomplete: boolean
}

/** As many as a person can look through, and all projects of the catalogue. */
const most = 400

/** What can be chosen at `offset` (UTF-16, in the file); nothing in prose, code, comments and the template. */
export function completions(file: IdeaFile, offset: number, context: CompletionContext): Completions {
  const found = classifyCursor(file, offset)
  if (found === null) return { suggestions: [], incomplete: false }
  const { cursor } = found.line
  const all = suggestionsFor(file, found, context).filter(
    ({ filter, span }) => span.start <= cursor && cursor <= span.end && matchesQuery(filter, file.text.slice(span.start, cursor)),
  )
  const others = all.filter((suggestion) => changes(file.text, suggestion))
  // what is typed in full comes before what only begins so, for Enter and Tab take the first; alone it would catch them for nothing
  const shown = others.length === 0 ? [] : [...all.filter((suggestion) => !changes(file.text, suggestion)), ...others]
  // another name of a project tells by the letters that are typed
  const isAskedAgain = shown.length > 0 && found.place.kind === 'heading'
  return { suggestions: shown.slice(0, most), incomplete: shown.length > most || isAskedAgain }
}

/** Whether it changes anything but blanks. */
const changes = (text: string, { span, newText, next }: Suggestion): boolean =>
  next === 'newIdea' || newText.trim() !== text.slice(span.start, span.end).trim()

function suggestionsFor(file: IdeaFile, found: CursorMatch, context: CompletionContext): readonly Suggestion[] {
  const { line, place } = found
  switch (place.kind) {
    case 'heading':
      return headingSuggestions(file, found, place, context)
    case 'label':
      return labelSuggestions(file, line, place)
    case 'value':
      return valueSuggestions(file, line, place, context)
    case 'anchor':
      return anchorSuggestions(file, place)
    case 'entry':
      return entrySuggestions(file, line, place)
    case 'comment':
      return commentSuggestions(file, line, place, context)
    case 'empty':
      return emptyLineSuggestions(file, line, place, context)
  }
}

function valueSuggestions(
  file: IdeaFile,
  line: CursorLine,
  place: ValuePlace,
  context: CompletionContext,
): readonly Suggestion[] {
  switch (place.key) {
    case 'size': {
      const { span, lead } = listValueAt(line, place.value)
      return sizeSuggestions(file.template, span).map((size) => ({ ...size, newText: `${lead}${size.newText}` }))
    }
    case 'recommendedSkills':
    case 'technologies':
      return skillSuggestions(file, line, place, context)
    case 'mentors':
      return mentorSuggestions(file, line, place, context)
    case 'upstreamIssue':
      return upstreamSuggestions(file, line, place, context)
    case 'lfxUrl':
      return lfxSuggestions(line, place)
    default:
      return []
  }
}
