import { markdownExtensions } from '../../protocol/relevantFiles.ts'
import { type Span, shift } from '../../text/span.ts'
import type { LocalLink } from '../types.ts'
import type { LinkDefinition } from './linkDefinitions.ts'
import type { SourceLink } from './links.ts'

/** An absolute URL (RFC 3986, "scheme"), or one of another host. */
const absoluteUrl = /^(?:[a-z][a-z\d+.-]*:|\/\/)/i
const hrefAttributes = /\shref\s?=\s?(?:"([^"\r\n]{1,1000})"|'([^'\r\n]{1,1000})')/gi

/** A block's links, as far as they matter here. */
interface LinkSource {
  readonly kind: string
  readonly links?: readonly SourceLink[]
  readonly definitions: readonly LinkDefinition[]
}

/** The links of a block into its own file or to others of the repository. `at` is the block's offset: spans count from where it does. */
export function localLinksIn(fact: LinkSource, text: string, at: number): readonly LocalLink[] {
  if (fact.kind === 'fence' || fact.kind === 'blank' || fact.kind === 'unread') return noLinks
  const mayHaveTags = text.includes('href') || text.includes('HREF')
  if (!mayHaveTags && !fact.links?.length && fact.definitions.length === 0) return noLinks
  const links = (fact.links ?? []).filter(({ form }) => form === 'link').map(toLocalLink(text))
  const defined = fact.definitions.map(({ url, urlSpan }) => ({ target: url, span: urlSpan, textSpan: null }))
  const tagged = mayHaveTags ? localLinksInHtml(text) : []
  const all = [...links, ...defined, ...tagged].filter(({ target }) => target !== '' && !absoluteUrl.test(target))
  return all.length === 0 ? noLinks : sortLocalLinks(all).map((each) => localLink(each, at))
}

const noLinks: readonly LocalLink[] = []

interface LinkTarget {
  readonly target: string
  readonly span: Span
  readonly textSpan: Span | null
}

const sortLocalLinks = (targets: readonly LinkTarget[]): readonly LinkTarget[] =>
  targets.toSorted((a, b) => a.span.start - b.span.start)

const toLocalLink =
  (text: string) =>
  ({ urlSpan, textSpan }: SourceLink): LinkTarget => ({ target: text.slice(urlSpan.start, urlSpan.end), span: urlSpan, textSpan })

const localLinksInHtml = (text: string): readonly LinkTarget[] =>
  Array.from(text.matchAll(hrefAttributes), ({ index, 0: whole, 1: double, 2: single }) => {
    const target = double ?? single ?? ''
    // only the quotation mark follows it
    const end = index + whole.length - 1
    return { target, span: { start: end - target.length, end }, textSpan: null }
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

/** Whether a text may link to a heading of another file. A cheap first check. */
export const mayLinkToHeading = (text: string): boolean => headingLink.test(text)

const headingLink = new RegExp(`\\.(?:${markdownExtensions.join('|')})(?:\\?[^\\s#]{0,100})?#`, 'i')
