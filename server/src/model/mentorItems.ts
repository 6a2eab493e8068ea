import type { ValuePart } from './fields.ts'
import type { SourceLink } from './links.ts'
import { entries } from './mentorEntries.ts'
import { isPrimaryWord, isRoleOnly } from './mentorProse.ts'
import { person, readMentors } from './mentors.ts'
import { type Token, tokens } from './mentorTokens.ts'
import type { Mentor } from './types.ts'

/** A part of a mentors field with the items below it. */
interface Node {
  readonly part: ValuePart
  readonly below: Node[]
}

/** An idea's text and its links. */
interface Source {
  readonly text: string
  readonly links: readonly SourceLink[]
}

/** The people whom the parts of a mentors field name: what stands below somebody's item says more of that person, or names others. */
export const mentorsOfParts = (text: string, parts: readonly ValuePart[], links: readonly SourceLink[]): readonly Mentor[] =>
  nodesOf(parts).flatMap((node) => peopleOf({ text, links }, node))

function nodesOf(parts: readonly ValuePart[]): readonly Node[] {
  const roots: Node[] = []
  const open: Node[] = []
  for (const part of parts) {
    const node: Node = { part, below: [] }
    while (open.length > 0 && open.at(-1)!.part.depth! >= (part.depth ?? 0)) open.pop()
    const siblings = open.at(-1)?.below ?? roots
    siblings.push(node)
    if (part.depth !== undefined) open.push(node)
  }
  return roots
}

function peopleOf(source: Source, node: Node): readonly Mentor[] {
  const own = read(source, node)
  if (node.below.length === 0) return own
  const below = node.below.flatMap((inner) => peopleOf(source, inner))
  const [first] = own
  if (first === undefined) return saysPrimary(source, node) ? asPrimary(below) : below
  const joined = own.length === 1 && !below.some(isWhole) ? withContacts(source, node, first) : null
  if (joined !== null) return [joined]
  const known = node.below.some((inner) => saysPrimary(source, inner)) ? asPrimary(own) : own
  // whatever else stands below somebody with a contact is a remark
  if (own.some(isReachable)) return [...known, ...below.filter((mentor) => isWhole(mentor) || isOther(mentor, own))]
  return below.some(isWhole) && introduces(source, node) ? below : [...known, ...below]
}

/** Somebody with the contacts that stand below the name, one an item (`GitHub: @jane`); null where there are none. */
function withContacts(source: Source, node: Node, mentor: Mentor): Mentor | null {
  const leaves = node.below.filter(({ below }) => below.length === 0)
  const contacts = leaves.filter((leaf) => isContactOf(mentor, read(source, leaf)))
  const [entry, ...others] = entries(tokensOf(source, node), true)
  if (contacts.length === 0 || entry === undefined || others.length > 0) return null
  const said = leaves.filter((leaf) => contacts.includes(leaf) || isRoleOnly(tokensOf(source, leaf)))
  const joined = person(source.text, [...entry, ...said.flatMap((leaf) => [lineOf(leaf), ...tokensOf(source, leaf)])])
  return joined && { ...joined, tidy: false }
}

/** Parts an item from those before it, as a dash does. */
const lineOf = ({ part: { span } }: Node): Token => ({ kind: 'dash', value: '-', span: { start: span.start, end: span.start } })

/** Whether all that people say is a contact that somebody's entry lacks. */
function isContactOf(mentor: Mentor, [contact, ...others]: readonly Mentor[]): boolean {
  if (contact === undefined || contact.name !== null || others.length > 0) return false
  return (mentor.handle === null && contact.handle !== null) || (mentor.emailSpan === null && contact.emailSpan !== null)
}

const isReachable = ({ handle, emailSpan }: Mentor): boolean => handle !== null || emailSpan !== null

const isWhole = (mentor: Mentor): boolean => mentor.name !== null && isReachable(mentor)

const isOther = ({ handle }: Mentor, known: readonly Mentor[]): boolean =>
  handle !== null && known.every((mentor) => mentor.handle !== null && mentor.handle.toLowerCase() !== handle.toLowerCase())

const asPrimary = (mentors: readonly Mentor[]): readonly Mentor[] =>
  mentors.map((mentor, index) => (index === 0 ? { ...mentor, primary: true } : mentor))

function saysPrimary(source: Source, node: Node): boolean {
  const all = tokensOf(source, node)
  return isRoleOnly(all) && all.some(isPrimaryWord)
}

const introduces = ({ text }: Source, { part: { span } }: Node): boolean =>
  /[:：][*_]{0,3}$/.test(text.slice(span.start, span.end).trimEnd())

const read = ({ text, links }: Source, { part: { kind, span } }: Node): readonly Mentor[] =>
  readMentors(text, { span, one: kind === 'item' }, within(links, span))

const tokensOf = ({ text, links }: Source, { part: { kind, span } }: Node): readonly Token[] =>
  tokens(text, { span, one: kind === 'item' }, within(links, span))

const within = (links: readonly SourceLink[], span: ValuePart['span']): readonly SourceLink[] =>
  links.filter((link) => link.span.start >= span.start && link.span.end <= span.end)
