import * as l10n from '@vscode/l10n'
import { projectKey } from '../../catalog/knownProjects.ts'
import { namedProjects, projectNameOf } from '../../model/outline/namedProjects.ts'
import type { IdeaFile } from '../../model/types.ts'
import type { CompletionContext } from './completionContext.ts'
import type { EnclosingIdea } from './cursorContext.ts'
import { PeopleUsageIndex, type UsedPerson } from './usageIndex.ts'

/**
 * The people of this list and of the others: first those of the idea's project (this list before others), then the rest. Mentors of the
 * idea itself do not count. If a handle has several names or addresses, the nearest list wins.
 */
export function usedPeopleFor(
  file: IdeaFile,
  { idea }: EnclosingIdea,
  { lists, facts }: CompletionContext,
): readonly UsedPerson[] {
  const own = projectKey(projectNameOf(file, idea))
  const here = new PeopleUsageIndex()
  for (const { name, ideas } of namedProjects(file)) {
    const key = projectKey(name)
    for (const placed of ideas) {
      if (placed === idea) continue
      for (const mentor of placed.idea.mentors) here.add(mentor, key, () => `${name}: ${placed.idea.heading?.text ?? ''}`)
    }
  }
  const all = new Map<string, UsedPerson>(here.all)
  const ranks = new Map<string, number>()
  for (const [key, { projects }] of here.all) ranks.set(key, projects.has(own) ? 0 : 2)
  for (const list of lists) {
    for (const [key, person] of facts(list).people) {
      const known = all.get(key)
      all.set(key, known ? mergeUsedPeople(known, person) : person)
      ranks.set(key, Math.min(ranks.get(key) ?? 3, person.projects.has(own) ? 1 : 3))
    }
  }
  return [...all].sort(([a], [b]) => ranks.get(a)! - ranks.get(b)!).map(([, person]) => person)
}

/** A person with what another list adds: an address, an LF username, and further ideas if few are known. */
const mergeUsedPeople = (known: UsedPerson, other: UsedPerson): UsedPerson =>
  known.email !== null && known.ideas.length > 2 && (known.lfid !== null || other.lfid === null)
    ? known
    : {
        ...known,
        email: known.email ?? other.email,
        lfid: known.lfid ?? other.lfid,
        ideas: [...known.ideas, ...other.ideas].slice(0, 5),
      }

/** What the suggestion of a person says besides the entry: the address, the LF username, and what they mentor. */
export const personDocumentation = ({ email, lfid, ideas }: UsedPerson): string =>
  [email ?? l10n.t('no known email address'), ...(lfid === null ? [] : [`LFID ${lfid}`]), ...ideas].join('\n')
