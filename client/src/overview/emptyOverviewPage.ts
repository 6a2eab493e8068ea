import * as l10n from '@vscode/l10n'
import { escapeHtml } from '../../../server/src/text/escapeHtml.ts'

const overviewSectionTitles = () => ({
  years: l10n.t('Ideas per year'),
  lists: l10n.t('Lists'),
  projects: l10n.t('Projects'),
  mentors: l10n.t('Mentor workload'),
  skills: l10n.t('Skills'),
  sizes: l10n.t('Sizes'),
  findings: l10n.t('Problems'),
})

/** The parts of the page that have a heading. */
export type OverviewSectionId = keyof ReturnType<typeof overviewSectionTitles>

/** The page without content, which its script (`media/overview.js`) fills in. */
export const emptyOverviewPage = (): string => {
  const sections = Object.entries(overviewSectionTitles()).map(([id, title]) => ({ id, title: escapeHtml(title) }))
  const html = (text: string): string => escapeHtml(text)
  return `<header>
<h1>${html(l10n.t('Overview'))}</h1>
<div class="tools">
<label id="scope" hidden>${html(l10n.t('Year'))} <select id="choice"></select></label>
<button type="button" data-do="refresh">${html(l10n.t('Refresh'))}</button>
<button type="button" data-do="save">${html(l10n.t('Export as CSV'))}</button>
<button type="button" data-do="copy">${html(l10n.t('Copy as Table'))}</button>
</div>
</header>
<main id="main" tabindex="-1" aria-label="${html(l10n.t('Overview'))}">
<div id="summary"><p class="nothing">${html(l10n.t('Reading idea lists…'))}</p></div>
<nav id="nav" aria-label="${html(l10n.t('Sections'))}" hidden><ul>${sections.map(({ id, title }) => `<li><a href="#section-${id}">${title}</a></li>`).join('')}</ul></nav>
<div class="sections">
${sections.map(({ id, title }) => `<section id="section-${id}" tabindex="-1" aria-labelledby="title-${id}" hidden><h2 id="title-${id}">${title}</h2><div id="${id}"></div></section>`).join('\n')}
</div>
</main>
<p id="news" class="heard" role="status" aria-live="polite"></p>`
}
