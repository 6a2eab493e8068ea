import * as l10n from '@vscode/l10n'
import type { IdeaFile, PlacedIdea, Project, TocEntry } from '../../model/types.ts'
import { pluralize, truncate } from '../../text/wording.ts'
import { type Card, cardLine, cardLinesWithCommas, cardLinesWithDots, cardName } from './card.ts'
import { ideaSummarySize, ideaSummaryTitle } from './ideaSummary.ts'
import { projectCard } from './projectCard.ts'

/** The idea or project that an entry of the table of contents links to; null for any other heading, and for a broken link. */
export function tocEntryCard(file: IdeaFile, entry: TocEntry): Card | null {
  const heading = file.tocMatch?.headings.get(entry) ?? file.tocMatch?.targets.get(entry)
  const place = heading && file.headings[heading.index]?.at
  if (place === undefined) return null
  for (const project of file.projects) {
    if (project.heading?.at === place) return projectCard(file, project)
    const idea = project.ideas.find(({ at }) => at === place)
    if (idea) return tocEntryIdeaCard(file, project, idea)
  }
  return null
}

const maxDescriptionLength = 240

function tocEntryIdeaCard(file: IdeaFile, project: Project, placed: PlacedIdea): Card {
  const { heading, size, mentors, skills, fields } = placed.idea
  const sizeRun = size && ideaSummarySize(size, file.template)
  const names = mentors.slice(0, 6).map(({ name, handle, email }) => [cardName(name ?? handle ?? email ?? l10n.t('Mentor'))])
  const description = fields.find(({ key }) => key === 'description')
  const text = description && file.text.slice(placed.at + description.valueSpan.start, placed.at + description.valueSpan.end)
  return [
    ...cardLine({ strong: ideaSummaryTitle(heading?.text) }, ...(project.name === '' ? [] : [` · ${cardName(project.name)}`])),
    ...(text ? cardLine(truncate(text, maxDescriptionLength)) : []),
    ...cardLine(
      ...cardLinesWithDots(
        sizeRun ? [sizeRun] : [],
        names.length === 0 ? [] : [`${pluralize(mentors.length, 'mentor')}: `, ...cardLinesWithCommas(names)],
        skills.length === 0 ? [] : [truncate(skills.map(({ name }) => name).join(', '), 120)],
      ),
    ),
  ]
}
