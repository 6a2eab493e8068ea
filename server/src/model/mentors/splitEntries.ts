import { isMentorRoleWord } from './mentorWords.ts'
import { isNotAPerson, isRemarkOfMentors } from './prose.ts'
import { isRowOfPeople } from './rowOfPeople.ts'
import { splitAdjacentPeople } from './splitAdjacent.ts'
import { continuesNameOfPerson, GrowingSide, startsNewPerson } from './startsNewPerson.ts'
import { isContactToken, type Token } from './tokens.ts'

/** Splits the tokens of a field at the separators after which another person begins, and in front of adjacent people. */
export function splitEntries(all: readonly Token[], isSingleItem: boolean): readonly (readonly Token[])[] {
  if (isSingleItem && isRemarkOfMentors(all)) return []
  const people: (readonly Token[])[] = []
  let left = new GrowingSide()
  let depth = 0
  let lastSeparator: Token['kind'] = 'line'
  const isRow = isRowOfPeople(all)
  const isOnlyEntry = isSingleItem && entriesByContact(all) === 1
  all.forEach((token, index) => {
    if (token.kind === 'open') depth++
    if (token.kind === 'close') depth = Math.max(0, depth - 1)
    if (depth > 0 || !separatesEntries(token)) {
      if (token.kind !== 'line') left.add(token)
      return
    }
    const right = new GrowingSide(nextEntrySegment(all, index + 1))
    const following = right.tokens.length === 1 ? all.slice(index + 2, index + 6).find(({ kind }) => kind !== 'comma') : undefined
    const separation = {
      left,
      separator: token,
      right,
      following,
      isSingleItem,
      isOnlyEntry: isOnlyEntry && token.kind === 'comma',
    }
    const isNew = isRow ? left.tokens.length > 0 && right.tokens.length > 0 : startsNewPerson(separation)
    if (isNew && !(token.kind === 'line' && continuesNameOfPerson(token, left, right, lastSeparator))) {
      people.push(left.tokens)
      left = new GrowingSide()
      lastSeparator = token.kind
    } else if (token.kind !== 'line') left.add(token)
  })
  return [...people, left.tokens]
    .flatMap((entry) => splitAdjacentPeople(splitEntryWithoutHead(entry)))
    .map(splitEntryWithoutHead)
    .filter((entry) => entry.some((token) => isContactToken(token) || token.kind === 'word') && !isNotAPerson(entry))
}

const separatesEntries = ({ kind }: Token): boolean => kind === 'comma' || kind === 'and' || kind === 'line'

/** The number of groups of contacts, which a name divides. */
function entriesByContact(all: readonly Token[]): number {
  let groups = 0
  let inGroup = false
  for (const token of all) {
    if (isContactToken(token) && !inGroup) groups++
    if (isContactToken(token)) inGroup = true
    else if (token.kind === 'word' && !isMentorRoleWord(token.value)) inGroup = false
  }
  return groups
}

/** Without separators and the bullet of `-Jane Roe`. */
const splitEntryWithoutHead = (entry: readonly Token[]): readonly Token[] => {
  const from = entry.findIndex(({ kind, value }) => !headKinds.has(kind) && value !== 'name')
  return from < 0 ? [] : entry.slice(from)
}

const headKinds: ReadonlySet<Token['kind']> = new Set(['dash', 'and', 'comma', 'cell'])

/** The tokens up to the next separator that is not in brackets. */
function nextEntrySegment(all: readonly Token[], from: number): readonly Token[] {
  let depth = 0
  for (let index = from; index < all.length; index++) {
    const token = all[index]!
    if (token.kind === 'open') depth++
    if (token.kind === 'close') depth--
    if (depth <= 0 && separatesEntries(token)) return all.slice(from, index)
  }
  return all.slice(from)
}
