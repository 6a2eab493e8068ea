import { type LineStart, readLineBullet } from '../../text/bullets.ts'
import { type Span, shift } from '../../text/span.ts'
import { lineTextFrom, onDifferentLines } from '../../text/textLines.ts'
import type { FieldKey, Labels } from '../types.ts'
import { fieldKey } from './aliases.ts'

/** Words at the start of a line that may be the label of a field. Spans count from the start of the text that it was read from. */
export interface Label {
  /** Without emphasis marks, colon and spaces around it. */
  readonly text: string
  /** The field that it names; null if it is unknown. */
  readonly key: FieldKey | null
  readonly span: Span
  /**
   * What ends the label:
   * - `colon`: `Size: large`
   * - `dash`: `Size - large`
   * - `url`: `Issue https://…`
   * - `ownLine`: `Mentors⏎`, or in bold `**Mentors** Ada`
   * - `link`: `[Issue](https://…)`, whose target is the value
   */
  readonly mark: 'colon' | 'dash' | 'url' | 'ownLine' | 'link'
  /** Whether emphasis marks surround it. */
  readonly bold: boolean
  /** Where the value begins: after the colon and the emphasis marks. */
  readonly end: number
  /** Whether something like a bullet and a space are before it, which Markdown does not read as a list: `– Size: small`. */
  readonly isListed?: boolean
}

const maxLabelLine = 80

