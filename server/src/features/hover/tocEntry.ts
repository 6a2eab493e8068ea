import type { IdeaFile, PlacedIdea, Project, TocEntry } from '../../model/types.ts'
import { pluralize, truncate } from '../../text/wording.ts'
import { type Card, joinWithCommas, joinWithDots, line } from './card.ts'
import { displayName, displayTitle, sizeText } from './ideaSummary.ts'
import { projectCard } from './project.ts'

/** What an entry of the table of contents leads to: an idea in brief, or a project; null for anything else, and for a broken link. */
export function tocEntryCard(file: IdeaFile, entry: TocEntry): Card | null {
  const heading = file.tocMatch?.headings.get(entry) ?? file.tocMatch?.targets.get(entry)
  const place = heading && file.headings[heading.index]?.at
  if (place === undefined) return null
  for (const project of file.projects) {
    if (project.heading?.at === place) return projectCard(file, project)
    const idea = project.ideas.find(({ at }) => at === place)
    if (idea) return ideaCard(file, project, idea)
  }
  return null
}

/** As much of a description as tells what it is about. */
const longestDescription = 240

function ideaCard(file: IdeaFile, project: Project, placed: PlacedIdea): Card {
  const { heading, size, mentors, skills, fields } = placed.idea
  const told = size && sizeText(size, file.template)
  const names = mentors.slice(0, 6).map(({ name, handle, email }) => [displayName(name ?? handle ?? email ?? 'Mentor')])
  const description = fields.find(({ key }) => key === 'description')
  const text = description && file.text.slice(placed.at + description.valueSpan.start, placed.at + description.valueSpan.end)
  return [
    ...line({ strong: displayTitle(heading?.text) }, ...(project.name === '' ? [] : [` · ${displayName(project.name)}`])),
    ...(text ? line(truncate(text, longestDescription)) : []),
    ...line(
      ...joinWithDots(
        told ? [told] : [],
        names.length === 0 ? [] : [`${pluralize(mentors.length, 'mentor')}: `, ...joinWithCommas(names)],
        skills.length === 0 ? [] : [truncate(skills.map(({ name }) => name).join(', '), 120)],
      ),
    ),
  ]
}
