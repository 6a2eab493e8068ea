import { isJobTitle, isRole, type Token } from './tokens.ts'

/** Words that stand beside a role in the label of an entry (`2nd Mentor:`, `Mentor A:`, `Tech lead:`); nobody's name. */
const besideRoles =
  /^(?:s|co|tech|technical|main|second|first|third|additional|other|possible|potential|proposed|likely|contact|project|program|programme|gsoc|lfx|cncf|#?\d{1,2}|\d(?:st|nd|rd|th)|\p{Lu})$/iu

/** The label that an entry begins with, its colon or dash included (`Primary Mentor:`, `Mentor(s) -`); empty where it begins with none. */
export function leadingLabel(entry: readonly Token[]): readonly Token[] {
  const end = entry.findIndex(({ kind }) => kind === 'colon' || kind === 'dash')
  const label = entry.slice(0, Math.max(0, end))
  const says = (token: Token): boolean => isRole(token.value) || isJobTitle([token]) || /^contact$/i.test(token.value)
  const isLabel =
    label.length < 8 &&
    label.some(says) &&
    label.every((token) => isBracket(token) || (token.kind === 'word' && (isLabelWord(token.value) || says(token))))
  return isLabel ? entry.slice(0, end + 1) : []
}

/** Whether an entry says nothing but which part somebody takes (`Primary:`, `Co-Mentor(s)`). */
export const isRoleOnly = (entry: readonly Token[]): boolean =>
  entry.some(({ kind, value }) => kind === 'word' && isRole(value)) &&
  entry.every((token) =>
    token.kind === 'word' ? isLabelWord(token.value) : isBracket(token) || token.kind === 'colon' || token.kind === 'dash',
  )

const isBracket = ({ kind }: Token): boolean => kind === 'open' || kind === 'close'

const isLabelWord = (word: string): boolean => isRole(word) || besideRoles.test(word)

/** Without `Primary Mentor:` and the like before the name. */
export function stripRole(all: readonly Token[]): readonly Token[] {
  const before = withoutLeadingRoles(all)
  const rest = before.slice(leadingLabel(before).length)
  const first = rest.findIndex((token) => token.kind !== 'word' || !isRole(token.value))
  if (first < 0) return []
  return first > 0 && isPartOfName(rest, first) ? rest : rest.slice(first)
}

/** Without `(Primary)` before the name. */
function withoutLeadingRoles(all: readonly Token[]): readonly Token[] {
  if (all[0]?.kind !== 'open') return all
  const close = all.findIndex(({ kind }) => kind === 'close')
  return close > 1 && all.slice(1, close).every(({ value }) => isRole(value)) ? all.slice(close + 1) : all
}

/** Whether words that are roles may be somebody's first name (`Mentor Krasniqi`), or what follows them is no name. */
function isPartOfName(words: readonly Token[], roles: number): boolean {
  const name = words.slice(roles)
  const [next] = name
  if (next?.kind !== 'word') return next?.kind === 'open'
  if (/[:：]/.test(next.value) || !/\p{L}.|[\p{Lo}]/u.test(next.value)) return true
  return roles === 1 && name.length === 1 && /^\p{Lu}/u.test(words[0]!.value)
}

/** A name without brackets behind it that hold a role (`Jane Roe (primary)`). */
export function stripRoleSuffix(name: readonly Token[]): readonly Token[] {
  const open = name.findLastIndex(({ kind }) => kind === 'open')
  const inside = name.slice(open + 1, -1)
  const isRoles = open > 0 && name.at(-1)?.kind === 'close' && inside.length > 0 && inside.every(({ value }) => isRole(value))
  return isRoles ? name.slice(0, open) : name
}
