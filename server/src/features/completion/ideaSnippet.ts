import type { IdeaFile, Project } from '../../model/types.ts'
import { composeIdeaFields } from '../authoring/composeIdea.ts'
import { learnedIdeaParts } from '../authoring/learned/newLearnedIdea.ts'
import { plainSnippetText, type SnippetPart, snippetText } from '../authoring/snippet.ts'
import type { Suggestion } from './suggestion.ts'

/** A whole idea in the list's format, to be filled in; as plain text and as a snippet. */
export function ideaSnippet(file: IdeaFile, project: Project | null): Pick<Suggestion, 'newText' | 'snippet'> {
  const { learned } = file.template
  const idea = (learned && learnedIdeaParts(file, learned, project)) ?? ideaSnippetParts(file, project)
  return { newText: plainSnippetText(idea).trimEnd(), snippet: snippetText(idea) }
}

function ideaSnippetParts(file: IdeaFile, project: Project | null): readonly SnippetPart[] {
  const { lead, fields } = composeIdeaFields(file, project?.name ?? '', project)
  return [`${'#'.repeat(file.ideaLevel)} `, { stop: 'Title' }, lead, ...fields]
}
