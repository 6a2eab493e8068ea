import { columnWidth } from '../../text/textLines.ts'
import { iconsAhead, labelKey, roleOfLabelKey } from './labelKey.ts'
import type { LabelForm, LabelOccurrence } from './labelOccurrence.ts'

const maxIndent = 3
const maxLabelLength = 60
const maxLabelWords = 7
const maxPlainWords = 4

const emphasis =
  /^(\*\*\*|\*\*|__|\*|_|<b>|<strong>)([^*_<>]{1,60}?)[ \t\u00a0]*([:：]?)[ \t\u00a0]*(?:\*\*\*|\*\*|__|\*|_|<\/b>|<\/strong>)[ \t\u00a0]*([:：]?)/
const plain =
  /^([^\W\d_][^:：\n|`*_[\]<>{}=;"]{0,38}?|\p{L}[^:：\n|`*_[\]<>{}=;"]{0,20}?)[ \t\u00a0]*([:：])(?=[\s\u00a0[]|\*\*|$|\p{Script=Han})/u
const marker = /^([ \t]*)(?:>[ \t]?)?((?:[-*+•●▪◦]|\d{1,9}[.)])[ \t\u00a0]+)?(?:\[[ xX]\][ \t]+)?/
const lineBreak = /^(?:<br[ \t]?\/?>|\\$)/i

/** A label in the rest of a line, after its bullet and icons; offsets count from there. */
interface LabelInRest {
  readonly at: number
  /** As written. */
  readonly words: string
  readonly form: LabelForm
  readonly isEmphasized: boolean
  readonly valueAt: number
}

/** The label at the beginning of a line, or of a part of it; `start` is its offset in the section. */
export function labelInLine(text: string, start: number): LabelOccurrence | null {
  if (/^[ \t]*(?:[-*_][ \t]*){3,}$/.test(text.slice(0, 200))) return null
  const [head, indent = '', bullet] = marker.exec(text)!
  if (columnWidth(indent) > maxIndent) return null
  const from = head.length + (iconsAhead.exec(text.slice(head.length))?.[0].length ?? 0)
  const rest = text.slice(from)
  const isItem = bullet !== undefined
  const found = emphasis.test(rest)
    ? emphasizedLabel(rest, isItem)
    : (plainLabel(rest, isItem) ?? (isItem ? bareLabel(rest) : null))
  if (found === null) return null
  const shown = found.words
    .trim()
    .replace(/^[\s\u00a0]+/, '')
    .replace(iconsAhead, '')
  const labelStart = start + from + found.at
  return {
    text: shown,
    key: labelKey(shown),
    role: roleOfLabelKey(shown),
    form: found.form,
    isEmphasized: found.isEmphasized,
    indent: isItem ? columnWidth(indent) : 0,
    labelSpan: { start: labelStart, end: labelStart + found.words.trimEnd().length },
    valueStart: start + from + found.valueAt,
    lineEnd: start + text.length,
  }
}

/** `**Label**: value`, `**Label:** value`, or `**Label**` on its own line. */
function emphasizedLabel(rest: string, isItem: boolean): LabelInRest | null {
  const [all, open = '', words = '', inner, outer] = emphasis.exec(rest)!
  const after = rest.slice(all.length)
  const value = after.trimStart()
  const isAlone = value === '' || lineBreak.test(value)
  const hasColon = inner !== '' || outer !== ''
  const ahead = isAlone ? (hasColon ? null : labelAndValue.exec(words)?.[1]) : hasColon || isItem ? null : runInLabel(words)
  if (ahead && roleOfLabelKey(ahead) !== null) {
    const valueAt = isAlone ? open.length + ahead.length + 1 : all.length + after.length - value.length
    return { at: open.length, words: ahead, form: isItem ? 'item' : 'paragraph', isEmphasized: true, valueAt }
  }
  const label = words.trim()
  if ((!isAlone && !hasColon) || label === '' || label.split(/\s+/).length > maxLabelWords) return null
  if (/https?:|[.!?]$|^\d+\+?[ \t\u00a0]*(?:h|hrs?|hours?|weeks?|months?)\b/i.test(label)) return null
  const form = isItem ? 'item' : isAlone && !hasColon ? 'ownLine' : 'paragraph'
  const valueAt = all.length + (after.length - value.length) + (lineBreak.exec(value)?.[0].length ?? 0)
  return { at: open.length, words, form, isEmphasized: true, valueAt }
}

/** `**Hours: 350**` alone on its line → `Hours` */
const labelAndValue = /^([\p{L}][\p{L}()/ -]{1,30})[:：][ \t]+(?=\S)/u

/** `**Mentors.** Ada` → `Mentors`: a word with a role may begin its paragraph with a full stop; null for a longer sentence. */
function runInLabel(words: string): string | null {
  const label = /^(?!(?:the|an?|this|these|our|your)[ ])(\p{L}[\p{L} /-]{2,30})\.$/iu.exec(words)?.[1]
  return label !== undefined && label.split(' ').length <= 3 ? label : null
}

/** What begins a list or ends in the middle of a sentence is no label: `The new parts aim to:`, `Features include:`. */
const leadIn =
  /^(?:the following|for example|e\.g\.|note that)\b|\s(?:to|are|is|was|be|include|includes|including|following|as|by|of|for|with|e\.g)\s*$/i

/** `packages. More details`: the end of a sentence and the beginning of the next; no abbreviation as in `Est. Size`. */
const sentenceEnd = /\p{Ll}{5,}[.!?][ \t]+\p{Lu}|[)\]][.!?][ \t]/u

/** `Suggested by: Ada` names a person. */
const byWhom = /^\p{Lu}\p{Ll}{2,20}ed[ \t]by[ \t]*$/u

/** `Label: value`: up to four words, or more if they name a role and are not a sentence. */
function plainLabel(rest: string, isItem: boolean): LabelInRest | null {
  const named = plain.exec(rest.slice(0, maxLabelLength + 2))
  if (!named || rest.startsWith('//', named[0].length)) return null
  const [all, words = ''] = named
  if ((leadIn.test(words) && !byWhom.test(words)) || sentenceEnd.test(words)) return null
  const isLong = words.trim().split(/\s+/).length > maxPlainWords
  if (isLong && (roleOfLabelKey(words) === null || /\b(?:is|are|was|the following)\b/i.test(words))) return null
  return { at: 0, words, form: isItem ? 'item' : 'plain', isEmphasized: false, valueAt: all.length }
}

/** `- Label` and nothing else. */
function bareLabel(rest: string): LabelInRest | null {
  const words = rest.trimEnd()
  const isPhrase = /^[^\s`[(<][^.:!?`[\]()<>]{1,30}$/.test(words) && words.trim().split(/\s+/).length <= maxPlainWords
  return isPhrase ? { at: 0, words, form: 'bareItem', isEmphasized: false, valueAt: words.length } : null
}
