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
    const texts = items.map(({ start, end }) => text.slice(start, end)).filter((each) => !/^[ \t]*-\s*$/.test(each))
    const form = texts.length === 0 ? null : itemForm(texts.at(-1)!, last)
    return form?.keys.length === 0 ? withEntry(form, texts, mentors) : form
  }
  const kind = own.startsWith('[') ? 'brackets' : 'value'
  if (/[\r\n{]/.test(own)) return null
  const inner = kind === 'brackets' ? own.slice(1).replace(/\][^\]]*$/, '') : own
  return withEntry({ kind, bullet: '', keys: [], ...plainSlotOf(own, last) }, separateEntries(inner), mentors)
}

/** `Ada (@ada, ada@example.org), Bo` are two: a comma within parentheses separates nothing. */
function separateEntries(text: string): readonly string[] {
  const entries = ['']
  let depth = 0
  for (const char of text) {
    if (char === '(') depth++
    else if (char === ')') depth--
    if (char === ',' && depth <= 0) entries.push('')
    else entries.push(entries.pop()! + char)
  }
  return entries
}

/** The form with the last entry that says more of a mentor than one thing, if there is one. */
function withEntry(form: MatterPeopleForm, texts: readonly string[], mentors: readonly Mentor[]): MatterPeopleForm {
  for (const text of texts.toReversed()) {
    const value = /^\s*(?:-[ \t]+)?["']?([^\r\n]*?)(?:[ \t]+#[^\r\n]*)?\s*$/.exec(text)?.[1]?.replace(/["']$/, '')
    for (const mentor of value === undefined ? [] : mentors) {
      const entry = entryOf(value!, mentor)
      if (entry) return { ...form, slot: mentor.name === null ? 'handle' : 'name', entry }
    }
  }
  return form
}

/** `Ada Fern (@ada-fern)` as a form; null if the text does not say at least two things of the mentor. */
function entryOf(text: string, { name, handle, email }: Mentor): MatterPeopleForm['entry'] | null {
  const lower = text.toLowerCase()
  const places = [
    { slot: 'name' as const, value: name, start: name === null ? -1 : text.indexOf(name) },
    { slot: 'email' as const, value: email, start: email === null ? -1 : lower.indexOf(email.toLowerCase()) },
    { slot: 'handle' as const, value: handle, start: handle === null ? -1 : lower.lastIndexOf(handle.toLowerCase()) },
  ].filter(({ start }) => start >= 0)
  const sorted = places.toSorted((a, b) => a.start - b.start)
  const entry: (string | { readonly slot: MentorSlot })[] = []
  let at = 0
  for (const { slot, value, start } of sorted) {
    const lead = text.slice(at, start)
    if (start < at || !isMarksOnly(lead)) return null
    entry.push(...(lead === '' ? [] : [lead]), { slot })
    at = start + value!.length
  }
  // what else is said is about this person
  const tail = text.slice(at)
  const close = isMarksOnly(tail) ? tail : /^[)\]>]*/.exec(tail)![0]
  return sorted.length < 2 ? null : [...entry, ...(close === '' ? [] : [close])]
}

const isMarksOnly = (text: string): boolean =>
  !/[\p{L}\p{N}]/u.test(text.replace(/https?:\/\/(?:www\.)?git(?:hub|lab)\.com\/|mailto:/gi, ''))

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
