import type { Heading as HeadingNode, ListItem, Nodes, Parents } from 'mdast'
import { type BlockNode, nodeSpan, parseBlocks, wasSkipped } from '../../syntax/parse.ts'
import type { Block, Section } from '../../syntax/sections.ts'
import { type Span, shift, trimSpan } from '../../text/span.ts'
import { fieldKey } from '../labels/aliases.ts'
import { isLabelMarkedTwice, isLabelWithoutBullet, isPlainLine, type Label, labelAt, lineLabels } from '../labels/labelSyntax.ts'
import type { Heading, Labels, LocalLink } from '../types.ts'
import { commentsIn, withoutComments } from './comments.ts'
import { headingTexts } from './headingTexts.ts'
import { type LinkDefinition, linkDefinitionsIn, normalizeReference } from './linkDefinitions.ts'
import { linksIn, type SourceLink } from './links.ts'
import { blockTargets, idTargetsInText, type LinkTargets, noTargets } from './linkTargets.ts'
import { localLinksIn } from './localLinks.ts'

/** A list item; spans are relative to its block's start. */
export interface Item {
  /** From the bullet to the last character, without white space after it. */
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

/** What was read of one top-level block; spans are relative to its start. */
export type Fact = BlockFact & {
  readonly targets: LinkTargets
  readonly definitions: readonly LinkDefinition[]
  readonly comments: readonly Span[]
}

type BlockFact =
  | { readonly kind: 'heading'; readonly heading: Heading; readonly links: readonly SourceLink[] }
  | { readonly kind: 'item'; readonly item: Item; readonly links: readonly SourceLink[] }
  | {
      readonly kind: 'paragraph'
      readonly span: Span
      readonly labels: readonly Label[]
      readonly keys: readonly string[]
      readonly links: readonly SourceLink[]
    }
  | { readonly kind: 'fence'; readonly span: Span; readonly body: string }
  | { readonly kind: 'other'; readonly span: Span; readonly links: readonly SourceLink[] }
  | { readonly kind: 'html' | 'unread' | 'blank'; readonly span: Span }

/** What was read of one section, block by block. Does not depend on other sections. */
export interface SectionFacts {
  readonly section: Section
  /** One for each of the section's blocks. */
  readonly facts: readonly Fact[]
  readonly heading: Heading | null
  /** The fields with a certain label (`fieldKeysOf`): they distinguish an idea from prose. */
  readonly keys: ReadonlySet<string>
  /** Fields with a label that counts only in a programme's list (`weakFieldKeys`). */
  readonly weakKeys: ReadonlySet<string>
  /** Blocks that were not parsed; counted from the section's start. */
  readonly unread: readonly Span[]
  /** `id` and `name` attributes of HTML. */
  readonly ids: readonly string[]
  /** Slugs of the headings within its blocks (`LinkTargets`). */
  readonly nestedSlugs: readonly string[]
  /** The labels of its link definitions, normalized. */
  readonly definitions: readonly string[]
  /** The section before the reference links of its heading were resolved; absent if it has none (`resolveHeadingReferences`). */
  readonly unresolved?: SectionFacts
  /** Links into this file and to others of the repository; counted from the section's start. */
  readonly links: readonly LocalLink[]
  /** Comments (`<!-- … -->`) of all blocks; counted from the section's start. */
  readonly comments: readonly Span[]
}

/** Blocks are read so many at a time: the nodes of a long text, all at once, would cost more time in garbage collection than in parsing. */
const blocksAtOnce = 128

/** Reads sections. `known` contains facts of blocks by their text, read with the same `labels`, which are reused. */
export function readSections(
  sections: readonly Section[],
  known: ReadonlyMap<string, Fact>,
  labels: Labels = fieldKey,
): readonly SectionFacts[] {
  const read = readUnknownFacts(sections, known, labels)
  const factOf = (block: Block): Fact => known.get(block.text) ?? read.get(block.text)!
  return sections.map((section) => gatherFacts(section, section.blocks.map(factOf)))
}

/** Facts by text: a block that a text repeats is read once. */
function readUnknownFacts(
  sections: readonly Section[],
  known: ReadonlyMap<string, Fact>,
  labels: Labels,
): ReadonlyMap<string, Fact> {
  const unknown = new Map<string, Block>()
  for (const { blocks } of sections) {
    for (const block of blocks) if (!known.has(block.text)) unknown.set(block.text, unknown.get(block.text) ?? block)
  }
  const blocks = [...unknown.values()]
  const facts = new Map<string, Fact>()
  for (let start = 0; start < blocks.length; start += blocksAtOnce) {
    const together = blocks.slice(start, start + blocksAtOnce)
    parseBlocks(together).forEach((nodes, index) => {
      facts.set(together[index]!.text, readFact(together[index]!, nodes, labels))
    })
  }
  return facts
}

function gatherFacts(section: Section, facts: readonly Fact[]): SectionFacts {
  const [first] = facts
  const heading = first?.kind === 'heading' ? first.heading : null
  const keys = facts.flatMap(fieldKeysOf)
  const weakKeys = facts.flatMap(weakFieldKeys)
  return {
    section,
    facts,
    heading,
    keys: keys.length === 0 ? noKeys : new Set(keys),
    weakKeys: weakKeys.length === 0 ? noKeys : new Set(weakKeys),
    unread: gathered(facts, (fact, index) => (fact.kind === 'unread' ? [shift(fact.span, section.blocks[index]!.at)] : noneRead)),
    ids: gathered(facts, ({ targets }) => targets.ids),
    nestedSlugs: gathered(facts, ({ targets }) => targets.slugs),
    definitions: gathered(facts, ({ definitions }) => definitions.map(({ label }) => normalizeReference(label))),
    links: gathered(facts, (fact, index) => localLinksIn(fact, section.blocks[index]!.text, section.blocks[index]!.at)),
    comments: gathered(facts, ({ comments }, index) =>
      comments.length === 0 ? noneRead : comments.map((span) => shift(span, section.blocks[index]!.at)),
    ),
  }
}

const noKeys: ReadonlySet<string> = new Set()
const noneRead: readonly never[] = []

/** What all facts have in one list; the same one if none has anything, as in most sections of a list. */
function gathered<T>(facts: readonly Fact[], of: (fact: Fact, index: number) => readonly T[]): readonly T[] {
  let all: T[] | null = null
  for (let index = 0; index < facts.length; index++) {
    for (const each of of(facts[index]!, index)) {
      all ??= []
      all.push(each)
    }
  }
  return all ?? noneRead
}

/** The fields with a certain label: `- Mentors: …`, `- Mentors` with a list below it, `**Mentors:** …` outside a list. */
export function fieldKeysOf(fact: Fact): readonly string[] {
  if (fact.kind === 'paragraph') return fact.keys
  if (fact.kind !== 'item' || !fact.item.label) return []
  const { mark } = fact.item.label
  const key = labelFieldKey(fact.item.label)
  return key && (mark === 'colon' || (mark !== 'link' && fact.item.children.length > 0)) ? [key] : []
}

/**
 * The fields with labels that may be prose outside a programme's list: an item that begins with a known label on a line of its own, a
 * paragraph that begins with one in bold or with a colon.
 */
export function weakFieldKeys(fact: Fact): readonly string[] {
  if (fact.kind === 'item') {
    const { label, span } = fact.item
    return label?.mark === 'ownLine' && span.end > label.end ? sectionFactKeys([label]) : []
  }
  return fact.kind === 'paragraph' ? sectionFactKeys(fact.labels.filter(isLabelWithoutBullet)) : []
}

const sectionFactKeys = (labels: readonly Label[]): readonly string[] => labels.flatMap((label) => labelFieldKey(label) ?? [])

/** A field's key; for a field of an organization its label, too. */
const labelFieldKey = ({ key, text }: Label): string | null => (key === 'other' ? `other ${text.toLowerCase()}` : key)

function readFact(block: Block, nodes: readonly BlockNode[], labels: Labels): Fact {
  const span = trimSpan(block.text, { start: 0, end: block.text.length })
  if (wasSkipped(block)) {
    const targets = { ids: idTargetsInText(block.text), slugs: noneRead }
    return { kind: 'unread', span, targets, definitions: noneRead, comments: noneRead }
  }
  const [first] = nodes
  if (!first) return { kind: 'blank', span, targets: noTargets, definitions: noneRead, comments: noneRead }
  const targets = blockTargets(first, block.text)
  const comments = commentsIn(first, block.text)
  return withFactExtras(blockFact(block, first, span, labels, comments), targets, linkDefinitionsIn(first, block.text), comments)
}

/** Most blocks are headings, items and paragraphs, of which a list may have many: a spread takes longer than all else. */
function withFactExtras(
  fact: BlockFact,
  targets: LinkTargets,
  definitions: readonly LinkDefinition[],
  comments: readonly Span[],
): Fact {
  if (fact.kind === 'heading')
    return { kind: fact.kind, heading: fact.heading, links: fact.links, targets, definitions, comments }
  if (fact.kind === 'item') return { kind: fact.kind, item: fact.item, links: fact.links, targets, definitions, comments }
  if (fact.kind === 'paragraph') {
    const { kind, span, labels, keys, links } = fact
    return { kind, span, labels, keys, links, targets, definitions, comments }
  }
  return { ...fact, targets, definitions, comments }
}

function blockFact(block: Block, { node, base }: BlockNode, span: Span, labels: Labels, comments: readonly Span[]): BlockFact {
  const reader = new FactReader(block.text, base, labels, withoutComments(block.text, comments))
  switch (node.type) {
    case 'heading': {
      const typed = reader.halfTyped(node)
      if (typed) return reader.paragraph(typed, linksIn(node, block.text, base))
      return { kind: 'heading', heading: reader.heading(node), links: linksIn(node, block.text, base) }
    }
    case 'listItem':
      return { kind: 'item', item: reader.item(node), links: linksIn(node, block.text, base) }
    case 'paragraph':
      return reader.paragraph(reader.span(node), linksIn(node, block.text, base))
    case 'code':
      return { kind: 'fence', span: reader.span(node), body: node.value }
    default:
      return node.type === 'html' ? { kind: 'html', span } : { kind: 'other', span, links: linksIn(node, block.text, base) }
  }
}

/** Reads nodes of one block; `base` as in `BlockNode`. */
class FactReader {
  private readonly text: string
  private readonly base: number
  private readonly labels: Labels
  /** The text without comments (`withoutComments`): labels are read in it. */
  private readonly shown: string

