import type { Span } from '../../text/span.ts'
import type { HeadingSummary, LinkSummary, ListSummary } from '../../workspace/listSummary.ts'
import { isUriInside, uriKey } from '../../workspace/uris.ts'

/** A place in a list, by UTF-16 offsets. */
export interface ListPlace {
  readonly uri: string
  readonly span: Span
}

/** A list with its current text, and the others of the workspace, the newest first. */
export interface ListLookup {
  readonly own: ListSummary
  readonly others: readonly ListSummary[]
  /** The real URIs of the workspace folders. */
  readonly roots: readonly string[]
}

/**
 * The URI of a path in the file `from`; null if it is malformed. `/programs/2026.md` counts from the workspace folder that contains the
 * file: such a path is null outside of all folders.
 */
export function linkTargetUri(from: string, path: string, roots: readonly string[]): string | null {
  if (path === '') return from
  if (!path.startsWith('/')) return joinLinkTarget(from, path)
  const root = linkTargetRoot(from, roots)
  const uri = root === null ? null : joinLinkTarget(root.endsWith('/') ? root : `${root}/`, `.${path}`)
  return uri !== null && root !== null && isUriInside(uriKey(root), uriKey(uri)) ? uri : null
}

function joinLinkTarget(base: string, path: string): string | null {
  try {
    return new URL(path, base).href
  } catch {
    return null
  }
}

/** The innermost workspace folder that contains a file. */
function linkTargetRoot(uri: string, roots: readonly string[]): string | null {
  const key = uriKey(uri)
  const around = roots.filter((root) => isUriInside(uriKey(root), key))
  return around.reduce<string | null>((best, root) => (best !== null && best.length >= root.length ? best : root), null)
}

/** Whether a link in the list `from` links to the list `to`. */
export function resolvesToTarget(link: LinkSummary, from: ListSummary, to: ListSummary, roots: readonly string[]): boolean {
  if (link.path === '') return from === to
  const uri = linkTargetUri(from.realUri, link.path, roots)
  return uri !== null && uriKey(uri) === uriKey(to.realUri)
}

/** The heading of an anchor; null if there is none. GitHub ignores letter case if no heading has exactly this anchor. */
export function headingOfLinkTarget({ headings }: ListSummary, anchor: string): HeadingSummary | null {
  const lower = anchor.toLowerCase()
  return headings.find((heading) => heading.anchor === anchor) ?? headings.find((heading) => heading.anchor === lower) ?? null
}

/** The same for many anchors of a list; returns the index of the heading. */
export function linkTargetFinder({ headings }: ListSummary): (anchor: string) => number | null {
  const byAnchor = new Map<string, number>()
  headings.forEach(({ anchor }, index) => {
    if (!byAnchor.has(anchor)) byAnchor.set(anchor, index)
  })
  return (anchor) => byAnchor.get(anchor) ?? byAnchor.get(anchor.toLowerCase()) ?? null
}

/** The links in the list `from` to these headings of the list `to`. */
export function linksToTarget(
  from: ListSummary,
  to: ListSummary,
  headings: ReadonlySet<HeadingSummary>,
  roots: readonly string[],
): readonly LinkSummary[] {
  const anchors = new Set(Array.from(headings, ({ anchor }) => anchor))
  const mayMatch = ({ anchor }: LinkSummary): boolean =>
    anchor !== null && (anchors.has(anchor) || anchors.has(anchor.toLowerCase()))
  const likely = from.links.filter((link) => mayMatch(link) && resolvesToTarget(link, from, to, roots))
  if (likely.length === 0) return likely
  const indexOf = linkTargetFinder(to)
  return likely.filter(({ anchor }) => {
    const index = anchor === null ? null : indexOf(anchor)
    return index !== null && headings.has(to.headings[index]!)
  })
}
