import styles from '../../../media/site.inline.css'
import script from '../../../media/site.inline.js'
import { escapeHtml } from '../text/escapeHtml.ts'
import { pluralizeEnglish } from '../text/wording.ts'
import { ideaArticle } from './ideaArticle.ts'
import type { PublishedIdea } from './publishedIdeas.ts'
import { type SiteFilter, siteFilterData, siteFilters } from './siteFilters.ts'

/** What lets the page's own script run. */
export type ScriptPermission =
  /** The value of a Content-Security-Policy for this script: `'sha256-…'`. */
  | { readonly kind: 'hash'; readonly of: (script: string) => string }
  /** In an editor, a word that is different for each page. */
  | { readonly kind: 'nonce'; readonly nonce: string }

export interface SitePage {
  readonly title: string
  readonly ideas: readonly PublishedIdea[]
  readonly permission: ScriptPermission
}

/** Written into each page, so that a later run knows that it may replace the file. */
export const siteGenerator = 'Idea Files'

/** All ideas as one HTML page: without remote content, complete without script; with it they can be searched and filtered. */
export function sitePage({ title, ideas, permission }: SitePage): string {
  const filters = siteFilters(ideas)
  const nonce = permission.kind === 'nonce' ? ` nonce="${escapeHtml(permission.nonce)}"` : ''
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="${siteGenerator}">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src ${sitePageScriptSource(permission)}; base-uri 'none'; form-action 'none'">
<title>${escapeHtml(title)}</title>
<style>${styles}</style>
</head>
<body>
<header>
<h1>${escapeHtml(title)}</h1>
<p class="quiet">${pluralizeEnglish(ideas.length, 'idea')} of ${pluralizeEnglish(new Set(ideas.map(({ list }) => list)).size, 'list')}</p>
</header>
${siteFilterForm(filters)}
<main>
${sitePageIdeas(ideas, filters)}
</main>
<script${nonce}>${script}</script>
</body>
</html>
`
}

const sitePageScriptSource = (permission: ScriptPermission): string =>
  permission.kind === 'hash' ? permission.of(script) : `'nonce-${escapeHtml(permission.nonce)}'`

/** Hidden until the script runs: without it the form could do nothing. */
const siteFilterForm = (filters: readonly SiteFilter[]): string => `<div role="search">
<form hidden aria-label="Find an idea">
<label class="search">Search <input type="search" name="q" autocomplete="off" spellcheck="false"></label>
${filters.map(siteFilterSelect).join('\n')}
<button type="reset">Show all</button>
<output aria-live="polite"></output>
</form>
</div>`

const siteFilterSelect = ({ key, label, values }: SiteFilter): string =>
  `<label>${label} <select name="${key}"><option value="">All</option>${values
    .map((value) => `<option>${escapeHtml(value)}</option>`)
    .join('')}</select></label>`

/** A section for each list, with the ideas in their order. */
function sitePageIdeas(ideas: readonly PublishedIdea[], filters: readonly SiteFilter[]): string {
  const lists = new Map<string, PublishedIdea[]>()
  for (const idea of ideas) {
    const own = lists.get(idea.list)
    if (own) own.push(idea)
    else lists.set(idea.list, [idea])
  }
  return [...lists]
    .map(
      ([list, own], index) => `<section aria-labelledby="list-${index + 1}">
<h2 id="list-${index + 1}">${escapeHtml(list)}</h2>
${own.map((idea) => ideaArticle(idea, siteFilterData(idea, filters))).join('\n')}
</section>`,
    )
    .join('\n')
}
