import * as l10n from '@vscode/l10n'
import type { IdeaAt, IdeaFinding } from '../../../server/src/protocol/protocol.ts'
import { escapeHtml } from '../../../server/src/text/escapeHtml.ts'
import { safeHtml } from '../../../server/src/text/safeHtml.ts'
import { pluralize } from '../../../server/src/text/wording.ts'
import { severityNames } from '../webview/severityNames.ts'
import { linkHandles } from './linkHandles.ts'

/** What the page shows: an idea with its text as HTML (null if VS Code cannot render it), or a sentence. */
export type IdeaPageState =
  | { readonly kind: 'idea'; readonly idea: IdeaAt; readonly rendered: string | null }
  | { readonly kind: 'message'; readonly why: string }

/** The parts of the page, as HTML. */
export interface IdeaPageParts {
  /** Of the tab, as plain text. */
  readonly title: string
  readonly idea: string
  readonly findings: string
  /** Plain text that a screen reader reads out if it has changed. */
  readonly announcement: string
}

export const ideaPageParts = (state: IdeaPageState): IdeaPageParts =>
  state.kind === 'idea'
    ? ideaParts(state.idea, state.rendered)
    : { title: l10n.t('Idea'), idea: `<p class="nothing">${escapeHtml(state.why)}</p>`, findings: '', announcement: state.why }

const ideaParts = ({ title, project, text, findings, readiness, handles }: IdeaAt, rendered: string | null): IdeaPageParts => {
  const name = title?.trim() || l10n.t('Untitled idea')
  const count = ideaPageFindingCount(findings.length)
  return {
    title: l10n.t`Idea: ${name}`,
    idea: [
      project?.trim() ? `<p class="project">${escapeHtml(project)}</p>` : '',
      `<h1>${escapeHtml(name)}</h1>`,
      `<p class="${readiness.isReady ? 'ready' : 'unready'}">${escapeHtml(readiness.text)}</p>`,
      // shown if the page is too narrow for a column of findings
      findings.length > 0 ? `<p class="below"><a href="#findings" data-jump>${count}</a></p>` : '',
      rendered === null ? `<pre class="plain">${escapeHtml(text.trim())}</pre>` : linkHandles(safeHtml(rendered), handles),
    ].join('\n'),
    findings: `<h2>${count}</h2>${findings.length > 0 ? `\n<ol>${findings.map(ideaPageFinding).join('')}</ol>` : ''}`,
    announcement: `${name}, ${readiness.text}, ${count}`,
  }
}

const ideaPageFindingCount = (count: number): string => (count === 0 ? l10n.t('No problems') : pluralize(count, 'problem'))

const ideaPageFinding = ({ code, severity, message, range }: IdeaFinding, index: number): string =>
  [
    `<li><button type="button" data-finding="${index}" class="${severity}">`,
    `<span class="severity">${severityNames()[severity]}</span> <span class="message">${escapeHtml(message)}</span> `,
    `<span class="place">${escapeHtml(l10n.t`${code}, line ${range.start.line + 1}`)}</span></button>`,
    `<button type="button" data-fix="${index}" class="fix" aria-label="${escapeHtml(l10n.t`Fix ${code}, line ${range.start.line + 1}`)}">`,
    `${escapeHtml(l10n.t('Fix…'))}</button></li>`,
  ].join('')

/** The page without content, which its script (`media/idea.js`) fills in. */
export const emptyIdeaPage =
  (): string => `<main id="idea" tabindex="-1" aria-label="${escapeHtml(l10n.t('Idea'))}"><p class="nothing">${escapeHtml(l10n.t('Loading…'))}</p></main>
<aside id="findings" tabindex="-1" aria-label="${escapeHtml(l10n.t('Problems'))}"></aside>
<p id="news" class="heard" role="status" aria-live="polite"></p>`
