import type { Nodes } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import { nodeSpan } from '../../syntax/parse.ts'
import { type Span, shift } from '../../text/span.ts'
import type { Link } from '../linkTypes.ts'

/** A link as written; spans count from its block's start. */
export interface SourceLink {
  readonly url: string
  /** The rendered text. */
  readonly text: string
  readonly span: Span
  readonly textSpan: Span
  /** The target, without angle brackets and title. */
  readonly urlSpan: Span
  readonly form: 'link' | 'autolink' | 'bare'
}

const noSourceLinks: readonly SourceLink[] = []

/** What a link needs: a target in brackets, an address in angle brackets or a bare one. */
const mayHaveLink = /\]\(|<|https?:/i

/** All links below a node in the order of the text: Markdown links and the bare URLs that GitHub links. */
export function linksIn(root: Nodes, text: string, base: number): readonly SourceLink[] {
  if (!mayHaveLink.test(text)) return noSourceLinks
  const links: SourceLink[] = []
  const visit = (node: Nodes): void => {
    if (node.type === 'link') links.push(markdownLink(node, text, base))
    else if (node.type === 'text') for (const link of bareLinks(text, nodeSpan(node, base))) links.push(link)
    else if ('children' in node) for (const child of node.children) visit(child)
  }
  visit(root)
  return links
}

function markdownLink(node: Extract<Nodes, { type: 'link' }>, text: string, base: number): SourceLink {
  const span = nodeSpan(node, base)
  if (text.charCodeAt(span.start) === 60) {
    const inner = { start: span.start + 1, end: span.end - 1 }
    return { url: node.url, text: plainText(node), span, textSpan: inner, urlSpan: inner, form: 'autolink' }
  }
  const first = node.children[0]
  const last = node.children.at(-1)
  const textSpan =
    first && last
      ? { start: nodeSpan(first, base).start, end: nodeSpan(last, base).end }
      : { start: span.start + 1, end: span.start + 1 }
  return {
    url: node.url,
    text: plainText(node),
    span,
    textSpan,
    urlSpan: linkTargetSpan(text, textSpan.end, span.end),
    form: 'link',
  }
}

/** The target between `](` and a title or `)`, without angle brackets. */
function linkTargetSpan(text: string, textEnd: number, end: number): Span {
  const source = text.slice(textEnd, end)
  const found = /^[^\]]*\]\(\s*(?:<([^>]*)>|([^\s()]*(?:\([^\s()]*\)[^\s()]*)*))/.exec(source)
  const target = found?.[1] ?? found?.[2] ?? ''
  const start = textEnd + (found ? found[0].length - target.length - (found[1] === undefined ? 0 : 1) : source.length - 1)
  return { start, end: start + target.length }
}

const bareUrl = /\bhttps?:\/\/[^\s<>"'`|\\]+/gi

/** Bare URLs in a span of text, without the punctuation after them (GFM 6.9, "extended autolink path validation"). */
function bareLinks(text: string, span: Span): readonly SourceLink[] {
  const source = text.slice(span.start, span.end)
  if (!/https?:/i.test(source)) return []
  return [...source.matchAll(bareUrl)].map((found) => {
    const url = trimLinkEnd(found[0])
    const place = shift({ start: found.index, end: found.index + url.length }, span.start)
    return { url, text: url, span: place, textSpan: place, urlSpan: place, form: 'bare' as const }
  })
}

function trimLinkEnd(url: string): string {
  let surplus = url.split(')').length - url.split('(').length
  for (let end = url.length; end > 0; end--) {
    const char = url[end - 1]!
    if (char === ')' ? surplus-- <= 0 : !'?!.,:*_~;]}'.includes(char)) return url.slice(0, end)
  }
  return ''
}

/** The web links that a span of text writes as `<a href>`. */
export const htmlLinks = (text: string, { start, end }: Span): readonly Pick<SourceLink, 'url' | 'text' | 'span'>[] =>
  [...text.slice(start, end).matchAll(htmlLink)].map(({ 0: whole, 1: url = '', 2: shown = '', index }) => ({
    url,
    text: shown.trim(),
    span: shift({ start: index, end: index + whole.length }, start),
  }))

const htmlLink = /<a\s(?:[^<>]{0,200}?\s)?href=["']?(https?:\/\/[^\s"'<>]{1,2000})["']?(?:\s[^<>]{0,200})?>([^<>]{0,500})<\/a>/gi

/** Whether a URL is an absolute web address. */
export const isWebLink = (url: string): boolean => /^https?:\/\/[^\s/]+/i.test(url)

/** `https://github.com/jane` → `jane`, with or without the scheme; null for any other URL. */
export const githubAccountOfLink = (url: string): string | null =>
  /^(?:https?:\/\/)?(?:www\.)?github\.com\/@?([A-Za-z0-9][\w.-]*)\/?(?:[?#].*)?$/i.exec(url)?.[1] ?? null

/** The UUID in the URL of an LFX Mentorship project (CommunityBridge until 2020), in lower case; null for any other URL. */
export const lfxProjectOfLink = (url: string): string | null =>
  /^https:\/\/(?:mentorship\.lfx\.linuxfoundation|people\.communitybridge|mentorship\.communitybridge)\.org\/project\/([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})(?:[/?#]|$)/i
    .exec(url)?.[1]
    ?.toLowerCase() ?? null

/** Whether a value is nothing but a link to an LFX Mentorship project: the URL, `<URL>` or `[text](URL)`. */
export function isLfxProjectLink(value: string): boolean {
  const url = /^(?:\[[^\]\r\n]{0,200}\]\()?<?(https:\/\/[^\s<>()]{1,300})[>)]?\.?$/i.exec(value)?.[1]
  return url !== undefined && lfxProjectOfLink(url) !== null
}

/** Whether a URL is a page of CommunityBridge, where all ideas of a project had one page. */
export const isCommunityBridgeLink = (url: string): boolean =>
  /^https:\/\/(?:people|mentorship)\.communitybridge\.org\//i.test(url)

/** Whether a value is nothing but links, one of them to an issue or pull request: URLs, `<URL>` or `[text](URL)`, and what separates them. */
export function areIssueLinks(value: string): boolean {
  if (value.length > maxIssueLinks) return false
  const urls = [...value.matchAll(linkInValue)].map(([, url = '']) => url)
  return urls.some((url) => issuePage.test(url)) && !/[^\s,;&*+-]/.test(value.replace(linkInValue, '').replace(/\band\b/g, ''))
}

const maxIssueLinks = 2000
const linkInValue = /(?:\[[^\]\r\n]{0,200}\]\()?<?(https?:\/\/[^\s()<>,;]{1,300})[>)]?\.?/gi
const issuePage = /\/(?:issues|pull|merge_requests|discussions)\/\d{1,9}\b/

/** The links without those whose URL one before has. */
export function uniqueLinks(links: readonly Link[]): readonly Link[] {
  const seen = new Set<string>()
  return links.filter(({ url }) => !seen.has(url) && seen.add(url))
}
