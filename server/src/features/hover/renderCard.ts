import { sanitizeControlCharacters } from '../../text/sanitize.ts'
import type { Card, CardPart, TextLine, TextRun } from './card.ts'

/** The content format that the client prefers. */
export type HoverFormat = 'markdown' | 'plaintext'

/** The card as Markdown, in which no text of a file can act as markup, or as plain text. */
export const renderCard = (card: Card, format: HoverFormat): string =>
  card.map(format === 'markdown' ? markdownPart : plainPart).join('\n\n')

const plainPart = (part: CardPart): string => {
  if (part.kind === 'line') return plainLine(part.line)
  if (part.kind === 'list') return part.items.map((item) => `- ${plainLine(item)}`).join('\n')
  return part.lines.map((each) => `    ${renderedLine(each)}`).join('\n')
}

const plainLine = (runs: TextLine): string => renderedLine(runs.map(plainRun).join(''))

function plainRun(run: TextRun): string {
  if (typeof run === 'string') return run
  if ('strong' in run) return run.strong
  if ('code' in run) return run.code
  const { text, url } = run
  if (url === null || url.startsWith('mailto:')) return text
  return url.includes(text) ? url : `${text} (${url})`
}

const markdownPart = (part: CardPart): string => {
  if (part.kind === 'line') return markdownLine(part.line)
  if (part.kind === 'list') return part.items.map((item) => `- ${markdownLine(item)}`).join('\n')
  const fence = '`'.repeat(Math.max(3, maxBackticks(part.lines.join('\n')) + 1))
  return [`${fence}text`, ...part.lines.map(renderedLine), fence].join('\n')
}

const markdownLine = (runs: TextLine): string =>
  runs
    .map(markdownRun)
    .join('')
    .trim()
    // would begin a heading or an item, or underline the line above
    .replace(/^(?:[#+=-]|\d{1,9}(?=[.)]))/, (mark) => (/\d/.test(mark) ? `${mark}\\` : `\\${mark}`))

function markdownRun(run: TextRun): string {
  if (typeof run === 'string') return escapeCardMarkdown(run)
  if ('code' in run) return cardCodeMarkdown(renderedLine(run.code))
  if ('strong' in run) return run.strong.trim() === '' ? '' : `**${escapeCardMarkdown(run.strong.trim())}**`
  return run.url === null ? escapeCardMarkdown(run.text) : `[${escapeCardMarkdown(run.text)}](${cardLinkTarget(run.url)})`
}

function cardCodeMarkdown(text: string): string {
  if (text.trim() === '') return ''
  const fence = '`'.repeat(maxBackticks(text) + 1)
  const pad = /^[` ]|[` ]$/.test(text) ? ' ' : ''
  return `${fence}${pad}${text}${pad}${fence}`
}

/** The length of the longest run of backticks. */
const maxBackticks = (text: string): number =>
  (text.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0)

/** The text on one line, without control characters. */
const renderedLine = (text: string): string => sanitizeControlCharacters(text.replace(/[^\S ]/g, ' '))

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** Text that is not read as markup, HTML, an autolink (GitHub) or an icon (VS Code's `$(icon)`). */
const escapeCardMarkdown = (text: string): string =>
  renderedLine(text)
    .replace(/[\\`*_[\]~|$^]/g, '\\$&')
    .replace(/[&<>]/g, (char) => entities[char]!)
    .replace(/:(?=\/\/)|(?<=\bwww)\.|(?<=[\w.+-])@/gi, '\\$&')

/** A URL as the target of a link; characters that could end it, or be read as an entity, are percent-encoded. */
const cardLinkTarget = (url: string): string =>
  url.replace(/[\s\p{Cc}()<>[\]\\`"'|{}^]|&(?=#?\w{1,40};)/gu, (char) => {
    const code = char.charCodeAt(0)
    return code > 0x7f ? encodeURIComponent(char) : `%${code.toString(16).padStart(2, '0').toUpperCase()}`
  })
