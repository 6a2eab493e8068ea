import type { Span } from '../text/span.ts'
import { githubAccount, type SourceLink } from './links.ts'

/** One part of a mentors' line. `value` is what it means: the handle without `@`, the address, the linked account. */
export interface Token {
  readonly kind:
    | 'word'
    | 'handle'
    | 'email'
    | 'disguised'
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
  readonly value: string
  readonly span: Span
  /** For a profile: what a reader sees of the link, null for a bare URL. */
  readonly shown?: string
}

const patterns: readonly [Token['kind'], RegExp][] = [
  ['line', /[ \t]*(?:\r\n|\r|\n)\s*/y],
  ['email', /<?(?:mailto:)?((?:[\w.%+-]|\\_)+@[A-Za-z0-9](?:[\w-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[\w-]*[A-Za-z0-9])?)+)>?/y],
  [
    'disguised',
    /[\w.%+-]+[ \t]*(?:[ \t]AT[ \t]|[[({<][ \t]*at[ \t]*[\])}>])[ \t]*[\w-]+(?:(?:\.|[ \t]+DOT[ \t]+|[ \t]*[[({<][ \t]*dot[ \t]*[\])}>][ \t]*)[\w-]+)*/iy,
  ],
  ['malformed', /[\w.%+-]+@[\w.-]*/y],
  ['handle', /@{1,2}(?:\w|\\_)(?:(?:[\w.-]|\\_)*(?:[\w-]|\\_))?/y],
  ['foreign', /<?https?:\/\/[^\s<>()"'`,]+>?/iy],
  ['open', /[([{]/y],
  ['close', /[)\]}]/y],
  ['comma', /[,;]/y],
  ['and', /(?:&|\band\b(?=[ \t]))/iy],
  ['dash', /(?:[-–—]{1,2})(?=\s|$)/y],
  ['colon', /:(?=\s|$)/y],
  ['word', /(?:[^\s,;()[\]{}<>@&:]|:(?=\S)|&(?=\S))+/y],
]

/** An `AT` in lower case is a word like any other unless brackets or a `DOT` show what is meant. */
const isDisguise = (text: string): boolean =>
  /[ \t]AT[ \t]/.test(text) || /[[({<][ \t]*at[ \t]*[\])}>]/i.test(text) || /[ \t]dot[ \t]/i.test(text)

/** Cuts the text of `span` into tokens; Markdown's links are one token each. Linear in the text's length. */
export function tokens(text: string, span: Span, links: readonly SourceLink[]): readonly Token[] {
  const found: Token[] = []
  const end = span.end
  for (let at = span.start; at < end; ) {
    const link = links.find((candidate) => candidate.span.start === at && candidate.form !== 'bare')
    const token = link && link.span.end <= end ? linkToken(link) : next(text, at, end)
    if (token) found.push(token)
    at = token ? token.span.end : at + 1
  }
  return found
}

function next(text: string, at: number, end: number): Token | null {
  const char = text.charCodeAt(at)
  if (char === 32 || char === 9 || char === 42 || char === 95) return null
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = at
    const match = pattern.exec(text)
    if (!match || match[0] === '' || at + match[0].length > end) continue
    if (kind === 'disguised' && !isDisguise(match[0])) continue
    const span = { start: at, end: at + match[0].length }
    if (kind === 'foreign') return urlToken(match[0].replace(/^<|[>.]+$/g, ''), span)
    const value = kind === 'handle' ? match[0].replace(/^@+/, '') : (match[1] ?? match[0])
    return { kind, value: value.replaceAll('\\_', '_'), span }
  }
  return null
}

function urlToken(url: string, span: Span): Token {
  const account = githubAccount(url)
  return account ? { kind: 'profile', value: account, span } : { kind: 'foreign', value: url, span }
}

function linkToken(link: SourceLink): Token {
  const { url, span } = link
  const shown = link.text.trim()
  if (/^mailto:/i.test(url)) return { kind: 'email', value: url.slice(7).replace(/\?.*$/, ''), span }
  const account = githubAccount(url)
  if (account) return { kind: 'profile', value: account, span, shown }
  return { kind: 'foreign', value: url, span, shown }
}
