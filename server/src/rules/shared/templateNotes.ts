import type { Span } from '../../text/span.ts'

/** A word of a line, in lower case and without the marks around it. */
interface NoteWord extends Span {
  readonly plain: string
}

/** Repeating this many words of a long note is enough. */
const minRepeatedWords = 5

/** The words of a line, one after the other: of most lines the first is none of a note. */
function* noteWords(line: string): Iterable<NoteWord> {
  for (const { 0: raw, index } of line.matchAll(/[^\s]+/g)) {
    const plain = raw.replace(/^[#*_<>()[\]]+|[*_<>()[\].,:;]+$/g, '').toLowerCase()
    if (plain !== '') yield { plain, start: index, end: index + raw.length }
  }
}

/** A note of a template, as it is searched for. */
export interface TemplateNote {
  readonly words: readonly NoteWord[]
  readonly start: string
}

/** What is searched for in the place of a note. */
export const templateNote = (note: string): TemplateNote => ({ words: [...noteWords(note)], start: noteStart(note) })

/** The places where a text repeats one of these notes or its first words, in text order, without overlaps. */
export function noteSpans(text: string, notes: readonly TemplateNote[]): readonly Span[] {
  const found = notes.flatMap((note) => repeatsOfNote(text, note))
  return found
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter(({ start }, index, all) => index === 0 || all.slice(0, index).every((before) => before.end <= start))
}

/** The first characters of a note, used to search for it: too short to contain markup or line breaks. */
const noteStart = (note: string): string => note.slice(0, 7)

function repeatsOfNote(text: string, { words: note, start }: TemplateNote): readonly Span[] {
  const found: Span[] = []
  for (let at = start.length < 4 ? -1 : text.indexOf(start); at >= 0; at = text.indexOf(start, at + 1)) {
    const line = /^[^\r\n]{0,1000}/.exec(text.slice(at, at + 1000))![0]
    const repeated = wordsAtStart(line, note)
    const last = repeated.at(-1)
    if (last && repeated.length >= Math.min(minRepeatedWords, note.length))
      found.push({ start: at - noteMarksBefore(text, at), end: at + last.end })
  }
  return found
}

/** The words of a note with which a line begins. */
function wordsAtStart(line: string, note: readonly NoteWord[]): readonly NoteWord[] {
  const same: NoteWord[] = []
  for (const word of noteWords(line)) {
    if (word.plain !== note[same.length]?.plain) break
    same.push(word)
  }
  return same
}

const noteMarksBefore = (text: string, at: number): number =>
  /[#*_<([]*(?:#[ \t]{1,3})?$/.exec(text.slice(Math.max(0, at - 8), at))![0].length

/** The span of a note, including the spaces and the dash before it. */
export function templateNoteWithSpace(text: string, { start, end }: Span): Span {
  const joined = /(?:[ \t]+[-–—])?[ \t]*$/.exec(text.slice(Math.max(0, start - 12), start))![0].length
  return { start: start - joined, end }
}
