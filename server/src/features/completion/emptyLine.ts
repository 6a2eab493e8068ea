import { CompletionItemKind } from 'vscode-languageserver-types'
import { fieldBulletOf } from '../../editing/listItems.ts'
import type { IdeaFile, PlacedIdea } from '../../model/types.ts'
import type { Span } from '../../text/span.ts'
import { wholeComments } from './comments.ts'
import type { CompletionContext } from './context.ts'
import type { CursorContext } from './cursorContext.ts'
import type { CursorLine } from './cursorLine.ts'
import { projectAbove } from './headings.ts'
import { entryOf } from './ideaSnippet.ts'
import { itemSuggestions } from './labels.ts'
import type { Suggestion } from './suggestion.ts'
import { lfxPrefix } from './upstream.ts'

type EmptyPlace = Extract<CursorContext, { kind: 'empty' }>

/** What a line may become on which nothing stands but a word; for who asks for it alone, as a word may begin a sentence. */
export function emptyLineSuggestions(
  file: IdeaFile,
  line: CursorLine,
  { word, around: { idea } }: EmptyPlace,
  context: CompletionContext,
): readonly Suggestion[] {
  if (context.asked === 'typed') return []
  if (!file.ideaList) return context.newIdea ? [dialogue(word)] : []
  const comments = wholeComments(file, line, word, context).map((each) => ({
    ...each,
    filter: each.filter.replace(/^<!-- /, ''),
  }))
  return [
    ...ideaSuggestions(file, line, word, context),
    ...(idea ? [...itemSuggestions(file, idea, word), ...lfxItem(file, idea, word)] : []),
    ...comments,
  ]
}

/** The field for a project's page on LFX Mentorship with the beginning of its address, where the template has one and the idea has not. */
function lfxItem({ template, text }: IdeaFile, { idea, at }: PlacedIdea, word: Span): readonly Suggestion[] {
  const spec = template.fields.find(({ key }) => key === 'lfxUrl')
  if (!spec || idea.fields.some(({ key }) => key === 'lfxUrl')) return []
  const newText = `${fieldBulletOf(text.slice(at, at + idea.length), idea)}${spec.label}: ${lfxPrefix}`
  const detail = `${spec.label} of LFX Mentorship`
  return [{ label: 'lfx', kind: CompletionItemKind.Snippet, detail, filter: 'lfx', span: word, newText }]
}

const shownAs = (word: Span) => ({ label: 'idea', kind: CompletionItemKind.Snippet, filter: 'idea', span: word })

/** The client's dialogue for a new idea, which lays down a whole list where there is none. */
const dialogue = (word: Span): Suggestion => ({ ...shownAs(word), detail: 'New idea …', newText: '', next: 'newIdea' })

/** A new idea: the client's dialogue where it has one, else the entry itself, under the project above. */
function ideaSuggestions(file: IdeaFile, line: CursorLine, word: Span, { newIdea }: CompletionContext): readonly Suggestion[] {
  if (newIdea) return [dialogue(word)]
  const project = projectAbove(file, line.start)
  return project ? [{ ...shownAs(word), detail: `a new idea for ${project.name || 'this list'}`, ...entryOf(file, project) }] : []
}
