import { projectKey } from '../../catalog/knownProjects.ts'
import type { PlacedIdea } from '../../model/types.ts'
import { plainLetters } from '../../text/plainLetters.ts'
import type { IdeaSummary, ListSummary } from '../../workspace/listSummary.ts'

/** An idea of another list that may be the same proposal. */
export interface SimilarIdea {
  readonly list: ListSummary
  readonly idea: IdeaSummary
}

const maxSimilarIdeas = 20

/**
 * Ideas of other lists with the same upstream issue, and those of the same project with a like title; in the order of `lists`, which are
 * the newest first.
 */
export function similarIdeas(project: string, { idea }: PlacedIdea, lists: readonly ListSummary[]): readonly SimilarIdea[] {
  const key = projectKeyOfAnyYear(project)
  const words = similarityWords(idea.heading?.text ?? '')
  const issues = new Set(idea.upstream.flatMap(({ url }) => (isNumbered.test(url) ? [url.toLowerCase()] : [])))
  const found: SimilarIdea[] = []
  for (const list of lists) {
    for (const { name, ideas } of list.projects) {
      const isOwn = projectKeyOfAnyYear(name) === key
      for (const other of ideas) {
        const isSame = issues.size > 0 && other.upstream.some(({ url }) => issues.has(url.toLowerCase()))
        if (isSame || (isOwn && areSimilarTitles(words, similarityWords(other.title ?? '')))) found.push({ list, idea: other })
        if (found.length === maxSimilarIdeas) return found
      }
    }
  }
  return found
}

/** An issue, and not all issues of a repository. */
const isNumbered = /\/\d+\/?$/

/** `Tidewater ideas 2026`: the only project of a list may be its title. */
const projectKeyOfAnyYear = (name: string): string =>
  projectKey(
    name
      .replace(/\b20\d\d\b/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  )

/** Words that titles share without being about the same. */
const commonTitleWords: ReadonlySet<string> = new Set(
  'a an and at for from in into of on or the to with by via using use add adding support improve improving implement implementing create creating build new project integration'.split(
    ' ',
  ),
)

function similarityWords(title: string): ReadonlySet<string> {
  const words = plainLetters(title).match(/[\p{L}\p{N}+#]+/gu) ?? []
  return new Set(words.slice(0, 40).filter((word) => !commonTitleWords.has(word)))
}

/** Whether most words of the shorter title are in the other, two at least; one if that is the whole title. */
function areSimilarTitles(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [short, long] = a.size <= b.size ? [a, b] : [b, a]
  const shared = [...short].filter((word) => long.has(word)).length
  return shared > 0 && shared * 3 >= short.size * 2 && (shared > 1 || long.size === 1)
}
