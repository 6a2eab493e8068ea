import type { Span } from '../text/span.ts'
import { isContact, isRole, spanOf, type Token } from './mentorTokens.ts'

/** The runs of tokens beside those taken and links to the same account, without punctuation around them. */
export function extras(entry: readonly Token[], taken: readonly (Token | null)[], handle: string | null): readonly Span[] {
  const own = new Set(taken)
  const runs: Token[][] = [[]]
  for (const token of entry) {
    const again = (token.kind === 'profile' || token.kind === 'handle') && token.value.toLowerCase() === handle
    if (again || own.has(token)) runs.push([])
    else runs.at(-1)!.push(token)
  }
  return runs
    .map(withoutPunctuation)
    .filter((run) => run.length > 0)
    .map(spanOf)
}

const saysSomething = (token: Token): boolean => token.kind === 'word' || isContact(token) || token.value === 'slack'

/** From the first to the last token that says something, with a bracket behind it that closes one within. */
function withoutPunctuation(run: readonly Token[]): readonly Token[] {
  const start = run.findIndex(saysSomething)
  const end = run.findLastIndex(saysSomething) + 1
  const depth = run.slice(start, end).reduce((open, { kind }) => open + (kind === 'open' ? 1 : kind === 'close' ? -1 : 0), 0)
  if (start < 0) return []
  if (depth > 0 && run[end]?.kind === 'close') return run.slice(start, end + 1)
  return depth < 0 && run[start - 1]?.kind === 'open' ? run.slice(start - 1, end) : run.slice(start, end)
}

/** A name without brackets behind it that hold a role (`Jane Roe (primary)`). */
export function withoutRoleBrackets(name: readonly Token[]): readonly Token[] {
  const open = name.findLastIndex(({ kind }) => kind === 'open')
  const inside = name.slice(open + 1, -1)
  const isRoles = open > 0 && name.at(-1)?.kind === 'close' && inside.length > 0 && inside.every(({ value }) => isRole(value))
  return isRoles ? name.slice(0, open) : name
}