  constructor(text: string, base: number, labels: Labels, shown: string) {
    this.text = text
    this.base = base
    this.labels = labels
    this.shown = shown
  }

  /** A node's span, which ends with its block at the latest: remark lets an item with an open comment end in the next one. */
  span(node: Nodes): Span {
    const { start, end } = nodeSpan(node, this.base)
    return trimSpan(this.text, { start, end: Math.min(end, this.text.length) })
  }

  heading(node: HeadingNode): Heading {
    const span = this.span(node)
    return { level: node.depth, ...headingTexts(node), span, textSpan: this.inner(node, span) }
  }

  item(node: ListItem): Item {
    const span = this.span(node)
    const [first] = node.children
    const lead = first?.type === 'paragraph' ? this.span(first) : first?.type === 'heading' ? this.underlined(first) : null
    const labels = lead && !isPlainLine(this.shown, lead) ? lineLabels(this.shown, lead, this.labels) : []
    const label = lead ? labelAt(this.shown, lead.start, lead.end, this.labels) : null
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

  /** The text of a setext heading; null for `#`. In an item the underline is a bullet that is being typed (`-`), not a heading. */
  private underlined(node: HeadingNode): Span | null {
    const span = this.span(node)
    return this.text[span.start] === '#' ? null : this.inner(node, span)
  }

  /** The text of a heading that is a label followed by a bullet that is being typed (`Mentor(s):⏎-`); null for any other. */
  halfTyped(node: HeadingNode): Span | null {
    const span = this.span(node)
    const under = /[\r\n] {0,3}-$/.exec(this.text.slice(Math.max(span.start, span.end - 6), span.end))
    const text = under && this.underlined(node)
    if (!text || !/[:：][*_]{0,3}$/.test(this.text.slice(text.start, text.end))) return null
    return lineLabels(this.shown, text, this.labels).some(({ key }) => key !== null) ? text : null
  }

  paragraph(span: Span, links: readonly SourceLink[]): BlockFact {
    const labels = lineLabels(this.shown, span, this.labels)
    const sure = labels.filter((label) => label.mark === 'colon' && (label.isListed || isLabelMarkedTwice(this.text, label)))
    return { kind: 'paragraph', span, labels, keys: sure.flatMap((label) => labelFieldKey(label) ?? []), links }
  }

  /** From the first to the last child; empty, at the node's end, if there are none. */
  private inner(node: Parents, span: Span): Span {
    const first = node.children[0]
    const last = node.children.at(-1)
    if (!first || !last) return { start: span.end, end: span.end }
    return trimSpan(this.text, shift({ start: first.position!.start.offset!, end: last.position!.end.offset! }, -this.base))
  }
}
