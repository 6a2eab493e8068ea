import * as l10n from '@vscode/l10n'
import { CompletionItemKind } from 'vscode-languageserver-types'
import { fieldItemBullet } from '../../editing/listItems.ts'
import type { IdeaFile, PlacedIdea } from '../../model/types.ts'
import type { Span } from '../../text/span.ts'
import { wholeComments } from './commentSuggestions.ts'
import type { CompletionContext } from './completionContext.ts'
import type { EmptyLineCursor } from './cursorContext.ts'
import { projectAboveHeading } from './headingSuggestions.ts'
import { ideaSnippet } from './ideaSnippet.ts'
import { labelItemSuggestions } from './labelSuggestions.ts'
import { learnedCursor } from './learned/learnedCursor.ts'
import { learnedLabelSuggestions } from './learned/learnedSuggestions.ts'
import type { Suggestion } from './suggestion.ts'
import { lfxPrefix } from './upstreamSuggestions.ts'

/** What an empty line, or a line with one word, can become. Only on request (Ctrl+Space), as the word may begin a sentence. */
export function emptyLineSuggestions(file: IdeaFile, cursor: EmptyLineCursor, context: CompletionContext): readonly Suggestion[] {
  const { line, word, around } = cursor
  const { idea } = around
  if (context.asked === 'typed') return []
  if (!file.ideaList) return context.newIdea ? [newIdeaOnEmptyLine(word)] : []
  // unasked for, the four suppressions would be in the way
  const comments = wholeComments(file, line, word, context, word.end > word.start).map((each) => ({
    ...each,
    filter: each.filter.replace(/^<!-- /, ''),
  }))
  return [
    ...emptyLineIdeaSuggestions(file, cursor, context),
    ...learnedLabelsOnEmptyLine(file, cursor),
    ...(idea && !file.template.learned ? [...labelItemSuggestions(file, idea, word), ...lfxOnEmptyLine(file, idea, word)] : []),
    ...comments,
  ]
}

/** The labels that an idea lacks, in a list whose schema was learned. */
function learnedLabelsOnEmptyLine(file: IdeaFile, { line }: EmptyLineCursor): readonly Suggestion[] {
  const { learned } = file.template
  const cursor = learned ? learnedCursor(file, learned, line) : null
  return cursor?.kind === 'learnedLabel' ? learnedLabelSuggestions(cursor) : []
}

/** `- LFX URL: https://mentorship.…/project/`, if the template has the field and the idea lacks it. */
function lfxOnEmptyLine({ template, text }: IdeaFile, { idea, at }: PlacedIdea, word: Span): readonly Suggestion[] {
  const spec = template.fields.find(({ key }) => key === 'lfxUrl')
  if (!spec || idea.fields.some(({ key }) => key === 'lfxUrl')) return []
  const newText = `${fieldItemBullet(text.slice(at, at + idea.length), idea)}${spec.label}: ${lfxPrefix}`
  const detail = l10n.t`${spec.label} field`
  return [{ label: 'lfx', kind: CompletionItemKind.Snippet, detail, filter: 'lfx', span: word, newText }]
}

const ideaOnEmptyLine = (word: Span) => ({ label: 'idea', kind: CompletionItemKind.Snippet, filter: 'idea', span: word })

/** Opens the client's dialogue for a new idea; in a file without ideas it inserts a whole list. */
const newIdeaOnEmptyLine = (word: Span): Suggestion => ({
  ...ideaOnEmptyLine(word),
  detail: l10n.t('New idea…'),
  newText: '',
  next: 'newIdea',
})

/** A new idea: the client's dialogue if it has one, otherwise a snippet for the project above. */
function emptyLineIdeaSuggestions(
  file: IdeaFile,
  { line, word }: EmptyLineCursor,
  { newIdea }: CompletionContext,
): readonly Suggestion[] {
  if (newIdea) return [newIdeaOnEmptyLine(word)]
  const project = projectAboveHeading(file, line.start)
  if (project === null) return []
  return [
    {
      ...ideaOnEmptyLine(word),
      detail: project.name ? l10n.t`new idea for ${project.name}` : l10n.t('new idea for this list'),
      ...ideaSnippet(file, project),
    },
  ]
}
