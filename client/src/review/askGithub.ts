import * as vscode from 'vscode'
import { createGithub } from '../../../server/src/network/github.ts'
import type { ReviewLookup } from '../../../server/src/protocol/review.ts'

/** Asks GitHub by VS Code's own session; undefined if the user does not sign in. Of an issue only what a review needs is kept. */
export async function askGithubForReview(paths: readonly string[]): Promise<readonly ReviewLookup[] | undefined> {
  const session = await signInToReview()
  if (session === undefined) return undefined
  const github = createGithub({ fetch, token: session.accessToken })
  const lookups: ReviewLookup[] = []
  for (const path of paths) {
    const answer = await github.get(path)
    lookups.push(answer.kind === 'found' ? { path, kind: 'found', data: issueForReview(answer.data) } : { path, ...answer })
  }
  return lookups
}

const issueForReview = (data: unknown): object =>
  typeof data === 'object' && data !== null
    ? { state: Reflect.get(data, 'state') ?? null, assignees: Reflect.get(data, 'assignees') ?? null }
    : {}

const signInToReview = async (): Promise<vscode.AuthenticationSession | undefined> => {
  try {
    return await vscode.authentication.getSession('github', [], { createIfNone: true })
  } catch {
    return undefined
  }
}
