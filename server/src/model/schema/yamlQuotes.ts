import { applyEdits, type Edit } from '../../text/edits.ts'
import { type Span, trimSpan } from '../../text/span.ts'

/** A line with a key, a bullet, or both, and the value after them: `  - github: @ada`. */
const valueLine = /^([ \t]*(?:-[ \t]+)?(?:[\p{L}_][\p{L}\p{N} _.-]{0,60}:[ \t]+)?)(\S.*)$/u
/** No text of YAML begins with one of these characters. */
const reservedStart = /^[@`%]/
const innerColon = /:(?:\s|$)/

/** The values of a YAML text that it reads in quotation marks only: `@ada`, `Go: a lot`. For texts that YAML cannot read. */
export function valuesToQuote(source: string): readonly Span[] {
  const found: Span[] = []
  for (const { 0: line, index: at } of source.matchAll(/[^\r\n]+/g)) {
    const [, lead = '', value = ''] = valueLine.exec(line) ?? []
    if (lead.trim() === '') continue
    const start = at + lead.length
    for (const span of unquotedParts(value)) found.push({ start: start + span.start, end: start + span.end })
  }
  return found
}

/** The parts of a value that need quotation marks: of a list in brackets its items, otherwise all of it without a comment. */
function unquotedParts(value: string): readonly Span[] {
  if (value.startsWith('[')) {
    const items = Array.from(value.matchAll(/[^,[\]]+/g), ({ 0: item, index }) => ({ start: index, end: index + item.length }))
    return items.map((item) => trimSpan(value, item)).filter((item) => needsYamlQuotes(value.slice(item.start, item.end)))
  }
  const comment = value.search(/[ \t]#/)
  const span = trimSpan(value, { start: 0, end: comment < 0 ? value.length : comment })
  return needsYamlQuotes(value.slice(0, span.end)) ? [span] : []
}

const needsYamlQuotes = (value: string): boolean =>
  !/^["'{|>&*!#]/.test(value) && (reservedStart.test(value) || innerColon.test(value))

/** The edits that put values in quotation marks. */
export const quoteValues = (source: string, values: readonly Span[]): readonly Edit[] =>
  values.map((span) => ({ span, newText: JSON.stringify(source.slice(span.start, span.end)) }))

/** The text with these values in quotation marks. */
export const withQuotedValues = (source: string, values: readonly Span[]): string =>
  applyEdits(source, quoteValues(source, values))
