import { namesIn } from '../../catalog/projects.ts'
import { type CatalogSkill, skillNamed } from '../../catalog/skills.ts'
import type { IdeaFile, Skill } from '../../model/types.ts'
import { count } from '../../text/wording.ts'
import type { KnownList } from '../../workspace/listSummary.ts'
import { skillMeaning } from '../sameSkill.ts'
import { type Card, line } from './card.ts'
import { named } from './ideaSummary.ts'
import { pages, standing } from './project.ts'

/** A skill under its canonical name, and how many ideas of this list and of the others ask for it. */
export function skillCard(file: IdeaFile, { name }: Skill, lists: readonly KnownList[]): Card {
  const known = skillNamed(name)
  const isMeant = skillMeaning(name)
  const here = file.projects.flatMap(({ ideas }) => ideas).filter(({ idea }) => idea.skills.some(isMeant)).length
  const others = lists.map((list) => ideasIn(list, isMeant)).filter((many) => many > 0)
  const sum = others.reduce((all, many) => all + many, 0)
  const where = others.length === 1 ? 'another list' : `${others.length} other lists`
  const elsewhere = sum === 0 ? '' : `, by ${count(sum, 'idea')} in ${where}`
  const project = namesIn(name).find(({ kind }) => kind !== 'subproject')?.project
  return [
    ...line({ strong: named(known?.name ?? name) }, ...writtenOtherwise(name, known)),
    ...(project === undefined ? [] : [...line(`${project.name} is ${standing(project)}`), ...pages(project)]),
    ...line(`Asked for by ${count(here, 'idea')} in this list${elsewhere}`),
  ]
}

const writtenOtherwise = (name: string, known: CatalogSkill | null): readonly string[] =>
  known === null || known.name === name ? [] : [` · written ${named(name)} here`]

const ideasIn = ({ projects }: KnownList, isMeant: (skill: { readonly name: string }) => boolean): number =>
  projects.flatMap(({ ideas }) => ideas).filter(({ skills }) => skills.some(isMeant)).length
