import type { IdeaFile, Project } from '../../model/types.ts'
import { ideaFields } from '../authoring/composeIdea.ts'
import { plainSnippetText, type SnippetPart, snippetText } from '../authoring/snippet.ts'
import type { Suggestion } from './suggestion.ts'

/** A whole idea in the list's format, to be filled in; as plain text and as a snippet. */
export function ideaSnippet(file: IdeaFile, project: Project | null): Pick<Suggestion, 'newText' | 'snippet'> {
  const { lead, fields } = ideaFields(file, project?.name ?? '', project)
  const idea: readonly SnippetPart[] = [`${'#'.repeat(file.ideaLevel)} `, { stop: 'Title' }, lead, ...fields]
  return { newText: plainSnippetText(idea).trimEnd(), snippet: snippetText(idea) }
}
