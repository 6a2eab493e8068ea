export const spaceCode = 32
export const tabCode = 9

/** Spaces and tabs from some offset on: how many columns they fill and where they end (UTF-16 offset). */
export interface Indent {
  readonly columns: number
  readonly at: number
}

/** A position in a line, as an offset and as a column: the two differ by tabs, and a tab can be consumed in part (CommonMark 2.2). */
export class LineCursor {
  at: number
  column = 0
  readonly end: number
  private readonly text: string
  private left = 0

  constructor(text: string, at: number, end: number) {
    this.text = text
    this.at = at
    this.end = end
  }

  /** The spaces and tabs from here on. */
  indent(): Indent {
    let at = this.at
    let column = this.column
    if (this.left > 0) {
      column += this.left
      at++
    }
    for (; at < this.end; at++) {
      const char = this.text.charCodeAt(at)
      if (char === spaceCode) column++
      else if (char === tabCode) column += 4 - (column % 4)
      else break
    }
    return { columns: column - this.column, at }
  }

  /** Moves to the end of what `indent` measured. */
  skipIndent(indent: Indent): void {
    this.column += indent.columns
    this.at = indent.at
    this.left = 0
  }

  /** Moves over `count` characters, none of them a tab. */
  skip(count: number): void {
    this.at += count
    this.column += count
  }

  /** Moves over `columns` of spaces and tabs; may end within a tab. */
  skipColumns(columns: number): void {
    for (let rest = columns; rest > 0 && this.at < this.end; ) {
      const width = this.left > 0 ? this.left : this.text.charCodeAt(this.at) === tabCode ? 4 - (this.column % 4) : 1
      const step = Math.min(width, rest)
      this.column += step
      this.left = width - step
      if (this.left === 0) this.at++
      rest -= step
    }
  }
}
