import { squashed } from '../catalog/spelling.ts'
import type { IdeaFile, TocHeading } from '../model/types.ts'
import { composeEdits } from '../text/composeEdits.ts'
import { applyEdits, type Edit } from '../text/edits.ts'
import { longestIncreasingRun } from '../text/longestIncreasingRun.ts'
import type { ProjectSection } from './projectSections.ts'
import { syncToc } from './toc/syncToc.ts'

/** With a greater share out of order nobody meant to keep one. */
const maxUnsortedShare = 1 / 4

/** What a project is sorted by. */
export type SortKey = (name: string) => string

/** A name without the emoji, numbers in boxes and other signs before its first letter or digit. */
function withoutSigns(name: string): string {
  const bare = name.replace(/^(?::[a-z0-9_+-]{1,40}:|\p{N}\ufe0f?\u20e3|[^\p{L}\p{N}])+/u, '')
  return bare === '' ? name : bare
}

const byWords: SortKey = (name) => withoutSigns(name).normalize('NFKC').toLowerCase()
const byLetters: SortKey = (name) => squashed(withoutSigns(name))

/** The order that a list has, or comes nearest to: its key, and the indexes of the projects that keep it. */
export interface SortOrder {
  readonly keyOf: SortKey
  readonly kept: ReadonlySet<number>
}

/** Both customs are fine: blanks and hyphens before letters, or set aside; the one that the list keeps better is its own. */
export function orderOf(parts: readonly ProjectSection[]): SortOrder {
  const [words, letters] = [byWords, byLetters].map(
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

/** Whether the projects are kept in an order at all, single ones aside. */
export const isSorted = ({ kept }: SortOrder, parts: readonly ProjectSection[]): boolean =>
  parts.length - kept.size <= parts.length * maxUnsortedShare

/**
 * Sorts the projects of these chapters and puts the table of contents in step with them; a table that was not in step gets its
 * entries moved and their links mended, and no new ones but those of projects whose ideas it lists. `read` reads another text as this file was read.
 */
export function sortEdits(
  file: IdeaFile,
  chapters: readonly (readonly ProjectSection[])[],
  read: (text: string) => IdeaFile,
): readonly Edit[] {
  const moves = chapters.flatMap((parts) => sortedMoves(file, parts, orderOf(parts).keyOf))
  if (moves.length === 0) return []
  const after = read(applyEdits(file.text, moves))
  return composeEdits(file.text, moves, syncToc(after, syncToc(file).length === 0 ? {} : { add: neededProjects(after) }))
}

/** Tells the projects that a table must list for its entries of ideas: without its project's an idea would come under another. */
function neededProjects({ tocHeadings, tocMatch }: IdeaFile): (placed: TocHeading) => boolean {
  const listed = new Set(tocMatch?.headings.values())
  const listsProjects = [...listed].some(({ role }) => role === 'project')
  return ({ role, index }) => {
    const below = tocHeadings.slice(index + 1)
    const next = below.findIndex((other) => other.role === 'project')
    const ideas = next < 0 ? below : below.slice(0, next)
    return listsProjects && role === 'project' && ideas.some((idea) => idea.role === 'idea' && listed.has(idea))
  }
}

/** Puts each project's text into the place that its name has; what stands between the places stays. */
function sortedMoves(file: IdeaFile, parts: readonly ProjectSection[], keyOf: SortKey): readonly Edit[] {
  const order = parts
    .map((part) => ({ part, key: keyOf(part.project.name) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
  return parts.flatMap(({ start, end }, index): Edit[] => {
    const { part } = order[index]!
    return part.start === start ? [] : [{ span: { start, end }, newText: file.text.slice(part.start, part.end) }]
  })
}
