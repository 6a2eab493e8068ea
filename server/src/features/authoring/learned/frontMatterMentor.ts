import { frontMatterSlotOf, learnedFileYaml, personKeyLine } from '../../../editing/learned/frontMatterPeople.ts'
import type { MentorSlot } from '../../../editing/learned/mentorForm.ts'
import type { Field, IdeaFile, PlacedIdea } from '../../../model/types.ts'
import type { NewPerson } from '../../../protocol/protocol.ts'
import { eolOf, lineStart } from '../../../text/textLines.ts'
import type { SnippetInsertion, SnippetPart } from '../snippet.ts'

/** One more mentor in front matter, written as the last one is; null if the value is of another kind. */
export function newFrontMatterMentor(
  file: IdeaFile,
  placed: PlacedIdea,
  { valueSpan }: Field,
  person: NewPerson | null,
): SnippetInsertion | null {
  const { text } = file
  const [start, end] = [placed.at + valueSpan.start, placed.at + valueSpan.end]
  const { slot, sign } = frontMatterSlotOf(file, placed)
  const value = slotPart(person, slot, sign)
  const lines = text.slice(lineStart(text, start), end).split(/\r\n|\r|\n/)
  const item = lines.slice(lines.findLastIndex((line) => /^[ \t]*-[ \t]/.test(line)))
  if (/^[ \t]*-[ \t]/.test(item[0] ?? '')) {
    const eol = eolOf(text)
    const keys = item.filter((line) => /^[ \t]*(?:-[ \t]+)?[\w-]+:(?:[ \t]|$)/.test(line))
    const parts = keys.flatMap((line) => [eol, ...keyLineParts(line, person)])
    return { at: end, parts: keys.length > 0 ? parts : [`${eol}${/^[ \t]*-[ \t]+/.exec(item[0]!)![0]}`, value] }
  }
  if (lines.length > 1 || text.slice(start, end).includes('{')) return null
  const flow = /[ \t]*\]$/.exec(text.slice(start, end))
  const isEmptyFlow = flow !== null && /^\[[ \t]*\]$/.test(text.slice(start, end))
  return { at: end - (flow?.[0].length ?? 0), parts: isEmptyFlow ? [value] : [', ', value] }
}

/** `  - name: Mia Stone` → `  - name: `, and what is known of the new one. */
function keyLineParts(line: string, person: NewPerson | null): readonly SnippetPart[] {
  const head = /^[ \t]*(?:-[ \t]+)?[\w-]+:[ \t]*/.exec(line)![0]
  const slot = personKeyLine(line)?.slot
  return [/[ \t]$/.test(head) ? head : `${head} `, slot ? slotPart(person, slot, '') : { stop: '' }]
}

const slotPart = (person: NewPerson | null, slot: MentorSlot, sign: string): SnippetPart => {
  const value = person?.[slot]
  return value === undefined ? { stop: '' } : learnedFileYaml(`${sign}${value}`)
}
