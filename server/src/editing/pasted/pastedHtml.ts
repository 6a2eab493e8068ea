import { fencedCode } from './pastedCode.ts'

/**
 * The text of HTML that was copied from a document or a sheet, with a bullet before each item, a tab between cells, blank lines between
 * paragraphs, and headings and links as Markdown. Nothing of the HTML is kept, so nothing of it can run.
 */
export function pastedHtmlText(html: string): string {
  // the plain text of the clipboard is taken in place of half of it
  if (html.length > maxPastedHtml) return ''
  const from = html.indexOf(fragmentStart)
  const to = html.indexOf('<!--EndFragment')
  const state: HtmlReading = {
    lines: [],
    line: '',
    isApart: false,
    lists: 0,
    skips: 0,
    isRow: false,
    link: null,
    code: null,
    wordAt: null,
  }
  const fragment = html.slice(from < 0 ? 0 : from + fragmentStart.length, to < 0 ? undefined : to)
  for (const [piece, closes, name, attributes = ''] of withoutHtmlComments(fragment).matchAll(htmlPiece)) {
    if (state.code !== null) readHtmlCode(state, state.code, piece, name?.toLowerCase(), closes === '/', attributes)
    else if (name === undefined) addHtmlText(state, piece)
    else readHtmlTag(state, name.toLowerCase(), closes === '/', attributes)
  }
  if (state.code !== null) endHtmlCode(state, state.code)
  endHtmlLine(state)
  return state.lines.join('\n')
}

const fragmentStart = '<!--StartFragment-->'

const maxPastedHtml = 1_000_000

/** A tag, of any name (`<o:p>`) or a declaration (`<![endif]>`); a text. */
const htmlPiece = /<(\/?)([a-z][a-z\d]*)\b([^<>]*)>|<[!?][^<>]*>|[^<]+|</gi

/** A word processor puts comments between the words: `<!--[endif]-->`. An unclosed one goes to the end. */
function withoutHtmlComments(html: string): string {
  const kept: string[] = []
  let at = 0
  for (;;) {
    const start = html.indexOf('<!--', at)
    kept.push(html.slice(at, start < 0 ? undefined : start))
    const end = start < 0 ? -1 : html.indexOf('-->', start + 2)
    if (end < 0) return kept.join('')
    at = end + 3
  }
}

interface HtmlReading {
  readonly lines: string[]
  /** The line that is being read. */
  line: string
  /** Whether a blank line goes before it. */
  isApart: boolean
  /** How many lists are open. */
  lists: number
  /** How many elements without visible text are open. */
  skips: number
  /** Whether a row of a table is open: all of it is one line. */
  isRow: boolean
  /** A link in this line. */
  link: { readonly target: string; readonly start: number } | null
  /** The code that is being read, and its language. */
  code: HtmlCode | null
  /** Where code within a line begins. */
  wordAt: number | null
}

interface HtmlCode {
  text: string
  language: string
}

const invisibleElement = /^(?:style|script|head|title|template)$/
const paragraphElement = /^(?:p|h[1-6]|blockquote)$/
const blockElement = /^(?:p|div|ul|ol|li|table|h[1-6]|br|section|article|blockquote|dt|dd|pre)$/

function readHtmlTag(state: HtmlReading, name: string, closes: boolean, attributes: string): void {
  if (invisibleElement.test(name)) state.skips = Math.max(0, state.skips + (closes ? -1 : 1))
  else if (name === 'a') readHtmlLink(state, closes, attributes)
  else if (name === 'code') readHtmlCodeWord(state, closes)
  else if (name === 'pre' && !closes && !state.isRow) state.code = { text: '', language: languageOfHtml(attributes) }
  else if (name === 'tr') {
    endHtmlLine(state)
    state.isRow = !closes
  } else if (name === 'td' || name === 'th') {
    if (!closes && state.isRow && state.line !== '') state.line = `${state.line.trimEnd()}\t`
  } else if (blockElement.test(name)) readHtmlBlock(state, name, closes)
}

function readHtmlBlock(state: HtmlReading, name: string, closes: boolean): void {
  if (state.isRow) {
    if (state.line !== '' && !/\s$/.test(state.line.slice(-1))) state.line += ' '
    return
  }
  const isEmptyLine = name === 'br' && state.line === ''
  // the paragraph of an item is on the line of its bullet
  if (!/^ *● $/.test(state.line.slice(0, 100))) endHtmlLine(state)
  if (state.lists === 0 && (isEmptyLine || paragraphElement.test(name))) state.isApart = true
  if (/^h[1-6]$/.test(name) && !closes && state.line === '') state.line = `${'#'.repeat(Number(name[1]))} `
  if (name === 'ul' || name === 'ol') state.lists = Math.max(0, state.lists + (closes ? -1 : 1))
  if (name === 'li' && !closes) state.line = `${'  '.repeat(Math.min(20, Math.max(0, state.lists - 1)))}● `
}

