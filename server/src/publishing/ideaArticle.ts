import { codePage } from '../features/codePage.ts'
import { mailUrl, profileUrl, webUrl } from '../features/urls.ts'
import { escapeHtml } from '../text/escapeHtml.ts'
import { markdownHtml } from './markdownHtml.ts'
import type { PublishedIdea, PublishedMentor, PublishedText } from './publishedIdeas.ts'

/** An idea as an `<article>`; `filters` are its values for the page's filters. */
export function ideaArticle(idea: PublishedIdea, filters: Readonly<Record<string, readonly string[]>>): string {
  const { id, title, project, list, url, skills, mentors, texts } = idea
  // what the search finds an idea by in addition to its text
  const handles = mentors.flatMap(({ handle }) => handle ?? [])
  const aliases = [...skills.flatMap((skill) => skill.aliases), ...handles, list].filter((alias) => alias !== '').join(' ')
  const data = Object.entries(filters).map(([key, values]) => ` data-${key}="${escapeHtml(JSON.stringify(values))}"`)
  const name = escapeHtml(title)
  return `<article id="${escapeHtml(id)}"${data.join('')}${aliases === '' ? '' : ` data-aliases="${escapeHtml(aliases)}"`}>
<h3>${url === null ? name : articleLinkHtml(url, name)}</h3>
${[
  project === '' ? '' : `<p class="quiet">${escapeHtml(project)}</p>`,
  articleTags(idea),
  ...texts.map(articleText),
  mentors.length === 0 ? '' : `<h4>Mentors</h4>\n<ul>${articleItems(mentors.map(articleMentorHtml))}</ul>`,
  articleLinks(idea),
]
  .filter((part) => part !== '')
  .join('\n')}
</article>`
}

/** Each on a line of its own: the search reads the text, in which two items without anything between them are one word. */
const articleItems = (items: readonly string[]): string => items.map((item) => `<li>${item}</li>`).join('\n')

/** Size, difficulty and skills. */
function articleTags({ size, hours, difficulty, skills }: PublishedIdea): string {
  const isWord = size !== null && hours !== null && !size.includes(String(hours))
  const tags = [
    size && `Size: ${isWord ? `${size} (${hours} hours)` : size}`,
    difficulty && `Difficulty: ${difficulty}`,
    ...skills.map(({ name }) => name),
  ]
  const items = tags.filter((tag) => tag !== null && tag !== '').map((tag) => escapeHtml(tag!))
  return items.length === 0 ? '' : `<ul class="tags" aria-label="Size, difficulty and skills">${articleItems(items)}</ul>`
}

const articleText = ({ label, markdown }: PublishedText): string =>
  `${label === '' ? '' : `<h4>${escapeHtml(label)}</h4>\n`}${articleHtml(markdownHtml(markdown))}`

/** Headings within a text are not headings of the page; links without text are dropped; what is too wide can be scrolled by key. */
const articleHtml = (html: string): string =>
  html
    .replace(/<h[1-6]>/g, '<p><strong>')
    .replace(/<\/h[1-6]>/g, '</strong></p>')
    .replace(/<a(?: [^>]*)?>\s*<\/a>/g, '')
    .replaceAll('<pre>', '<pre tabindex="0">')
    .replaceAll('<table>', '<div class="scrolls" tabindex="0" role="group" aria-label="Table"><table>')
    .replaceAll('</table>', '</table></div>')

function articleMentorHtml({ name, handle, email }: PublishedMentor): string {
  const profile = handle === null ? null : profileUrl(handle)
  const shown = escapeHtml(name ?? `@${handle ?? ''}`)
  const mail = email === null ? null : mailUrl(email)
  const person = profile === null ? (name === null && handle === null ? '' : shown) : articleLinkHtml(profile, shown)
  return [person, mail === null ? '' : articleLinkHtml(mail, escapeHtml(email!))].filter((part) => part !== '').join(', ')
}

function articleLinks({ upstream, lfxUrl }: PublishedIdea): string {
  const links = [
    ...upstream.map((each) => articleWebLink(each, articlePageName(each))),
    ...(lfxUrl === null ? [] : [articleWebLink(lfxUrl, 'LFX Mentorship')]),
  ]
  const shown = links.filter((link) => link !== null)
  return shown.length === 0 ? '' : `<p>${shown.join(' · ')}</p>`
}

/** `harbor#12` for an issue, otherwise the host and path. */
function articlePageName(url: string): string {
  const page = codePage(url)
  return page?.number ? `${page.repository ?? page.owner}#${page.number}` : url.replace(/^https?:\/\/(?:www\.)?/, '')
}

function articleWebLink(url: string, text: string): string | null {
  const href = webUrl(url)
  return href === null ? null : articleLinkHtml(href, escapeHtml(text))
}

const articleLinkHtml = (href: string, html: string): string => `<a href="${escapeHtml(href)}">${html}</a>`
