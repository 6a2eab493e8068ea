import * as l10n from '@vscode/l10n'
import { projectNamesIn } from '../../catalog/knownProjects.ts'
import { type CatalogSkill, skillNamed } from '../../catalog/skills.ts'
import type { IdeaFile, Skill } from '../../model/types.ts'
import { pluralize } from '../../text/wording.ts'
import type { IdeaSummary, ListSummary } from '../../workspace/listSummary.ts'
import { skillMatcher } from '../skillMatcher.ts'
import { type Card, cardBulletList, cardLine, cardName } from './card.ts'
import { ideaSummaryWithProject } from './ideaSummary.ts'
import type { OtherLists } from './placeLink.ts'
import { projectMaturity, projectPages } from './projectCard.ts'

/** A skill under its usual name, and how many ideas in this list and in others ask for it. */
export function skillCard(file: IdeaFile, { name }: Skill, { lists, link }: OtherLists): Card {
  const known = skillNamed(name)
  const isMeant = skillMatcher(name)
  const here = file.projects.flatMap(({ ideas }) => ideas).filter(({ idea }) => idea.skills.some(isMeant)).length
  const elsewhere = lists.flatMap((list) => ideasWithSkill(list, isMeant).map((idea) => ({ list, idea })))
  const sum = elsewhere.length
  const inThisList = l10n.t`Listed in ${pluralize(here, 'idea')} here`
  const uses =
    sum === 0
      ? inThisList
      : l10n.t`${inThisList} and ${pluralize(sum, 'idea')} in ${pluralize(new Set(elsewhere.map(({ list }) => list)).size, 'other list')}`
  const project = projectNamesIn(name).find(({ kind }) => kind !== 'subproject')?.project
  return [
    ...cardLine({ strong: cardName(known?.name ?? name) }, ...otherSkillSpelling(name, known)),
    ...(project === undefined ? [] : [...cardLine(`${project.name}: ${projectMaturity(project)}`), ...projectPages(project)]),
    ...cardLine(uses),
    ...cardBulletList(
      l10n.t('In other lists:'),
      elsewhere.map(({ list, idea }) => [
        link(ideaSummaryWithProject(idea.title, idea.project), list, idea),
        ` · ${cardName(list.programme.label)}`,
      ]),
      maxNamedIdeas,
    ),
  ]
}

/** How many ideas of other lists a hover names. */
const maxNamedIdeas = 5

const otherSkillSpelling = (name: string, known: CatalogSkill | null): readonly string[] =>
  known === null || known.name === name ? [] : [` · ${l10n.t`written as ${cardName(name)} here`}`]

const ideasWithSkill = (
  { projects }: ListSummary,
  isMeant: (skill: { readonly name: string }) => boolean,
): readonly IdeaSummary[] => projects.flatMap(({ ideas }) => ideas).filter(({ skills }) => skills.some(isMeant))
