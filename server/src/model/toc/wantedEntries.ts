import { minSharingIdeas } from '../schema/learnedTemplate.ts'
import type { IdeaFile, TocHeading, TocMatch } from '../types.ts'

const minListedShare = 0.7

/** Whether a table of contents lists 70 % of the ideas, so that one of a few of them only misses nothing. */
function entriesListMostIdeas({ headings, missing }: TocMatch): boolean {
  const isIdea = ({ role }: TocHeading): boolean => role === 'idea'
  const listed = [...headings.values()].filter(isIdea).length
  return listed >= minSharingIdeas && listed >= (listed + missing.filter(isIdea).length) * minListedShare
}

/** Whether headings without an entry in the table of contents should have one: where the template asks for a table, or it lists most ideas. */
export const wantsTocEntries = ({ template, tocMatch }: Pick<IdeaFile, 'template' | 'tocMatch'>): boolean =>
  template.toc || (tocMatch !== null && tocMatch.missing.length > 0 && entriesListMostIdeas(tocMatch))

/** Which of them: in a learned list whose form does not ask for the table, the ideas. */
export const isTocEntryWanted =
  ({ template }: Pick<IdeaFile, 'template'>) =>
  ({ role }: TocHeading): boolean =>
    template.toc || !template.learned || role === 'idea'
