import type { IdeaFile, Project } from '../../model/types.ts'
import { ideaForm } from '../authoring/newIdea.ts'
import { plainText, type SnippetPart, snippetText } from '../authoring/snippet.ts'
import type { Suggestion } from './suggestion.ts'

/** A whole idea by the list's template, to be filled in; as plain text and as a snippet. */
export function entryOf(file: IdeaFile, project: Project | null): Pick<Suggestion, 'newText' | 'snippet'> {
  const { lead, fields } = ideaForm(file, project?.name ?? '', project)
  const entry: readonly SnippetPart[] = [`${'#'.repeat(file.ideaLevel)} `, { stop: 'Title' }, lead, ...fields]
  return { newText: plainText(entry).trimEnd(), snippet: snippetText(entry) }
}
