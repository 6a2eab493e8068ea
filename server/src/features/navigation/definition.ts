import { at } from '../../model/at.ts'
import type { IdeaFile } from '../../model/types.ts'
import { type Span, shift, touches } from '../../text/span.ts'
import type { KnownHeading, KnownList } from '../../workspace/knownList.ts'
import { headingNamed, type Lists, leadsTo, resolved } from './places.ts'
import { aboutEntry, subjectAt } from './subject.ts'

/** Where a place leads: into a list, or to a file of which nothing is known, with the anchor that is wanted in it. */
export type Definition = { readonly origin: Span } & (
  | { readonly kind: 'list'; readonly list: KnownList; readonly span: Span; readonly whole: Span }
  | { readonly kind: 'file'; readonly uri: string; readonly anchor: string | null }
)

/**
 * Where `offset` leads: an entry of the table of contents to its heading, the heading of an idea or project to its entries, a relative
 * link to its file and heading. VS Code's own Markdown support opens links on a click, and has no definitions for them.
 */
export function definitions(file: IdeaFile, lists: Lists, offset: number): readonly Definition[] {
  const place = at(file, offset)
  const { own } = lists
  const link = place.kind === 'toc-text' ? undefined : own.links.find(({ span }) => touches(span, offset))
  const found = link && leading(lists, link)
  if (found) return [found]
  if (place.kind === 'toc-text' || place.kind === 'toc-entry' || place.kind === 'toc-anchor') {
    const index = aboutEntry(file, place.entry)
    return index === null ? [] : [toHeading(own, own.headings[index]!, shift(place.entry.textSpan, place.toc.at))]
  }
  const subject = subjectAt(file, offset)
  if (subject?.kind !== 'idea' && subject?.kind !== 'project') return []
  const { textSpan } = own.headings[subject.index]!
  return toEntries(file, own, subject.index, textSpan)
}

function toEntries(file: IdeaFile, own: KnownList, index: number, origin: Span): readonly Definition[] {
  const { toc } = file
  if (toc === null) return []
  return toc.entries
    .filter((entry) => aboutEntry(file, entry) === index)
    .map(({ span, textSpan }) => ({ kind: 'list', list: own, origin, span: shift(textSpan, toc.at), whole: shift(span, toc.at) }))
}

function leading({ own, others }: Lists, link: KnownList['links'][number]): Definition | null {
  const { anchor, path, span: origin } = link
  const list = [own, ...others].find((each) => leadsTo(link, own, each))
  if (list === undefined) {
    const uri = /^[^/].*\.(?:md|markdown)$/i.test(path) ? resolved(own.uri, path) : null
    return uri === null ? null : { kind: 'file', origin, uri, anchor }
  }
  const heading = anchor === null ? null : headingNamed(list, anchor)
  if (heading !== null) return toHeading(list, heading, origin)
  // an anchor that no heading of its own list has leads nowhere
  return list === own ? null : { kind: 'list', list, origin, span: { start: 0, end: 0 }, whole: { start: 0, end: 0 } }
}

/** To a heading; one of an idea with all that stands below it. */
function toHeading(list: KnownList, { span, textSpan }: KnownHeading, origin: Span): Definition {
  const idea = list.projects.flatMap(({ ideas }) => ideas).find(({ whole }) => whole.start === span.start)
  return { kind: 'list', list, origin, span: textSpan, whole: idea?.whole ?? span }
}
