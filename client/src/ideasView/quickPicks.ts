import { plainLetters } from '../../../server/src/text/plainLetters.ts'
import { escapeIcons } from '../escape.ts'
import { dotSeparated } from '../wording.ts'
import { detailsByFile } from './listNames.ts'
import type { ShownList } from './mergeLists.ts'
import { mentorNames } from './people.ts'
import { type IdeaInList, untitledRow } from './treeRows.ts'

/** An idea to pick. */
export interface IdeaPick {
  readonly label: string
  readonly description: string
  readonly detail: string
  readonly place: IdeaInList
}

/** All ideas, those of the newest list first, in the order of its text. */
export const ideaPicks = (lists: readonly ShownList[], pathOf: (uri: string) => string): readonly IdeaPick[] => {
  const details = detailsByFile(lists, pathOf)
  return lists.flatMap((list) =>
    list.ideas.map((idea, index) => ({
      label: escapeIcons(idea.title ?? untitledRow()),
      description: escapeIcons(idea.project?.name ?? ''),
      detail: escapeIcons(dotSeparated([list.label, details.get(list.uri), quickPickYear(list), mentorNames(idea)])),
      place: { list, idea, index },
    })),
  )
}

/** The year, unless the label contains it. */
const quickPickYear = ({ label, year }: ShownList): string | undefined =>
  year === null || label.includes(`${year}`) ? undefined : `${year}`

/** The same idea among the picks of updated lists; undefined if it is gone. */
export const sameQuickPick = <P extends IdeaPick>(picks: readonly P[], pick: Pick<IdeaPick, 'label' | 'place'>): P | undefined =>
  picks.find(
    ({ label, place }) => label === pick.label && place.list.uri === pick.place.list.uri && place.index === pick.place.index,
  ) ?? picks.find(({ label, place }) => label === pick.label && place.list.uri === pick.place.list.uri)

const pickWordPattern = /[\p{L}\p{N}]+/gu

/** The picks that have each word of `query` anywhere, in any order: first those with the most whole words, then the newest. */
export function searchPicks<P extends IdeaPick>(picks: readonly P[], query: string): readonly P[] {
  const words = plainLetters(query).match(/[^\s,;]+/g) ?? []
  if (words.length === 0) return picks
  const found = picks.flatMap((pick) => {
    const { list, idea } = pick.place
    const contacts = idea.mentors.map(({ handle, email }) => `${handle === null ? '' : `@${handle}`} ${email ?? ''}`).join(' ')
    const text = plainLetters(`${pick.label} ${pick.description} ${pick.detail} ${list.year ?? ''} ${contacts}`)
    if (!words.every((word) => text.includes(word))) return []
    const whole = new Set(text.match(pickWordPattern))
    return [{ pick, wholeWords: words.filter((word) => whole.has(word.replace(/^@/, ''))).length }]
  })
  return found.sort((a, b) => b.wholeWords - a.wholeWords).map(({ pick }) => pick)
}
