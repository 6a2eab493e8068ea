import type { PhrasingContent } from 'mdast'
import { mayHaveEmphasis } from './delimiterRuns.ts'

interface Point {
  readonly line: number
  readonly column: number
  readonly offset: number
}

/** A block with the offsets of its lines; UTF-16, from the block's start. */
export interface InlineSource {
  readonly block: string
  readonly lineStarts: readonly number[]
  /** The end of the last non-blank line, including its trailing spaces. */
  readonly end: number
  /** The end of the line with this index, including its trailing spaces. */
  lineEnd(index: number): number
  /** The first character of a line's text: after spaces, in a quote after its mark. */
  contentOf(line: number): number
  /** The text of lines without what precedes their text. */
  valueOf(start: number, end: number): string
  /** As in mdast: line and column from 1. */
  place(offset: number): Point
  position(start: number, end: number): { start: Point; end: Point }
}

/** Gives access to a block whose lines begin at `lineStarts`, each with `mark` in a quote. */
export function inlineSource(block: string, lineStarts: readonly number[], mark: '' | '> ' = ''): InlineSource {
  const beforeText = mark === '' ? /\n +/g : /\n> /g
  const lineEnd = (index: number): number => {
    const end = block.indexOf('\n', lineStarts[index])
    return end < 0 ? block.length : end
  }
  const place = (offset: number): Point => {
    let line = lineStarts.length
    while (line > 1 && lineStarts[line - 1]! > offset) line--
    return { line, column: offset - lineStarts[line - 1]! + 1, offset }
  }
  return {
    block,
    lineStarts,
    end: lineEnd(lineStarts.length - 1),
    lineEnd,
    contentOf: (line) => {
      let at = line + mark.length
      while (block.charCodeAt(at) === 32) at++
      return at
    },
    valueOf: (start, end) => block.slice(start, end).replace(beforeText, '\n'),
    place,
    position: (start, end) => ({ start: place(start), end: place(end) }),
  }
}

