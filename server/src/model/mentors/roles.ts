import { isMentorRoleWord, isRoleQualifierWord } from './mentorWords.ts'
import { areJobTitleTokens, isBracketToken, type Token } from './tokens.ts'

/** The label at the start of an entry, including its colon or dash: `Primary Mentor:`, `Mentor(s) -`; empty if there is none. */
export function leadingRoleLabel(entry: readonly Token[]): readonly Token[] {
  const end = entry.findIndex(({ kind }) => kind === 'colon' || kind === 'dash')
  const label = entry.slice(0, Math.max(0, end))
  const isRoleToken = (token: Token): boolean =>
    isMentorRoleWord(token.value) || areJobTitleTokens([token]) || /^contact$/i.test(token.value)
  const isLabel =
    label.length < 8 &&
    label.some(isRoleToken) &&
    label.every((token) => isBracketToken(token) || (token.kind === 'word' && (isRoleWord(token.value) || isRoleToken(token))))
  return isLabel ? entry.slice(0, end + 1) : []
}

/** Whether an entry is only a role: `Primary:`, `Co-Mentor(s)`. */
export const isRoleOnly = (entry: readonly Token[]): boolean =>
  entry.some(({ kind, value }) => kind === 'word' && isMentorRoleWord(value)) &&
  entry.every((token) =>
    token.kind === 'word' ? isRoleWord(token.value) : isBracketToken(token) || token.kind === 'colon' || token.kind === 'dash',
  )

const isRoleWord = (word: string): boolean => isMentorRoleWord(word) || isRoleQualifierWord(word)

/** `Primary Mentor: Jane Roe` → `Jane Roe` */
export function stripRole(all: readonly Token[]): readonly Token[] {
  const before = withoutRoleBrackets(all)
  const rest = before.slice(leadingRoleLabel(before).length)
  const first = rest.findIndex((token) => token.kind !== 'word' || !isMentorRoleWord(token.value))
  if (first < 0) return []
  return first > 0 && areRolesPartOfName(rest, first) ? rest : rest.slice(first)
}

/** `(Primary) Jane Roe` → `Jane Roe` */
function withoutRoleBrackets(all: readonly Token[]): readonly Token[] {
  if (all[0]?.kind !== 'open') return all
  const close = all.findIndex(({ kind }) => kind === 'close')
  return close > 1 && all.slice(1, close).every(({ value }) => isMentorRoleWord(value)) ? all.slice(close + 1) : all
}

/** Whether the first `roleCount` words, which are roles, belong to the name: `Mentor Krasniqi`; or what follows them is not a name. */
function areRolesPartOfName(words: readonly Token[], roleCount: number): boolean {
  const name = words.slice(roleCount)
  const [next] = name
  if (next?.kind !== 'word') return next?.kind === 'open'
  if (/[:：]/.test(next.value) || !/\p{L}.|[\p{Lo}]/u.test(next.value)) return true
  return roleCount === 1 && name.length === 1 && /^\p{Lu}/u.test(words[0]!.value)
}

/** `Jane Roe (primary)` → `Jane Roe` */
export function stripRoleSuffix(name: readonly Token[]): readonly Token[] {
  const open = name.findLastIndex(({ kind }) => kind === 'open')
  const inside = name.slice(open + 1, -1)
  const isRoles =
    open > 0 && name.at(-1)?.kind === 'close' && inside.length > 0 && inside.every(({ value }) => isMentorRoleWord(value))
  return isRoles ? name.slice(0, open) : name
}

/** Whether a word marks the primary mentor. */
export const isPrimaryRole = ({ kind, value }: Token): boolean => kind === 'word' && /^primary(?:-mentor)?\.?$/i.test(value)
