import type { Idea } from '../../model/types.ts'
import { type Span, shift } from '../../text/span.ts'
import { lineEnd, lineStart, listMarker, nextLineStart, skipBlankLines } from '../../text/textLines.ts'

/**
 * What New Idea and New Mentor insert in the form of a learned list and was not filled in: `Name`, `Name (@handle)`,
 * `[Name](https://github.com/handle)`, and the handle alone where there is a name.
 */
export function unfilledMentors(text: string, { fields, heading }: Idea): readonly Span[] {
  // the list's own example says how to write an entry
  if (heading && /\b(?:template|example|sample|vorlage|muster|beispiel)/i.test(heading.text)) return []
  return fields.flatMap(({ key, valueSpan: { start, end } }) => {
    const value = key === 'mentors' ? text.slice(start, end) : ''
    return /\b(?:Name|handle)\b/.test(value) ? unfilledMentorsIn(value).map((span) => shift(span, start)) : []
  })
}

const ownAccount = String.raw`(?:https?:\/\/(?:www\.)?git(?:hub|lab)\.com\/|@)handle(?![\w@/.-]*\w)`
const inBrackets = String.raw`[(<[](?:mailto:)?(?:handle|email)(?=[)>\],])`
/** Up to the end of the brackets: `, email)`. */
const restOfContact = String.raw`(?:,[ \t]*email\b)?[)>\]*_]{0,3}`
/** What comes before an entry: a line's start and bullet, or what separates people. */
const beforeEntry = String.raw`(?<=(?:^|[\r\n,;|&、，；/]|[ \t](?:and|und|et|y|e)|@[\w-]{1,39})[ \t]*(?:(?:[-*+•]|\d{1,9}[.)])[ \t]+)?[*_]{0,3})`

const unfilledContact = new RegExp(
  String.raw`${beforeEntry}(?:\[?Name\b(?:[^\p{L}\p{N}\r\n|]{1,8}${ownAccount}|[ \t]*${inBrackets})|(?:\[@?handle\]\()?${ownAccount})${restOfContact}`,
  'gu',
)
/** `Bo Ek (@handle`: names have capital letters, a sentence about mentors has not. */
const unfilledHandle = new RegExp(
  String.raw`${beforeEntry}(\[?(?!Name\b)\p{Lu}[\p{L}'’.-]{0,40}(?:[ \t]{1,3}(?!Name\b)\p{Lu}[\p{L}'’.-]{0,40}){0,4}[ \t]{0,3}(?:\]\(|[(<]))${ownAccount}(?=[,)>])`,
  'gu',
)
const unfilledName = new RegExp(String.raw`${beforeEntry}(?:Name|handle)(?=[ \t]*(?:[\r\n]|$))`, 'g')

function unfilledMentorsIn(value: string): readonly Span[] {
  const entries = [
    ...value.matchAll(unfilledContact),
    ...[...value.matchAll(unfilledName)].filter(({ index }) => isLastOfMentors(value, index)),
  ].map(({ index, 0: entry }) => ({ start: index, end: index + entry.length }))
  const handles = Array.from(value.matchAll(unfilledHandle), ({ index, 0: entry, 1: before = '' }) => ({
    start: index + before.length,
    end: index + entry.length,
  }))
  return [...entries, ...handles].filter(({ start }) => !isTableRowOfMentors(value, start)).toSorted((a, b) => a.start - b.start)
}

/** Whether nothing follows that belongs to a word: `- Name`, and a person below it, is a label. */
function isLastOfMentors(value: string, at: number): boolean {
  const next = skipBlankLines(value, nextLineStart(value, at))
  const own = listMarker.exec(value.slice(lineStart(value, at)))?.[1]
  return value.slice(next).trim() === '' || (own !== undefined && listMarker.exec(value.slice(next))?.[1] === own)
}

/** Whether an offset is in a row of a table of people, whose header may name the columns. */
const isTableRowOfMentors = (value: string, at: number): boolean =>
  value.slice(lineStart(value, at), lineEnd(value, at)).trimStart().startsWith('|')
