import { placedAnchorsWithSlug } from '../model/outline/placeHeadings.ts'
import type { IdeaFile, PlacedHeading } from '../model/types.ts'
import type { Edit } from '../text/edits.ts'
import { memoByIdentity } from '../text/memoByIdentity.ts'
import { slug } from '../text/slug.ts'
import { type Span, shift } from '../text/span.ts'
import { tocEntryOf } from './toc/removeEntry.ts'

/**
 * Replaces the first `from` by `to` in a heading and in its TOC entry, and updates all links in the file to anchors that change.
 * No edits if the heading has markup inside `from`.
 */
export function renameInHeading(file: IdeaFile, placed: PlacedHeading, from: string, to: string): readonly Edit[] {
  const inHeading = replaceInHeading(file.text, shift(placed.heading.textSpan, placed.at), from, to)
  if (inHeading === null) return []
  const entry = tocEntryOf(file, placed)
  const sameText = entry !== null && entry.text === placed.heading.text
  const inEntry = sameText ? replaceInHeading(file.text, shift(entry.textSpan, file.toc!.at), from, to) : null
  const renamed = slug(placed.heading.source.replace(from, () => to))
  return [inHeading, ...(inEntry === null ? [] : [inEntry]), ...retargetLinksToHeading(file, placed, renamed)]
}

function replaceInHeading(text: string, span: Span, from: string, to: string): Edit | null {
  const found = text.slice(span.start, span.end).indexOf(from)
  if (found < 0) return null
  const start = span.start + found
  return { span: { start, end: start + from.length }, newText: to }
}

/** Updates links to anchors that change with a heading's slug: its own, and the numbered ones after it (`usage-1`). */
function retargetLinksToHeading(file: IdeaFile, placed: PlacedHeading, renamed: string): readonly Edit[] {
  const { links, roots } = anchorLinksIn(file)
  if (![placed.heading.slug, renamed].some((each) => roots.has(unnumberedAnchor(each)))) return []
  const { headings } = file
  const anchors = placedAnchorsWithSlug(file, placed, renamed)
  const moved = new Map(
    headings.flatMap((heading, index): [string, string][] =>
      heading.anchor === anchors[index] ? [] : [[heading.anchor, anchors[index]!]],
    ),
  )
  if (moved.size === 0) return []
  return links.flatMap(({ anchor, span }): Edit[] => {
    const newText = moved.get(anchor)
    return newText === undefined ? [] : [{ span, newText }]
  })
}

interface AnchorLinks {
  readonly links: readonly { readonly anchor: string; readonly span: Span }[]
  /** The anchors without their numbers: renaming a heading changes only anchors that differ from its own in numbers. */
  readonly roots: ReadonlySet<string>
}

const anchorLinksIn = memoByIdentity(({ text }: IdeaFile): AnchorLinks => {
  const links = Array.from(text.matchAll(/\]\(#([^\s()<>]{1,300})(?=[\s)])/g), ({ 0: whole, 1: anchor = '', index }) => {
    const end = index + whole.length
    return { anchor, span: { start: end - anchor.length, end } }
  })
  return { links, roots: new Set(links.map(({ anchor }) => unnumberedAnchor(anchor))) }
})

/** `usage-1` → `usage` */
const unnumberedAnchor = (anchor: string): string => anchor.replace(/(?:-\d{1,9}){1,9}$/, '')
