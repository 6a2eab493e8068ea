import type { IdeaAt, IdeaFinding } from '../../../server/src/protocol/protocol.ts'
import { pluralize } from '../../../server/src/text/wording.ts'
import { escapeHtml, safeHtml } from './sanitizeHtml.ts'

/** What the page shows: an idea, with the HTML that its text was rendered to (null where nobody renders), or a sentence. */
export type View =
  | { readonly kind: 'idea'; readonly idea: IdeaAt; readonly rendered: string | null }
  | { readonly kind: 'nothing'; readonly why: string }

/** The parts of the page, as HTML. */
export interface Parts {
  /** Of the tab, as plain text. */
  readonly title: string
  readonly idea: string
  readonly findings: string
  /** What a screen reader says where it differs from what it said last; plain text. */
  readonly news: string
}

export const partsOf = (view: View): Parts =>
  view.kind === 'idea'
    ? ideaParts(view.idea, view.rendered)
    : { title: 'Idea', idea: `<p class="nothing">${escapeHtml(view.why)}</p>`, findings: '', news: view.why }

const ideaParts = ({ title, project, text, findings }: IdeaAt, rendered: string | null): Parts => {
  const name = title?.trim() || 'Idea without a title'
  const count = openFindings(findings.length)
  return {
    title: `Idea: ${name}`,
    idea: [
      project?.trim() ? `<p class="project">${escapeHtml(project)}</p>` : '',
      `<h1>${escapeHtml(name)}</h1>`,
      // for a page that is too narrow for them beside the text
      `<p class="below">${findings.length > 0 ? `<a href="#findings" data-jump>${count}</a>` : count}</p>`,
      rendered === null ? `<pre class="plain">${escapeHtml(text.trim())}</pre>` : safeHtml(rendered),
    ].join('\n'),
    findings: `<h2>${count}</h2>${findings.length > 0 ? `\n<ol>${findings.map(findingItem).join('')}</ol>` : ''}`,
    news: `${name}, ${count}`,
  }
}

const openFindings = (count: number): string => (count === 0 ? 'No open findings' : pluralize(count, 'open finding'))

const severities = { error: 'Error', warning: 'Warning', information: 'Information', hint: 'Hint' } as const

const findingItem = ({ code, severity, message, range }: IdeaFinding, index: number): string =>
  [
    `<li><button type="button" data-finding="${index}" class="${severity}">`,
    `<span class="severity">${severities[severity]}</span> <span class="message">${escapeHtml(message)}</span> `,
    `<span class="place">${escapeHtml(code)}, line ${range.start.line + 1}</span></button></li>`,
  ].join('')

/** The page without content, which its script fills in. */
export const emptyPage = `<main id="idea" tabindex="-1" aria-label="Idea"><p class="nothing">Reading the idea …</p></main>
<aside id="findings" tabindex="-1" aria-label="Open findings"></aside>
<p id="news" class="heard" role="status" aria-live="polite"></p>`