/** Starts with a letter and contains no marks of links, code or addresses: `Mentor(s)`, `Mentor·in`. */
const labelWords = /^\p{L}(?:[\p{L}\p{M}\p{N} \t()/&'’.,+-]|(?<=\p{L})·(?=\p{L}))*\??$/u

const labelWordCount = (text: string): number => text.split(/\s+/).length

/** The label at the start of the line at `start`, which is in a paragraph that ends at `end`; null if the line has none. */
export function labelAt(text: string, start: number, end: number, labels: Labels = fieldKey): Label | null {
  const line = lineTextFrom(text, start, Math.min(end, start + maxLabelLine))
  if (/^[\p{L}*_]/u.test(line)) return simpleLabel(line, start, labels) ?? decoratedLabel(line, start, labels)
  return (
    decoratedLabel(line, start, labels) ?? linkLabel(lineTextFrom(text, start, Math.min(end, start + maxLinkLine)), start, labels)
  )
}

const maxLinkLine = 500

/** `[Issue](https://…)`: a known label that links to what the field asks for. */
function linkLabel(line: string, start: number, labels: Labels): Label | null {
  const text = /^\[([^[\]]{2,60})\]\(<?https?:\/\/[^\s()]{4,400}\)[ \t.]*$/i.exec(line)?.[1]
  const key = text === undefined ? null : labels(text)
  if (text === undefined || (key !== 'upstreamIssue' && key !== 'lfxUrl')) return null
  const span = { start: start + 1, end: start + 1 + text.length }
  return { text, key, span, mark: 'link', bold: false, end: span.end + 1 }
}

/** `🚀 ` or `:rocket: ` */
const icon = String.raw`(?:(?:[\p{Extended_Pictographic}\p{Regional_Indicator}\p{Emoji_Modifier}\uFE0F\u200D]{1,8}|:[a-z\d_+-]{1,30}:)[ \t]{0,3})?`

/** What may precede a label: `[ ] `, an icon, `**`, a backtick, `<b>`. */
const decoration = new RegExp(
  String.raw`^(?:\[[ x]\][ \t]{1,4})?${icon}([*_]{0,3})${icon}(?:\x60{1,2}|<(?:b|strong|em|i|u)>)?`,
  'iu',
)
const decoratedWords =
  /^([^:：`<>*_[\]\r\n]{2,60})([:：]?)(?:`{1,2}|<\/(?:b|strong|em|i|u)>)?[*_]{0,3}[ \t]{0,3}([:：]?)(?:[*_]{1,3}(?=[ \t]|$))?/i

/** `🚀 **Mentors**: …`; an unknown label with such decoration is prose. */
function decoratedLabel(line: string, start: number, labels: Labels): Label | null {
  const before = decoration.exec(line)![0]
  const found = decoratedWords.exec(line.slice(before.length))
  if (!found || before.length === 0) return null
  const [whole, raw = '', inner, outer] = found
  const text = raw.trim()
  const key = labelWords.test(text) ? labels(text) : null
  const stop = before.length + whole.length
  const colon = Boolean(inner || outer)
  if (key === null || (!colon && line.slice(stop).trim() !== '')) return null
  const from = start + before.length + raw.indexOf(text)
  const mark = colon ? 'colon' : 'ownLine'
  return { text, key, span: { start: from, end: from + text.length }, mark, bold: /[*_<]/.test(before), end: start + stop }
}

/** A line that begins with a letter or emphasis marks. */
interface LabelSource {
  readonly text: string
  readonly start: number
  /** Length of the emphasis marks that it begins with. */
  readonly open: number
  readonly labels: Labels
}

function simpleLabel(text: string, start: number, labels: Labels): Label | null {
  const open = /^[*_]{0,3}/.exec(text)![0].length
  const line: LabelSource = { text, start, open, labels }
  const bold = open > 0 ? boldLabel(line) : null
  if (bold) return bold
  const colon = text.search(/[:：]/)
  const dash = text.search(/[ \t][-–—](?:[ \t]|$)/)
  const early = dash > open && dash < colon ? makeLabel(line, dash, 'dash') : null
  if (early && allowsColonAfterLabel(early)) return early
  if (colon > open && !text.startsWith('//', colon + 1)) return makeLabel(line, colon, 'colon')
  if (dash > open) return makeLabel(line, dash, 'dash')
  const glued = gluedLabel(line)
  if (glued) return glued
  return colon < 0 && text.length < maxLabelLine ? makeLabel(line, text.length, 'ownLine') : null
}

/** Prose may contain a colon (`Description - Build it: fast`); in other fields it ends a longer label (`Skills - nice to have: Go`). */
const allowsColonAfterLabel = ({ key }: Label): boolean => key === 'description' || key === 'expectedOutcome'

/** `Mentor(s)- Ada` or `Upstream Issue https://…`: a known label without a space before the dash, or without any mark before a URL. */
function gluedLabel(line: LabelSource): Label | null {
  const stop = line.text.search(/[-–—](?:[ \t]|$)|[ \t]<?https?:\/\//i)
  const found = stop > line.open ? makeLabel(line, stop, /[ \t]/.test(line.text[stop]!) ? 'url' : 'dash') : null
  if (found?.mark === 'url' && found.key !== 'upstreamIssue' && found.key !== 'lfxUrl') return null
  return found?.key ? found : null
}

/** `**Size** is important …` is a sentence. */
const continuesSentence = /^[ \t]+(?:is|are|was|of|for|will|should|can|may|must|and|or|in|on|to|with|the|that|which|has|have)\b/i

/** `**Description** Some text`: a known label in bold, followed by its value without a colon. */
function boldLabel({ text: line, start, open, labels }: LabelSource): Label | null {
  const close = line.slice(open).search(/[*_]/) + open
  const after = close + open
  if (close <= open || line.slice(close, after) !== line.slice(0, open)) return null
  if (!/^[ \t]+(?![:：–—-])\S/.test(line.slice(after)) || continuesSentence.test(line.slice(after))) return null
  const text = line.slice(open, close).trim()
  const key = labels(text)
  const from = start + open + spaceWithinLabelMarks(line.slice(open, close))
  return key && { text, key, span: { start: from, end: from + text.length }, mark: 'ownLine', bold: true, end: start + after }
}

/** The label that ends at `stop` of the line, if its words can be one. */
function makeLabel({ text: line, start, open, labels }: LabelSource, stop: number, mark: Label['mark']): Label | null {
  const raw = line.slice(open, stop)
  const text = withoutMarksAtEnd(raw).trim()
  if (!labelWords.test(text) || labelWordCount(text) > 6) return null
  const from = start + open + spaceWithinLabelMarks(raw)
  const after =
    mark === 'ownLine' ? line.length : stop + (mark === 'dash' ? /^[ \t]?.[ \t]?/.exec(line.slice(stop))![0].length : 1)
  const marks = mark === 'colon' && open > 0 ? /^[ \t]*[*_]{1,3}/.exec(line.slice(after, after + 5)) : null
  const closing = marks && /[*_]/.test(raw.slice(text.length)) ? null : marks
  return {
    text,
    key: labels(text),
    span: { start: from, end: from + text.length },
    mark,
    bold: open > 0,
    end: start + after + (closing?.[0].length ?? 0),
  }
}

/** `Size **` → `Size`: without up to three emphasis marks at the end of a text, and the spaces around them. */
function withoutMarksAtEnd(text: string): string {
  const beforeSpaces = (end: number): number => {
    while (text[end - 1] === ' ' || text[end - 1] === '\t') end--
    return end
  }
  const close = beforeSpaces(text.length)
  let end = close
  while (close - end < 3 && (text[end - 1] === '*' || text[end - 1] === '_')) end--
  return text.slice(0, beforeSpaces(end))
}

/** `** Size**` has a space within its emphasis marks. */
const spaceWithinLabelMarks = (text: string): number => text.length - text.trimStart().length

/**
 * Labels at the start of a paragraph's lines: `Label:`, `**Label**` and `• Label:`; on later lines also `-Label` (a bullet
 * without its space), `– Label` and a bare `Mentors`.
 */
export function lineLabels(text: string, paragraph: Span, labels: Labels = fieldKey): readonly Label[] {
  const found: Label[] = []
  for (let at = paragraph.start; at < paragraph.end; ) {
    const start = readLineBullet(text, at, Math.min(paragraph.end, at + maxLabelLine))
    const label = listedLabel(text, start, at, paragraph.end, labels)
    const isFirst = at === paragraph.start
    const isClear = label?.bold || (!isFirst && (start.bullet !== '' || label?.key === 'mentors'))
    if (label && (label.mark === 'colon' || (label.bold && isFirst) || (isClear && isLabelOnOwnLine(text, label))))
      found.push(label)
    const lineEnd = text.slice(at, paragraph.end).search(/[\r\n]/)
    if (lineEnd < 0) break
    at += lineEnd + 1
  }
  return found
}

/** Whether `lineLabels` of a paragraph has nothing but what `labelAt` finds at its start: it is one line that begins with no bullet. */
export const isPlainLine = (text: string, { start, end }: Span): boolean =>
  !onDifferentLines(text, start, end) && readLineBullet(text, start, Math.min(end, start + maxLabelLine)).contentStart === start

/** The label after a line's start; `o` is a bullet only before a known one. */
function listedLabel(text: string, start: LineStart, at: number, end: number, labels: Labels): Label | null {
  const { indent, bullet, gap, contentStart } = start
  const label = labelAt(text, contentStart, end, labels)
  if (bullet === 'o' && !label?.key) return labelAt(text, at + indent.length, end, labels)
  // what is indented may be an item of the value above
  return label && bullet !== '' && gap !== '' && indent.length < 2 ? { ...label, isListed: true } : label
}

/** Labels of two words, of mentors and with a bullet mean a field anywhere; `Size:` or `Issue:` within a text may be prose. */
export const hasUnambiguousLabelSyntax = (label: Label): boolean =>
  /[\s(]/.test(label.text) || label.key === 'mentors' || label.isListed === true

/** Whether a paragraph's label begins a field though it has no bullet. */
export const isLabelWithoutBullet = (label: Label): boolean =>
  label.key !== null && (hasUnambiguousLabelSyntax(label) || label.key === 'description' || label.bold)

/** Whether a label is in bold, not in italics: `**Skills**`. */
export const isLabelMarkedTwice = (text: string, { span }: Label): boolean =>
  /(?:\*\*|__)$/.test(text.slice(Math.max(0, span.start - 3), span.start))

/** Whether a known label has a line of its own; in italics it may be a word of the text. */
const isLabelOnOwnLine = (text: string, label: Label): boolean =>
  label.key !== null &&
  label.mark === 'ownLine' &&
  (!label.bold || isLabelMarkedTwice(text, label)) &&
  /^[ \t]*(?:[\r\n]|$)/.test(text.slice(label.end, label.end + maxLabelLine))

/** Whether an unknown label is one at all: at most four words before a colon (docs/spec.md#aliases). */
export const hasLabelSyntax = (label: Label): boolean => label.mark === 'colon' && labelWordCount(label.text) <= 4

/** The same label, counted from an origin `at` code units earlier. */
export const shiftLabel = (label: Label, at: number): Label => ({ ...label, span: shift(label.span, at), end: label.end + at })
