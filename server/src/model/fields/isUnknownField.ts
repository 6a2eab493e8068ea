import type { Span } from '../../text/span.ts'
import { hasLabelSyntax, type Label } from '../labels/labelSyntax.ts'
import type { FieldKey, SizeWord } from '../types.ts'
import { sizeWordsIn } from './sizes.ts'

/** An item with an unknown label that follows a field without a value. */
export interface UnknownFieldCandidate {
  /** Its offsets count from the start of the block. */
  readonly label: Label
  /** The item in the text. */
  readonly span: Span
  /** Whether nothing else is between the empty field and the next one. */
  readonly isOnlyContent: boolean
  readonly hasChildren: boolean
}

/** `…/issues/1`, `#1`, `github.com/` */
const issueLink = /\/(?:issues|pulls?|discussions|merge_requests)\b|#\d|\b(?:github|gitlab|gitea|codeberg)\.\w{2,5}\//i
const issueWords = /\b(?:issue|proposal|pr|pull|tracking|epic|ticket|link|url|task|enhancement|kep|rfc)s?\b/i

/** `Relevant Issues`, `Tracking ticket`: whether an unknown label may be that of an issue. */
export const unknownFieldNamesIssue = (label: string): boolean => issueWords.test(label)

const roleWords = /\b(?:primary|secondary|lead|main|first|second|backup|co-?mentor|mentor)s?\b/i

/**
 * Whether an item after an empty field is a field of its own, not that field's value: `- Description:`, then `- Slack: #dapr`.
 * Prose, skills and people may be written as `Words: value`, too, so after those fields only a single short item is one.
 */
export function isUnknownField(
  text: string,
  key: FieldKey,
  { label, span, isOnlyContent, hasChildren }: UnknownFieldCandidate,
  sizes: readonly SizeWord[],
): boolean {
  if (!hasLabelSyntax(label) || hasChildren) return false
  const source = text.slice(span.start, Math.min(span.end, span.start + 1000))
  const colon = source.search(/[:：]/)
  const value = source
    .slice(colon + 1)
    .replace(/^[*_]{1,3}/, '')
    .trim()
  switch (key) {
    case 'size':
      return sizeWordsIn(source, sizes).length === 0 && !/\b(?:hours?|size)\b|\d\s{0,3}(?:h|hrs?)\b/i.test(source)
    case 'upstreamIssue':
    case 'lfxUrl':
      return !issueLink.test(value) && !unknownFieldNamesIssue(label.text) && !/lfx/i.test(source)
    case 'mentors':
      return isOnlyContent && !/@|github\.com|\bat\b|\bTB[AD]\b/i.test(source) && !roleWords.test(label.text)
    case 'recommendedSkills':
      // `Languages: Go` is a skill; `Sklls: Go` is the field that was meant
      return isOnlyContent && (/\bski?ll?s?$/i.test(label.text) || isUnknownFieldPointer(value) || /^\d/.test(value))
    default:
      return isOnlyContent && isShortUnknownValue(value)
  }
}

/** `#dapr`, `https://…` */
const isUnknownFieldPointer = (value: string): boolean => /^(?:#[\w-]{1,80}|<?https?:\/\/\S{1,500})$/.test(value)

/** At most two words, as in a small field; the value of a field of prose has more. */
const isShortUnknownValue = (value: string): boolean =>
  isUnknownFieldPointer(value) || (value !== '' && !/^(?:an?|the)\s/i.test(value) && !/\s\S+\s+\S/.test(value))
