import type { Span } from '../../text/span.ts'
import { isLabelLike, type Label } from '../labels/labelSyntax.ts'
import type { FieldKey, SizeWord } from '../types.ts'
import { sizeWordsIn } from './sizes.ts'

/** An item that stands behind a field without a value, with a label that is not known. */
export interface LabelledItem {
  readonly label: Label
  /** In the text, as `label` is not. */
  readonly span: Span
  /** Whether nothing else stands between the empty field and the next one. */
  readonly alone: boolean
  readonly hasChildren: boolean
}

/** What a reader takes for a link to an issue or a proposal, and labels that announce one. */
const issueLink = /\/(?:issues|pulls?|discussions|merge_requests)\b|#\d|\b(?:github|gitlab|gitea|codeberg)\.\w{2,5}\//i
const issueWords = /\b(?:issue|proposal|pr|pull|tracking|epic|ticket|link|url|task|enhancement|kep|rfc)s?\b/i
const roleWords = /\b(?:primary|secondary|lead|main|first|second|backup|co-?mentor|mentor)s?\b/i

/**
 * Whether an item behind an empty field is a field of its own (`- Description:`, then `- Slack: #dapr`) and not that field's value. A size
 * or a link is told by what it says; prose, skills and people that are written as `Words: value` are values too, so that only
 * a single short one counts as another field.
 */
export function isUnknownField(
  text: string,
  key: FieldKey,
  { label, span, alone, hasChildren }: LabelledItem,
  sizes: readonly SizeWord[],
): boolean {
  if (!isLabelLike(label) || hasChildren) return false
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
      return !issueLink.test(value) && !issueWords.test(label.text) && !/lfx/i.test(source)
    case 'mentors':
      return alone && !/@|github\.com|\bat\b|\bTB[AD]\b/i.test(source) && !roleWords.test(label.text)
    case 'recommendedSkills':
      // `Languages: Go` is a skill, a misspelt label with skills behind it is the field that was meant
      return alone && (/\bski?ll?s?$/i.test(label.text) || isPointer(value) || /^\d/.test(value))
    default:
      return alone && isShort(value)
  }
}

/** A channel or a bare link. */
const isPointer = (value: string): boolean => /^(?:#[\w-]{1,80}|<?https?:\/\/\S{1,500})$/.test(value)

/** Two words tell what some small field asks for; the value of a field of prose says more. */
const isShort = (value: string): boolean =>
  isPointer(value) || (value !== '' && !/^(?:an?|the)\s/i.test(value) && !/\s\S+\s+\S/.test(value))
