import type { Span } from '../../text/span.ts'

/** A word of a line, without the marks around it. */
interface Word extends Span {
  readonly plain: string
}

/** How many words of a longer note show that it was left. */
const enough = 5

const wordsOf = (line: string): readonly Word[] =>
  [...line.matchAll(/[^\s]+/g)].flatMap(({ 0: raw, index }) => {
    const plain = raw.replace(/^[#*_<>()[\]]+|[*_<>()[\].,:;]+$/g, '').toLowerCase()
    return plain === '' ? [] : [{ plain, start: index, end: index + raw.length }]
  })

/** Where the text repeats one of these notes, in whole or in its first words; in the order of the text, none twice. */
export function noteSpans(text: string, notes: readonly string[]): readonly Span[] {
  const found = notes.flatMap((note) => repeats(text, wordsOf(note), head(note)))
  return found
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter(({ start }, index, all) => index === 0 || all.slice(0, index).every((before) => before.end <= start))
}

/** The first characters of a note that no author would mark or break: what a search looks for. */
const head = (note: string): string => note.slice(0, 7)

function repeats(text: string, note: readonly Word[], start: string): readonly Span[] {
  const found: Span[] = []
  for (let at = start.length < 4 ? -1 : text.indexOf(start); at >= 0; at = text.indexOf(start, at + 1)) {
    const line = /^[^\r\n]{0,1000}/.exec(text.slice(at, at + 1000))![0]
    const words = wordsOf(line)
    const same = note.findIndex(({ plain }, index) => words[index]?.plain !== plain)
    const count = same < 0 ? note.length : same
    const last = words[count - 1]
    if (last && count >= Math.min(enough, note.length)) found.push({ start: at - marksBefore(text, at), end: at + last.end })
  }
  return found
}

const marksBefore = (text: string, at: number): number =>
  /[#*_<([]*(?:#[ \t]{1,3})?$/.exec(text.slice(Math.max(0, at - 8), at))![0].length

/** A note with the blanks and the dash that join it to what stands before. */
export function withLeadingSpace(text: string, { start, end }: Span): Span {
  const joined = /(?:[ \t]+[-–—])?[ \t]*$/.exec(text.slice(Math.max(0, start - 12), start))![0].length
  return { start: start - joined, end }
}
