import type { IdeaFile, PlacedSection } from '../../model/types.ts'
import { detached } from '../../text/detach.ts'
import { type Span, shift } from '../../text/span.ts'
import type { SuppressedCode, Suppression } from '../rule.ts'

const suppressionComment = /^<!--\s{0,99}idea-files-(disable-next-line|disable-file|disable|enable)(?=\s|-->)([^<>]{0,2000}?)-->$/

type Facts = NonNullable<PlacedSection['facts']>

/** Reads the suppression comments of files, in the order of the text. Remembers those of each section: an edit costs the section that it is in. */
export function createSuppressionReader(codes: readonly string[]): (file: IdeaFile) => readonly Suppression[] {
  const known = new WeakMap<Facts, readonly Suppression[]>()
  return ({ text, sections }) => {
    const found: Suppression[] = []
    for (const { at, facts } of sections) {
      if (!facts || facts.comments.length === 0) continue
      const own = known.get(facts) ?? facts.comments.flatMap((span) => readSuppression(text, at, span, codes))
      known.set(facts, own)
      for (const suppression of own) found.push(shiftSuppression(suppression, at))
    }
    return found
  }
}

/** The suppression comments of one file. */
export const readSuppressions = (file: IdeaFile, codes: readonly string[]): readonly Suppression[] =>
  createSuppressionReader(codes)(file)

const shiftSuppression = (suppression: Suppression, by: number): Suppression => ({
  ...suppression,
  codes: suppression.codes.map((code) => ({ ...code, span: shift(code.span, by) })),
  span: shift(suppression.span, by),
})

/** The suppression that a comment is, if it is one; `comment` and the spans of the result count from `at`. */
function readSuppression(text: string, at: number, comment: Span, known: readonly string[]): readonly Suppression[] {
  const source = text.slice(at + comment.start, at + comment.end)
  const match = suppressionComment.exec(source)
  if (!match) return []
  const [, name = '', list = ''] = match
  const from = source.length - '-->'.length - list.length
  const words = [...list.matchAll(/[^\s,]+/g)].map((each): SuppressedCode => {
    const code = each[0].replace(/(?<=.):$/, '')
    return { code: detached(code), span: shift({ start: each.index, end: each.index + code.length }, comment.start + from) }
  })
  const codes = words.slice(0, countSuppressedCodes(words, list, comment.start + from, known))
  const kind = name === 'enable' || name === 'disable' ? name : name === 'disable-file' ? 'file' : 'next-line'
  return [{ kind, codes, hasReason: codes.length < words.length, span: comment }]
}

/** The format of a code, known or not: `toc-order`. */
const codeShape = /^[a-z]+(?:-[a-z]+)+$/

/**
 * How many of a comment's words are codes; the others are its reason. A reason starts after `--`, another dash or a colon, or with the
 * first word that cannot be a code: `toc-order as in 2024`. A comment whose first word is not a code has one unknown code. `list` is
 * what was written, at the offset `at` of the words' spans.
 */
function countSuppressedCodes(words: readonly SuppressedCode[], list: string, at: number, known: readonly string[]): number {
  const dash = words.findIndex(({ code }) => /^[-\u2010-\u2015:]+$/.test(code))
  if (dash >= 0) return dash
  const colon = words.findIndex(({ span }) => list[span.end - at] === ':')
  if (colon >= 0) return colon + 1
  const other = words.findIndex(({ code }) => !codeShape.test(code))
  if (other < 0) return words.length
  // a reason's "well-known" looks like a code
  return Math.max(1, words.slice(0, other).findLastIndex(({ code }) => known.includes(code)) + 1)
}

/** The line of an offset without its line end; a byte order mark is not part of it. */
export function suppressionLineAt(text: string, offset: number): Span {
  const isEnd = (at: number): boolean => text[at] === '\n' || text[at] === '\r'
  let start = offset
  let end = offset
  while (start > 0 && !isEnd(start - 1)) start--
  while (end < text.length && !isEnd(end)) end++
  return { start: start === 0 && text.charCodeAt(0) === 0xfeff ? Math.min(1, end) : start, end }
}
