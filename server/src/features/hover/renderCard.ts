import { sanitizeControlCharacters } from '../../text/sanitize.ts'
import type { Card, CardPart, TextLine, TextRun } from './card.ts'

/** The content format that the client prefers. */
export type HoverFormat = 'markdown' | 'plaintext'

/** The card as Markdown, in which no text of a file can act as markup, or as plain text. */
export const renderCard = (card: Card, format: HoverFormat): string =>
  card.map(format === 'markdown' ? cardMarkdownPart : cardPlainPart).join('\n\n')

const cardPlainPart = (part: CardPart): string => {
  if (part.kind === 'line') return cardPlainLine(part.line)
  if (part.kind === 'list') return part.items.map((item) => `- ${cardPlainLine(item)}`).join('\n')
  return part.lines.map((each) => `    ${renderCardLine(each)}`).join('\n')
}

const cardPlainLine = (runs: TextLine): string => renderCardLine(runs.map(cardPlainRun).join(''))

function cardPlainRun(run: TextRun): string {
  if (typeof run === 'string') return run
  if ('strong' in run) return run.strong
  if ('code' in run) return run.code
  const { text, url } = run
  if (url === null || /^(?:mailto|file):/.test(url)) return text
  return url.includes(text) ? url : `${text} (${url})`
}

const cardMarkdownPart = (part: CardPart): string => {
  if (part.kind === 'line') return cardMarkdownLine(part.line)
  if (part.kind === 'list') return part.items.map((item) => `- ${cardMarkdownLine(item)}`).join('\n')
  const fence = '`'.repeat(Math.max(3, maxBackticksInCard(part.lines.join('\n')) + 1))
  return [`${fence}text`, ...part.lines.map(renderCardLine), fence].join('\n')
}

const cardMarkdownLine = (runs: TextLine): string =>
  runs
    .map(cardMarkdownRun)
    .join('')
    .trim()
    // would begin a heading or an item, or underline the line above
    .replace(/^(?:[#+=-]|\d{1,9}(?=[.)]))/, (mark) => (/\d/.test(mark) ? `${mark}\\` : `\\${mark}`))

function cardMarkdownRun(run: TextRun): string {
  if (typeof run === 'string') return escapeCardMarkdown(run)
  if ('code' in run) return cardCodeMarkdown(renderCardLine(run.code))
  if ('strong' in run) return run.strong.trim() === '' ? '' : `**${escapeCardMarkdown(run.strong.trim())}**`
  return run.url === null ? escapeCardMarkdown(run.text) : `[${escapeCardMarkdown(run.text)}](${cardLinkTarget(run.url)})`
}

function cardCodeMarkdown(text: string): string {
  if (text.trim() === '') return ''
  const fence = '`'.repeat(maxBackticksInCard(text) + 1)
  const pad = /^[` ]|[` ]$/.test(text) ? ' ' : ''
  return `${fence}${pad}${text}${pad}${fence}`
}

/** The length of the longest run of backticks. */
const maxBackticksInCard = (text: string): number =>
  (text.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0)

/** The text on one line, without control characters. */
const renderCardLine = (text: string): string => sanitizeControlCharacters(text.replace(/[^\S ]/g, ' '))

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** Text that is not read as markup, HTML, an autolink (GitHub) or an icon (VS Code's `$(icon)`). */
const escapeCardMarkdown = (text: string): string =>
  renderCardLine(text)
    .replace(/[\\`*_[\]~|$^]/g, '\\$&')
    .replace(/[&<>]/g, (char) => entities[char]!)
    .replace(/:(?=\/\/)|(?<=\bwww)\.|(?<=[\w.+-])@/gi, '\\$&')

/** A URL as the target of a link; characters that could end it, or be read as an entity, are percent-encoded. */
const cardLinkTarget = (url: string): string =>
  url.replace(/[\s\p{Cc}()<>[\]\\`"'|{}^]|&(?=#?\w{1,40};)/gu, (char) => {
    const code = char.charCodeAt(0)
    return code > 0x7f ? encodeURIComponent(char) : `%${code.toString(16).padStart(2, '0').toUpperCase()}`
  })
