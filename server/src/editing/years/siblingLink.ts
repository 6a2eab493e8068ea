import { parseProgrammePath } from '../../model/profiles/programmePath.ts'
import type { Span } from '../../text/span.ts'

/** A link to a list of the same programme. */
export interface SiblingLink {
  /** The year of the list that it leads to. */
  readonly year: number
  /** The digits of the year in the target. */
  readonly yearSpan: Span
}

const githubFilePattern =
  /^https?:\/\/(?:www\.)?(?:github\.com\/[^/]+\/[^/]+\/(?:blob|tree|raw|edit)\/[^/]+|raw\.githubusercontent\.com\/[^/]+\/[^/]+\/[^/]+)\//i

/**
 * Reads the target of a link in the list at `path`: `./2024.md`, `https://github.com/cncf/mentoring/blob/main/programs/…/2024.md`.
 * The span counts from the target's start; null if it leads to no list of the same programme.
 */
export function siblingLink(target: string, path: string): SiblingLink | null {
  const bare = target.replace(/[?#].*$/s, '').slice(0, 1000)
  const inRepository = githubFilePattern.exec(bare)
  const resolved = inRepository
    ? bare.slice(inRepository[0].length)
    : /^[a-z][a-z\d+.-]*:/i.test(bare)
      ? null
      : siblingPath(path, bare)
  if (resolved === null) return null
  const [own, found] = [parseProgrammePath(path), parseProgrammePath(resolved)]
  const year = found !== null && found.programme === own?.programme ? found.year : yearOfNeighbor(path, resolved)
  if (year === null) return null
  const start = bare.lastIndexOf(`${year}`)
  return start < 0 ? null : { year, yearSpan: { start, end: start + 4 } }
}

/** `2024.md` next to `2025.md`, in a folder of no known programme. */
function yearOfNeighbor(path: string, other: string): number | null {
  const [own, found] = [path, other].map((each) => /^(|.*\/)(20\d{2})\.md$/is.exec(each.replaceAll('\\', '/')))
  return own && found && own[1] === found[1] ? Number(found[2]) : null
}

/** `programs/summerofcode/2025.md` and `./2024.md` → `programs/summerofcode/2024.md` */
function siblingPath(path: string, target: string): string {
  const parts = target.startsWith('/') ? [] : path.replaceAll('\\', '/').split('/').slice(0, -1)
  for (const part of target.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}
