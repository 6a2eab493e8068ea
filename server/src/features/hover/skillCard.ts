import * as l10n from '@vscode/l10n'
import { projectNamesIn } from '../../catalog/knownProjects.ts'
import { type CatalogSkill, skillNamed } from '../../catalog/skills.ts'
import type { IdeaFile, Skill } from '../../model/types.ts'
import { pluralize } from '../../text/wording.ts'
import type { ListSummary } from '../../workspace/listSummary.ts'
import { skillMatcher } from '../skillMatcher.ts'
import { type Card, cardLine, cardName } from './card.ts'
import { projectMaturity, projectPages } from './projectCard.ts'

/** A skill under its usual name, and how many ideas in this list and in others ask for it. */
export function skillCard(file: IdeaFile, { name }: Skill, lists: readonly ListSummary[]): Card {
  const known = skillNamed(name)
  const isMeant = skillMatcher(name)
  const here = file.projects.flatMap(({ ideas }) => ideas).filter(({ idea }) => idea.skills.some(isMeant)).length
  const others = lists.map((list) => countIdeasWithSkill(list, isMeant)).filter((many) => many > 0)
  const sum = others.reduce((all, many) => all + many, 0)
  const inThisList = l10n.t`Listed in ${pluralize(here, 'idea')} here`
  const uses =
    sum === 0 ? inThisList : l10n.t`${inThisList} and ${pluralize(sum, 'idea')} in ${pluralize(others.length, 'other list')}`
  const project = projectNamesIn(name).find(({ kind }) => kind !== 'subproject')?.project
  return [
    ...cardLine({ strong: cardName(known?.name ?? name) }, ...otherSkillSpelling(name, known)),
    ...(project === undefined ? [] : [...cardLine(`${project.name}: ${projectMaturity(project)}`), ...projectPages(project)]),
    ...cardLine(uses),
  ]
}

const otherSkillSpelling = (name: string, known: CatalogSkill | null): readonly string[] =>
  known === null || known.name === name ? [] : [` · ${l10n.t`written as ${cardName(name)} here`}`]

const countIdeasWithSkill = ({ projects }: ListSummary, isMeant: (skill: { readonly name: string }) => boolean): number =>
  projects.flatMap(({ ideas }) => ideas).filter(({ skills }) => skills.some(isMeant)).length
