/** What a line of a list begins with. */
export interface LineStart {
  /** Spaces and tabs before the bullet. */
  readonly indent: string
  /** Markdown's own bullet or one of a word processor; empty if there is none. */
  readonly bullet: string
  /** Spaces after the bullet (`bulletSpace`); empty for a glued one: `-Size`. */
  readonly gap: string
  /** Offset of what follows the bullet and its spaces. */
  readonly contentStart: number
}

/** Round, square and arrow-like marks as word processors write them, the last ones in their symbol fonts. */
const roundBullets = '•●○◦·∙‣⁃▪▫■□◆◇►▸➢\uF0A7\uF0B7'

/** A space after a bullet, as a class for patterns: also those of word processors, which Markdown does not accept there. */
export const bulletSpace = String.raw`[ \t\u00a0\u2000-\u200a\u202f\u3000]`

/** What the bullets of symbol fonts are as text, `§<tab>` or `v<tab>`: anything else unless a tab follows, or several spaces. */
const symbolBullet = String.raw`(?:[§Øüþà](?=\t|${bulletSpace}{2})|[vqnlu](?=\t))`

/** A mark that is not a Markdown bullet, at the start of a line and followed by a space. A dash there may also start a remark. */
export const roundBullet = `(?:[${roundBullets}o](?=${bulletSpace})|${symbolBullet})`

/** A mark that is not a Markdown bullet and followed by a space, also a dash. */
export const foreignBullet = `(?:[–—−‐‑${roundBullets}o](?=${bulletSpace})|${symbolBullet})`

/**
 * What may be meant as a bullet, also without its space. A `*` may be emphasis, so it counts only before a space which
 * Markdown does not accept there; `o` is a second-level bullet of word processors and needs a space.
 */
export const bulletLike = String.raw`(?:[-+–—−‐‑${roundBullets}]|\*(?=(?![ \t])${bulletSpace})|o(?=${bulletSpace})|${symbolBullet})`

const lineStartPattern = new RegExp(String.raw`^([ \t]*)(${bulletLike}?)(${bulletSpace}*)`)

/** Reads the start of the line at `at`, up to `end` (UTF-16 offsets): `  – [ ] **Size**` has the content `[ ] **Size**`. */
export function readLineBullet(text: string, at: number, end: number): LineStart {
  const [whole, indent = '', bullet = '', gap = ''] = lineStartPattern.exec(text.slice(at, end))!
  return { indent, bullet, gap, contentStart: at + whole.length }
}

/** Whether Markdown reads a mark as a bullet if a space follows. */
export const isMarkdownBullet = (mark: string): boolean => /^[-+*]$/.test(mark)
