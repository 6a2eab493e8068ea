import { type Span, trimSpan } from '../../text/span.ts'
import type { Skill } from '../types.ts'

/**
 * Splits a line of skills as a reader does (`rules.md`, "Skills"): commas, semicolons and hard line ends outside brackets, full stops
 * between phrases, the last "and" of a list of names. An item of its own (`item`) is split only where it is a comma list of short names.
 */
export function readSkills(text: string, span: Span, item: boolean): readonly Skill[] {
  const parts = splitAt(text, span, between)
  if (item && !isNameList(text, parts)) return [skill(text, span)].filter(isSkill)
  return parts
    .flatMap((part) => splitAt(text, part, phraseEnd))
    .map((part) => withoutAnd(text, part))
    .flatMap((part) => lastAnd(text, part))
    .map((part) => skill(text, part))
    .filter(isSkill)
}

const isSkill = (found: Skill): boolean => /[\p{L}\p{N}]/u.test(found.name)

function skill(text: string, span: Span): Skill {
  const place = trimSpan(text, span)
  const source = text.slice(place.start, place.end)
  const kept = /[^.]\.$/.test(source) && !/\betc\.$/i.test(source) ? source.slice(0, -1) : source
  const name = kept
    .replace(/^[*_`]+|[*_`]+$/g, '')
    .replace(/\[([^[\]]*)\]\([^()]*\)/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()
  return { name, span: { start: place.start, end: place.start + kept.length } }
}

/** What parts skills, those that are written without blanks too. */
const between = (): RegExp => /[,;，；、]|(?: {2,}|\\)(?:\r\n|\r|\n)|<br[ \t]?\/?>/iy

/** A full stop between phrases: none behind the last of several letters (`e.g.`, `U.S.`), or behind a word that is cut short. */
const phraseEnd = (): RegExp => /(?<!\p{L}\.\p{L})(?<!(?<![\p{L}\p{N}])(?:inc|ltd|corp|vs|cf|incl|esp|approx))\.(?=\s+\p{L})/iuy

/** Cuts a span at what `separator` finds outside brackets; it is made anew, as a sticky expression keeps where it was. */
function splitAt(text: string, span: Span, separator: () => RegExp): readonly Span[] {
  const cut = separator()
  const parts: Span[] = []
  let depth = 0
  let from = span.start
  for (let at = span.start; at < span.end; at++) {
    const char = text[at]!
    if ('([{（'.includes(char)) depth++
    else if (')]}）'.includes(char)) depth = Math.max(0, depth - 1)
    else if (depth === 0 && ',;，；、. \\<'.includes(char)) {
      cut.lastIndex = at
      const found = cut.exec(text)
      if (found === null) continue
      parts.push({ start: from, end: at })
      from = at + found[0].length
      at = from - 1
    }
  }
  return [...parts, { start: from, end: Math.max(from, span.end) }]
}

/** Whether an item of its own is a list of names: short parts, a remark in brackets aside, and no sentence. */
function isNameList(text: string, parts: readonly Span[]): boolean {
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
function withoutAnd(text: string, span: Span): Span {
  const lead = /^\s*and\s+/i.exec(text.slice(span.start, span.end))
  return lead ? { start: span.start + lead[0].length, end: span.end } : span
}

/** `Go and Linux` are two names; `storage concepts and systems` is one phrase. */
function lastAnd(text: string, span: Span): readonly Span[] {
  // a remark in brackets is no part of a name, and its "and" parts nothing
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
