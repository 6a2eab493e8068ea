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

const reviewActionLabels: Readonly<Record<ReviewAction, string>> = {
  copy: 'Copy as Markdown',
  online: 'Ask GitHub',
  again: 'Review Again',
}

/** Whether a message of the page names a button. */
export const isReviewAction = (value: unknown): value is ReviewAction =>
  typeof value === 'string' && Object.hasOwn(reviewActionLabels, value)

const reviewButton = (action: ReviewAction): string =>
  `<button type="button" data-action="${action}">${reviewActionLabels[action]}</button>`

export const reviewPageParts = (state: ReviewPageState): ReviewPageParts => {
  if (state.kind === 'message') {
    const again = state.canRepeat ? `<p class="actions">${reviewButton('again')}</p>` : ''
    return { title: 'Review', review: `<p class="nothing">${escapeHtml(state.why)}</p>${again}`, announcement: state.why }
  }
  const { ideas, asks } = state.review
  const points = ideas.flatMap((idea) => idea.points)
  const count = (wanted: ReviewAnswerPoint['state']): number => points.filter((point) => point.state === wanted).length
  const summary = `${count('fine')} fine, ${count('problem')} to look at, ${count('unknown')} not known`
  const buttons = [reviewButton('copy'), ...(asks.length > 0 && state.canAsk ? [reviewButton('online')] : [])]
  const body = [`<p>${state.date}: ${summary}</p>`, `<p class="actions">${buttons.join(' ')}</p>`, ...ideas.map(reviewedIdeaHtml)]
  return { title: 'Review', review: body.join('\n'), announcement: summary }
}

const reviewStateWords = { fine: 'Fine', problem: 'Problem', unknown: 'Not known' } as const

const reviewedIdeaHtml = ({ title, project, line, points }: ReviewAnswerIdea): string =>
  `<section><h2>${escapeHtml(project === '' ? title : `${project}: ${title}`)} <button type="button" class="place" data-line="${line}">line ${line}</button></h2><ul>${points.map(reviewPointHtml).join('')}</ul></section>`

const reviewPointHtml = ({ title, state, note }: ReviewAnswerPoint): string =>
  `<li class="${state}"><span class="state">${reviewStateWords[state]}</span> ${escapeHtml(title)}${note === '' ? '' : ` <span class="note">(${escapeHtml(note)})</span>`}</li>`

/** The page without content, which its script (`media/review.js`) fills in. */
export const emptyReviewPage = `<main id="review" tabindex="-1" aria-label="Review"><p class="nothing">Reading …</p></main>
<p id="news" class="heard" role="status" aria-live="polite"></p>`
