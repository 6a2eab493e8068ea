import { type Span, shift } from '../../text/span.ts'
import type { SourceLink } from '../blocks/links.ts'
import type { Fact, Item, SectionFacts } from '../blocks/sectionFacts.ts'
import type { Toc, TocEntry, TocItem } from '../types.ts'

/** A list that may be the table of contents, and what says so: comment marks, a title, or its links alone. */
export interface TocCandidate {
  readonly toc: Toc
  readonly said: 'marks' | 'title' | 'links'
}

const mark = /^\s*<!--\s*(?:toc|start doctoc|\/toc|tocstop|end doctoc)\b/i
const title = /^[^\p{L}\p{N}]*(?:table of contents?|contents?|toc|index)[^\p{L}\p{N}]*$/iu
const fewestLinks = 3
/** Where one stands below another. */
const fewestNested = 2

/** The list of links to anchors that a section holds, with `at` 0; null where it cannot be a table of contents. */
export function readToc({ section, facts, heading, links }: SectionFacts): TocCandidate | null {
  const at = (index: number): number => section.blocks[index]!.at
  const textOf = (index: number): string => section.blocks[index]!.text
  const found = facts.flatMap((fact, index) =>
    fact.kind === 'html' && mark.test(textOf(index)) ? [shift(fact.span, at(index))] : [],
  )
  const markers = found[0] ? { open: found[0], close: found.length > 1 ? found.at(-1)! : null } : null
  const all = facts.flatMap((fact, index) => itemsOfBlock(fact, textOf(index), at(index)))
  const items = markers ? all.filter(({ span }) => isBetween(span, markers.open, markers.close)) : all
  const list = items.slice(items.findIndex(isOfList), items.findLastIndex(isOfList) + 1)
  if (!list.some(isOfList)) return null
  const entries = list.flatMap(({ entry }) => entry ?? [])
  const isTitled = heading !== null && title.test(heading.text)
  const said = markers ? 'marks' : isTitled || hasTitle(facts, textOf) ? 'title' : 'links'
  const fewest = entries.some(({ depth }) => depth > 0) ? fewestNested : fewestLinks
  if (said === 'links' && (entries.length < fewest || list.filter(isOfList).length > 2 * entries.length)) return null
  const first = entries[0]?.span ?? list[0]!.span
  const last = entries.at(-1)?.span ?? list.at(-1)!.span
  const span = {
    start: Math.min(first.start, markers?.open.start ?? Number.POSITIVE_INFINITY),
    end: Math.max(last.end, markers?.close?.end ?? 0),
  }
  const known = new Set(entries.map(({ anchorSpan }) => anchorSpan.end))
  const beside = {
    anchors: links.flatMap(({ path, anchor, span }) => (path === '' && anchor !== null && !known.has(span.end) ? [anchor] : [])),
    names: facts.flatMap((fact, index) => (fact.kind === 'paragraph' ? (shownText(fact.span, textOf(index)) ?? []) : [])),
  }
  return { toc: { at: 0, span, entries, items: list, beside, markers }, said }
}

const isOfList = ({ isItem }: TocItem): boolean => isItem

const isBetween = ({ start, end }: Span, open: Span, close: Span | null): boolean =>
  start >= open.end && (close === null || end <= close.start)

/** Whether a line of its own is the title, as in `**Contents**`. */
const hasTitle = (facts: readonly Fact[], textOf: (index: number) => string): boolean =>
  facts.some((fact, index) => fact.kind === 'paragraph' && fact.span.end - fact.span.start < 60 && title.test(textOf(index)))

function itemsOfBlock(fact: Fact, text: string, at: number): readonly TocItem[] {
  if (fact.kind === 'item') return itemsOf(fact.item, { text, at, links: fact.links }, 0)
  if (fact.kind === 'blank' || fact.kind === 'heading' || (fact.kind === 'html' && mark.test(text))) return []
  return [{ span: shift(fact.span, at), depth: 0, isItem: false, entry: null, text: null }]
}

interface ItemBlock {
  readonly text: string
  readonly at: number
  readonly links: readonly SourceLink[]
}

/** An item with those below it, each with its own lines. */
function itemsOf(item: Item, block: ItemBlock, depth: number): readonly TocItem[] {
  const entry = entryOf(item, block, depth)
  const text = entry || !item.lead ? null : shownText(item.lead, block.text)
  const own: TocItem = { span: shift(item.span, block.at), depth, isItem: true, entry, text }
  return [own, ...item.children.flatMap((child) => itemsOf(child, block, depth + 1))]
}

/** What may stand before a link: a task's box, and marks of emphasis. */
const beforeLink = /^(?:\[[ xX]\][ \t]{1,9})?[*_~]{0,3}$/

/** An item that begins with a link to an anchor of this file. */
function entryOf(item: Item, { text, at, links }: ItemBlock, depth: number): TocEntry | null {
  const { lead } = item
  if (!lead) return null
  const link = links.find(({ span }) => span.start >= lead.start && span.start < lead.end)
  if (link?.form !== 'link' || !link.url.startsWith('#')) return null
  if (link.span.start > lead.start && !beforeLink.test(text.slice(lead.start, link.span.start))) return null
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

const longestText = 300

/** The first line of a stretch of text as a reader sees it, without the box of a task; null where it says nothing. */
function shownText({ start, end }: Span, text: string): string | null {
  const [line = ''] = text.slice(start, Math.min(end, start + longestText)).split(/[\r\n]/, 1)
  const shown = line
    .replace(/^\[[ xX]\][ \t]+/, '')
    .replace(/\[([^[\]]*)\](?:\([^()\s]*\)|\[[^[\]]*\])/g, '$1')
    .replace(/[*`~]|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu, '')
    .replace(/:\s*$/, '')
    .trim()
  return shown === '' ? null : shown
}
