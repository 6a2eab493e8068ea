import type { Span } from '../../text/span.ts'
import { shift } from '../../text/span.ts'
import type { LocalLink } from '../types.ts'
import type { SourceLink } from './links.ts'

/** An absoluteUrl address (RFC 3986, "scheme"), or one of another host. */
const absoluteUrl = /^(?:[a-z][a-z\d+.-]*:|\/\/)/i
/** Link linkDefinitions, which are no facts of a block: remark would let other blocks depend on them (CommonMark 4.7, one line each). */
const linkDefinitions = /^ {0,3}\[[^\][\r\n]{1,300}\]:[ \t]{0,9}<?([^\s<>]{1,1000})/gm
const hrefAttributes = /\shref\s?=\s?(?:"([^"\r\n]{1,1000})"|'([^'\r\n]{1,1000})')/gi

/** What is known of a block: its kind, and the links that remark sees in it. */
interface Linking {
  readonly kind: string
  readonly links?: readonly SourceLink[]
}

/** What a block links to in its own file or in others beside it; spans count from `at` code units before the block. */
export function localLinksIn(fact: Linking, text: string, at: number): readonly LocalLink[] {
  if (fact.kind === 'fence' || fact.kind === 'blank' || fact.kind === 'unread') return noLinks
  const links = (fact.links ?? []).filter(({ form }) => form === 'link').map(targetOf(text))
  const defined = fact.kind === 'paragraph' && text.includes(']:') ? matchTargets(text, linkDefinitions) : []
  const tagged = text.includes('href') || text.includes('HREF') ? matchTargets(text, hrefAttributes) : []
  const all = [...links, ...defined, ...tagged].filter(({ target }) => target !== '' && !absoluteUrl.test(target))
  return all.length === 0 ? noLinks : sortByStart(all).map((each) => localLink(each, at))
}

const noLinks: readonly LocalLink[] = []

interface LinkTarget {
  readonly target: string
  readonly span: Span
  readonly textSpan: Span | null
}

const sortByStart = (targets: readonly LinkTarget[]): readonly LinkTarget[] =>
  [...targets].sort((a, b) => a.span.start - b.span.start)

const targetOf =
  (text: string) =>
  ({ urlSpan, textSpan }: SourceLink): LinkTarget => ({ target: text.slice(urlSpan.start, urlSpan.end), span: urlSpan, textSpan })

const matchTargets = (text: string, pattern: RegExp): readonly LinkTarget[] =>
  Array.from(text.matchAll(pattern), ({ index, 0: whole, 1: first, 2: second }) => {
    const target = first ?? second ?? ''
    // what follows the target is at most the quotation mark behind it
    const start = index + whole.lastIndexOf(target)
    return { target, span: { start, end: start + target.length }, textSpan: null }
  })

function localLink({ target, span, textSpan }: LinkTarget, at: number): LocalLink {
  const hash = target.indexOf('#')
  const path = (hash < 0 ? target : target.slice(0, hash)).replace(/\?.*$/, '')
  return {
    path,
    anchor: hash < 0 ? null : target.slice(hash + 1),
    span: shift(span, at),
    textSpan: textSpan && shift(textSpan, at),
  }
}