const plainLink = /\[([^\s[\]`*_!<](?:[^[\]`*_!<\n]*[^\s[\]`*_!<])?)\]\(([^\s()"'`*[\]<]+)\)/y
const plainCodeSpan = /`([^\s`](?:[^`\n]*[^\s`])?)`(?!`)/y
/** `*words*` or `**words**` that begin and end with a letter or digit; before a space they may end with `:`, `)` or `?`. */
const starred = /(\*\*?)([A-Za-z\d](?:[^*_`[\]<\n]*(?:[A-Za-z\d]|[:)?](?=\*\*?(?: |$))))?)\1(?!\*)/my

/** `<https://example.org>`, `<ada@example.org>` (CommonMark 6.5). */
const autolink =
  /<(?:([A-Za-z][A-Za-z\d+.-]{1,31}:[^\s<>`]*)|([\w.!#$%&'*+/=?^{|}~-]+@[A-Za-z\d](?:[A-Za-z\d-]*[A-Za-z\d])?(?:\.[A-Za-z\d]+)+))>/y
const inlineComment = /<!--[^\n<>-]*(?:-[^\n<>-]+)*-->/y

/** The inline nodes from `start` to `end` of a paragraph or heading; null if a mark may mean something that only remark knows. */
export function fastInlineNodes(text: InlineSource, start: number, end: number): PhrasingContent[] | null {
  const { block } = text
  const nodes: PhrasingContent[] = []
  let last = end
  while (last > start && block.charCodeAt(last - 1) === 32) last--
  let from = start
  let emphasis: boolean | null = null
  let lastTarget: number | null = null
  for (let offset = start; offset < last; ) {
    const code = block.charCodeAt(offset)
    if (!isInlineMark(code) || (code === 95 && isInWord(block, offset))) {
      offset++
      continue
    }
    if (code === 42 || code === 95) {
      emphasis ??= mayHaveEmphasis(block, start, last)
      if (!emphasis) {
        offset++
        continue
      }
    }
    if (code === 91 || code === 93) {
      lastTarget ??= block.lastIndexOf('](', last - 2)
      // without definitions `[a]` and `[a][b]` are text
      if (lastTarget < offset) {
        offset++
        continue
      }
    }
    const node = markedNode(text, offset, start)
    if (!node) return null
    if (offset > from) nodes.push(fastTextNode(text, from, offset))
    nodes.push(node)
    offset = from = node.position!.end.offset!
  }
  if (last > from) nodes.push(fastTextNode(text, from, last))
  return nodes
}

/** The node that begins with the mark at `offset`. */
function markedNode(text: InlineSource, offset: number, start: number): PhrasingContent | null {
  const code = text.block.charCodeAt(offset)
  if (code === 91) return fastLinkAt(text, offset)
  if (code === 96) return fastCodeAt(text, offset)
  if (code === 60) return fastTagAt(text, offset)
  return code === 42 ? fastStarsAt(text, offset, start) : null
}

/** `*`, `_`, `[`, `]`, `<` and the backtick. */
const isInlineMark = (code: number): boolean =>
  code === 42 || code === 95 || code === 91 || code === 93 || code === 96 || code === 60

const isInlineWordCode = (code: number): boolean =>
  (code > 47 && code < 58) || (code > 64 && code < 91) || (code > 96 && code < 123)

const isInWord = (block: string, offset: number): boolean =>
  isInlineWordCode(block.charCodeAt(offset - 1)) && isInlineWordCode(block.charCodeAt(offset + 1))

/** A text node; spaces at the beginning of a line are not part of its value. */
function fastTextNode(text: InlineSource, start: number, end: number): Extract<PhrasingContent, { type: 'text' }> {
  const indent = text.block.charCodeAt(end - 1) === 32 ? (/(?<=\n) +$/.exec(text.block.slice(start, end))?.[0].length ?? 0) : 0
  return { type: 'text', value: text.valueOf(start, end), position: text.position(start, end - indent) }
}

function matchFrom(expression: RegExp, { block }: InlineSource, offset: number): RegExpExecArray | null {
  expression.lastIndex = offset
  return expression.exec(block)
}

function fastLinkAt(text: InlineSource, offset: number): PhrasingContent | null {
  const match = text.block.charCodeAt(offset - 1) === 33 ? null : matchFrom(plainLink, text, offset)
  if (!match) return null
  const shown = fastTextNode(text, offset + 1, offset + 1 + match[1]!.length)
  return {
    type: 'link',
    title: null,
    url: match[2]!,
    children: [shown],
    position: text.position(offset, offset + match[0].length),
  }
}

/** An autolink or a comment. */
function fastTagAt(text: InlineSource, offset: number): PhrasingContent | null {
  const link = matchFrom(autolink, text, offset)
  const found = link ?? matchFrom(inlineComment, text, offset)
  if (!found) return null
  const position = text.position(offset, offset + found[0].length)
  if (!link) return { type: 'html', value: found[0], position }
  const [, url, address] = link
  const shown = fastTextNode(text, offset + 1, offset + link[0].length - 1)
  return { type: 'link', title: null, url: url ?? `mailto:${address}`, children: [shown], position }
}

function fastCodeAt(text: InlineSource, offset: number): PhrasingContent | null {
  const match = matchFrom(plainCodeSpan, text, offset)
  return match && { type: 'inlineCode', value: match[1]!, position: text.position(offset, offset + match[0].length) }
}

/** `*word*` or `**word**`. CommonMark 6.2: `*` after a space, a bracket or the start of the text can only open emphasis. */
function fastStarsAt(text: InlineSource, offset: number, start: number): PhrasingContent | null {
  const opens = offset === start || ' (\n'.includes(text.block[offset - 1]!)
  const match = opens ? matchFrom(starred, text, offset) : null
  if (!match) return null
  const [whole, marks] = [match[0], match[1]!]
  const children = [fastTextNode(text, offset + marks.length, offset + whole.length - marks.length)]
  return { type: marks === '*' ? 'emphasis' : 'strong', children, position: text.position(offset, offset + whole.length) }
}