/** Code within a line: in backticks, as `List<T>` would be HTML. */
function readHtmlCodeWord(state: HtmlReading, closes: boolean): void {
  const { wordAt, line } = state
  state.wordAt = closes ? null : line.length
  if (!closes || wordAt === null) return
  const [, before = '', word = '', after = ''] = /^(\s*)(.*?)(\s*)$/.exec(line.slice(wordAt)) ?? []
  if (word !== '' && !/[`\t]/.test(word)) state.line = `${line.slice(0, wordAt)}${before}\`${word}\`${after}`
}

/** A piece of the code in `<pre>`, in which spaces and line breaks are kept. */
function readHtmlCode(
  state: HtmlReading,
  code: HtmlCode,
  piece: string,
  name: string | undefined,
  closes: boolean,
  attributes: string,
): void {
  if (name === 'pre' && closes) endHtmlCode(state, code)
  else if (name === undefined) code.text += /^<[!?]/.test(piece) ? '' : decodeHtmlText(piece)
  else if (name === 'br' || ((name === 'div' || name === 'p') && closes)) code.text += '\n'
  else if (name === 'code' && !closes) code.language ||= languageOfHtml(attributes)
}

const languageOfHtml = (attributes: string): string =>
  /\blang(?:uage-|[ \t]*=[ \t]*["']?)([\w+#-]{1,20})/.exec(attributes)?.[1] ?? ''

/** Puts the code in a block of Markdown, in the item that it is in. */
function endHtmlCode(state: HtmlReading, { text, language }: HtmlCode): void {
  state.code = null
  const lines = text
    .replace(/\r\n?/g, '\n')
    .replace(/^\n|\s+$/g, '')
    .split('\n')
  if (text.trim() === '') return
  const isItem = /^ *● $/.test(state.line.slice(0, 100))
  const bullet = isItem ? state.line : ''
  if (isItem) state.line = ''
  endHtmlLine(state)
  const indent = '  '.repeat(Math.min(20, state.lists))
  const written = fencedCode(lines, language).split('\n')
  pushHtmlLines(
    state,
    written.map((line, index) => (index === 0 && isItem ? bullet : indent) + line),
  )
}

function pushHtmlLines(state: HtmlReading, lines: readonly string[]): void {
  if (state.isApart && state.lines.length > 0) state.lines.push('')
  state.lines.push(...lines)
  state.isApart = false
}

function endHtmlLine(state: HtmlReading): void {
  const line = state.line.trimEnd()
  if (line !== '' && !/^#+$/.test(line)) pushHtmlLines(state, [line])
  state.line = ''
  state.link = null
  state.wordAt = null
}

function readHtmlLink(state: HtmlReading, closes: boolean, attributes: string): void {
  if (!closes) {
    const target = htmlLinkTarget(attributes)
    state.link = target === null ? null : { target, start: state.line.length }
    return
  }
  if (state.link === null) return
  const { target, start } = state.link
  const text = state.line.slice(start).trim()
  state.link = null
  if (text === '' || text === target || `${text}/` === target) return
  const isAddress = /^(?:https?:\/\/|www\.)\S+$/i.test(text)
  state.line = state.line.slice(0, start) + (isAddress ? target : `[${text.replace(/[[\]]/g, '\\$&')}](${target})`)
}

/** The target of a link to the web; a document wraps it in an address of its own: `https://www.google.com/url?q=…`. */
function htmlLinkTarget(attributes: string): string | null {
  const written = /\shref[ \t]*=[ \t]*(?:"([^"]*)"|'([^']*)')/i.exec(attributes)
  const href = decodeHtmlText(written?.[1] ?? written?.[2] ?? '')
  const wrapped = /^https:\/\/www\.google\.com\/url\?(?:[^#]*&)?q=([^&#]+)/.exec(href)?.[1]
  const target = wrapped === undefined ? href : safelyDecodedHtml(wrapped)
  return /^https?:\/\/[^\s<>()]+$/i.test(target) ? target : null
}

function safelyDecodedHtml(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}

/** `<cli>` would be an element that no one sees; `<ada@example.org>` is a link. */
const beginOfTag = /<(?!(?:https?:\/\/[^\s<>]+|[^\s<>@]+@[^\s<>@]+)>)(?=[a-z/!?]|$)/gi

function addHtmlText(state: HtmlReading, raw: string): void {
  if (state.skips > 0 || /^<[!?]/.test(raw)) return
  const shown = decodeHtmlText(raw.replace(/[ \t\r\n]+/g, ' '))
  const text = state.wordAt === null ? shown.replace(beginOfTag, '\\<') : shown
  const isAtStart = state.line === '' || /\s/.test(state.line.slice(-1))
  state.line += isAtStart ? text.replace(/^ +/, '') : text
}

const htmlEntities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

function decodeHtmlText(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return htmlEntities[String(name).toLowerCase()] ?? whole
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal)
    return code > 31 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : ' '
  })
}
