import type { Span } from '../../text/span.ts'
import { isMentorRoleWord } from './mentorWords.ts'
import { leadingRoleLabel } from './roles.ts'
import { isContactToken, type Token, tokenSpan } from './tokens.ts'

/** The runs of an entry's tokens that are not `taken` and not another link to the same account, without punctuation around them. */
export function leftoverSpans(entry: readonly Token[], taken: readonly (Token | null)[], handle: string | null): readonly Span[] {
  const own = new Set(taken)
  const runs: Token[][] = [[]]
  let depth = 0
  for (const token of entry) {
    const isSameAccount = (token.kind === 'profile' || token.kind === 'handle') && token.value.toLowerCase() === handle
    if (token.kind === 'open') depth++
    // `(@ada, GSoC) of Harbor`: what is in the brackets of the contacts and what follows them are two runs
    const closesContacts = token.kind === 'close' && --depth < 0
    if (isSameAccount || closesContacts || own.has(token)) {
      runs.push([])
      depth = 0
    } else runs.at(-1)!.push(token)
  }
  return runs
    .map(leftoverWithoutPunctuation)
    .filter((run) => run.length > 0)
    .map(tokenSpan)
}

/** Whether a token is more than punctuation or the label of a contact; the name of another site is. */
export const isMeaningfulLeftover = ({ kind, value }: Token): boolean =>
  kind === 'word' || kind === 'otherSite' || isContactToken({ kind }) || (kind === 'label' && !ownContactLabels.has(value))

const ownContactLabels: ReadonlySet<string> = new Set(['name', 'github', 'email'])

/** From the first to the last meaningful token, with the bracket next to them that has its partner within. */
function leftoverWithoutPunctuation(run: readonly Token[]): readonly Token[] {
  const start = run.findIndex(isMeaningfulLeftover)
  const end = run.findLastIndex(isMeaningfulLeftover) + 1
  const depth = run.slice(start, end).reduce((open, { kind }) => open + (kind === 'open' ? 1 : kind === 'close' ? -1 : 0), 0)
  if (start < 0) return []
  if (depth > 0 && run[end]?.kind === 'close') return run.slice(start, end + 1)
  return depth < 0 && run[start - 1]?.kind === 'open' ? run.slice(start - 1, end) : run.slice(start, end)
}

/** From the first to the last token that is neither taken nor a role or punctuation. */
export function readRemark(text: string, entry: readonly Token[], taken: readonly (Token | null)[]): string | null {
  const own = new Set([...taken, ...leadingRoleLabel(entry)])
  const others = entry.filter(
    (token) => !own.has(token) && isMeaningfulLeftover(token) && !(token.kind === 'word' && isMentorRoleWord(token.value)),
  )
  return others.length === 0 ? null : text.slice(others[0]!.span.start, others.at(-1)!.span.end)
}
