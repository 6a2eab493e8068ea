import type { Github, GithubAnswer } from '../network/github.ts'

/** GitHub by the answers that a client got, each under its path; `asks` collects the paths that are not among the answers. */
export const answeredGithub = (answers: ReadonlyMap<string, GithubAnswer>, asks: Set<string>): Github => {
  const get = async (path: string): Promise<GithubAnswer> => {
    const known = answers.get(path)
    if (known !== undefined) return known
    asks.add(path)
    return { kind: 'unknown', why: 'GitHub was not asked' }
  }
  return { get, post: get }
}
