import * as l10n from '@vscode/l10n'
import type { CatalogProject } from '../../catalog/data.ts'
import { type KnownName, maxProjectHeading, nearProjectName, projectKey, projectNamesIn } from '../../catalog/knownProjects.ts'
import { bareName, joinedNames } from '../../catalog/nameForms.ts'
import type { IdeaFile, Project } from '../../model/types.ts'
import { pluralize } from '../../text/wording.ts'
import type { IdeaSummary, ListSummary } from '../../workspace/listSummary.ts'
import { webUrl } from '../urls.ts'
import { type Card, cardBulletList, cardLine, cardLinesWithDots, cardName, type TextLine } from './card.ts'
import { ideaSummaryLine } from './ideaSummary.ts'
import { type OtherLists, plainIdea } from './placeLink.ts'

/** A project: what the catalog knows about it, its ideas in the list, and how many it has in others. */
export function projectCard(
  file: IdeaFile,
  project: Pick<Project, 'name' | 'ideas'>,
  others: OtherLists = { lists: [], link: plainIdea },
): Card {
  const known = file.profile.cncfProjects ? hoveredProjects(project.name) : []
  return [
    ...(known.length === 0 ? unknownProjectCard(file, project.name) : known.flatMap((name) => knownProjectCard(name))),
    ...cardBulletList(
      l10n.t`${pluralize(project.ideas.length, 'idea')} in this list:`,
      project.ideas.map(({ idea }) => ideaSummaryLine(idea, file.template)),
    ),
    ...cardBulletList(l10n.t('In other lists:'), projectIdeasInOtherLists(project, others)),
  ]
}

/** `GSoC 2025: 3 ideas`, the newest list first. */
function projectIdeasInOtherLists({ name }: Pick<Project, 'name'>, { lists, link }: OtherLists): readonly TextLine[] {
  const key = projectKey(name)
  const found = new Map<string, { readonly list: ListSummary; readonly first: IdeaSummary; count: number }>()
  for (const list of lists) {
    const own = list.projects.filter((other) => other.name !== '' && projectKey(other.name) === key)
    for (const idea of own.flatMap(({ ideas }) => ideas)) {
      const { label } = list.programme
      const row = found.get(label) ?? { list, first: idea, count: 0 }
      row.count++
      found.set(label, row)
    }
  }
  return [...found].map(
    ([label, { list, first, count }]): TextLine => [`${cardName(label)}: `, link(pluralize(count, 'idea'), list, first)],
  )
}

/** The projects that a heading names, each once: `Flux & Argo` names two. */
function hoveredProjects(heading: string): readonly KnownName[] {
  if (heading.length > maxProjectHeading) return []
  const oneName = (name: string): readonly KnownName[] => {
    const names = projectNamesIn(name)
    return names.length > 0 ? names : projectNamesIn(bareName(name))
  }
  const whole = oneName(heading)
  const names = whole.length > 0 ? whole : joinedNames(heading).flatMap(oneName)
  return names.filter(({ project }, index) => names.findIndex((other) => other.project === project) === index)
}

function unknownProjectCard(file: IdeaFile, name: string): Card {
  const title = cardLine({ strong: cardName(name) || l10n.t('Unnamed project') })
  if (!file.profile.cncfProjects) return title
  const near = nearProjectName(name)
  return [
    ...title,
    ...(near !== null ? cardLine(l10n.t`Not a known CNCF project. Did you mean ${near.proper}?`) : []),
    ...(near === null && !file.knowsProject(name) ? cardLine(l10n.t('Not a known CNCF project.')) : []),
  ]
}

/** `CNCF sandbox project, accepted 2024-01-31` */
export const projectMaturity = ({ maturity, accepted }: CatalogProject): string =>
  l10n.t`CNCF ${maturity} project, accepted ${accepted}`

function knownProjectCard({ kind, spelling, project }: KnownName): Card {
  const { name } = project
  const what = projectMaturity(project)
  return [
    ...(kind === 'subproject'
      ? cardLine({ strong: spelling }, ` · ${l10n.t`part of ${name}`}, ${what}`)
      : cardLine({ strong: name }, ` · ${what}`)),
    ...projectPages(project),
    ...(project.aliases.length === 0 ? [] : cardLine(l10n.t`Also known as ${project.aliases.join(', ')}`)),
  ]
}

/** `Homepage: goharbor.io · Repository: github.com/goharbor/harbor` */
export const projectPages = ({ homepage, repo }: CatalogProject): Card =>
  cardLine(
    ...cardLinesWithDots(
      [`${l10n.t('Homepage')}: `, { text: hoverProjectUrlText(homepage), url: webUrl(homepage) }],
      repo === null ? [] : [`${l10n.t('Repository')}: `, { text: hoverProjectUrlText(repo), url: webUrl(repo) }],
    ),
  )

const hoverProjectUrlText = (url: string): string => url.replace(/^https?:\/\/(?:www\.)?|\/$/g, '')
