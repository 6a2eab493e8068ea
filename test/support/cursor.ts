import assert from 'node:assert/strict'
import { TextDocument } from 'vscode-languageserver-textdocument'
import type { DocumentSymbol, FoldingRange, Range, SelectionRange } from 'vscode-languageserver-types'
import { documentSymbols } from '../../server/src/features/documentSymbols.ts'
import { foldingRanges } from '../../server/src/features/foldingRanges.ts'
import { selectionRanges } from '../../server/src/features/selectionRanges.ts'
import { readIdeaFile } from '../../server/src/model/ideaFile.ts'
import { type ModelNode, nodeAt } from '../../server/src/model/nodeAt.ts'
import type { IdeaFile } from '../../server/src/model/types.ts'
import { type LineIndex, lineIndex } from '../../server/src/text/lineIndex.ts'
import { namedForm } from './namedForm.ts'

interface Fixture {
  readonly file: IdeaFile
  readonly lines: LineIndex
  /** Where `$0` stood, or the text's start. */
  readonly offset: number
}

/** Reads a text in which `$0` marks the cursor. */
export function open(marked: string): Fixture {
  const text = marked.replace('$0', '')
  return {
    file: readIdeaFile(text, namedForm(text, { path: '/ideas/list.md', knowsProject: () => false })),
    lines: lineIndex(TextDocument.create('file:///ideas/list.md', 'markdown', 1, text), 'utf-16'),
    offset: Math.max(0, marked.indexOf('$0')),
  }
}

/** The text with the cursor at its position in `place`, a part of that text with `$0` in it. */
export function withCursor(text: string, place: string): string {
  const piece = place.replace('$0', '')
  assert.ok(text.includes(piece), `${piece} is not in the text`)
  return text.replace(piece, () => place)
}

export const placeAt = (marked: string): ModelNode => {
  const { file, offset } = open(marked)
  return nodeAt(file, offset)
}

const textIn = ({ file, lines }: Fixture, { start, end }: Range): string =>
  file.text.slice(lines.offsetAt(start), lines.offsetAt(end))

/** What Expand Selection selects step by step; a long text as its first and its last line. */
export function selectionsAt(marked: string): readonly string[] {
  const fixture = open(marked)
  const { file, lines, offset } = fixture
  const [first, ...others] = selectionRanges(file, lines, [lines.positionAt(offset)])
  assert.ok(first && others.length === 0)
  const ranges = chain(first)
  for (const [index, range] of ranges.entries()) {
    const [start, end] = [lines.offsetAt(range.start), lines.offsetAt(range.end)]
    assert.ok(start <= offset && offset <= end, 'a range holds the cursor')
    const inner = ranges[index - 1]
    if (!inner) continue
    const [innerStart, innerEnd] = [lines.offsetAt(inner.start), lines.offsetAt(inner.end)]
    assert.ok(start <= innerStart && innerEnd <= end && end - start > innerEnd - innerStart, 'a range grows')
  }
  return ranges.map((range) => shortened(textIn(fixture, range)))
}

const chain = ({ range, parent }: SelectionRange): readonly Range[] => [range, ...(parent ? chain(parent) : [])]

/** The text of each fold as its first and its last line. */
export function foldsOf(text: string): readonly string[] {
  const fixture = open(text)
  const folds = foldingRanges(fixture.file, fixture.lines, { lineFoldingOnly: true, rangeLimit: 5000 })
  return folds.map((fold) => shortened(textIn(fixture, wholeLines(fold))))
}

const wholeLines = ({ startLine, endLine }: FoldingRange): Range => ({
  start: { line: startLine, character: 0 },
  end: { line: endLine, character: Number.MAX_SAFE_INTEGER },
})

/** The outline as a list, a symbol a line, its detail in brackets; fails where LSP would not have it. */
export function outlineOf(text: string): string {
  const fixture = open(text)
  const render = (symbol: DocumentSymbol, depth: number): readonly string[] => {
    const { name, detail, range, selectionRange, children = [] } = symbol
    assert.ok(name.trim(), 'a name')
    assert.ok(textIn(fixture, range).includes(textIn(fixture, selectionRange)))
    assert.ok(within(range, selectionRange), `${name}: the selection lies in the range`)
    for (const child of children) assert.ok(within(range, child.range), `${child.name} lies in ${name}`)
    return [
      `${'  '.repeat(depth)}${name}${detail ? ` (${detail})` : ''}`,
      ...children.flatMap((child) => render(child, depth + 1)),
    ]
  }
  return documentSymbols(fixture.file, fixture.lines)
    .flatMap((symbol) => render(symbol, 0))
    .join('\n')
}

const within = (outer: Range, inner: Range): boolean => !before(inner.start, outer.start) && !before(outer.end, inner.end)

const before = (a: Range['start'], b: Range['start']): boolean =>
  a.line < b.line || (a.line === b.line && a.character < b.character)

function shortened(text: string): string {
  const lines = text.split(/\r\n|\n/)
  return lines.length < 2 ? text : `${lines[0]} … ${lines.at(-1)}`
}
