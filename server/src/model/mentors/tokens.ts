import type { Span } from '../../text/span.ts'
import { githubAccount, type SourceLink } from '../blocks/links.ts'
import { contactPatterns, isObfuscated } from './contactPatterns.ts'
import { withoutAt } from './identity.ts'
import { ignoredSpans } from './ignoredText.ts'

/** A stretch of text that names mentors: `one` where it is an item of its own, which as a rule names a single person. */
export interface MentorSource {
  readonly span: Span
  readonly isSingleItem: boolean
}

/** One part of a mentors' line. `value` is what it means: the handle without `@`, the address, the linked account; `elsewhere` is an account on another site. */
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
  readonly value: string
  readonly span: Span
  /** For a link: what a reader sees of it, where that is no address. */
  readonly shown?: string
}

type Pattern = readonly [Token['kind'], RegExp]

/** Made anew for each text, as a sticky expression keeps where it was. */
const patterns = (): readonly Pattern[] => [
  ['line', /\\?(?:\r\n|\r|\n)\s*/y],
  ['line', /<br[ \t]?\/?>/iy],
  [
    'label',
    /(name|github|gh|e-?mail|mail|slack|twitter|mastodon|matrix|discord|linkedin|telegram|gitter|zulip)(?:[ \t](?:id|handle|username|user|account|address))?[ \t]?(?::(?!\/\/)|：)/iy,
  ],
  ['label', /(github|gh)(?=[ \t]@)/iy],
  ['label', /(e-?mail|mail)(?=[ \t]<?[\w.%+-]{1,64}@)/iy],
  ...contactPatterns(),
  ['foreign', /<?https?:\/\/[^\s<>()"'`,（），]+>?/iy],
  ['profile', /(?:www\.)?(github\.com\/[A-Za-z0-9][\w-]*)\/?(?=[\s,;)\]`|，）]|\.?$|\.\s)/iy],
  ['open', /[([{（]/y],
  ['close', /[)\]}）]/y],
  ['comma', /[,;，；、]/y],
  ['and', /(?:&|\band\b(?=[ \t])|\bor\b(?=[ \t])|\||[/•·+](?=[ \t\r\n@[]|$))/iy],
  // words keep their inner hyphens, so one that begins with a hyphen stands behind a dash that lacks its blank
  ['dash', /[-–—]{1,2}(?=\s|$|\p{L})/uy],
  ['colon', /:(?=[\s*_]|$)|：/y],
  ['word', /(?:[^\s,;()[\]{}<>@&:*`|\\（），；、：]|:(?=[^\s*_])|&(?=\S)|\\(?=\S))+/y],
]

/** Cuts the text of `source` into tokens; Markdown's links are one token each, what is no name at all none. Linear in the text's length. */
export function tokens(text: string, { span, isSingleItem }: MentorSource, links: readonly SourceLink[]): readonly Token[] {
  const source = text.slice(span.start, span.end)
  const byStart = new Map(links.filter(({ form }) => form !== 'bare').map((link) => [link.span.start - span.start, link]))
  const silent = ignoredSpans(source, isSingleItem)
  const scanner = patterns()
  const found: Token[] = []
  for (let at = 0; at < source.length; ) {
    const past = silent.get(at)
    if (past !== undefined) {
      at = past
      continue
    }
    const link = byStart.get(at)
    const read = link && link.span.end <= span.end ? linkToken(link) : next(source, at, span.start, scanner)
    const token = read && isGivenName(read, found.at(-1), source.slice(at, at + 60)) ? { ...read, kind: 'word' as const } : read
    if (token && token.value !== '')
      addToken(found, silent.table && token.value === '|' ? { ...token, kind: 'cell' } : token, text)
    at = token ? token.span.end - span.start : at + 1
  }
  return found
}

/**
 * `And` is a name where an entry begins with it, or behind another `and`, as what it would join is not there; and behind a comma before
 * a single word with a contact, as few are called by one name alone.
 */
