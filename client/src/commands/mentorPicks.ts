import type { MentorEntry } from '../../../server/src/protocol/ideas.ts'
import type { NewPerson } from '../../../server/src/protocol/protocol.ts'
import type { ShownList } from '../ideasView/mergeLists.ts'
import { isUnnamedPerson, peopleIn } from '../ideasView/people.ts'
import type { IdeaInList } from '../ideasView/treeRows.ts'

/** Someone who can be added to an idea, and where they have mentored. */
export interface MentorPick {
  readonly person: NewPerson
  /** Whether they have mentored the idea's project. */
  readonly isOfProject: boolean
  /** Whether they mentor in the idea's list; files of one folder with an idea each are one list. */
  readonly isOfList: boolean
  /** The number of their ideas in all lists. */
  readonly ideas: number
  /** The label of the newest list with one of them. */
  readonly lastList: string
}

/** The idea whose heading is the last one above a line; undefined if there is none. */
export const ideaAboveMentorPick = (lists: readonly ShownList[], uri: string, line: number): IdeaInList | undefined => {
  const list = lists.find((each) => each.uri === uri)
  const index = list?.ideas.findLastIndex(({ position }) => position.line <= line) ?? -1
  const idea = list?.ideas[index]
  return list && idea ? { list, idea, index } : undefined
}

/**
 * The people of all lists for an idea: first those of its project, then those of its list if it has no project, in each group those of the
 * newest list; its own mentors are left out.
 */
export const mentorPicks = (lists: readonly ShownList[], place: Pick<IdeaInList, 'list' | 'idea'>): readonly MentorPick[] => {
  const { idea } = place
  const lookUp = peopleIn(lists)
  const keyOf = (mentor: MentorEntry): string | undefined => lookUp(mentor)?.key
  const own = new Set(idea.mentors.map(keyOf))
  const picks = new Map<string, MentorPick>()
  for (const list of lists) {
    const isOfList = isSameList(list, place.list)
    for (const each of list.ideas) {
      const isOfProject = idea.project !== null && each.project?.key === idea.project.key
      for (const key of new Set(each.mentors.map(keyOf))) {
        const mentor = each.mentors.find((one) => keyOf(one) === key)
        const entry = mentor && lookUp(mentor)?.entry
        if (key === undefined || own.has(key) || !entry || entry.name === null || isUnnamedPerson(entry)) continue
        const known = picks.get(key)
        picks.set(key, {
          person: newPersonOf(entry, entry.name),
          isOfProject: isOfProject || known?.isOfProject === true,
          isOfList: isOfList || known?.isOfList === true,
          ideas: (known?.ideas ?? 0) + 1,
          lastList: known?.lastList ?? list.label,
        })
      }
    }
  }
  const rank = ({ isOfProject, isOfList }: MentorPick): number => (isOfProject ? 0 : idea.project === null && isOfList ? 1 : 2)
  return [...picks.values()].sort((a, b) => rank(a) - rank(b))
}

const isSameList = (one: ShownList, other: ShownList): boolean =>
  one.uri === other.uri || (one.folder !== undefined && one.folder === other.folder)

const newPersonOf = ({ handle, email }: MentorEntry, name: string): NewPerson => ({
  name,
  ...(handle !== null && { handle }),
  ...(email !== null && { email }),
})
