import * as l10n from '@vscode/l10n'
import type { ReviewAnswer, ReviewAnswerIdea, ReviewAnswerPoint } from '../../../server/src/protocol/review.ts'
import { escapeHtml } from '../../../server/src/text/escapeHtml.ts'

/** What the page shows: a review, or a sentence. */
export type ReviewPageState =
  | { readonly kind: 'review'; readonly review: ReviewAnswer; readonly date: string; readonly canAsk: boolean }
  | { readonly kind: 'message'; readonly why: string; readonly canRepeat: boolean }

/** The parts of the page, as HTML. */
export interface ReviewPageParts {
  readonly title: string
  readonly review: string
  /** Plain text that a screen reader reads out if it has changed. */
  readonly announcement: string
}

/** What a button of the page posts. */
export type ReviewAction = 'copy' | 'online' | 'again'

const reviewActionLabels = (): Readonly<Record<ReviewAction, string>> => ({
  copy: l10n.t('Copy as Markdown'),
  online: l10n.t('Ask GitHub'),
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
  const { ideas, asks } = state.review
  const points = ideas.flatMap((idea) => idea.points)
  const count = (wanted: ReviewAnswerPoint['state']): number => points.filter((point) => point.state === wanted).length
  const summary = l10n.t`${count('fine')} fine, ${count('problem')} to check, ${count('unknown')} unknown`
  const buttons = [reviewButton('copy'), ...(asks.length > 0 && state.canAsk ? [reviewButton('online')] : [])]
  const body = [
    `<p>${escapeHtml(`${state.date}: ${summary}`)}</p>`,
    `<p class="actions">${buttons.join(' ')}</p>`,
    ...ideas.map(reviewedIdeaHtml),
  ]
  return { title: l10n.t('Review'), review: body.join('\n'), announcement: summary }
}

const reviewStateWords = () => ({ fine: l10n.t('Fine'), problem: l10n.t('Problem'), unknown: l10n.t('Unknown') })

const reviewedIdeaHtml = ({ title, project, line, points }: ReviewAnswerIdea): string =>
  `<section><h2>${escapeHtml(project === '' ? title : `${project}: ${title}`)} <button type="button" class="place" data-line="${line}">${escapeHtml(l10n.t`line ${line}`)}</button></h2><ul>${points.map(reviewPointHtml).join('')}</ul></section>`

const reviewPointHtml = ({ title, state, note }: ReviewAnswerPoint): string =>
  `<li class="${state}"><span class="state">${escapeHtml(reviewStateWords()[state])}</span> ${escapeHtml(title)}${note === '' ? '' : ` <span class="note">(${escapeHtml(note)})</span>`}</li>`

/** The page without content, which its script (`media/review.js`) fills in. */
export const emptyReviewPage =
  (): string => `<main id="review" tabindex="-1" aria-label="${escapeHtml(l10n.t('Review'))}"><p class="nothing">${escapeHtml(l10n.t('Loading…'))}</p></main>
<p id="news" class="heard" role="status" aria-live="polite"></p>`
