import type { SourceLink } from '../blocks/links.ts'
import type { ValuePart } from '../fields/valueParts.ts'
import type { Mentor } from '../types.ts'
import { sharesHandle } from './identity.ts'
import { isPrimaryWord } from './prose.ts'
import { readMentor, readMentors } from './readMentors.ts'
import { isRoleOnly } from './roles.ts'
import { splitEntries } from './splitEntries.ts'
import { type Token, tokens } from './tokens.ts'

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
  withLines({ text, links }, nodesOf(parts)).flatMap((node) => peopleOf({ text, links }, node))

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

/** Items that stand beside a name and say one contact each (`GitHub: @jane`), below it, where they would be understood. */
function withLines(source: Source, nodes: readonly Node[]): readonly Node[] {
  const found: Node[] = []
  for (const node of nodes) {
    const head = found.at(-1)
    if (head !== undefined && continuesItem(source, head, node))
      found[found.length - 1] = { ...head, below: [...head.below, node] }
    else found.push(node)
  }
  return found
}

function continuesItem(source: Source, head: Node, { part, below }: Node): boolean {
  if (head.part.kind !== 'item' || part.kind !== 'item' || below.length > 0) return false
  const all = tokensOf(source, { part })
  const [label] = all
  const isContactLine = label?.kind === 'label' && (label.value === 'github' || label.value === 'email')
  if (!isContactLine && !(head.below.length > 0 && isRoleOnly(all) && all.every(({ kind }) => kind === 'word'))) return false
  const [mentor, ...others] = read(source, head)
  if (mentor === undefined || mentor.name === null || isReachable(mentor) || others.length > 0) return false
  return head.below.every((line) => tokensOf(source, line)[0]?.value !== label!.value)
}

function peopleOf(source: Source, node: Node): readonly Mentor[] {
  const own = read(source, node)
  if (node.below.length === 0) return own
  const below = withLines(source, node.below).flatMap((inner) => peopleOf(source, inner))
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
  const [entry, ...others] = splitEntries(tokensOf(source, node), true)
  if (contacts.length === 0 || entry === undefined || others.length > 0) return null
  const said = leaves.filter((leaf) => contacts.includes(leaf) || isRoleOnly(tokensOf(source, leaf)))
  const joined = readMentor(source.text, [...entry, ...said.flatMap((leaf) => [lineOf(leaf), ...tokensOf(source, leaf)])])
  return joined && { ...joined, isCanonical: false }
}

/** Parts an item from those before it, as a dash does. */
const lineOf = ({ part: { span } }: Node): Token => ({ kind: 'dash', value: '-', span: { start: span.start, end: span.start } })

/** Whether all that people say is a contact that somebody's entry lacks. */
function isContactOf(mentor: Mentor, [contact, ...others]: readonly Mentor[]): boolean {
  if (contact === undefined || isNamed(contact) || others.length > 0) return false
  return (mentor.handle === null && contact.handle !== null) || (mentor.emailSpan === null && contact.emailSpan !== null)
}

const isReachable = ({ handle, emailSpan }: Mentor): boolean => handle !== null || emailSpan !== null

/** A link to an account that is called as that is names nobody. */
const isNamed = ({ name, id }: Mentor): boolean => name !== null && name.toLowerCase() !== id.handle

const isWhole = (mentor: Mentor): boolean => isNamed(mentor) && isReachable(mentor)

const isOther = ({ id }: Mentor, known: readonly Mentor[]): boolean =>
  id.handle !== null && known.every((mentor) => mentor.id.handle !== null && !sharesHandle(mentor.id, id))

const asPrimary = (mentors: readonly Mentor[]): readonly Mentor[] =>
  mentors.map((mentor, index) => (index === 0 ? { ...mentor, primary: true } : mentor))

function saysPrimary(source: Source, node: Node): boolean {
  const all = tokensOf(source, node)
  return isRoleOnly(all) && all.some(isPrimaryWord)
}

const introduces = ({ text }: Source, { part: { span } }: Node): boolean =>
  /[:：][*_]{0,3}$/.test(text.slice(span.start, span.end).trimEnd())

const read = ({ text, links }: Source, { part: { kind, span } }: Node): readonly Mentor[] =>
  readMentors(text, { span, isSingleItem: kind === 'item' }, within(links, span))

const tokensOf = ({ text, links }: Source, { part: { kind, span } }: Pick<Node, 'part'>): readonly Token[] =>
  tokens(text, { span, isSingleItem: kind === 'item' }, within(links, span))

const within = (links: readonly SourceLink[], span: ValuePart['span']): readonly SourceLink[] =>
  links.filter((link) => link.span.start >= span.start && link.span.end <= span.end)
