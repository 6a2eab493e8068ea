import { type Span, shift } from '../text/span.ts'
import type { Item, SectionFacts } from './facts.ts'
import type { SourceLink } from './links.ts'
import type { Toc, TocEntry } from './types.ts'

const mark = /^\s*<!--\s*(?:toc|start doctoc|\/toc|tocstop|end doctoc)\b/i
const title = /^(?:table of contents?|contents?|toc|index)$/i

/** The table of contents that a section holds, with `at` 0: a list of links to anchors, between marks or under a heading that says so, or long enough to be nothing else. */
export function readToc({ section, facts, heading }: SectionFacts): Toc | null {
  const entries: TocEntry[] = []
  const marks: Span[] = []
  let others = 0
  let outer = 0
  facts.forEach((fact, index) => {
    const { at, text } = section.blocks[index]!
    if (fact.kind === 'html' && mark.test(text)) marks.push(shift(fact.span, at))
    if (fact.kind !== 'item') return
    const found = entriesOf(fact.item, fact.links, at, 0)
    others += found.others
    outer += 1
    entries.push(...found.entries)
  })
  const said = marks.length > 0 || (heading !== null && title.test(heading.text))
  if (entries.length < (said ? 1 : 3) || others > entries.length || outer === 0) return null
  const [open] = marks
  const markers = open ? { open, close: marks.length > 1 ? marks.at(-1)! : null } : null
  const start = Math.min(entries[0]!.span.start, markers?.open.start ?? Number.POSITIVE_INFINITY)
  return { at: 0, span: { start, end: Math.max(entries.at(-1)!.span.end, markers?.close?.end ?? 0) }, entries, markers }
}

function entriesOf(
  item: Item,
  links: readonly SourceLink[],
  at: number,
  depth: number,
): { readonly entries: readonly TocEntry[]; readonly others: number } {
  const own = entryOf(item, links, at, depth)
  const below = item.children.map((child) => entriesOf(child, links, at, depth + 1))
  return {
    entries: [...(own ? [own] : []), ...below.flatMap((found) => found.entries)],
    others: (own ? 0 : 1) + below.reduce((sum, found) => sum + found.others, 0),
  }
}

/** An item that begins with a link to an anchor of this file. */
function entryOf(item: Item, links: readonly SourceLink[], at: number, depth: number): TocEntry | null {
  const { lead } = item
  if (!lead) return null
  const link = links.find(({ span, form, url }) => span.start === lead.start && form === 'link' && url.startsWith('#'))
  if (!link) return null
  return {
    text: link.text.replace(/\s+/g, ' ').trim(),
    anchor: link.url.slice(1),
    depth,
    bullet: item.bullet,
    span: shift({ start: item.span.start, end: lead.end }, at),
    textSpan: shift(link.textSpan, at),
    anchorSpan: shift({ start: Math.min(link.urlSpan.start + 1, link.urlSpan.end), end: link.urlSpan.end }, at),
  }
}
