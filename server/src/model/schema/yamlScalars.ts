import { withoutSharedIndent } from '../../text/sharedIndent.ts'
import { type Span, trimSpan } from '../../text/span.ts'
import { afterLineBreak, lineEnd, lineStart, skipBlankLines } from '../../text/textLines.ts'

/** A text of a YAML value: of `["C, C++", Go]` there are two, `C, C++` and `Go`. */
export interface YamlScalar {
  /** Without quotation marks, comments, and the mark of a block (`>`). */
  readonly span: Span
  /** Whether it is an item of a sequence. */
  readonly isItem: boolean
}

/** What was read before a place. */
interface ScalarPlace {
  readonly at: number
  /** How many brackets are open. */
  readonly depth: number
  /** The column that the lines of a text over several of them are after. */
  readonly column: number
  readonly isItem: boolean
}

/** One step: where the next one begins, and the scalar that it read. */
interface ScalarStep extends ScalarPlace {
  readonly scalar?: Span
}

/** The texts of a YAML value that is valid, in their order; `span` is from its first to its last character. Keys are none. */
export function yamlScalars(text: string, { start, end }: Span): readonly YamlScalar[] {
  const found: YamlScalar[] = []
  let place: ScalarPlace = { at: start, depth: 0, column: 0, isItem: false }
  while (place.at < end) {
    const { at, depth } = place
    const { scalar, ...next } =
      yamlMark(text, place) ?? yamlBlockText(text, place, end) ?? yamlQuoted(text, place, end) ?? yamlPlain(text, place, end)
    if (scalar && text.slice(scalar.start, scalar.end).trim() !== '')
      found.push({ span: scalar, isItem: next.isItem || depth > 0 })
    place = { ...next, at: Math.max(next.at, at + 1) }
  }
  return found
}

/** White space, a comment, a bracket, a comma between items, or a bullet. */
function yamlMark(text: string, place: ScalarPlace): ScalarStep | null {
  const { at, depth } = place
  const char = text[at]!
  if (/\s/.test(char) || (char === ',' && depth > 0)) return { ...place, at: at + 1 }
  if (char === '#') return { ...place, at: lineEnd(text, at) }
  if (char === '[' || char === '{') return { ...place, at: at + 1, depth: depth + 1 }
  if ((char === ']' || char === '}') && depth > 0) return { ...place, at: at + 1, depth: depth - 1 }
  if (char === '-' && depth === 0 && /\s/.test(text[at + 1] ?? ' '))
    return { ...place, at: at + 1, column: at - lineStart(text, at), isItem: true }
  return null
}

/** `>⏎  Many lines`: the lines below that are indented further than the line with the mark, or empty. */
function yamlBlockText(text: string, place: ScalarPlace, end: number): ScalarStep | null {
  if (place.depth > 0 || !/^[|>][-+0-9]{0,2}[ \t]*(?:#.*)?$/.test(text.slice(place.at, lineEnd(text, place.at)))) return null
  const start = Math.min(end, afterLineBreak(text, lineEnd(text, place.at)))
  const at = yamlTextEnd(text, { start, end }, place.column)
  return { ...place, at, scalar: trimSpan(text, { start, end: at }) }
}

/** Where lines end that are empty, or indented further than a column. */
function yamlTextEnd(text: string, { start, end }: Span, column: number): number {
  let at = start
  while (at < end) {
    const stop = lineEnd(text, at)
    const indent = /^[ \t]*/.exec(text.slice(at, stop))![0].length
    if (at + indent < stop && indent <= column) break
    at = Math.min(end, afterLineBreak(text, stop))
  }
  return at
}

function yamlQuoted(text: string, place: ScalarPlace, end: number): ScalarStep | null {
  const { at } = place
  const pattern = text[at] === '"' ? /"(?:[^"\\]|\\[\s\S])*"/y : text[at] === "'" ? /'(?:[^']|'')*'/y : null
  if (pattern === null) return null
  pattern.lastIndex = at
  const close = at + (pattern.exec(text)?.[0].length ?? end - at)
  const isKey = /^[ \t]*:(?=\s|$)/.exec(text.slice(close, close + 40))
  if (isKey) return { ...place, at: close + isKey[0].length, column: at - lineStart(text, at) }
  return { ...place, at: close, scalar: { start: at + 1, end: Math.max(at + 1, close - 1) } }
}

/** A text without quotation marks, up to a comment or what ends it; or a key. */
function yamlPlain(text: string, place: ScalarPlace, end: number): ScalarStep {
  const { at, depth, column } = place
  const pattern = depth > 0 ? plainInBrackets() : plainOnLine()
  pattern.lastIndex = at
  const stop = Math.min(end, at + (pattern.exec(text)?.[0].length ?? 1))
  if (text[stop] === ':') return { ...place, at: stop + 1, column: at - lineStart(text, at) }
  const last = depth > 0 ? stop : yamlPlainEnd(text, stop, column, end)
  const scalar = trimSpan(text, { start: at, end: last })
  // `mentors: null` is no text
  const isNull = /^(?:null|Null|NULL|~)$/.test(text.slice(scalar.start, scalar.end))
  return { ...place, at: last, ...(!isNull && { scalar }) }
}

/** `Go,⏎  Python` is one text, of which the first line goes to `stop`; a comment ends it. */
function yamlPlainEnd(text: string, stop: number, column: number, end: number): number {
  let last = stop
  for (let next = 0; next !== last; ) {
    next = last
    last = endOfNextPlainLine(text, next, column, end)
  }
  return last
}

/** Where the next line of a text ends; `stop`, where the last one does, if there is none. */
function endOfNextPlainLine(text: string, stop: number, column: number, end: number): number {
  const line = lineEnd(text, stop)
  const start = skipBlankLines(text, afterLineBreak(text, line))
  const indent = /^[ \t]*/.exec(text.slice(start, lineEnd(text, start)))![0].length
  const at = start + indent
  if (text.slice(stop, line).trim() !== '' || at >= end || indent <= column || text[at] === '#') return stop
  const pattern = plainOnLine()
  pattern.lastIndex = at
  return Math.min(end, at + (pattern.exec(text)?.[0].length ?? 1))
}

/** Both return a new expression, as a sticky one has a state. */
const plainInBrackets = (): RegExp => /(?:[^,[\]{}\s:]|:(?!\s)|\s(?!\s{0,40}(?:#|:\s)))+/y
const plainOnLine = (): RegExp => /(?:[^\s:]|:(?!\s|$)|[ \t](?![ \t]{0,40}#))+/y

/** A scalar as YAML means it: without escapes, and without the breaks and indents of its lines if these are only layout. */
export function yamlText(text: string, { start, end }: Span): string {
  const written = text.slice(start, end)
  const quote = text[start - 1]
  if (quote === '"' && text[end] === quote) return unescapedYaml(written)
  if (quote === "'" && text[end] === quote) return written.replaceAll("''", "'").replace(/\s*[\r\n]\s*/g, ' ')
  const isBlock = /[|>][-+0-9]{0,2}[ \t]*(?:#[^\r\n]*)?\s*$/.test(text.slice(Math.max(0, start - 200), start))
  return isBlock ? withoutSharedIndent(written) : written.replace(/\s*[\r\n]\s*/g, ' ')
}

function unescapedYaml(written: string): string {
  const oneLine = written.replace(/\\?\s*[\r\n]\s*/g, (all) => (all.startsWith('\\') ? '' : ' '))
  try {
    return String(JSON.parse(`"${oneLine}"`))
  } catch {
    return oneLine
  }
}
