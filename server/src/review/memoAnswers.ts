import type { Github, GithubAnswer } from '../network/github.ts'

/** Asks for nothing twice: mentors and issues recur. */
export function memoAnswers(github: Github): Github {
  const answers = new Map<string, Promise<GithubAnswer>>()
  return {
    ...github,
    get: (path) => {
      const answer = answers.get(path) ?? github.get(path)
      answers.set(path, answer)
      return answer
    },
  }
}
