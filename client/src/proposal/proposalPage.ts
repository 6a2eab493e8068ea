import * as l10n from '@vscode/l10n'
import type { ProposalAnswer, ProposalAnswerField, ProposalAnswerProblem } from '../../../server/src/protocol/proposal.ts'
import { escapeHtml } from '../../../server/src/text/escapeHtml.ts'
import { formatNumber, pluralize } from '../../../server/src/text/wording.ts'

/** What the page shows: an idea as an issue, or a sentence. */
export type ProposalPageState =
  | { readonly kind: 'proposal'; readonly proposal: ProposalAnswer; readonly canCreate: boolean }
  | { readonly kind: 'message'; readonly why: string }

/** The parts of the page, as HTML. */
export interface ProposalPageParts {
  /** Of the tab, as plain text. */
  readonly title: string
  readonly proposal: string
  /** Plain text that a screen reader reads out if it has changed. */
  readonly announcement: string
}

/** What a button of the page posts. */
export type ProposalAction = 'copyBody' | 'copyTitle' | 'open' | 'create'

const proposalActionLabels = (): Readonly<Record<ProposalAction, string>> => ({
  copyBody: l10n.t('Copy Body'),
  copyTitle: l10n.t('Copy Title'),
  open: l10n.t('Open Prefilled Issue'),
  create: l10n.t('Create Issue…'),
})

/** Whether a message of the page names a button. */
export const isProposalAction = (value: unknown): value is ProposalAction =>
  typeof value === 'string' && Object.hasOwn(proposalActionLabels(), value)

export const proposalPageParts = (state: ProposalPageState): ProposalPageParts =>
  state.kind === 'message'
    ? { title: l10n.t('Proposal'), proposal: `<p class="nothing">${escapeHtml(state.why)}</p>`, announcement: state.why }
    : proposalParts(state.proposal, state.canCreate)

function proposalParts(proposal: ProposalAnswer, canCreate: boolean): ProposalPageParts {
  const { title, form, repository, fields, problems, notes } = proposal
  const summary = proposalSummary(problems)
  const loose = problems.flatMap((problem, index) =>
    fields.some(({ id }) => id === problem.field) ? [] : [proposalProblemItem(problem, index)],
  )
  return {
    title: l10n.t`Proposal: ${title}`,
    proposal: [
      `<p class="project">${escapeHtml(repository === null ? form : `${form}, ${repository}`)}</p>`,
      ...notes.map((note) => `<p class="note">${escapeHtml(note)}</p>`),
      `<h1>${escapeHtml(title)}</h1>`,
      `<p class="${problems.length === 0 ? 'fine' : 'error'}">${summary}</p>`,
      `<p class="actions">${proposalButtons(proposal, canCreate)}</p>`,
      loose.length > 0 ? `<ul class="problems">${loose.join('')}</ul>` : '',
      ...fields.map((field) => proposalInput(field, problems)),
    ].join('\n'),
    announcement: `${title}, ${summary}`,
  }
}

/** Whether a proposal can be submitted: nothing is ready while anything below would be rejected or is to be checked. */
export function proposalSummary(problems: readonly ProposalAnswerProblem[]): string {
  const errors = problems.filter(({ severity }) => severity === 'error').length
  if (errors > 0) return l10n.t`${pluralize(errors, 'problem')} to fix before submitting`
  return problems.length === 0
    ? l10n.t('Ready to submit')
    : l10n.t`Not ready: ${pluralize(problems.length, 'problem')} to check before submitting`
}

function proposalButtons({ url, repository }: ProposalAnswer, canCreate: boolean): string {
  const actions: readonly ProposalAction[] = [
    'copyBody',
    'copyTitle',
    ...(url === null ? [] : (['open'] as const)),
    ...(repository === null || !canCreate ? [] : (['create'] as const)),
  ]
  return actions
    .map((action) => `<button type="button" data-action="${action}">${escapeHtml(proposalActionLabels()[action])}</button>`)
    .join(' ')
}

const proposalCounterText = (used: number, max: number): string =>
  used > max
    ? l10n.t`${formatNumber(used)} of ${formatNumber(max)}, too long`
    : l10n.t`${formatNumber(used)} of ${formatNumber(max)}`

function proposalInput({ id, label, value, counter }: ProposalAnswerField, problems: readonly ProposalAnswerProblem[]): string {
  const own = problems.flatMap((problem, index) => (problem.field === id ? [proposalProblemItem(problem, index)] : []))
  const isOver = counter !== null && counter.used > counter.max
  const count =
    counter === null
      ? ''
      : ` <span class="counter${isOver ? ' over' : ''}">${escapeHtml(proposalCounterText(counter.used, counter.max))}</span>`
  const shown =
    value === '' ? `<p class="nothing">${escapeHtml(l10n.t('No response'))}</p>` : `<pre class="value">${escapeHtml(value)}</pre>`
  return `<section><h2>${escapeHtml(label)}${count}</h2>${shown}${own.length > 0 ? `<ul class="problems">${own.join('')}</ul>` : ''}</section>`
}

const proposalSeverityWords = () => ({ error: l10n.t('Rejected'), warning: l10n.t('To check') })

/** A problem; one with a place in the list is a button that goes there. */
function proposalProblemItem({ severity, message, range }: ProposalAnswerProblem, index: number): string {
  const text = `<span class="severity">${escapeHtml(proposalSeverityWords()[severity])}</span> ${escapeHtml(message)}`
  return range === null
    ? `<li class="${severity}">${text}</li>`
    : `<li><button type="button" class="${severity}" data-go="${index}">${text} <span class="place">${escapeHtml(l10n.t`line ${range.start.line + 1}`)}</span></button></li>`
}

/** The page without content, which its script (`media/actionPage.js`) fills in. */
export const emptyProposalPage =
  (): string => `<main id="proposal" tabindex="-1" aria-label="${escapeHtml(l10n.t('Proposal'))}"><p class="nothing">${escapeHtml(l10n.t('Loading…'))}</p></main>
<p id="news" class="heard" role="status" aria-live="polite"></p>`
