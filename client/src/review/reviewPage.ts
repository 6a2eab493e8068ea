import * as l10n from '@vscode/l10n'
import type { Range } from '../../../server/src/protocol/protocol.ts'
import type { ReviewAnswerPoint } from '../../../server/src/protocol/review.ts'
import { escapeHtml } from '../../../server/src/text/escapeHtml.ts'
import { inEditorLanguage } from '../../../server/src/text/phrase.ts'
import type { ReviewedIdea } from './reviewsAfterEdit.ts'

/** A review as the page shows it. */
export interface ShownReview {
  readonly ideas: readonly ReviewedIdea[]
  /** The day of the review (`2026-11-30`). */
  readonly date: string
  /** Whether GitHub may be asked, and would answer what is not known. */
  readonly canAsk: boolean
  /** The path of the list in the workspace. */
  readonly path: string
  /** What is to be said of what was reviewed, and with which files. */
  readonly notes: readonly string[]
}

/** What the page shows: a review, or a sentence. */
export type ReviewPageState =
  | { readonly kind: 'review'; readonly review: ShownReview }
  | { readonly kind: 'message'; readonly why: string; readonly canRepeat: boolean }

/** The parts of the page, as HTML. */
export interface ReviewPageParts {
  readonly title: string
  readonly review: string
  /** Plain text that a screen reader reads out if it has changed. */
  readonly announcement: string
}

/** What a button of the page posts. */
export type ReviewAction = 'copy' | 'online' | 'maintainers' | 'again'

const reviewActionLabels = (): Readonly<Record<ReviewAction, string>> => ({
  copy: l10n.t('Copy as Markdown'),
  online: l10n.t('Ask GitHub'),
  maintainers: l10n.t("Choose Maintainers' File…"),
  again: l10n.t('Review Again'),
})

/** Whether a message of the page names a button. */
export const isReviewAction = (value: unknown): value is ReviewAction =>
  typeof value === 'string' && Object.hasOwn(reviewActionLabels(), value)

const reviewButton = (action: ReviewAction): string =>
  `<button type="button" data-action="${action}">${escapeHtml(reviewActionLabels()[action])}</button>`

export const reviewPageParts = (state: ReviewPageState): ReviewPageParts => {
  if (state.kind === 'message') {
    const again = state.canRepeat ? `<p class="actions">${reviewButton('again')}</p>` : ''
    return { title: l10n.t('Review'), review: `<p class="nothing">${escapeHtml(state.why)}</p>${again}`, announcement: state.why }
  }
  const { ideas, path, date, canAsk, notes } = state.review
  const stale = ideas.filter(({ isStale }) => isStale).length
  const points = ideas.flatMap(({ isStale, idea }) => (isStale ? [] : idea.points))
  const count = (wanted: ReviewAnswerPoint['state']): number => points.filter((point) => point.state === wanted).length
  const counts = l10n.t`${count('fine')} fine, ${count('problem')} to check, ${count('unknown')} unknown`
  const summary = stale === 0 ? counts : l10n.t`${counts}; ${stale} of ${ideas.length} edited since`
  const actions: readonly ReviewAction[] = ['copy', ...(canAsk ? (['online'] as const) : []), 'maintainers', 'again']
  return {
    title: l10n.t('Review'),
    review: [
      `<p>${escapeHtml(`${path}, ${date}: ${summary}`)}</p>`,
      ...notes.map((note) => `<p class="note">${escapeHtml(note)}</p>`),
      `<p class="actions">${actions.map(reviewButton).join(' ')}</p>`,
      ...ideas.map(reviewedIdeaHtml),
    ].join('\n'),
    announcement: summary,
  }
}

const reviewStateWords = () => ({ fine: l10n.t('Fine'), problem: l10n.t('Problem'), unknown: l10n.t('Unknown') })

function reviewedIdeaHtml({ idea: { title, project, range, points }, isStale }: ReviewedIdea, index: number): string {
  const name = escapeHtml(project === '' ? title : `${project}: ${title}`)
  const place = `<button type="button" class="place" data-go="${index}">${escapeHtml(l10n.t`line ${reviewedLine(range)}`)}</button>`
  const stale = isStale ? `<p class="stale">${escapeHtml(l10n.t('Edited after this review'))}</p>` : ''
  const items = points.map(reviewPointHtml).join('')
  return `<section${isStale ? ' class="old"' : ''}><h2>${name} ${place}</h2>${stale}<ul>${items}</ul></section>`
}

/** The 1-based line of an idea. */
export const reviewedLine = ({ start }: Range): number => start.line + 1

function reviewPointHtml({ title, state, note }: ReviewAnswerPoint): string {
  const found = inEditorLanguage(note)
  const more = found === '' ? '' : ` <span class="note">(${escapeHtml(found)})</span>`
  return `<li class="${state}"><span class="state">${escapeHtml(reviewStateWords()[state])}</span> ${escapeHtml(l10n.t(title))}${more}</li>`
}

/** The page without content, which its script (`media/actionPage.js`) fills in. */
export const emptyReviewPage =
  (): string => `<main id="review" tabindex="-1" aria-label="${escapeHtml(l10n.t('Review'))}"><p class="nothing">${escapeHtml(l10n.t('Loading…'))}</p></main>
<p id="news" class="heard" role="status" aria-live="polite"></p>`
