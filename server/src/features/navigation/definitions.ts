import { nodeAt } from '../../model/nodeAt.ts'
import { flawedTocEntryAt } from '../../model/toc/flawedEntries.ts'
import type { IdeaFile } from '../../model/types.ts'
import { type Span, shift, touches } from '../../text/span.ts'
import { lineAround } from '../../text/textLines.ts'
import type { HeadingSummary, ListSummary } from '../../workspace/listSummary.ts'
import { headingOfLinkTarget, type ListLookup, linkTargetUri, resolvesToTarget } from './linkTargetFinder.ts'
import { statedNameAt } from './statedNames.ts'
import { symbolAt, symbolOfEntry } from './symbolAt.ts'

/** Where a link or an entry points: into a list, or to another file, with the anchor in it. `whole` contains `span`. */
export type Definition = { readonly origin: Span } & (
  | { readonly kind: 'list'; readonly list: ListSummary; readonly span: Span; readonly whole: Span }
  | { readonly kind: 'file'; readonly uri: string; readonly anchor: string | null }
)

/**
 * The definitions at `offset` (UTF-16, in the file): for an entry of the table of contents its heading, for the heading of an idea or
 * project its entries, for a relative link its file and heading (VS Code's own Markdown support has no definitions for links).
 */
export function definitions(file: IdeaFile, lists: ListLookup, offset: number): readonly Definition[] {
  const place = nodeAt(file, offset)
  const { own } = lists
  const isAt = (span: Span | null): boolean => span !== null && touches(span, offset)
  const link = place.kind === 'toc-text' ? undefined : own.links.find(({ span, textSpan }) => isAt(span) || isAt(textSpan))
  const found = link && linkDefinition(lists, link)
  if (found) return [found]
  if (place.kind === 'toc-text' || place.kind === 'toc-entry' || place.kind === 'toc-anchor') {
    const index = symbolOfEntry(file, place.entry)
    return index === null ? [] : [headingDefinition(own, own.headings[index]!, shift(place.entry.textSpan, place.toc.at))]
  }
  const flawed = flawedTocEntryAt(file, offset)
  if (flawed !== null) return [headingDefinition(own, own.headings[flawed.index]!, flawed.origin)]
  const subject = symbolAt(file, lists, offset)
  const stated = subject === null ? statedNameAt(file, offset) : null
  // an editor that is there already shows the references
  if (stated !== null) return [{ kind: 'list', list: own, origin: stated.span, span: stated.span, whole: stated.span }]
  if ((subject?.kind !== 'idea' && subject?.kind !== 'project') || subject.via !== null) return []
  const { textSpan } = own.headings[subject.index]!
  return entryDefinitions(file, own, subject.index, textSpan)
}

function entryDefinitions(file: IdeaFile, own: ListSummary, index: number, origin: Span): readonly Definition[] {
  const { toc } = file
  if (toc === null) return []
  return toc.entries
    .filter((entry) => symbolOfEntry(file, entry) === index)
    .map(({ span, textSpan }) => ({ kind: 'list', list: own, origin, span: shift(textSpan, toc.at), whole: shift(span, toc.at) }))
}

function linkDefinition({ own, others, roots }: ListLookup, link: ListSummary['links'][number]): Definition | null {
  const { anchor, path, span: origin } = link
  const list = [own, ...others].find((each) => resolvesToTarget(link, own, each, roots))
  if (list === undefined) {
    const uri = /.\.(?:md|markdown)$/i.test(path) ? linkTargetUri(own.realUri, path, roots) : null
    return uri === null ? null : { kind: 'file', origin, uri, anchor }
  }
  const heading = anchor === null ? null : headingOfLinkTarget(list, anchor)
  if (heading !== null) return headingDefinition(list, heading, origin)
  // a broken anchor within its own list has no definition
  return list === own ? null : { kind: 'list', list, origin, span: { start: 0, end: 0 }, whole: { start: 0, end: 0 } }
}

/** A heading. The range is the one of VS Code's own Markdown support, which then shows equal results once. */
const headingDefinition = (list: ListSummary, { span, textSpan }: HeadingSummary, origin: Span): Definition => ({
  kind: 'list',
  list,
  origin,
  span: textSpan,
  whole: lineAround(list.text, span.start),
})