function isGivenName({ kind }: Token, before: Token | undefined, source: string): boolean {
  if (kind !== 'and' || !/^And[ \t]+\p{Lu}/u.test(source)) return false
  if (before === undefined || before.kind === 'and') return true
  return before.kind === 'comma' && /^And[ \t]+[^\s,;()@]{1,40}[ \t]*[(（@]/u.test(source)
}

/** What somebody is called on another site is no GitHub account, and a star within an address belongs to it. */
function addToken(found: Token[], token: Token, text: string): void {
  const last = found.at(-1)
  if (token.kind === 'handle' && last && isOtherSite(last)) found.push({ ...token, kind: 'otherSite' })
  else if (token.kind === 'email' && last?.kind === 'word' && text.slice(last.span.end, token.span.start) === '*') {
    const span = { start: last.span.start, end: token.span.end }
    found[found.length - 1] = { kind: 'malformed', value: text.slice(span.start, span.end), span }
  } else found.push(token)
}

const sites = /^(?:slack|twitter|mastodon|matrix|discord|linkedin|telegram|gitter|zulip)$/i

/** Whether a word names a site where people have accounts that are none of GitHub's. */
export const isSite = (word: string): boolean => sites.test(word)

const isOtherSite = ({ kind, value }: Token): boolean => (kind === 'word' || kind === 'label') && isSite(value)

function next(source: string, at: number, base: number, scanner: readonly Pattern[]): Token | null {
  const char = source.charCodeAt(at)
  if (char === 32 || char === 9 || char === 42 || char === 95 || char === 96) return null
  for (const [kind, pattern] of scanner) {
    pattern.lastIndex = at
    const match = pattern.exec(source)
    if (!match || match[0] === '') continue
    if (kind === 'obfuscated' && !isObfuscated(match[0], source.slice(Math.max(0, at - 200), at))) continue
    // `Or` is a name
    if (kind === 'and' && match[0] === 'Or') continue
    const span = { start: base + at, end: base + at + match[0].length }
    if (kind === 'foreign') return urlToken(withoutTail(match[0]), span)
    if (kind === 'profile') return { kind, value: githubAccount(match[1]!)!, span }
    if (kind === 'label') return { kind, value: labelValue(match[1]!.toLowerCase()), span }
    // a full stop alone is nobody's name and no remark, and so is the number of an item
    if (kind === 'word' && (!/[\p{L}\p{N}]/u.test(match[0]) || /^\d{1,2}\.$/.test(match[0]))) {
      return { kind: 'word', value: '', span }
    }
    const value = kind === 'handle' ? withoutAt(match[0]) : (match[1] ?? match[0])
    return { kind, value: value.replaceAll('\\_', '_'), span }
  }
  return null
}

const labelValue = (label: string): string => (label === 'gh' ? 'github' : label === 'mail' ? 'email' : label.replace('-', ''))

/** A URL without the bracket or the full stops around it. */
function withoutTail(url: string): string {
  let end = url.length
  while (end > 0 && (url[end - 1] === '>' || url[end - 1] === '.')) end--
  return url.slice(url.startsWith('<') ? 1 : 0, end)
}

function urlToken(url: string, span: Span): Token {
  const account = githubAccount(url)
  return account ? { kind: 'profile', value: account, span } : { kind: 'foreign', value: url, span }
}

function linkToken(link: SourceLink): Token {
  const { url, span } = link
  const shown = link.text.trim()
  if (/^mailto:/i.test(url)) {
    const value = url.slice(7).replace(/\?.*$/, '')
    return { kind: 'email', value, span, ...(!shown.includes('@') && { shown }) }
  }
  const account = githubAccount(url)
  if (account) return { kind: 'profile', value: account, span, shown }
  return { kind: 'foreign', value: url, span, shown }
}

const contacts: ReadonlySet<Token['kind']> = new Set(['handle', 'email', 'obfuscated', 'malformed', 'profile', 'foreign'])
/** Whether a token says how to reach somebody. */
export const isContact = ({ kind }: Pick<Token, 'kind'>): boolean => contacts.has(kind)

/** Words that say what part somebody takes, and nobody's name. */
export const isRole = (word: string): boolean =>
  /^(?:primary|secondary|co-?mentor|mentor|mentors|lead|backup|non-primary|primary-mentor|tbd|tba|tbc|n\/a|none)\.?$/i.test(word)

/** Words behind which an account is an organisation's, or a project's. */
export const isLocationPreposition = (word: string): boolean => /^(?:at|of|from|for|with|by)$/i.test(word)

const posts =
  /^(?:maintainer|contributor|committer|reviewer|approver|owner|engineer|developer|architect|manager|director|advocate|ambassador|lead|chair|co-chair|founder|co-founder|member|researcher|professor|student|intern|sre|cto|ceo)s?[.,]?$/i

/** Whether words say what somebody does, or where (`Tech lead at`, `Maintainer`), and are nobody's name. */
export function isJobTitle(words: readonly Token[]): boolean {
  const last = words.at(-1)
  return last?.kind === 'word' && (isLocationPreposition(last.value) || posts.test(last.value))
}

/** From the first to the last of some tokens. */
export const spanOf = (part: readonly Token[]): Span => ({ start: part[0]!.span.start, end: part.at(-1)!.span.end })
