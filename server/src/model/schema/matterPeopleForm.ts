import type { Span } from '../../text/span.ts'
import { lineStart } from '../../text/textLines.ts'
import type { MatterPeopleForm, Mentor, MentorSlot } from '../types.ts'

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

/** The items of a value, each from its first line's start to the next item; none if the value is written in another way. */
export function matterItems(text: string, { start, end }: Span): readonly Span[] {
  const from = lineStart(text, start)
  const starts = Array.from(text.slice(from, end).matchAll(/^[ \t]*-(?=[ \t]|$|\r)/gm), ({ index }) => from + index)
  return starts.map((at, index) => ({ start: at, end: starts[index + 1] ?? end }))
}

/** The form of the last mentor of a value; null if there is none, or if it is written in another way. `value` counts in `text`. */
export function matterPeopleForm(text: string, value: Span, mentors: readonly Mentor[]): MatterPeopleForm | null {
  const last = mentors.at(-1)
  if (!last) return null
  const own = text.slice(value.start, value.end)
  const items = matterItems(text, value)
  if (items.length > 0) {
    const item = items.map(({ start, end }) => text.slice(start, end)).findLast((each) => !/^[ \t]*-\s*$/.test(each))
    return item === undefined ? null : itemForm(item, last)
  }
  const kind = own.startsWith('[') ? 'brackets' : 'value'
  return /[\r\n{]/.test(own) ? null : { kind, bullet: '', keys: [], ...plainSlotOf(own, last) }
}

function itemForm(item: string, mentor: Mentor): MatterPeopleForm | null {
  const bullet = /^[ \t]*-[ \t]*/.exec(item)?.[0] ?? ''
  if (/^[[{]/.test(item.slice(bullet.length))) return null
  const heads = item.split(/\r\n|\r|\n/).flatMap((line) => /^[ \t]*(?:-[ \t]+)?[\w-]+:(?=[ \t]|$)/.exec(line)?.[0] ?? [])
  const keys = heads.map((head) => ({ head, slot: personKeyLine(head)?.slot ?? null }))
  return { kind: 'items', bullet, keys, ...plainSlotOf(item, mentor) }
}

/** What a value without keys says of a mentor, `- @mia-stone`: with which sign before it. */
function plainSlotOf(own: string, { name, handle }: Mentor): Pick<MatterPeopleForm, 'slot' | 'sign'> {
  if (name !== null) return { slot: 'name', sign: '' }
  if (handle === null) return { slot: 'email', sign: '' }
  return { slot: 'handle', sign: own.includes(`@${handle}`) ? '@' : '' }
}
