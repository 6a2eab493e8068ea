import type { IdeaFile } from '../../model/types.ts'
import { parseBlocks, parsedHtmlSpans } from '../../syntax/parse.ts'
import { cutSections } from '../../syntax/sections.ts'
import { detached } from '../../text/detach.ts'
import { type Span, shift } from '../../text/span.ts'
import type { SuppressedCode, Suppression } from '../rule.ts'

/** The start of all suppression comments: sections without it are not parsed. */
const commentPrefix = 'idea-files-'
const suppressionComment = /<!--\s{0,99}idea-files-(disable-next-line|disable-file|disable|enable)(?=\s|-->)([^<>]{0,2000}?)-->/g

/** Reads the comments of files. Caches the sections of the last file: an edit costs the section that it is in. */
export function createSuppressionReader(codes: readonly string[]): (file: IdeaFile) => readonly Suppression[] {
  let known: ReadonlyMap<string, readonly Suppression[]> = new Map()
  return ({ text, sections }) => {
    const read = new Map<string, readonly Suppression[]>()
    const found: Suppression[] = []
    for (const { at, section } of sections) {
      if (!section.comments) continue
      const cut = text.slice(at, at + section.length)
      if (!cut.includes(commentPrefix)) continue
      const part = detached(cut)
      const own = known.get(part) ?? read.get(part) ?? suppressionsInSection(part, codes)
      read.set(part, own)
      for (const suppression of own) found.push(shiftSuppression(suppression, at))
    }
    known = read
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

/** The suppression comments of a section, without those in code. */
function suppressionsInSection(text: string, codes: readonly string[]): readonly Suppression[] {
  const found: Suppression[] = []
  let start = 0
  for (const section of cutSections(text)) {
    const blocks = section.blocks.filter((block) => block.text.includes(commentPrefix))
    parseBlocks(blocks).forEach((nodes, index) => {
      const at = start + blocks[index]!.at
      for (const span of nodes.flatMap(parsedHtmlSpans))
        found.push(...suppressionsInHtml(blocks[index]!.text, span, codes).map((own) => shiftSuppression(own, at)))
    })
    start += section.length
  }
  return found
}

function suppressionsInHtml(text: string, { start, end }: Span, known: readonly string[]): readonly Suppression[] {
  return [...text.slice(start, end).matchAll(suppressionComment)].map((match): Suppression => {
    const at = start + match.index
    const [whole, name = '', list = ''] = match
    const words = [...list.matchAll(/[^\s,]+/g)].map((each): SuppressedCode => {
      const from = at + whole.length - '-->'.length - list.length + each.index
      const code = each[0].replace(/(?<=.):$/, '')
      return { code: detached(code), span: { start: from, end: from + code.length } }
    })
    const codes = words.slice(0, countSuppressedCodes(words, text, known))
    const kind = name === 'enable' || name === 'disable' ? name : name === 'disable-file' ? 'file' : 'next-line'
    return { kind, codes, hasReason: codes.length < words.length, span: { start: at, end: at + whole.length } }
  })
}

/** The format of a code, known or not: `toc-order`. */
const codeShape = /^[a-z]+(?:-[a-z]+)+$/

/**
 * How many of a comment's words are codes; the others are its reason. A reason starts after `--`, another dash or a colon, or with the
 * first word that cannot be a code: `toc-order as in 2024`. A comment whose first word is not a code has one unknown code.
 */
function countSuppressedCodes(words: readonly SuppressedCode[], text: string, known: readonly string[]): number {
  const dash = words.findIndex(({ code }) => /^[-\u2010-\u2015:]+$/.test(code))
  if (dash >= 0) return dash
  const colon = words.findIndex(({ span }) => text[span.end] === ':')
  if (colon >= 0) return colon + 1
  const other = words.findIndex(({ code }) => !codeShape.test(code))
  if (other < 0) return words.length
  // a reason's "well-known" looks like a code
  return Math.max(1, words.slice(0, other).findLastIndex(({ code }) => known.includes(code)) + 1)
}

/** The line of an offset without its line end; a byte order mark is not part of it. */
export function lineSpanAt(text: string, offset: number): Span {
  const isEnd = (at: number): boolean => text[at] === '\n' || text[at] === '\r'
  let start = offset
  let end = offset
  while (start > 0 && !isEnd(start - 1)) start--
  while (end < text.length && !isEnd(end)) end++
  return { start: start === 0 && text.charCodeAt(0) === 0xfeff ? Math.min(1, end) : start, end }
}
