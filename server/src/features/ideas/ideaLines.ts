import { trimTrailingWhitespace } from '../../text/span.ts'
import type { ListSummary } from '../../workspace/listSummary.ts'

/** The source of the idea at `offset` (UTF-16, in the list), without trailing whitespace; null outside ideas. */
export function ideaLines({ text, projects }: ListSummary, offset: number): string | null {
  const ideas = projects.flatMap((project) => project.ideas)
  // the end of an idea belongs to what begins there; the end of the file to the last idea
  const idea = ideas.findLast(
    ({ whole }) => whole.start <= offset && (offset < whole.end || (offset === whole.end && offset === text.length)),
  )
  if (idea === undefined) return null
  const { start, end } = trimTrailingWhitespace(text, idea.whole)
  return text.slice(start, end)
}
