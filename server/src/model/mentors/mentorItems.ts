import type { SourceLink } from '../blocks/links.ts'
import type { ValuePart } from '../fields/valueParts.ts'
import type { Mentor } from '../types.ts'
import { mentorsOfTokens, readMentor } from './readMentors.ts'
import { placedMentor, readRepeatedPart } from './repeatedMentors.ts'
import { isPrimaryRole, isRoleOnly } from './roles.ts'
import { samePersonByHandle } from './samePerson.ts'
import { splitEntries } from './splitEntries.ts'
import { type MentorSource, type Token, tokenize } from './tokens.ts'

/** A part of a mentors field with the items nested in it. */
interface PartNode {
  readonly part: ValuePart
  readonly children: PartNode[]
}

/** An idea's text, and what is read of its parts, some of it several times. */
interface IdeaText {
  readonly text: string
  readonly tokensOf: (part: ValuePart) => readonly Token[]
  /** The same tokens, whose spans may count from the start of the part. */
  readonly wordsOf: (part: ValuePart) => readonly Token[]
  readonly mentorsOf: (part: ValuePart) => readonly Mentor[]
}

function ideaText(text: string, links: readonly SourceLink[]): IdeaText {
  const tokens = new Map<ValuePart, readonly Token[]>()
  const sourceOf = ({ span, kind }: ValuePart): MentorSource => ({ span, isSingleItem: kind === 'item' })
  const linksIn = ({ start, end }: ValuePart['span']): readonly SourceLink[] =>
    links.length === 0 ? links : links.filter(({ span }) => span.start >= start && span.end <= end)
  const tokensOf = (part: ValuePart): readonly Token[] => {
    const found = tokens.get(part) ?? tokenize(text, sourceOf(part), linksIn(part.span))
    tokens.set(part, found)
    return found
  }
  return {
    text,
    tokensOf,
    wordsOf: (part) => (linksIn(part.span).length === 0 ? readRepeatedPart(text, sourceOf(part)).tokens : tokensOf(part)),
    mentorsOf: (part) =>
      linksIn(part.span).length === 0
        ? readRepeatedPart(text, sourceOf(part)).mentors.map((mentor) => placedMentor(mentor, part.span.start))
        : mentorsOfTokens(text, tokensOf(part), part.kind === 'item'),
  }
}

/** The people of a mentors field; items nested in a person's item add to that person, or name others. */
export function mentorsOfParts(text: string, parts: readonly ValuePart[], links: readonly SourceLink[]): readonly Mentor[] {
  if (parts.length === 0) return []
  const idea = ideaText(text, links)
  return adoptContactItems(idea, nestMentorItems(parts)).flatMap((node) => peopleOfMentorItem(idea, node))
}

/** The parts as a tree, by their depths. */
function nestMentorItems(parts: readonly ValuePart[]): readonly PartNode[] {
  const roots: PartNode[] = []
  const open: PartNode[] = []
  for (const part of parts) {
    const node: PartNode = { part, children: [] }
    while (open.length > 0 && open.at(-1)!.part.depth! >= (part.depth ?? 0)) open.pop()
    const siblings = open.at(-1)?.children ?? roots
    siblings.push(node)
    if (part.depth !== undefined) open.push(node)
  }
  return roots
}

/**
 * Moves contact items that are siblings of a name into that name's item:
 *
 *     - Ada Example             - Ada Example
 *     - GitHub: @ada       →      - GitHub: @ada
 *     - Email: ada@…              - Email: ada@…
 */
function adoptContactItems(idea: IdeaText, nodes: readonly PartNode[]): readonly PartNode[] {
  const found: PartNode[] = []
  for (const node of nodes) {
    const owner = found.at(-1)
    if (owner !== undefined && belongsToMentorItem(idea, owner, node))
      found[found.length - 1] = { ...owner, children: [...owner.children, node] }
    else found.push(node)
  }
  return found
}

function belongsToMentorItem(idea: IdeaText, owner: PartNode, { part, children }: PartNode): boolean {
  if (owner.part.kind !== 'item' || part.kind !== 'item' || children.length > 0) return false
  const tokens = idea.wordsOf(part)
  const [label] = tokens
  const isContactItem = label?.kind === 'label' && (label.value === 'github' || label.value === 'email')
  const isRoleItem = owner.children.length > 0 && isRoleOnly(tokens) && tokens.every(({ kind }) => kind === 'word')
  if (!isContactItem && !isRoleItem) return false
  const [mentor, ...others] = mentorsOfPart(idea, owner)
  if (mentor === undefined || mentor.name === null || mentorItemHasContact(mentor) || others.length > 0) return false
  return owner.children.every((item) => idea.wordsOf(item.part)[0]?.value !== label!.value)
}

