import type { Heading as HeadingNode, ListItem, Nodes, Parents } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import { type BlockNode, isUnread, parseBlocks } from '../syntax/parse.ts'
import type { Block, Section } from '../syntax/sections.ts'
import { slug } from '../text/slug.ts'
import { type Span, shift, trimmed } from '../text/span.ts'
import { fieldKey, type Label, labelAt, lineLabels } from './labels.ts'
import { linksIn, type SourceLink } from './links.ts'
import type { FieldKey, Heading } from './types.ts'

/** A list item; spans are relative to its block's start. */
export interface Item {
  /** From the bullet to the last character that is no blank. */
  readonly span: Span
  readonly bullet: string
  /** Columns before the bullet. */
  readonly indent: number
  /** The first paragraph, if the item begins with one. */
  readonly lead: Span | null
  readonly label: Label | null
  /** Labels at the beginning of further lines of the first paragraph. */
  readonly laterLabels: readonly Label[]
  readonly children: readonly Item[]
}

/** What one top-level block says; spans are relative to its start. */
export type Fact =
  | { readonly kind: 'heading'; readonly heading: Heading }
  | { readonly kind: 'item'; readonly item: Item; readonly links: readonly SourceLink[] }
  | { readonly kind: 'paragraph'; readonly span: Span; readonly labels: readonly Label[]; readonly links: readonly SourceLink[] }
  | { readonly kind: 'fence'; readonly span: Span; readonly body: string }
  | { readonly kind: 'html' | 'other' | 'unread' | 'blank'; readonly span: Span }

/** Everything that one section says, block by block, with nothing in it that depends on another section. */
export interface SectionFacts {
  readonly section: Section
  /** One for each of the section's blocks. */
  readonly facts: readonly Fact[]
  readonly heading: Heading | null
  /** The fields that its items name beyond doubt: what tells an idea from other prose. */
  readonly keys: ReadonlySet<FieldKey>
  /** Blocks that were not parsed; counted from the section's start. */
  readonly unread: readonly Span[]
}

/** Reads sections; `known` holds facts of blocks by their text, which are taken over as they are. */
export function readSections(sections: readonly Section[], known: ReadonlyMap<string, Fact>): readonly SectionFacts[] {
  const unknown = sections.flatMap(({ blocks }) => blocks.filter((block) => !known.has(block.text)))
  const read = parseBlocks(unknown)
  let next = 0
  const factOf = (block: Block): Fact => known.get(block.text) ?? blockFact(block, read[next++]!)
  return sections.map((section) => gather(section, section.blocks.map(factOf)))
}

function gather(section: Section, facts: readonly Fact[]): SectionFacts {
  const [first] = facts
  const heading = first?.kind === 'heading' ? first.heading : null
  const unread = facts.flatMap((fact, index) => (fact.kind === 'unread' ? [shift(fact.span, section.blocks[index]!.at)] : []))
  return { section, facts, heading, keys: new Set(facts.flatMap(keysOf)), unread }
}

/** A label without a colon counts only with a list below it. */
function keysOf(fact: Fact): readonly FieldKey[] {
  if (fact.kind !== 'item' || !fact.item.label) return []
  const key = fieldKey(fact.item.label.text)
  return key && (fact.item.label.mark === 'colon' || fact.item.children.length > 0) ? [key] : []
}

function blockFact(block: Block, nodes: readonly BlockNode[]): Fact {
  const span = trimmed(block.text, { start: 0, end: block.text.length })
  if (isUnread(block)) return { kind: 'unread', span }
  const [first] = nodes
  if (!first) return { kind: 'blank', span }
  const { node, base } = first
  const reader = new NodeReader(block.text, base)
  switch (node.type) {
    case 'heading':
      return { kind: 'heading', heading: reader.heading(node) }
    case 'listItem':
      return { kind: 'item', item: reader.item(node), links: linksIn(node, block.text, base) }
    case 'paragraph': {
      const place = reader.span(node)
      return { kind: 'paragraph', span: place, labels: lineLabels(block.text, place), links: linksIn(node, block.text, base) }
    }
    case 'code':
      return { kind: 'fence', span: reader.span(node), body: node.value }
    default:
      return { kind: node.type === 'html' ? 'html' : 'other', span }
  }
}

/** Reads nodes of one block: their offsets count from `base`. */
class NodeReader {
  private readonly text: string
  private readonly base: number

  constructor(text: string, base: number) {
    this.text = text
    this.base = base
  }

  /** remark lets an item with an open comment end in the next one: a node ends with its block at the latest. */
  span(node: Nodes): Span {
    const { start, end } = shift({ start: node.position!.start.offset!, end: node.position!.end.offset! }, -this.base)
    return trimmed(this.text, { start, end: Math.min(end, this.text.length) })
  }

  heading(node: HeadingNode): Heading {
    const text = plainText(node, { includeImageAlt: false, includeHtml: false }).trim()
    const span = this.span(node)
    return { level: node.depth, text: oneLine(text), slug: slug(text), span, textSpan: this.inner(node, span) }
  }

  item(node: ListItem): Item {
    const span = this.span(node)
    const [first] = node.children
    const lead = first?.type === 'paragraph' ? this.span(first) : null
    const labels = lead ? lineLabels(this.text, lead) : []
    const label = lead ? labelAt(this.text, lead.start, lead.end) : null
    return {
      span,
      bullet: /^(?:[-+*]|\d+[.)])/.exec(this.text.slice(span.start, span.start + 10))?.[0] ?? '-',
      indent: node.position!.start.column - 1,
      lead,
      label,
      laterLabels: labels.filter((later) => later.span.start > (label?.span.start ?? -1)),
      children: node.children.flatMap((child) => (child.type === 'list' ? child.children.map((inner) => this.item(inner)) : [])),
    }
  }

  /** From the first to the last child; for a node without children the empty place at its end. */
  private inner(node: Parents, span: Span): Span {
    const first = node.children[0]
    const last = node.children.at(-1)
    if (!first || !last) return { start: span.end, end: span.end }
    return trimmed(this.text, shift({ start: first.position!.start.offset!, end: last.position!.end.offset! }, -this.base))
  }
}

/** As a reader sees it: runs of blanks and line ends are one blank. */
const oneLine = (text: string): string => text.replace(/\s+/g, ' ')
