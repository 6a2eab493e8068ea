import type { Github, GithubAnswer } from '../network/github.ts'
import { phrase } from '../text/phrase.ts'

/** GitHub by the answers that a client got, each under its path; `asks` collects the paths that have no answer, or none that says something. */
export const answeredGithub = (answers: ReadonlyMap<string, GithubAnswer>, asks: Set<string>): Github => {
  const get = async (path: string): Promise<GithubAnswer> => {
    const known = answers.get(path)
    if (known?.kind !== 'found' && known?.kind !== 'missing') asks.add(path)
    return known ?? { kind: 'unknown', why: phrase('GitHub was not asked') }
  }
  return { get, post: get }
}