function peopleOfMentorItem(idea: IdeaText, node: PartNode): readonly Mentor[] {
  const own = mentorsOfPart(idea, node)
  if (node.children.length === 0) return own
  const below = adoptContactItems(idea, node.children).flatMap((inner) => peopleOfMentorItem(idea, inner))
  const [first] = own
  if (first === undefined) return mentorItemMarksPrimary(idea, node) ? firstMentorItemAsPrimary(below) : below
  const joined = own.length === 1 && !below.some(isCompleteMentorItem) ? withNestedContacts(idea, node, first) : null
  if (joined !== null) return [joined]
  const known = node.children.some((inner) => mentorItemMarksPrimary(idea, inner)) ? firstMentorItemAsPrimary(own) : own
  // anything else below a person with a contact is a remark
  if (own.some(mentorItemHasContact))
    return [...known, ...below.filter((mentor) => isCompleteMentorItem(mentor) || mentorItemHasOtherHandle(mentor, own))]
  return below.some(isCompleteMentorItem) && introducesMentorItems(idea, node) ? below : [...known, ...below]
}

/** A person with the contacts that are nested below the name, one in each item (`GitHub: @jane`); null if there are none. */
function withNestedContacts(idea: IdeaText, node: PartNode, mentor: Mentor): Mentor | null {
  const leaves = node.children.filter(({ children }) => children.length === 0)
  const contacts = new Set(leaves.filter((leaf) => isContactItemFor(mentor, mentorsOfPart(idea, leaf))))
  const [entry, ...others] = splitEntries(idea.tokensOf(node.part), true)
  if (contacts.size === 0 || entry === undefined || others.length > 0) return null
  const added = leaves.filter((leaf) => contacts.has(leaf) || isRoleOnly(idea.wordsOf(leaf.part)))
  const joined = readMentor(idea.text, [
    ...entry,
    ...added.flatMap((leaf) => [dashBeforeItem(leaf), ...idea.tokensOf(leaf.part)]),
  ])
  return joined && { ...joined, isCanonical: false }
}

/** Divides an item from those before it. */
const dashBeforeItem = ({ part: { span } }: PartNode): Token => ({
  kind: 'dash',
  value: '-',
  span: { start: span.start, end: span.start },
})

/** Whether an item is only a contact, of a kind that the person's entry lacks. */
function isContactItemFor(mentor: Mentor, [contact, ...others]: readonly Mentor[]): boolean {
  if (contact === undefined || mentorItemHasName(contact) || others.length > 0) return false
  return (mentor.handle === null && contact.handle !== null) || (mentor.emailSpan === null && contact.emailSpan !== null)
}

const mentorItemHasContact = ({ handle, emailSpan }: Mentor): boolean => handle !== null || emailSpan !== null

/** `[ada](https://github.com/ada)` has no name of its own. */
const mentorItemHasName = ({ name, id }: Mentor): boolean => name !== null && name.toLowerCase() !== id.handle

const isCompleteMentorItem = (mentor: Mentor): boolean => mentorItemHasName(mentor) && mentorItemHasContact(mentor)

const mentorItemHasOtherHandle = ({ id }: Mentor, known: readonly Mentor[]): boolean =>
  id.handle !== null && known.every((mentor) => mentor.id.handle !== null && !samePersonByHandle(mentor.id, id))

const firstMentorItemAsPrimary = (mentors: readonly Mentor[]): readonly Mentor[] =>
  mentors.map((mentor, index) => (index === 0 ? { ...mentor, primary: true } : mentor))

/** `- Primary mentor` */
function mentorItemMarksPrimary(idea: IdeaText, node: PartNode): boolean {
  const tokens = idea.wordsOf(node.part)
  return isRoleOnly(tokens) && tokens.some(isPrimaryRole)
}

/** `- The maintainers of Harbor:` */
const introducesMentorItems = ({ text }: IdeaText, { part: { span } }: PartNode): boolean =>
  /[:：][*_]{0,3}$/.test(text.slice(span.start, span.end).trimEnd())

const mentorsOfPart = ({ mentorsOf }: IdeaText, { part }: PartNode): readonly Mentor[] => mentorsOf(part)
