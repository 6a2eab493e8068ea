import { isAffiliation } from './affiliation.ts'
import { isHandleLikeWord, isMentorRoleWord, isTimeZoneWord } from './mentorWords.ts'
import { resemblesName } from './resemblesName.ts'
import { accountKinds, areJobTitleTokens, emailKinds, isContactToken, type Token } from './tokens.ts'

/** What the tokens on one side of a separator contain. */
export interface Side {
  readonly tokens: readonly Token[]
  readonly hasContact: boolean
  readonly hasAccount: boolean
  readonly hasEmail: boolean
  /** Words that may belong to a name. */
  readonly nameWords: number
}

/** A side that grows by tokens at its end; each is looked at once, so that a long entry takes linear time. */
export class GrowingSide implements Side {
  readonly tokens: Token[] = []
  hasContact = false
  hasAccount = false
  hasEmail = false
  nameWords = 0

  constructor(tokens: readonly Token[] = []) {
    for (const token of tokens) this.add(token)
  }

  add(token: Token): void {
    this.tokens.push(token)
    this.hasContact ||= isContactToken(token)
    this.hasAccount ||= accountKinds.includes(token.kind)
    this.hasEmail ||= emailKinds.includes(token.kind)
    if (token.kind === 'word' && !isMentorRoleWord(token.value) && !isTimeZoneWord(token.value)) this.nameWords++
  }
}

/** A separator with what is before it in the same entry and what follows up to the next separator. */
export interface Separation {
  readonly left: Side
  readonly separator: Token
  readonly right: Side
  /** If the right side is a single token: the token after the next separator. */
  readonly following: Token | undefined
  readonly isSingleItem: boolean
  /** Whether an item of its own has one group of contacts, so that its commas are within one entry. */
  readonly isOnlyEntry: boolean
}

interface SeparationCase {
  readonly name: string
  readonly when: (separation: Separation) => boolean
  /** Whether another person begins. */
  readonly startsNew: (separation: Separation) => boolean
}

const alwaysStartsPerson = (): boolean => true
const neverStartsPerson = (): boolean => false
const firstPersonToken = ({ right }: Separation): Token => right.tokens[0]!

const tokensBeforeNewPerson = ({ tokens }: Side): readonly Token[] => {
  const at = tokens.findIndex(isContactToken)
  return at < 0 ? tokens : tokens.slice(0, at)
}

/** Whether a side begins with the name of an organization, which a contact after it is not made of. */
function isAffiliationOf({ tokens }: Side): boolean {
  const contact = tokens.find(isContactToken)
  const stop = tokens.findIndex(({ kind }) => kind !== 'word')
  const words = tokens.slice(0, stop < 0 ? tokens.length : stop).map(({ value }) => value)
  return isAffiliation(words) && !(contact && resemblesName(contact.value, words))
}

/** The first case that applies decides. */
const cases: readonly SeparationCase[] = [
  {
    name: 'nothing on one side, or a comma within the only entry',
    when: ({ left, right, isOnlyEntry }) => right.tokens.length === 0 || left.tokens.length === 0 || isOnlyEntry,
    startsNew: neverStartsPerson,
  },
  {
    name: '`Ada, GitHub: @ada`',
    when: (it) => firstPersonToken(it).kind === 'label' && firstPersonToken(it).value !== 'name',
    startsNew: neverStartsPerson,
  },
  {
    name: '`Ada / Example`: a slash or a bar within a name',
    when: ({ left, separator }) => !left.hasContact && separator.kind === 'and' && /^[|/•·]$/.test(separator.value),
    startsNew: neverStartsPerson,
  },
  {
    name: '`Ada or Ben`, unless both have a contact',
    when: ({ left, separator, right }) => /^or$/i.test(separator.value) && !(left.hasContact && right.hasContact),
    startsNew: neverStartsPerson,
  },
  {
    name: '`…, (primary) @ben`',
    when: (it) =>
      firstPersonToken(it).kind === 'open' &&
      isMentorRoleWord(it.right.tokens[1]?.value ?? '') &&
      it.right.tokens.slice(2).some(({ kind }) => accountKinds.includes(kind)),
    startsNew: ({ left }) => left.hasAccount,
  },
  {
    name: '`…, [Ben](https://github.com/ben)`',
    when: (it) =>
      firstPersonToken(it).kind === 'profile' &&
      firstPersonToken(it).shown !== undefined &&
      !firstPersonToken(it).shown!.startsWith('@'),
    startsNew: ({ left }) => left.hasContact,
  },
  {
    name: '`…, ben@example.org`',
    when: (it) => emailKinds.includes(firstPersonToken(it).kind),
    startsNew: ({ left }) => left.hasEmail,
  },
  {
    name: '`…, @ben`',
    when: (it) => accountKinds.includes(firstPersonToken(it).kind),
    startsNew: ({ left }) => left.hasAccount,
  },
  {
    name: '`…, https://example.org` and `…, (at Example)`',
    when: (it) => isContactToken(firstPersonToken(it)) || firstPersonToken(it).kind === 'open',
    startsNew: neverStartsPerson,
  },
  { name: 'no name follows', when: ({ right }) => right.nameWords === 0, startsNew: neverStartsPerson },
  {
    name: '`Ada (@ada), Ada at Slack: @ada`',
    when: ({ left, right }) => left.hasContact && !right.hasContact && right.tokens.some(({ kind }) => kind === 'otherSite'),
    startsNew: neverStartsPerson,
  },
  {
    name: '`Ada Example, ada, ada@example.org`',
    when: (it) =>
      !it.left.hasContact &&
      it.separator.kind === 'comma' &&
      it.right.tokens.length === 1 &&
      isHandleLikeWord(firstPersonToken(it).value) &&
      it.following !== undefined &&
      emailKinds.includes(it.following.kind),
    startsNew: neverStartsPerson,
  },
  {
    name: '`Ada, Maintainer (@ada)`',
    when: ({ separator, right }) => separator.kind !== 'line' && areJobTitleTokens(tokensBeforeNewPerson(right)),
    startsNew: neverStartsPerson,
  },
  {
    name: '`Ada Fern, Red Hat (@ada)`',
    when: ({ left, separator, right }) =>
      separator.kind === 'comma' && left.nameWords > 1 && !(left.hasContact && right.hasContact) && isAffiliationOf(right),
    startsNew: neverStartsPerson,
  },
  {
    name: '`Ada (@ada), Ben`: in an item of its own only with a contact, or on another line',
    when: ({ left }) => left.hasContact,
    startsNew: ({ separator, right, isSingleItem }) => !isSingleItem || right.hasContact || separator.kind === 'line',
  },
  { name: '`Ada and Ben`', when: ({ separator }) => separator.kind !== 'comma', startsNew: alwaysStartsPerson },
  {
    name: '`Ada Example, Ben Example`, but `Example, Ada`',
    when: alwaysStartsPerson,
    startsNew: ({ left, right }) => left.nameWords > 1 && right.nameWords > 1,
  },
]

/** Whether another person begins after a separator. */
export const startsNewPerson = (separation: Separation): boolean =>
  cases.find(({ when }) => when(separation))!.startsNew(separation)

/** A wrapped name: one word before the line break, or words after another person, and a contact on the next line. */
export const continuesNameOfPerson = (
  line: Token,
  left: GrowingSide,
  right: GrowingSide,
  lastSeparator: Token['kind'],
): boolean =>
  !/^[\\<]/.test(line.value) &&
  (lastSeparator !== 'line' || left.tokens.length === 1) &&
  left.tokens.every(({ kind }) => kind === 'word') &&
  right.hasContact &&
  right.nameWords === 1
