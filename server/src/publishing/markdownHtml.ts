import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'
import { escapeHtml } from '../text/escapeHtml.ts'
import { safeHtml } from '../text/safeHtml.ts'

// the parser's time grows faster than a text with many brackets; no idea of a list is as long
const maxRendered = 50_000

/** One line without anything that Markdown could mean: most texts of a list. The parser takes half of a page's time. */
const lineWithoutMarkdown = /^(?!.*www\.)\p{L}(?:[\p{L}\p{N} ,.;()?'%+-]*[\p{L}\p{N},.;()?'%+-])?$/iu

/** Untrusted Markdown as HTML that loads and runs nothing, see `safeHtml`; a text that is too long is shown as it is. */
export const markdownHtml = (markdown: string): string =>
  markdown.length > maxRendered
    ? `<pre>${escapeHtml(markdown)}</pre>`
    : lineWithoutMarkdown.test(markdown)
      ? `<p>${markdown}</p>`
      : safeHtml(
          micromark(markdown, { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] }).replaceAll(
            /<input type="checkbox"( disabled="")?( checked="")?[^>]{0,40}>/g,
            (_, __, checked) => (checked ? '☑' : '☐'),
          ),
        )
