import type { Span } from '../../text/span.ts'
import type { FieldKey, Labels } from '../types.ts'

/** What may be the label of a field: some words at the beginning of a line. Spans count as the text does that it was read from. */
export interface Label {
  /** Without emphasis marks, colon and blanks at its ends. */
  readonly text: string
  /** The field that it names; null where it is not known. */
  readonly key: FieldKey | null
  readonly span: Span
  /**
   * `colon` behind the words; `dash` instead of it; `url` where nothing parts them from a URL; `alone` on its line; `link` where the
   * words are a link's, whose target is the value.
   */
  readonly mark: 'colon' | 'dash' | 'url' | 'alone' | 'link'
  /** Whether emphasis marks stand around it. */
  readonly bold: boolean
  /** Where the value begins: behind the colon and the marks. */
  readonly end: number
}

const longest = 80

/** Words as a label has them: they begin with a letter and hold no marks of links, code or addresses. */
const words = /^\p{L}[\p{L}\p{M}\p{N} \t()/&'’.,+-]*\??$/u

const count = (text: string): number => text.split(/\s+/).length

/** The label that a line at `start` may begin with; `end` bounds the paragraph. */
export function labelAt(text: string, start: number, end: number, labels: Labels = fieldKey): Label | null {
  const line = firstLine(text, start, Math.min(end, start + longest))
  if (/^[\p{L}*_]/u.test(line)) return simpleLabel(line, start, labels) ?? decoratedLabel(line, start, labels)
  return (
    decoratedLabel(line, start, labels) ?? linkLabel(firstLine(text, start, Math.min(end, start + longestLink)), start, labels)
  )
}

const longestLink = 500

/** A known label that is a link to what the field asks for (`[Issue](https://…)`). */
function linkLabel(line: string, start: number, labels: Labels): Label | null {
  const text = /^\[([^[\]]{2,60})\]\(<?https?:\/\/[^\s()]{4,400}\)[ \t.]*$/i.exec(line)?.[1]
  const key = text === undefined ? null : labels(text)
  if (text === undefined || (key !== 'upstreamIssue' && key !== 'lfxUrl')) return null
  const span = { start: start + 1, end: start + 1 + text.length }
  return { text, key, span, mark: 'link', bold: false, end: span.end + 1 }
}

const icon = String.raw`(?:(?:[\p{Extended_Pictographic}\p{Regional_Indicator}\p{Emoji_Modifier}\uFE0F\u200D]{1,8}|:[a-z\d_+-]{1,30}:)[ \t]{0,3})?`

/** What people put before a label and around it: a task's box, a picture, emphasis, marks of code, tags. */
const dress = new RegExp(String.raw`^(?:\[[ x]\][ \t]{1,4})?${icon}([*_]{0,3})${icon}(?:\x60{1,2}|<(?:b|strong|em|i|u)>)?`, 'iu')
const dressed =
  /^([^:：`<>*_[\]\r\n]{2,60})([:：]?)(?:`{1,2}|<\/(?:b|strong|em|i|u)>)?[*_]{0,3}[ \t]{0,3}([:：]?)(?:[*_]{1,3}(?=[ \t]|$))?/i

/** A known label under such a dress; what is not known is somebody's prose. */
function decoratedLabel(line: string, start: number, labels: Labels): Label | null {
  const before = dress.exec(line)![0]
  const found = dressed.exec(line.slice(before.length))
  if (!found || before.length === 0) return null
  const [whole, raw = '', inner, outer] = found
  const text = raw.trim()
  const key = words.test(text) ? labels(text) : null
  const stop = before.length + whole.length
  const colon = Boolean(inner || outer)
  if (key === null || (!colon && line.slice(stop).trim() !== '')) return null
  const from = start + before.length + raw.indexOf(text)
  const mark = colon ? 'colon' : 'alone'
  return { text, key, span: { start: from, end: from + text.length }, mark, bold: /[*_<]/.test(before), end: start + stop }
}

function simpleLabel(line: string, start: number, labels: Labels): Label | null {
  const open = /^[*_]{0,3}/.exec(line)![0].length
  const marked = open > 0 ? markedLabel(line, start, open, labels) : null
  if (marked) return marked
  const colon = line.search(/[:：]/)
  const dash = line.search(/[ \t][-–—](?:[ \t]|$)/)
  const early = dash > open && dash < colon ? makeLabel(line, start, open, dash, 'dash', labels) : null
  if (early && isProse(early)) return early
  if (colon > open && !line.startsWith('//', colon + 1)) return makeLabel(line, start, open, colon, 'colon', labels)
  if (dash > open) return makeLabel(line, start, open, dash, 'dash', labels)
  const close = closeLabel(line, start, open, labels)
  if (close) return close
  return colon < 0 && line.length < longest ? makeLabel(line, start, open, line.length, 'alone', labels) : null
}

/** A field of prose, in which a colon may stand (`Description - Build it: fast`). In others it ends a longer label (`Skills - nice to have: Go`). */
const isProse = ({ key }: Label): boolean => key === 'description' || key === 'expectedOutcome'

/** A known label with a dash right behind it (`Mentor(s)-`), or of a field of links with its URL there (`Upstream Issue https://…`). */
function closeLabel(line: string, start: number, open: number, labels: Labels): Label | null {
  const stop = line.search(/[-–—](?:[ \t]|$)|[ \t]<?https?:\/\//i)
  const found = stop > open ? makeLabel(line, start, open, stop, /[ \t]/.test(line[stop]!) ? 'url' : 'dash', labels) : null
  if (found?.mark === 'url' && found.key !== 'upstreamIssue' && found.key !== 'lfxUrl') return null
  return found?.key ? found : null
}

/** How a sentence goes on whose first words are in bold. */
const sentence = /^[ \t]+(?:is|are|was|of|for|will|should|can|may|must|and|or|in|on|to|with|the|that|which|has|have)\b/i

/** A known label in bold with its value right behind the marks (`**Description** Some text`); words that make a sentence of it do not. */
function markedLabel(line: string, start: number, open: number, labels: Labels): Label | null {
  const close = line.slice(open).search(/[*_]/) + open
  const behind = close + open
  if (close <= open || line.slice(close, behind) !== line.slice(0, open)) return null
  if (!/^[ \t]+(?![:：–—-])\S/.test(line.slice(behind)) || sentence.test(line.slice(behind))) return null
  const text = line.slice(open, close).trim()
  const key = labels(text)
  const from = start + open
  return key && { text, key, span: { start: from, end: from + text.length }, mark: 'alone', bold: true, end: start + behind }
}

function makeLabel(line: string, start: number, open: number, stop: number, mark: Label['mark'], labels: Labels): Label | null {
  const raw = line.slice(open, stop)
  const text = raw.replace(/[ \t]*[*_]{0,3}[ \t]*$/, '').trim()
  if (!words.test(text) || count(text) > 6) return null
  const from = start + open
  const behind =
    mark === 'alone' ? line.length : stop + (mark === 'dash' ? /^[ \t]?.[ \t]?/.exec(line.slice(stop))![0].length : 1)
  const marks = mark === 'colon' && open > 0 ? /^[ \t]*[*_]{1,3}/.exec(line.slice(behind, behind + 5)) : null
  const closing = marks && /[*_]/.test(raw.slice(text.length)) ? null : marks
  return {
    text,
    key: labels(text),
    span: { start: from, end: from + text.length },
    mark,
    bold: open > 0,
    end: start + behind + (closing?.[0].length ?? 0),
  }
}

const firstLine = (text: string, start: number, end: number): string => /^[^\r\n]*/.exec(text.slice(start, end))![0]

/**
 * Labels at the beginning of a paragraph's lines, with a colon, in bold, or on further lines alone behind a bullet without its blank
 * (`-Description`), which is passed over, or as the mentors' label.
 */
export function lineLabels(text: string, paragraph: Span, labels: Labels = fieldKey): readonly Label[] {
  const found: Label[] = []
  for (let at = paragraph.start; at < paragraph.end; ) {
    const blank = /^[ \t]*[-+•]?[ \t]*/.exec(text.slice(at, Math.min(paragraph.end, at + longest)))![0].length
    const label = labelAt(text, at + blank, paragraph.end, labels)
    const isFirst = at === paragraph.start
    const isGlued = /[-+•]$/.test(text.slice(at, at + blank))
    const isClear = label?.bold || (!isFirst && (isGlued || label?.key === 'mentors'))
    if (label && (label.mark === 'colon' || (label.bold && isFirst) || (isClear && standsAlone(text, label)))) found.push(label)
    const lineEnd = text.slice(at, paragraph.end).search(/[\r\n]/)
    if (lineEnd < 0) break
    at += lineEnd + 1
  }
  return found
}

/** Labels of two words, and those of mentors, mean a field wherever they stand; `Size:` or `Issue:` inside a text may be prose. */
export const isUnambiguous = (label: Label): boolean => /[\s(]/.test(label.text) || label.key === 'mentors'

/** Whether a label of a paragraph begins a field though no list mark stands before it. */
export const canStartUnmarkedField = (label: Label): boolean =>
  label.key !== null && (isUnambiguous(label) || label.key === 'description' || label.bold)

/** Whether a label stands between two marks on either side, which is what makes it bold (`**Skills**`). */
export const isMarkedTwice = (text: string, { span }: Label): boolean =>
  /(?:\*\*|__)$/.test(text.slice(Math.max(0, span.start - 3), span.start))

/** Whether a known label has its line for itself, which in italics may be a word of somebody's text. */
const standsAlone = (text: string, label: Label): boolean =>
  label.key !== null &&
  label.mark === 'alone' &&
  (!label.bold || isMarkedTwice(text, label)) &&
  /^[ \t]*(?:[\r\n]|$)/.test(text.slice(label.end, label.end + longest))

/** The spellings under which a field is known, in lower case (`rules.md`, "Aliases"). */
const aliases: Readonly<Record<Exclude<FieldKey, 'other'>, readonly string[]>> = {
  description: ['description', 'project description', 'idea description'],
  expectedOutcome: ['expected outcome', 'expected outcomes', 'expected outcome(s)', 'outcome', 'outcomes', 'outcome(s)'],
  recommendedSkills: [
    'recommended skills',
    'recommended skill',
    'recommended skill(s)',
    'recommend skills',
    'recommend skill',
    'required skills',
    'required skill',
    'required skill(s)',
    'preferred skills',
    'desired skills',
    'needed skills',
    'skills needed',
    'skills required',
    'skills',
    'skill(s)',
  ],
  size: [
    'expected project size',
    'expected size of the project',
    'expected size of project',
    'expected size',
    'project size',
    'size',
  ],
  mentors: [
    'mentor(s)',
    'mentor',
    'mentors',
    'mentors(s)',
    'likely mentors',
    'likely mentor',
    'likely mentor(s)',
    'potential mentors',
    'potential mentor',
    'potential mentor(s)',
    'possible mentors',
    'possible mentor',
    'possible mentor(s)',
    'proposed mentors',
    'proposed mentor',
    'proposed mentor(s)',
    'suggested mentors',
    'suggested mentor',
    'suggested mentor(s)',
    'project mentors',
    'project mentor',
    'project mentor(s)',
    'co-mentor',
    'co-mentors',
    'co-mentor(s)',
    'comentor',
    'comentors',
    'comentor(s)',
    'primary mentor',
    'primary mentor(s)',
    'secondary mentor',
    'secondary mentors',
    'secondary mentor(s)',
  ],
  upstreamIssue: [
    'upstream issue',
    'upstream issues',
    'upstream issue(s)',
    'upstream issue (url)',
    'upstream issues (url)',
    'upstream issue url',
    'upstream issue link',
    'issue',
    'issues',
    'issue(s)',
    'issue link',
    'issue links',
    'task link',
    'task links',
    'github issue',
    'github issues',
    'github issue(s)',
    'enhancement',
    'enhancements',
  ],
  lfxUrl: ['lfx url', 'lfx urls', 'apply for lfx url', 'lfx mentorship url', 'lfx project url'],
  technologies: ['technologies', 'technology'],
  difficulty: ['difficulty', 'difficulty level'],
}

/** Blanks are one, and none before a bracket. */
const normalizeSpelling = (label: string): string => label.toLowerCase().replace(/\s+/g, ' ').replaceAll(' (', '(').trim()

const keyByAlias: ReadonlyMap<string, FieldKey> = new Map(
  Object.entries(aliases).flatMap(([key, names]) =>
    names.map((name): [string, FieldKey] => [normalizeSpelling(name), key as FieldKey]),
  ),
)

/** The field that a label names, whatever its letter case and blanks; null for a label that is not known. */
export const fieldKey: Labels = (label) => {
  // nearly every label is written as we know it
  const known = keyByAlias.get(label.toLowerCase())
  if (known) return known
  const name = normalizeSpelling(label)
  // a remark may stand behind it: `Mentors (GitHub handle)`
  return keyByAlias.get(name) ?? keyByAlias.get(name.replace(/\([^()]*\)$/, '')) ?? null
}

/** The usual spellings of a field's label, in lower case. */
export const spellingsOf = (key: FieldKey): readonly string[] => (key === 'other' ? [] : aliases[key])

/** Knows further labels beside those that `others` knows, and takes them first. */
export function labelsWith(more: Readonly<Partial<Record<FieldKey, readonly string[]>>>, others: Labels = fieldKey): Labels {
  const own = new Map(
    Object.entries(more).flatMap(([key, names]) =>
      names.map((name): [string, FieldKey] => [normalizeSpelling(name), key as FieldKey]),
    ),
  )
  return (label) => own.get(normalizeSpelling(label)) ?? others(label)
}

/** Whether a label names a single person as the first or only primary mentor. */
export const isPrimaryLabel = (label: string): boolean => /^primary mentor/i.test(label)

/** Whether a label says which part a mentor takes. */
export const isRoleLabel = (label: string): boolean => /^(?:primary|secondary) mentor/i.test(label)

/** Whether a label adds to the mentors that another field names. */
export const isCoLabel = (label: string): boolean => /^co[- ]?mentor/i.test(label)

/** Whether a label that is not known is one at all (`rules.md`, `unknown-field`): at most four words before a colon. */
export const isLabel = (label: Label): boolean => label.mark === 'colon' && count(label.text) <= 4
