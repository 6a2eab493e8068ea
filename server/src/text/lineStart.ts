/** What a line of a list begins with. */
export interface LineStart {
  /** Spaces and tabs before the bullet. */
  readonly indent: string
  /** `-`, `+` or `•`, also without its space (`-Size`); a `*` may be emphasis and is content. Empty if there is none. */
  readonly bullet: string
  /** Offset of what follows the bullet and its spaces. */
  readonly contentStart: number
}

/** Reads the start of the line at `at`, up to `end` (UTF-16 offsets): `  - [ ] **Size**` has the content `[ ] **Size**`. */
export function readLineStart(text: string, at: number, end: number): LineStart {
  const [whole, indent = '', bullet = ''] = /^([ \t]*)([-+•]?)[ \t]*/.exec(text.slice(at, end))!
  return { indent, bullet, contentStart: at + whole.length }
}
