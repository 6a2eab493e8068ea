import type { Field, IdeaFile, PlacedIdea } from '../../model/types.ts'
import { frontMatterEnd } from '../../syntax/frontMatter.ts'
import type { Span } from '../../text/span.ts'
import type { MentorSlot } from './mentorForm.ts'

/** A line `- name: Mia Stone` of front matter, in which people have keys. */
export interface PersonKeyLine {
  readonly slot: MentorSlot
  /** What is before the value: `  - name: `. */
  readonly head: string
  /** The value, relative to the line; in quotation marks if it has some. */
  readonly value: Span
}

const slotsByKey: readonly (readonly [RegExp, MentorSlot])[] = [
  [/^(?:full[_-]?)?name$/i, 'name'],
  [/^(?:git[_-]?hub|gh|handle|user(?:name)?|login|account)(?:[_-]?(?:handle|user(?:name)?|login|id))?$/i, 'handle'],
  [/^e?-?mail(?:[_-]?address)?$/i, 'email'],
]

/** Reads a line as a key of a person; null if it is another one. */
export function personKeyLine(line: string): PersonKeyLine | null {
  const [head, key] = /^[ \t]*(?:-[ \t]+)?([\w-]{1,40}):[ \t]?[ \t]*/.exec(line) ?? []
  const slot = key === undefined ? undefined : slotsByKey.find(([pattern]) => pattern.test(key))?.[1]
  if (head === undefined || slot === undefined) return null
  return { slot, head, value: { start: head.length, end: Math.max(head.length, line.trimEnd().length) } }
}

/** Whether an offset is in the front matter of a text. */
export const isWithinFrontMatter = (text: string, offset: number): boolean => offset < frontMatterEnd(text)

/** Whether the value of a field of an idea is in the front matter of its file. */
export const isFieldInFrontMatter = ({ text }: IdeaFile, { at }: PlacedIdea, { valueSpan }: Field): boolean =>
  isWithinFrontMatter(text, at + valueSpan.end)

/** What front matter says of its mentors if they have no keys, `- @mia-stone`: with which sign before it. */
export function frontMatterSlotOf(
  { text }: IdeaFile,
  { idea, at }: PlacedIdea,
): { readonly slot: MentorSlot; readonly sign: '' | '@' } {
  const [mentor] = idea.mentors
  if (!mentor || mentor.name !== null) return { slot: 'name', sign: '' }
  if (mentor.handle === null) return { slot: 'email', sign: '' }
  const written = text.slice(at + mentor.span.start, at + mentor.span.end)
  return { slot: 'handle', sign: written.includes(`@${mentor.handle}`) ? '@' : '' }
}

/** A text as a YAML value, in quotation marks if it could be read as anything else. */
export const learnedFileYaml = (text: string): string =>
  /^[\p{L}][\p{L}\p{N} ,.()'/@+-]*$/u.test(text) && !/ $/.test(text) && !/^(?:true|false|yes|no|on|off|null)$/i.test(text)
    ? text
    : JSON.stringify(text)
