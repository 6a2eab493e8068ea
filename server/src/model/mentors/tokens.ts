import type { Span } from '../../text/span.ts'
import { githubAccountOfLink, type SourceLink } from '../blocks/links.ts'
import { contactPatterns, isObfuscated } from './contactPatterns.ts'
import { ignoredSpans } from './ignoredText.ts'
import { isCapitalizedWord, isJobWord, isLocationPreposition, isSiteWord, nameParticles, sites } from './mentorWords.ts'
import { handleWithoutAt } from './samePerson.ts'

/** A part of an idea's text that names mentors. */
export interface MentorSource {
  readonly span: Span
  /** Whether it is a list item of its own, which usually names one person. */
  readonly isSingleItem: boolean
}

/** A part of a mentors field; spans count from the start of the idea. */
export interface Token {
  readonly kind:
    | 'word'
    | 'handle'
    | 'email'
    | 'obfuscated'
    | 'malformed'
    | 'profile'
    | 'foreign'
    | 'open'
    | 'close'
    | 'comma'
    | 'and'
    | 'dash'
    | 'colon'
    | 'line'
    | 'label'
    | 'otherSite'
    | 'cell'
  /** What it means: a handle without its `@`, an address, the account that a `profile` links to. */
  readonly value: string
  readonly span: Span
  /** The text of a link, unless that is an address. */
  readonly shown?: string
}

type Pattern = readonly [Token['kind'], RegExp]

/** In the order in which they are tried. They are sticky: `lastIndex` is set before each use. */
const tokenPatterns: readonly Pattern[] = [
  ['line', /\\?(?:\r\n|\r|\n)\s*/y],
  ['line', /<br[ \t]?\/?>/iy],
  // GitHub handle:
  [
    'label',
    new RegExp(
      String.raw`(name|github|gh|e-?mail|mail|${sites.join('|')})(?:[ \t](?:id|handle|username|user|account|address))?[ \t]?(?::(?!\/\/)|：)`,
      'iy',
    ),
  ],
  ['label', /(github|gh)(?=[ \t]@)/iy],
  ['label', /(e-?mail|mail)(?=[ \t]<?[\w.%+-]{1,64}@)/iy],
  ...contactPatterns,
  ['foreign', /<?https?:\/\/[^\s<>()"'`,（），]+>?/iy],
  ['profile', /(?:www\.)?(github\.com\/[A-Za-z0-9][\w-]*)\/?(?=[\s,;)\]`|，）]|\.?$|\.\s)/iy],
  ['open', /[([{（]/y],
  ['close', /[)\]}）]/y],
  ['comma', /[,;，；、]/y],
  // after a contact: `ada@example.org. Ben Example`
  ['comma', /\.(?=[ \t]+\p{Lu})/uy],
  ['and', /(?:&|\band\b(?=\s)|\bor\b(?=\s)|\||[/•·+](?=[ \t\r\n@[]|$))/iy],
  // in other languages only in lower case: `Et` is a name
  ['and', /(?:und|et)(?=[ \t]+[\p{Lu}\p{Lo}@[])/uy],
  // also the bullet of `-Jane Roe`; the hyphens within a word belong to it
  ['dash', /[-–—]{1,2}(?=\s|$|\p{L})/uy],
  ['colon', /:(?=[\s*_]|$)|：/y],
  ['word', /(?:[^\s,;()[\]{}<>@&:*`|\\（），；、：]|:(?=[^\s*_])|&(?=\S)|\\(?=\S))+/y],
]

/** Kinds of tokens that begin with neither a letter nor a digit. */
const signs: ReadonlySet<Token['kind']> = new Set(['line', 'open', 'close', 'comma', 'dash', 'colon'])

/** What is tried at a letter or digit, which most tokens begin with. */
const wordPatterns: readonly Pattern[] = tokenPatterns.filter(([kind]) => !signs.has(kind))

const isAsciiWordCode = (code: number): boolean =>
  (code > 96 && code < 123) || (code > 64 && code < 91) || (code > 47 && code < 58)

/** Cuts `source` into tokens, in linear time: a Markdown link is one token, ignored text none. */
export function tokenize(text: string, { span, isSingleItem }: MentorSource, links: readonly SourceLink[]): readonly Token[] {
  const source = text.slice(span.start, span.end)
  const byStart = new Map(links.filter(({ form }) => form !== 'bare').map((link) => [link.span.start - span.start, link]))
  const ignored = ignoredSpans(source, isSingleItem)
  const found: Token[] = []
  for (let at = 0; at < source.length; ) {
    const past = ignored.endOf(at)
    if (past !== undefined) {
      at = past
      continue
    }
    const link = byStart.get(at)
    const read = link && link.span.end <= span.end ? linkToken(link) : nextToken(source, at, span.start)
    const token =
      read?.kind === 'and' && isGivenName(found.at(-1), source.slice(at, at + 60)) ? { ...read, kind: 'word' as const } : read
    if (token && token.value !== '')
      addToken(found, ignored.hasTable && token.value === '|' ? { ...token, kind: 'cell' } : token, text)
    at = token ? token.span.end - span.start : at + 1
  }
  return found
}

/**
 * Whether the `and` at the start of `source` is a name, not a separator: first in an entry, after another `and`, or after a comma before
 * one word with a contact: `Jane, And Smith (@smith)`.
 */
