import { squashed } from '../catalog/spelling.ts'
import type { IdeaFile, TocHeading } from '../model/types.ts'
import { composeEdits } from '../text/composeEdits.ts'
import { applyEdits, type Edit } from '../text/edits.ts'
import { longestIncreasingRun } from '../text/longestIncreasingRun.ts'
import type { ProjectSection } from './projectSections.ts'
import { syncToc } from './toc/syncToc.ts'

/** If a greater share of projects is out of order, the list is not meant to be sorted. */
const maxUnsortedShare = 1 / 4

/** What sorting needs to know of a project. */
interface NamedSection {
  readonly project: { readonly name: string }
}

/** The sort key of a project's name. */
export type SortKey = (name: string) => string

/** `:rocket: Harbor`, `1️⃣ Harbor`, `#Harbor` → `Harbor`. */
function nameForProjectOrder(name: string): string {
  const bare = name.replace(/^(?::[a-z0-9_+-]{1,40}:|\p{N}\ufe0f?\u20e3|[^\p{L}\p{N}])+/u, '')
  return bare === '' ? name : bare
}

const projectOrderKeyByWords: SortKey = (name) => nameForProjectOrder(name).normalize('NFKC').toLowerCase()
const projectOrderKeyByLetters: SortKey = (name) => squashed(nameForProjectOrder(name))

/** The order of a list: its sort key, and the indexes of the projects that are in order. */
export interface SortOrder {
  readonly keyOf: SortKey
  readonly kept: ReadonlySet<number>
}

/** Spaces and hyphens may count or be ignored (`K8s Up` before or after `K8sGPT`): the order is that with more projects in order. */
export function projectOrderOf(parts: readonly NamedSection[]): SortOrder {
  const [words, letters] = [projectOrderKeyByWords, projectOrderKeyByLetters].map(
    (keyOf): SortOrder => ({
      keyOf,
      kept: longestIncreasingRun(
        parts.map(({ project }) => keyOf(project.name)),
        (a, b) => a <= b,
      ),
    }),
  )
  return letters!.kept.size > words!.kept.size ? letters! : words!
}

/** Whether the projects are meant to be sorted: only few are out of order. */
export const isInProjectOrder = ({ kept }: SortOrder, parts: readonly unknown[]): boolean =>
  parts.length - kept.size <= parts.length * maxUnsortedShare

/**
 * Sorts the projects of each group and updates the table of contents. If it was out of date, its entries are moved and their links
 * fixed, but only projects whose ideas it lists get new entries. `read` reads a text with the options of this file.
 */
export function projectOrderEdits(
  file: IdeaFile,
  groups: readonly (readonly ProjectSection[])[],
  read: (text: string) => IdeaFile,
): readonly Edit[] {
  const moves = groups.flatMap((parts) => projectOrderMoves(file, parts, projectOrderOf(parts).keyOf))
  if (moves.length === 0) return []
  const after = read(applyEdits(file.text, moves))
  return composeEdits(file.text, moves, syncToc(after, syncToc(file).length === 0 ? {} : { add: projectsNeededInOrder(after) }))
}

/** Whether a table that lists ideas of a project must list the project too: else its ideas would be below another project. */
function projectsNeededInOrder({ tocHeadings, tocMatch }: IdeaFile): (placed: TocHeading) => boolean {
  const listed = new Set(tocMatch?.headings.values())
  const listsProjects = [...listed].some(({ role }) => role === 'project')
  return ({ role, index }) => {
    const below = tocHeadings.slice(index + 1)
    const next = below.findIndex((other) => other.role === 'project')
    const ideas = next < 0 ? below : below.slice(0, next)
    return listsProjects && role === 'project' && ideas.some((idea) => idea.role === 'idea' && listed.has(idea))
  }
}

/** Moves each project's text to its place in order. The text between projects stays where it is. */
function projectOrderMoves(file: IdeaFile, parts: readonly ProjectSection[], keyOf: SortKey): readonly Edit[] {
  const order = parts
    .map((part) => ({ part, key: keyOf(part.project.name) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
  return parts.flatMap(({ start, end }, index): Edit[] => {
    const { part } = order[index]!
    return part.start === start ? [] : [{ span: { start, end }, newText: file.text.slice(part.start, part.end) }]
  })
}
