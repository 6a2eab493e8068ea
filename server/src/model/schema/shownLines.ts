import { afterLineBreak, lineEnd } from '../../text/textLines.ts'

/** A line of a section as a reader sees it: comments are spaces, lines of fences are absent. Offsets count from the section's start. */
export interface ShownLine {
  readonly start: number
  /** Without its line break; as long as the line itself. */
  readonly text: string
}

const fence = /^ {0,3}(`{3,}|~{3,})/

/** The lines of a section without its heading's (`headingLevel` above 0) and without fences; comments are replaced by spaces. */
export function shownLines(text: string, headingLevel: number): readonly ShownLine[] {
  const lines: ShownLine[] = []
  let open: string | null = null
  let inComment = false
  let isFirst = headingLevel > 0
  for (let start = 0; start < text.length; ) {
    const end = lineEnd(text, start)
    const source = text.slice(start, end)
    const mark = inComment ? undefined : fence.exec(source)?.[1]
    if (open !== null) {
      if (mark?.startsWith(open)) open = null
    } else if (mark) {
      open = mark
    } else {
      const shown: { readonly text: string; readonly isOpen: boolean } = hideCommentsInLines(source, inComment)
      inComment = shown.isOpen
      const isUnderline = isFirst && lines.length === 0 && /^ {0,3}(?:=+|-+)[ \t]*$/.test(source)
      if (isFirst) isFirst = false
      else if (!isUnderline) lines.push({ start, text: shown.text })
    }
    start = afterLineBreak(text, end)
  }
  return lines
}

function hideCommentsInLines(line: string, isInside: boolean): { readonly text: string; readonly isOpen: boolean } {
  if (!isInside && !line.includes('<!--')) return { text: line, isOpen: false }
  let shown = ''
  let at = 0
  let inside = isInside
  while (at < line.length) {
    const mark = line.indexOf(inside ? '-->' : '<!--', at)
    const stop = mark < 0 ? line.length : inside ? mark + 3 : mark
    shown += inside ? ' '.repeat(stop - at) : line.slice(at, stop)
    if (mark >= 0) inside = !inside
    at = stop
  }
  return { text: shown, isOpen: inside }
}
