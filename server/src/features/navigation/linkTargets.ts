import type { Span } from '../../text/span.ts'
import type { KnownHeading, KnownLink, ListSummary } from '../../workspace/listSummary.ts'
import { uriKey } from '../../workspace/uris.ts'

/** A place in a list, by UTF-16 offsets. */
export interface ListPlace {
  readonly uri: string
  readonly span: Span
}

/** A list with its current text, and the others of the workspace, the newest first. */
export interface ListLookup {
  readonly own: ListSummary
  readonly others: readonly ListSummary[]
}

/** The URI of a relative path in a file; null if it is malformed. */
export function resolvedUri(from: string, path: string): string | null {
  if (path === '') return from
  try {
    return new URL(path, from).href
  } catch {
    return null
  }
}

/** Whether a link in the list `from` links to the list `to`. */
export function resolvesTo(link: KnownLink, from: ListSummary, to: ListSummary): boolean {
  if (link.path === '') return from === to
  // a path from the root: of the repository, not of the file system
  if (link.path.startsWith('/')) return uriKey(to.uri).endsWith(uriKey(link.path))
  const uri = resolvedUri(from.uri, link.path)
  return uri !== null && uriKey(uri) === uriKey(to.uri)
}

/** The heading of an anchor; null if there is none. GitHub ignores letter case if no heading has exactly this anchor. */
export function headingNamed({ headings }: ListSummary, anchor: string): KnownHeading | null {
  const lower = anchor.toLowerCase()
  return headings.find((heading) => heading.anchor === anchor) ?? headings.find((heading) => heading.anchor === lower) ?? null
}

/** The links in the list `from` to these headings of the list `to`. */
export function linksTo(from: ListSummary, to: ListSummary, headings: ReadonlySet<KnownHeading>): readonly KnownLink[] {
  const anchors = new Set(Array.from(headings, ({ anchor }) => anchor))
  return from.links.filter((link) => {
    const { anchor } = link
    if (anchor === null || !(anchors.has(anchor) || anchors.has(anchor.toLowerCase())) || !resolvesTo(link, from, to))
      return false
    const heading = headingNamed(to, anchor)
    return heading !== null && headings.has(heading)
  })
}

/** The line of a text that contains `offset`, without its line end. */
export function lineAround(text: string, offset: number): Span {
  let [start, end] = [offset, offset]
  while (start > 0 && !isLineEnd(text, start - 1)) start--
  while (end < text.length && !isLineEnd(text, end)) end++
  return { start: start === 0 && text.charCodeAt(0) === 0xfeff ? 1 : start, end }
}

const isLineEnd = (text: string, at: number): boolean => text[at] === '\n' || text[at] === '\r'
