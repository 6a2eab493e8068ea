import * as l10n from '@vscode/l10n'
import type { GithubAnswer } from '../network/github.ts'
import type { SeenAnswer, SeenReviews } from '../protocol/review.ts'
import { joinWithAnd } from '../text/wording.ts'
import type { Maintainers } from './maintainers.ts'
import { onlineIssueOf, onlineIssuePath } from './onlinePoints.ts'

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

/** Before the first review. */
export const noReviews: SeenReviews = { version: 1, answers: [], maintainers: null }

/** Issues and accounts that are remembered: what a client has to keep stays below half a megabyte. */
const maxSeen = 2000

/** People in a maintainers' file that is kept; half a list would say of maintainers that they are none. */
const maxKeptHandles = 10_000

/** Remembers what reviews saw of issues and people, the latest of each. */
export class ReviewMemory implements SeenByReview {
  /** By the path in the REST API, in lower case; the oldest first. */
  readonly #seen: Map<string, SeenAnswer>
  #maintainers: { readonly date: string; readonly handles: ReadonlySet<string> } | null

  /** `kept` is what an earlier memory gave to be kept. */
  constructor({ answers, maintainers }: SeenReviews = noReviews) {
    this.#seen = new Map(answers.slice(-maxSeen).map((answer) => [answer.path.toLowerCase(), answer]))
    this.#maintainers = maintainers && { date: maintainers.date, handles: new Set(maintainers.handles) }
  }

  /** All that is remembered, to be kept. */
  kept(): SeenReviews {
    const maintainers = this.#maintainers
    const isKept = maintainers !== null && maintainers.handles.size <= maxKeptHandles
    return {
      version: 1,
      answers: [...this.#seen.values()],
      maintainers: isKept ? { date: maintainers.date, handles: [...maintainers.handles] } : null,
    }
  }

  /** Remembers what GitHub answered; what is not known changes nothing. */
  addAnswer(path: string, answer: GithubAnswer, date: string): void {
    if (answer.kind === 'unknown') return
    const key = path.toLowerCase()
    this.#seen.delete(key)
    this.#seen.set(key, answer.kind === 'missing' ? { path, date, kind: 'missing' } : rememberedAnswer(path, date, answer.data))
    for (const oldest of this.#seen.keys()) {
      if (this.#seen.size <= maxSeen) break
      this.#seen.delete(oldest)
    }
  }

  addMaintainers({ projectsOf }: Maintainers, date: string): void {
    this.#maintainers = { date, handles: new Set(projectsOf.keys()) }
  }

  issue(url: string): SeenFact | null {
    const path = onlineIssuePath(url)
    const seen = path === null ? undefined : this.#seen.get(path.toLowerCase())
    return seen === undefined ? null : { date: seen.date, text: seenIssueText(seen) }
  }

  account(handle: string): readonly SeenFact[] {
    const key = handle.toLowerCase()
    const account = this.#seen.get(`/users/${key}`)
    const known = this.#maintainers
    return [
      ...(account ? [{ date: account.date, text: seenAccountText(account) }] : []),
      ...(known ? [{ date: known.date, text: rememberedListing(known.handles.has(key)) }] : []),
    ]
  }
}

const rememberedAnswer = (path: string, date: string, data: unknown): SeenAnswer => {
  const { state, assignees } = onlineIssueOf(data)
  return { path, date, kind: 'found', state, assignees }
}

const seenAccountText = ({ kind }: SeenAnswer): string =>
  kind === 'missing' ? l10n.t('GitHub has no such account') : l10n.t('GitHub has this account')

const rememberedListing = (isListed: boolean): string =>
  isListed ? l10n.t("in the maintainers' file") : l10n.t("not in the maintainers' file")

function seenIssueText(seen: SeenAnswer): string {
  if (seen.kind === 'missing') return l10n.t('GitHub has no such issue, or its repository is private')
  const { state, assignees } = seen
  const assigned =
    assignees.length === 0 ? l10n.t('not assigned') : l10n.t`assigned to ${joinWithAnd(assignees.map((name) => `@${name}`))}`
  return `${state || l10n.t('in an unknown state')}, ${assigned}`
}
