import { foreignBullet } from '../../text/bullets.ts'
import { type Span, trimSpan } from '../../text/span.ts'
import type { Skill } from '../types.ts'

/**
 * Splits a line of skills (docs/spec.md#skills): at commas, semicolons and hard line breaks outside brackets, at full stops
 * between phrases, at the last "and" of a list of names. A list item of its own is split only if it is a comma list of short names.
 */
export function readSkills(text: string, span: Span, isSingleItem: boolean): readonly Skill[] {
  const parts = splitSkillsAt(text, skillWithoutBullet(text, span), skillSeparator)
  if (isSingleItem && !isSkillNameList(text, parts)) return [newSkill(text, span)].filter(isSkill)
  return parts
    .flatMap((part) => splitSkillsAt(text, part, skillPhraseEnd))
    .map((part) => skillWithoutAnd(text, part))
    .flatMap((part) => splitSkillsAtAnd(text, part))
    .map((part) => newSkill(text, part))
    .filter(isSkill)
}

const isSkill = (found: Skill): boolean => /[\p{L}\p{N}]/u.test(found.name)

function newSkill(text: string, span: Span): Skill {
  const trimmed = trimSpan(text, span)
  const source = text.slice(trimmed.start, trimmed.end)
  const kept = /[^.]\.$/.test(source) && !/\betc\.$/i.test(source) ? source.slice(0, -1) : source
  const name = kept
    .slice(...skillWithoutMarks(kept))
    .replace(/\[([^[\]]*)\]\([^()]*\)/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()
  return { name, span: { start: trimmed.start, end: trimmed.start + kept.length } }
}

/** Where a text starts and ends without the emphasis marks around it. */
function skillWithoutMarks(text: string): [start: number, end: number] {
  let [start, end] = [0, text.length]
  while (start < end && '*_`'.includes(text[start]!)) start++
  while (end > start && '*_`'.includes(text[end - 1]!)) end--
  return [start, end]
}

/** Also between skills without spaces: `Go,Docker`. */
const skillSeparator = new RegExp(
  String.raw`[,;，；、]|(?: {2,}|\\)(?:\r\n|\r|\n)|(?:\r\n|\r|\n)[ \t]{0,40}${foreignBullet}[ \t\u00a0]+|<br[ \t]?\/?>`,
  'iuy',
)

/** `– Go⏎– Docker`: the span without a bullet that Markdown does not know. */
function skillWithoutBullet(text: string, span: Span): Span {
  const lead = leadingBullet.exec(text.slice(span.start, span.end))
  return lead ? { start: span.start + lead[0].length, end: span.end } : span
}

const leadingBullet = new RegExp(String.raw`^\s{0,40}${foreignBullet}[ \t\u00a0]+`, 'u')

/** A full stop between phrases, not that of `e.g.`, `U.S.` or `approx.` */
const skillPhraseEnd = /(?<!\p{L}\.\p{L})(?<!(?<![\p{L}\p{N}])(?:inc|ltd|corp|vs|cf|incl|esp|approx))\.(?=\s+\p{L})/iuy

/** Cuts a span at each separator outside brackets; `separator` returns a new expression, as a sticky one has a state. */
function splitSkillsAt(text: string, span: Span, separator: RegExp): readonly Span[] {
  const parts: Span[] = []
  let depth = 0
  let from = span.start
  for (let at = span.start; at < span.end; at++) {
    const char = text[at]!
    if ('([{（'.includes(char)) depth++
    else if (')]}）'.includes(char)) depth = Math.max(0, depth - 1)
    else if (depth === 0 && ',;，；、. \\<\r\n'.includes(char)) {
      // a run of spaces is tried once
      if (char === ' ' && at > from && text[at - 1] === ' ') continue
      separator.lastIndex = at
      const found = separator.exec(text)
      if (found === null) continue
      parts.push({ start: from, end: at })
      from = at + found[0].length
      at = from - 1
    }
  }
  return [...parts, { start: from, end: Math.max(from, span.end) }]
}

/** `Go, Docker (basics), Linux`: short parts, ignoring remarks in brackets, and no sentence. */
function isSkillNameList(text: string, parts: readonly Span[]): boolean {
  const bare = (part: Span): string =>
    text
      .slice(part.start, part.end)
      .replace(/\([^()]*\)/g, '')
      .trim()
  return (
    parts.length > 1 &&
    parts.every((part) => bare(part).split(/\s+/).length <= 3 && !/^(?:and|or|etc|with|including|such)\b/i.test(bare(part)))
  )
}

/** `Go, Docker, and Linux`: the "and" belongs to the list. */
function skillWithoutAnd(text: string, span: Span): Span {
  const lead = /^\s*and\s+/i.exec(text.slice(span.start, span.end))
  return lead ? { start: span.start + lead[0].length, end: span.end } : span
}

/** `Go and Linux` are two names; `storage concepts and systems` is one phrase. */
function splitSkillsAtAnd(text: string, span: Span): readonly Span[] {
  // the "and" of a remark in brackets separates nothing
  const source = text.slice(span.start, span.end).replace(/\([^()]*\)/g, (remark) => ' '.repeat(remark.length))
  const at = source.search(/\sand\s/i)
  if (at < 0) return [span]
  const isName = (part: string): boolean => {
    const all = part.trim().split(/\s+/)
    return all[0] !== '' && (all.length === 1 || (all.length <= 3 && all.every((word) => /^[\p{Lu}\d]/u.test(word))))
  }
  if (!isName(source.slice(0, at)) || !isName(source.slice(at + 5))) return [span]
  return [
    { start: span.start, end: span.start + at },
    { start: span.start + at + 5, end: span.end },
  ]
}
