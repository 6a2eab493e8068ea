import { splitLines } from './textLines.ts'
/** The lines after the first without the indentation that they share: `a\n    b\n      c` → `a\nb\n  c`. */
export function withoutSharedIndent(text: string): string {
  const [first = '', ...rest] = splitLines(text)
  const shared = rest
    .filter((line) => line.trim() !== '')
    .reduce((least, line) => Math.min(least, indentationOf(line)), Number.MAX_SAFE_INTEGER)
  return [first, ...rest.map((line) => line.slice(Math.min(shared, indentationOf(line))))].join('\n')
}

const indentationOf = (line: string): number => line.length - line.trimStart().length
