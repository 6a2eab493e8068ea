/** What a line can begin (CommonMark 0.31, chapter 4 and 5.2). Offsets are UTF-16; `at` is the line's first character after its indent. */

import { spaceCode, tabCode } from './lineCursor.ts'

export interface Fence {
  readonly char: number
  readonly length: number
}

/** The kind of an HTML block: its number in CommonMark 4.6. */
export type HtmlKind = 1 | 2 | 3 | 4 | 5 | 6 | 7

const backtick = 96

const blockMarkRunLength = (text: string, at: number, end: number, char: number): number => {
  let to = at
  while (to < end && text.charCodeAt(to) === char) to++
  return to - at
}

const isRestOfLineBlank = (text: string, at: number, end: number): boolean => {
  for (let i = at; i < end; i++) {
    const char = text.charCodeAt(i)
    if (char !== spaceCode && char !== tabCode) return false
  }
  return true
}

const isSpaceOrEnd = (text: string, at: number, end: number): boolean =>
  at >= end || text.charCodeAt(at) === spaceCode || text.charCodeAt(at) === tabCode

/** `## Title` → 2; 0 if the line is not an ATX heading. */
export function atxLevel(text: string, at: number, end: number): number {
  const level = blockMarkRunLength(text, at, end, 35)
  return level >= 1 && level <= 6 && isSpaceOrEnd(text, at + level, end) ? level : 0
}

/** `===` → 1, `---` → 2; 0 if the line is not a setext underline. */
export function underlineLevel(text: string, at: number, end: number): number {
  const char = text.charCodeAt(at)
  if (char !== 61 && char !== 45) return 0
  return isRestOfLineBlank(text, at + blockMarkRunLength(text, at, end, char), end) ? (char === 61 ? 1 : 2) : 0
}

/** Whether the line is a thematic break. */
export function isThematicBreak(text: string, at: number, end: number): boolean {
  const char = text.charCodeAt(at)
  if (char !== 42 && char !== 45 && char !== 95) return false
  let count = 0
  for (let i = at; i < end; i++) {
    const next = text.charCodeAt(i)
    if (next === char) count++
    else if (next !== spaceCode && next !== tabCode) return false
  }
  return count >= 3
}

/** The fence that opens here: three or more backticks or tildes. */
export function opensFence(text: string, at: number, end: number): Fence | null {
  const char = text.charCodeAt(at)
  if (char !== backtick && char !== 126) return null
  const length = blockMarkRunLength(text, at, end, char)
  if (length < 3) return null
  if (char === backtick) for (let i = at + length; i < end; i++) if (text.charCodeAt(i) === backtick) return null
  return { char, length }
}

/** Whether the line closes `fence`. */
export function closesFence(text: string, at: number, end: number, fence: Fence): boolean {
  const length = blockMarkRunLength(text, at, end, fence.char)
  return length >= fence.length && isRestOfLineBlank(text, at + length, end)
}

/** The length of the list marker that opens an item here (`-` → 1, `10.` → 3); 0 if none does (CommonMark 5.2, rules 1 to 3). */
export function blockMarkerLength(text: string, at: number, end: number, interruptsParagraph: boolean): number {
  const char = text.charCodeAt(at)
  let length = 1
  if (char >= 48 && char <= 57) {
    while (at + length < end && length < 10 && text.charCodeAt(at + length) >= 48 && text.charCodeAt(at + length) <= 57) length++
    const delimiter = text.charCodeAt(at + length)
    if (length > 9 || at + length >= end || (delimiter !== 46 && delimiter !== 41)) return 0
    if (interruptsParagraph && !(length === 1 && char === 49)) return 0
    length++
  } else if (char !== 42 && char !== 43 && char !== 45) return 0
  if (!isSpaceOrEnd(text, at + length, end)) return 0
  return interruptsParagraph && isRestOfLineBlank(text, at + length, end) ? 0 : length
}

const blockNames =
  'address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul'
const tagAttribute = '[ \\t]+[a-zA-Z_:][a-zA-Z0-9_.:-]*(?:[ \\t]*=[ \\t]*(?:[^ \\t"\'=<>`]+|\'[^\']*\'|"[^"]*"))?'

const htmlStarts: readonly [HtmlKind, RegExp][] = [
  [1, /^<(?:script|pre|style|textarea)(?:[ \t>]|$)/i],
  [2, /^<!--/],
  [3, /^<\?/],
  [4, /^<![A-Za-z]/],
  [5, /^<!\[CDATA\[/],
  [6, new RegExp(`^</?(?:${blockNames})(?:[ \\t]|/?>|$)`, 'i')],
  [7, new RegExp(`^(?:<[a-zA-Z][a-zA-Z0-9-]*(?:${tagAttribute})*[ \\t]*/?>|</[a-zA-Z][a-zA-Z0-9-]*[ \\t]*>)[ \\t]*$`)],
]

const htmlEnds: Readonly<Record<1 | 2 | 3 | 4 | 5, RegExp>> = {
  1: /<\/(?:script|pre|style|textarea)>/i,
  2: /-->/,
  3: /\?>/,
  4: />/,
  5: /\]\]>/,
}

/** Bounds what the expressions look at. */
const maxTagLength = 10_000

/** The kind of HTML block that opens here. */
export function opensHtml(text: string, at: number, end: number, interruptsParagraph: boolean): HtmlKind | null {
  if (text.charCodeAt(at) !== 60) return null
  const line = text.slice(at, Math.min(end, at + maxTagLength))
  const start = htmlStarts.find(([, pattern]) => pattern.test(line))
  if (!start || (start[0] === 7 && (interruptsParagraph || end - at > maxTagLength))) return null
  return start[0]
}

/** Whether the line from `at` on ends an HTML block: kinds 1 to 5 end with a text of their own (`-->`), the others with a blank line. */
export function closesHtml(text: string, at: number, end: number, kind: HtmlKind): boolean {
  return kind >= 6 ? isRestOfLineBlank(text, at, end) : htmlEnds[kind as 1 | 2 | 3 | 4 | 5].test(text.slice(at, end))
}
