import type { Span } from '../../text/span.ts'
import { lfxProjectOfLink } from '../blocks/links.ts'
import type { Field, FieldKey, IdeaKeys, Link, UpstreamKey } from '../types.ts'

/** Texts with fewer characters, not counting spaces, may be equal by chance: `TBD`, `See the issue.` */
const minTextLength = 40

interface ComparedParts {
  readonly fields: readonly Field[]
  readonly upstream: readonly Link[]
  readonly lfx: Link | null
}

/** What an idea is compared by; `text` is the idea's own. */
export function comparisonKeys(text: string, { fields, upstream, lfx }: ComparedParts): IdeaKeys {
  const digestOf = (key: FieldKey): string | null => {
    const field = fields.find((candidate) => candidate.key === key)
    return field === undefined ? null : comparisonDigest(text, field.valueSpan)
  }
  return {
    upstream: upstream.map(({ url }) => upstreamComparisonKey(url)),
    lfx: lfx === null ? null : lfxProjectOfLink(lfx.url),
    description: digestOf('description'),
    outcome: digestOf('expectedOutcome'),
  }
}

/** Two hashes (FNV-1a with two primes) and the length of a text without its spaces; null for a short one. */
function comparisonDigest(text: string, { start, end }: Span): string | null {
  let one = 0x811c9dc5
  let two = 0xcbf29ce4
  let length = 0
  for (let at = start; at < end; at++) {
    const char = text.charCodeAt(at)
    if (char <= 32 || char === 0xa0) continue
    one = Math.imul(one ^ char, 0x01000193)
    two = Math.imul(two ^ char, 0x5bd1e995)
    length++
  }
  return length < minTextLength ? null : `${length}:${(one >>> 0).toString(36)}:${(two >>> 0).toString(36)}`
}

/** The key of an absolute address. */
function upstreamComparisonKey(url: string): UpstreamKey {
  const address = url.replace(/^https?:\/\/(?:www\.)?/i, '').replace(/[/#]$/, '')
  const slash = address.indexOf('/')
  const host = (slash < 0 ? address : address.slice(0, slash)).toLowerCase()
  if (host !== 'github.com') return { page: host + address.slice(host.length), owner: null, repository: null }
  const [, owner, name] = address.toLowerCase().split(/[/?#]/, 3)
  return { page: address.toLowerCase(), owner: owner || null, repository: owner && name ? `${owner}/${name}` : null }
}
