import { type Span, shift } from '../../text/span.ts'
import type { Fact, Item, SectionFacts } from '../blocks/sectionFacts.ts'
import type { Toc, TocEntry, TocItem } from '../types.ts'
import { type ItemBlock, readFlawedEntry } from './flawedEntries.ts'

/** A list that may be the table of contents, and the evidence: comment marks, a title, or only its links. */
export interface TocCandidate {
  readonly toc: Toc
  readonly evidence: 'marks' | 'title' | 'links'
}

/** `<!-- TOC -->`, `<!-- START doctoc … -->`, `<!-- tocstop -->` */
const tocComment = /^\s*<!--\s*(?:toc|start doctoc|\/toc|tocstop|end doctoc)\b/i
/** `Table of contents`, `📑 Contents:` */
const tocTitle = /^[^\p{L}\p{N}]*(?:table of contents?|contents?|toc|index)[^\p{L}\p{N}]*$/iu
const minLinks = 3
/** For a list with nested items. */
const minNestedLinks = 2

/** The list of links to anchors in a section, with `at` 0; null if it cannot be a table of contents. */
export function readToc({ section, facts, heading, links }: SectionFacts): TocCandidate | null {
  const at = (index: number): number => section.blocks[index]!.at
  const textOf = (index: number): string => section.blocks[index]!.text
  const comments = facts.flatMap((fact, index) =>
    fact.kind === 'html' && tocComment.test(textOf(index)) ? [shift(fact.span, at(index))] : [],
  )
  const markers = comments[0] ? { open: comments[0], close: comments.length > 1 ? comments.at(-1)! : null } : null
  const all = facts.flatMap((fact, index) => tocItemsOfBlock(fact, textOf(index), at(index)))
  const items = markers ? all.filter(({ span }) => isReadBetweenTocMarks(span, markers.open, markers.close)) : all
  const isListItem = ({ isItem }: TocItem): boolean => isItem
  const list = items.slice(items.findIndex(isListItem), items.findLastIndex(isListItem) + 1)
  if (!list.some(isListItem)) return null
  const entries = list.flatMap(({ entry }) => entry ?? [])
  const isTitled = heading !== null && tocTitle.test(heading.text)
  const evidence = markers ? 'marks' : isTitled || readsTocTitle(facts, textOf) ? 'title' : 'links'
  const required = entries.some(({ depth }) => depth > 0) ? minNestedLinks : minLinks
  if (evidence === 'links' && (entries.length < required || list.filter(isListItem).length > 2 * entries.length)) return null
  const first = entries[0]?.span ?? list[0]!.span
  const last = entries.at(-1)?.span ?? list.at(-1)!.span
  const span = {
    start: Math.min(first.start, markers?.open.start ?? Number.POSITIVE_INFINITY),
    end: Math.max(last.end, markers?.close?.end ?? 0),
  }
  const ofEntries = new Set(entries.map(({ anchorSpan }) => anchorSpan.end))
  const otherMentions = {
    anchors: links.flatMap(({ path, anchor, span }) =>
      path === '' && anchor !== null && !ofEntries.has(span.end) ? [anchor] : [],
    ),
    names: facts.flatMap((fact, index) => (fact.kind === 'paragraph' ? (readTocItemText(fact.span, textOf(index)) ?? []) : [])),
  }
  return {
    toc: { at: 0, span, entries, items: list, flawed: list.flatMap(({ flawed }) => flawed ?? []), otherMentions, markers },
    evidence,
  }
}

/** Whether a section has an opening and a closing mark of a table: such a table may also be in an idea, below its fields. */
export const hasTocMarks = ({ facts, section }: SectionFacts): boolean =>
  facts.filter(({ kind }, index) => kind === 'html' && tocComment.test(section.blocks[index]!.text)).length > 1

const isReadBetweenTocMarks = ({ start, end }: Span, open: Span, close: Span | null): boolean =>
  start >= open.end && (close === null || end <= close.start)

/** Whether a paragraph is the title: `**Contents**`. */
const readsTocTitle = (facts: readonly Fact[], textOf: (index: number) => string): boolean =>
  facts.some((fact, index) => fact.kind === 'paragraph' && fact.span.end - fact.span.start < 60 && tocTitle.test(textOf(index)))

function tocItemsOfBlock(fact: Fact, text: string, at: number): readonly TocItem[] {
  if (fact.kind === 'item') return tocItemsOf(fact.item, { text, at, links: fact.links }, 0)
  if (fact.kind === 'blank' || fact.kind === 'heading' || (fact.kind === 'html' && tocComment.test(text))) return []
  return [{ span: shift(fact.span, at), depth: 0, isItem: false, entry: null, flawed: null, text: null }]
}

/** An item, then the items nested in it, each with its own lines. */
function tocItemsOf(item: Item, block: ItemBlock, depth: number): readonly TocItem[] {
  const entry = readTocEntry(item, block, depth)
  const text = entry || !item.lead ? null : readTocItemText(item.lead, block.text)
  const own: TocItem = {
    span: shift(item.span, block.at),
    depth,
    isItem: true,
    entry,
    flawed: entry ? null : readFlawedEntry(item, block),
    text,
  }
  return [own, ...item.children.flatMap((child) => tocItemsOf(child, block, depth + 1))]
}

/** What may precede a link: a checkbox, emphasis marks. */
const beforeLink = /^(?:\[[ xX]\][ \t]{1,9})?[*_~]{0,3}$/

/** An item that begins with a link to an anchor of this file. */
function readTocEntry(item: Item, { text, at, links }: ItemBlock, depth: number): TocEntry | null {
  const { lead } = item
  if (!lead) return null
  const link = links.find(({ span }) => span.start >= lead.start && span.start < lead.end)
  if (link?.form !== 'link' || !/^#./.test(link.url)) return null
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

const maxShownLength = 300

/** The first line of an item or paragraph as it is rendered, without a checkbox; null if nothing is left. */
function readTocItemText({ start, end }: Span, text: string): string | null {
  const [line = ''] = text.slice(start, Math.min(end, start + maxShownLength)).split(/[\r\n]/, 1)
  const shown = line
    .replace(/^\[[ xX]\][ \t]+/, '')
    .replace(/\[([^[\]]*)\](?:\([^()\s]*\)|\[[^[\]]*\])/g, '$1')
    .replace(/[*`~]|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu, '')
    .replace(/:\s*$/, '')
    .trim()
  return shown === '' ? null : shown
}