function isGivenName(before: Token | undefined, source: string): boolean {
  if (!/^And[ \t]+\p{Lu}/u.test(source)) return false
  if (before === undefined || before.kind === 'and') return true
  return before.kind === 'comma' && /^And[ \t]+[^\s,;()@]{1,40}[ \t]*[(（@]/u.test(source)
}

/** Adds a token: `Slack: @ada` is an account of that site, `ada*@example.org` one address. */
function addToken(found: Token[], token: Token, text: string): void {
  const last = found.at(-1)
  if (token.kind === 'handle' && last && tokenNamesSite(last)) found.push({ ...token, kind: 'otherSite' })
  else if (token.kind === 'email' && last?.kind === 'word' && text.slice(last.span.end, token.span.start) === '*') {
    const span = { start: last.span.start, end: token.span.end }
    found[found.length - 1] = { kind: 'malformed', value: text.slice(span.start, span.end), span }
  } else found.push(token)
}

const tokenNamesSite = ({ kind, value }: Token): boolean => (kind === 'word' || kind === 'label') && isSiteWord(value)

/** Spaces, tabs and emphasis marks belong to no token. */
const skipped: ReadonlySet<string> = new Set(' \t*_`')

function nextToken(source: string, at: number, base: number): Token | null {
  if (skipped.has(source[at]!)) return null
  for (const [kind, pattern] of isAsciiWordCode(source.charCodeAt(at)) ? wordPatterns : tokenPatterns) {
    pattern.lastIndex = at
    const match = pattern.exec(source)
    if (!match || match[0] === '') continue
    if (kind === 'obfuscated' && !isObfuscated(match[0], source.slice(Math.max(0, at - 200), at))) continue
    // `Or` is a name
    if (kind === 'and' && match[0] === 'Or') continue
    return tokenOf(kind, match, { start: base + at, end: base + at + match[0].length })
  }
  return null
}

function tokenOf(kind: Token['kind'], [whole, part = whole]: RegExpExecArray, span: Span): Token {
  switch (kind) {
    case 'foreign':
      return urlToken(trimTokenUrl(whole), span)
    case 'profile':
      return { kind, value: githubAccountOfLink(part)!, span }
    case 'label':
      return { kind, value: labelTokenValue(part.toLowerCase()), span }
    case 'handle':
      return { kind, value: handleWithoutAt(whole).replaceAll('\\_', '_'), span }
    case 'word':
      return { kind, value: isPunctuationToken(whole) ? '' : whole.replaceAll('\\_', '_'), span }
    default:
      return { kind, value: part.replaceAll('\\_', '_'), span }
  }
}

/** `…`, and the number of an ordered item: `1.` */
const isPunctuationToken = (word: string): boolean => !/[\p{L}\p{N}]/u.test(word) || /^\d{1,2}\.$/.test(word)

/** `gh` → `github`, `e-mail` → `email` */
const labelTokenValue = (label: string): string =>
  label === 'gh' ? 'github' : label === 'mail' ? 'email' : label.replace('-', '')

/** `<https://example.org>` and `https://example.org.` without what is around the URL. */
function trimTokenUrl(url: string): string {
  let end = url.length
  while (end > 0 && (url[end - 1] === '>' || url[end - 1] === '.')) end--
  return url.slice(url.startsWith('<') ? 1 : 0, end)
}

function urlToken(url: string, span: Span): Token {
  const account = githubAccountOfLink(url)
  return account ? { kind: 'profile', value: account, span } : { kind: 'foreign', value: url, span }
}

function linkToken({ url, span, text }: SourceLink): Token {
  // `[@Ada Example](https://github.com/ada)` shows a name
  const shown = text.trim().replace(/^@(?=\S+\s)/, '')
  if (/^mailto:/i.test(url)) {
    const value = url.slice(7).replace(/\?.*$/, '')
    return { kind: 'email', value, span, ...(!shown.includes('@') && { shown }) }
  }
  const account = githubAccountOfLink(url)
  if (account) return { kind: 'profile', value: account, span, shown }
  return { kind: 'foreign', value: url, span, shown }
}

export const emailKinds: readonly Token['kind'][] = ['email', 'obfuscated', 'malformed']
export const accountKinds: readonly Token['kind'][] = ['handle', 'profile']
const contactKinds: ReadonlySet<Token['kind']> = new Set([...emailKinds, ...accountKinds, 'foreign'])

export const isContactToken = ({ kind }: Pick<Token, 'kind'>): boolean => contactKinds.has(kind)

/** `Tech lead at`, `Maintainer`: what a person does, or where. */
export function areJobTitleTokens(words: readonly Token[]): boolean {
  const last = words.at(-1)
  return last?.kind === 'word' && (isLocationPreposition(last.value) || isJobWord(last.value))
}

/** Whether all words are capitalized, apart from particles within the name: `Jan van der Dyk`. */
export const tokensLookLikeName = (words: readonly Token[]): boolean =>
  words.every(
    ({ kind, value }, index) =>
      kind === 'word' && (isCapitalizedWord(value) || (index > 0 && index < words.length - 1 && nameParticles.has(value))),
  )

/** From the first to the last of the tokens, of which there is at least one. */
export const tokenSpan = (tokens: readonly Token[]): Span => ({ start: tokens[0]!.span.start, end: tokens.at(-1)!.span.end })

/** `(` or `)` */
export const isBracketToken = ({ kind }: Token): boolean => kind === 'open' || kind === 'close'
