/** Lines of a document, both included. */
export interface Lines {
  readonly first: number
  readonly last: number
}

/** What a change replaces: `start` to `end`, with `text`. */
interface MovingChange {
  readonly range: {
    readonly start: { readonly line: number }
    readonly end: { readonly line: number; readonly character: number }
  }
  readonly text: string
}

/** Where the lines are after changes to the document, from the last to the first as VS Code reports them; what is inserted in them belongs to them. */
export const movedLines = (lines: Lines, changes: readonly MovingChange[]): Lines =>
  changes.reduce(({ first, last }, { range: { start, end }, text }) => {
    if (start.line > last) return { first, last }
    const added = text.split('\n').length - 1 - (end.line - start.line)
    const isAbove = end.line < first || (end.line === first && end.character === 0)
    const moved = isAbove ? first + added : Math.min(first, start.line)
    return { first: moved, last: Math.max(moved, last + added) }
  }, lines)
