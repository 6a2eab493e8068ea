import type { Span } from '../../text/span.ts'
import { isContact, spanOf, type Token } from './tokens.ts'

/** The runs of tokens beside those taken and links to the same account, without punctuation around them. */
export function extraText(entry: readonly Token[], taken: readonly (Token | null)[], handle: string | null): readonly Span[] {
  const own = new Set(taken)
  const runs: Token[][] = [[]]
  let depth = 0
  for (const token of entry) {
    const again = (token.kind === 'profile' || token.kind === 'handle') && token.value.toLowerCase() === handle
    if (token.kind === 'open') depth++
    // what stands in the brackets of the contacts and what follows them are two pieces
    const closes = token.kind === 'close' && --depth < 0
    if (again || closes || own.has(token)) {
      runs.push([])
      depth = 0
    } else runs.at(-1)!.push(token)
  }
  return runs
    .map(withoutPunctuation)
    .filter((run) => run.length > 0)
    .map(spanOf)
}

/** Whether a token is more than punctuation, and more than the label of what follows it: a site's name tells where an account is. */
export const isMeaningful = ({ kind, value }: Token): boolean =>
  kind === 'word' || kind === 'otherSite' || isContact({ kind }) || (kind === 'label' && !ownLabels.has(value))

const ownLabels: ReadonlySet<string> = new Set(['name', 'github', 'email'])

/** From the first to the last token that says something, with a bracket behind it that closes one within. */
function withoutPunctuation(run: readonly Token[]): readonly Token[] {
  const start = run.findIndex(isMeaningful)
  const end = run.findLastIndex(isMeaningful) + 1
  const depth = run.slice(start, end).reduce((open, { kind }) => open + (kind === 'open' ? 1 : kind === 'close' ? -1 : 0), 0)
  if (start < 0) return []
  if (depth > 0 && run[end]?.kind === 'close') return run.slice(start, end + 1)
  return depth < 0 && run[start - 1]?.kind === 'open' ? run.slice(start - 1, end) : run.slice(start, end)
}
