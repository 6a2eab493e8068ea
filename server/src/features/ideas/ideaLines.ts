import type { ListSummary } from '../../workspace/listSummary.ts'
import { trimTrailingWhitespace } from '../toLspRange.ts'

/** The lines of the idea at `offset` (UTF-16, in the list) from its heading to its last text, as they stand; null where there is none. */
export function ideaLines({ text, projects }: ListSummary, offset: number): string | null {
  const ideas = projects.flatMap((project) => project.ideas)
  // what begins where an idea ends is none of it, but for the end of the file
  const idea = ideas.findLast(
    ({ whole }) => whole.start <= offset && (offset < whole.end || (offset === whole.end && offset === text.length)),
  )
  if (idea === undefined) return null
  const { start, end } = trimTrailingWhitespace(text, idea.whole)
  return text.slice(start, end)
}
