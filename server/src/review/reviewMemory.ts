import * as l10n from '@vscode/l10n'
import type { GithubAnswer } from '../network/github.ts'
import { joinWithAnd } from '../text/wording.ts'
import type { Maintainers } from './maintainers.ts'
import { issueOf, issuePath } from './onlinePoints.ts'

/** What the last reviews saw, for hovers. */
export interface SeenByReview {
  /** Of an issue, by its URL: `open, not assigned`; null if no review asked for it. */
  readonly issue: (url: string) => SeenFact | null
  /** Of an account on GitHub, without `@`. */
  readonly account: (handle: string) => readonly SeenFact[]
}

/** What was seen, and on which day (`2026-11-30`). */
export interface SeenFact {
  readonly date: string
  readonly text: string
}

/** For where nothing is reviewed. */
export const nothingSeen: SeenByReview = { issue: () => null, account: () => [] }

/** Issues and accounts that are remembered. */
const maxSeen = 5000

/** Remembers what reviews saw of issues and people, the latest of each. */
export class ReviewMemory implements SeenByReview {
  /** By the path in the REST API, in lower case. */
  readonly #seen = new Map<string, SeenFact>()
  #maintainers: { readonly date: string; readonly read: Maintainers } | null = null

  /** Remembers what GitHub answered; what is not known changes nothing. */
  addAnswer(path: string, answer: GithubAnswer, date: string): void {
    const text = answer.kind === 'unknown' ? null : seenText(path, answer)
    if (text === null) return
    const key = path.toLowerCase()
    this.#seen.delete(key)
    this.#seen.set(key, { date, text })
    for (const oldest of this.#seen.keys()) {
      if (this.#seen.size <= maxSeen) break
      this.#seen.delete(oldest)
    }
  }

  addMaintainers(read: Maintainers, date: string): void {
    this.#maintainers = { read, date }
  }

  issue(url: string): SeenFact | null {
    const path = issuePath(url)
    return path === null ? null : (this.#seen.get(path.toLowerCase()) ?? null)
  }

  account(handle: string): readonly SeenFact[] {
    const account = this.#seen.get(`/users/${handle.toLowerCase()}`)
    const known = this.#maintainers
    const isListed = known?.read.projectsOf.has(handle.toLowerCase())
    const listed = known && {
      date: known.date,
      text: isListed ? l10n.t("in the maintainers' file") : l10n.t("not in the maintainers' file"),
    }
    return [account, listed].filter((fact) => fact !== undefined && fact !== null)
  }
}

function seenText(path: string, answer: Exclude<GithubAnswer, { readonly kind: 'unknown' }>): string {
  if (path.startsWith('/users/'))
    return answer.kind === 'missing' ? l10n.t('GitHub has no such account') : l10n.t('GitHub has this account')
  if (answer.kind === 'missing') return l10n.t('GitHub has no such issue, or its repository is private')
  const { state, assignees } = issueOf(answer.data)
  const assigned =
    assignees.length === 0 ? l10n.t('not assigned') : l10n.t`assigned to ${joinWithAnd(assignees.map((name) => `@${name}`))}`
  return `${state || l10n.t('in an unknown state')}, ${assigned}`
}
