import type { Programme } from '../model/profiles/programmePath.ts'
import type { IdeaFile } from '../model/types.ts'
import { oneLine } from '../text/wording.ts'

/** Words of names that many lists have: `ideas`, `GSoC 2026`, `README`. */
const commonWords: ReadonlySet<string> = new Set(
  'a and for from google gsoc home idea ideas index lfx list lists mentoring mentorship mentorships of page potential program programs programme project projects proposal proposals proposed readme season soc summer the code summerofcode term wiki'.split(
    ' ',
  ),
)

const saysWhose = (name: string): boolean => (name.toLowerCase().match(/\p{L}+/gu) ?? []).some((word) => !commonWords.has(word))

const maxFolders = 3

/**
 * What a list of no known program is called: its file's name, if that says whose it is; otherwise the list's title, with the year of
 * the file's name; otherwise the end of its path that says so.
 *
 *     mesh-ideas.md    harbor/gsoc/2026.md: Harbor: GSoC ideas (2026)    harbor/gsoc/ideas.md
 */
export function listLabel(file: IdeaFile, { label, year }: Pick<Programme, 'label' | 'year'>): string {
  if (saysWhose(label.replace(/\.[^.]*$/, ''))) return label
  const title = titleOfOwnList(file)
  if (title !== null && saysWhose(title)) return year === null || title.includes(String(year)) ? title : `${title} (${year})`
  const names = file.path.replaceAll('\\', '/').split('/')
  const folder = names.slice(-maxFolders - 1, -1).findLastIndex(saysWhose)
  const first = folder < 0 ? names.length - 1 : Math.max(0, names.length - 1 - maxFolders) + folder
  return names.slice(first).join('/')
}

/** The first heading, if it is of level 1 and no idea's. */
function titleOfOwnList({ headings, projects }: IdeaFile): string | null {
  const [first] = headings
  if (first?.heading.level !== 1) return null
  const isIdea = projects.some(({ ideas }) => ideas.some(({ at }) => at === first.at))
  return isIdea ? null : oneLine(first.heading.text) || null
}
