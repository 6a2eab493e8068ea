const star = 42
const underscore = 95

/** As in micromark: a letter or other character, white space (or an end of the text), punctuation. */
type CharacterKind = 'other' | 'space' | 'punctuation'

function delimiterKindAt(text: string, offset: number, start: number, end: number): CharacterKind {
  if (offset < start || offset >= end) return 'space'
  const char = text[offset]!
  return /\s/.test(char) ? 'space' : /[\p{P}\p{S}]/u.test(char) ? 'punctuation' : 'other'
}

/**
 * Whether two runs of `*`, or two of `_`, may be emphasis (CommonMark 6.2): one that can open, and one after it that can close. If not,
 * as in `*a_ *b_`, all of them are text.
 */
export function mayHaveEmphasis(text: string, start: number, end: number): boolean {
  const opened = new Set<number>()
  for (let offset = start; offset < end; ) {
    const marker = text.charCodeAt(offset)
    if (marker !== star && marker !== underscore) {
      offset++
      continue
    }
    const run = offset
    while (offset < end && text.charCodeAt(offset) === marker) offset++
    const { opens, closes } = delimiterSides(
      marker,
      delimiterKindAt(text, run - 1, start, end),
      delimiterKindAt(text, offset, start, end),
    )
    if (closes && opened.has(marker)) return true
    if (opens) opened.add(marker)
  }
  return false
}

/** Whether a run can open and close emphasis, by the characters around it. */
function delimiterSides(marker: number, before: CharacterKind, after: CharacterKind): { opens: boolean; closes: boolean } {
  const open = after === 'other' || (after === 'punctuation' && before !== 'other')
  const close = before === 'other' || (before === 'punctuation' && after !== 'other')
  if (marker === star) return { opens: open, closes: close }
  return { opens: open && (before !== 'other' || !close), closes: close && (after !== 'other' || !open) }
}
