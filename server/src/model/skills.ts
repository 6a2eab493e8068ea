import { type Span, trimmed } from '../text/span.ts'
import type { Skill } from './types.ts'

/**
 * Splits a line of skills as a reader does (`rules.md`, "Skills"): commas and semicolons outside brackets, full stops between
 * phrases, the last "and" of a list of names. An item of its own (`item`) is split only where it is a comma list of short names.
 */
export function readSkills(text: string, span: Span, item: boolean): readonly Skill[] {
  const parts = splitAt(text, span, /[,;]/)
  if (item && !isNameList(text, parts)) return [skill(text, span)].filter(isSkill)
  return parts
    .flatMap((part) => splitAt(text, part, /\.(?=\s+\p{L})/u))
    .map((part) => withoutAnd(text, part))
    .flatMap((part) => lastAnd(text, part))
    .map((part) => skill(text, part))
    .filter(isSkill)
}

const isSkill = (found: Skill): boolean => /[\p{L}\p{N}]/u.test(found.name)

function skill(text: string, span: Span): Skill {
  const place = trimmed(text, span)
  const source = text.slice(place.start, place.end)
  const kept = /[^.]\.$/.test(source) && !/\betc\.$/i.test(source) ? source.slice(0, -1) : source
  const name = kept
    .replace(/^[*_`]+|[*_`]+$/g, '')
    .replace(/\[([^[\]]*)\]\([^()]*\)/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()
  return { name, span: { start: place.start, end: place.start + kept.length } }
}

/** Cuts a span at single characters that match `separator` outside brackets. */
function splitAt(text: string, span: Span, separator: RegExp): readonly Span[] {
  const parts: Span[] = []
  let depth = 0
  let from = span.start
  for (let at = span.start; at < span.end; at++) {
    const char = text[at]!
    if ('([{'.includes(char)) depth++
    else if (')]}'.includes(char)) depth = Math.max(0, depth - 1)
    else if (
      depth === 0 &&
      ',;.'.includes(char) &&
      separator.test(text.slice(at, at + 40)) &&
      separator.exec(text.slice(at, at + 40))!.index === 0
    ) {
      parts.push({ start: from, end: at })
      from = at + 1
    }
  }
  return [...parts, { start: from, end: span.end }]
}

const words = (text: string, span: Span): readonly string[] => text.slice(span.start, span.end).trim().split(/\s+/)

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
  const source = text.slice(span.start, span.end)
  const at = source.search(/\sand\s/i)
  if (at < 0 || /\(/.test(source.slice(0, at))) return [span]
  const left = { start: span.start, end: span.start + at }
  const right = { start: span.start + at + 5, end: span.end }
  const names = (part: Span): boolean =>
    words(text, part).length === 1 ||
    (words(text, part).length <= 3 && words(text, part).every((word) => /^[\p{Lu}\d]/u.test(word)))
  return names(left) && names(right) ? [left, right] : [span]
}
