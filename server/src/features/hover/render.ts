import { sanitizeControlCharacters } from '../../text/sanitize.ts'
import type { Card, Line, Part, TextRun } from './card.ts'

export type Format = 'markdown' | 'plaintext'

/** The card as Markdown in which no text is anything but text, or as plain text. */
export const render = (card: Card, format: Format): string =>
  card.map(format === 'markdown' ? markdownPart : plainPart).join('\n\n')

const plainPart = (part: Part): string => {
  if (part.kind === 'line') return plainLine(part.line)
  if (part.kind === 'list') return part.items.map((item) => `- ${plainLine(item)}`).join('\n')
  return part.lines.map((each) => `    ${shown(each)}`).join('\n')
}

const plainLine = (pieces: Line): string => shown(pieces.map(plainPiece).join(''))

function plainPiece(piece: TextRun): string {
  if (typeof piece === 'string') return piece
  if ('strong' in piece) return piece.strong
  if ('code' in piece) return piece.code
  const { text, url } = piece
  if (url === null || url.startsWith('mailto:')) return text
  return url.includes(text) ? url : `${text} (${url})`
}

const markdownPart = (part: Part): string => {
  if (part.kind === 'line') return markdownLine(part.line)
  if (part.kind === 'list') return part.items.map((item) => `- ${markdownLine(item)}`).join('\n')
  const fence = '`'.repeat(Math.max(3, longestRun(part.lines.join('\n')) + 1))
  return [`${fence}text`, ...part.lines.map(shown), fence].join('\n')
}

const markdownLine = (pieces: Line): string =>
  pieces
    .map(markdownPiece)
    .join('')
    .trim()
    // what would begin a heading, an item, or underline the line above it
    .replace(/^(?:[#+=-]|\d{1,9}(?=[.)]))/, (mark) => (/\d/.test(mark) ? `${mark}\\` : `\\${mark}`))

function markdownPiece(piece: TextRun): string {
  if (typeof piece === 'string') return escaped(piece)
  if ('code' in piece) return codeSpan(shown(piece.code))
  if ('strong' in piece) return piece.strong.trim() === '' ? '' : `**${escaped(piece.strong.trim())}**`
  return piece.url === null ? escaped(piece.text) : `[${escaped(piece.text)}](${target(piece.url)})`
}

function codeSpan(text: string): string {
  if (text.trim() === '') return ''
  const fence = '`'.repeat(longestRun(text) + 1)
  const pad = /^[` ]|[` ]$/.test(text) ? ' ' : ''
  return `${fence}${pad}${text}${pad}${fence}`
}

const longestRun = (text: string): number => Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length))

/** On one line, without characters that do things. */
const shown = (text: string): string => sanitizeControlCharacters(text.replace(/[^\S ]/g, ' '))

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** Text that no reader of Markdown, GitHub's form of it and VS Code's icons among them, takes for marks, HTML or a link of its own. */
const escaped = (text: string): string =>
  shown(text)
    .replace(/[\\`*_[\]~|$^]/g, '\\$&')
    .replace(/[&<>]/g, (char) => entities[char]!)
    .replace(/:(?=\/\/)|(?<=\bwww)\.|(?<=[\w.+-])@/gi, '\\$&')

/** An address in the brackets behind a link's text; what could end it there, or be read as an entity, in percent signs. */
const target = (url: string): string =>
  url.replace(/[\s\p{Cc}()<>[\]\\`"'|{}^]|&(?=#?\w{1,40};)/gu, (char) => {
    const code = char.charCodeAt(0)
    return code > 0x7f ? encodeURIComponent(char) : `%${code.toString(16).padStart(2, '0').toUpperCase()}`
  })
