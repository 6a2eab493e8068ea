import type { ShownList } from './mergeLists.ts'
import { joinWithDots, mentorsText, type PlacedIdea, untitled } from './treeRows.ts'

/** An idea to pick. */
export interface IdeaPick {
  readonly label: string
  readonly description: string
  readonly detail: string
  readonly place: PlacedIdea
}

/** All ideas to pick from, the newest list's first, in the order of its text. What looks like an icon's name in a text is none. */
export const ideaPicks = (lists: readonly ShownList[]): readonly IdeaPick[] =>
  lists.flatMap((list) =>
    list.ideas.map((idea, index) => ({
      label: withoutIcons(idea.title ?? untitled),
      description: withoutIcons(idea.project?.name ?? ''),
      detail: withoutIcons(joinWithDots([list.label, yearBeside(list), mentorsText(idea)])),
      place: { list, idea, index },
    })),
  )

/** The year where the label does not tell it. */
const yearBeside = ({ label, year }: ShownList): string | undefined =>
  year === null || label.includes(`${year}`) ? undefined : `${year}`

/** VS Code draws `$(name)` as an icon, unless a backslash stands before it. */
const withoutIcons = (text: string): string => text.replace(/\$\([a-z0-9-]{1,99}(?:~[a-z]{1,99})?\)/gi, '\\$&')

/** The same idea among other picks, as the lists were told anew; undefined where it is gone. */
export const samePick = <P extends IdeaPick>(picks: readonly P[], pick: P): P | undefined =>
  picks.find(
    ({ label, place }) => label === pick.label && place.list.uri === pick.place.list.uri && place.index === pick.place.index,
  ) ?? picks.find(({ label, place }) => label === pick.label && place.list.uri === pick.place.list.uri)
