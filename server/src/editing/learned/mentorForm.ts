import type { IdeaFile, Mentor, MentorSlot } from '../../model/types.ts'
import { escapeForRegExp } from '../../text/escapeForRegExp.ts'

/** `[`, name, `](https://github.com/`, handle, `)`: how a list writes its mentors. */
export type MentorForm = readonly (string | { readonly slot: MentorSlot })[]

/** The form that most mentors of a list have; null if it has none. */
export function commonMentorForm(file: IdeaFile): MentorForm | null {
  const forms = new Map<string, { readonly form: MentorForm; count: number }>()
  for (const { idea, at } of file.projects.flatMap(({ ideas }) => ideas)) {
    const text = file.text.slice(at, at + idea.length)
    for (const mentor of idea.mentors) {
      const form = mentorFormOf(text, mentor)
      if (form === null) continue
      const key = JSON.stringify(form)
      const known = forms.get(key) ?? { form, count: 0 }
      forms.set(key, known)
      known.count++
    }
  }
  let best: { readonly form: MentorForm; readonly count: number } | null = null
  for (const each of forms.values()) if (best === null || each.count > best.count) best = each
  return best?.form ?? null
}

interface PlacedSlot {
  readonly slot: MentorSlot
  readonly start: number
  readonly end: number
}

/** The form of one entry; null if its parts have no place in the text, as in front matter. `text` is the idea's. */
export function mentorFormOf(text: string, mentor: Mentor): MentorForm | null {
  const slots = mentorFormSlots(text, mentor)
  if (slots.length === 0) return null
  const form: (string | { readonly slot: MentorSlot })[] = []
  const marks = marksAroundName(text, mentor.span.start, slots[0]!.end)
  let at = mentor.span.start - marks.length
  for (const { slot, start, end } of slots) {
    const lead = text.slice(at, start)
    if (!isMentorFormText(lead)) return null
    if (lead !== '') form.push(lead)
    form.push({ slot })
    at = end
  }
  const tail = closingOfMentorForm(form, text.slice(at, Math.max(mentor.span.end, slots[0]!.end + marks.length)))
  return tail === '' ? form : [...form, tail]
}

/** `**` of `**Ada** - @ada`, where an entry begins after its first marks; empty if there are none. */
function marksAroundName(text: string, start: number, end: number): string {
  const marks = /(?<![*_])[*_]{1,3}$/.exec(text.slice(Math.max(0, start - 4), start))?.[0] ?? ''
  return text.startsWith(marks, end) ? marks : ''
}

/** The places of name, handle and address, in order; a handle can be both the text and the target of a link. */
function mentorFormSlots(
  text: string,
  { name, handle, email, nameSpan, handleSpan, emailSpan, span }: Mentor,
): readonly PlacedSlot[] {
  const slotAt = (slot: MentorSlot, value: string | null, own: Mentor['span'] | null): readonly PlacedSlot[] => {
    if (value === null || own === null) return []
    const start = text.toLowerCase().indexOf(value.toLowerCase(), own.start)
    return start < 0 || start + value.length > own.end ? [] : [{ slot, start, end: start + value.length }]
  }
  const found = [...slotAt('name', name, nameSpan), ...slotAt('handle', handle, handleSpan), ...slotAt('email', email, emailSpan)]
  const target = handle === null ? null : mentorFormTarget(text.slice(span.start, span.end), handle)
  if (target !== null) found.push({ slot: 'handle', start: span.start + target.start, end: span.start + target.end })
  const sorted = found.toSorted((a, b) => a.start - b.start)
  return sorted.filter(({ start }, index) => index === 0 || start >= sorted[index - 1]!.end)
}

/** Where a handle ends the URL of an account. */
function mentorFormTarget(entry: string, handle: string): { readonly start: number; readonly end: number } | null {
  const lower = entry.toLowerCase()
  const owner = handle.toLowerCase()
  const host = /\bgit(?:hub|lab)\.com\//g
  for (let found = host.exec(lower); found; found = host.exec(lower)) {
    const start = found.index + found[0].length
    if (lower.startsWith(owner, start)) return { start, end: start + owner.length }
  }
  return null
}

/** Whether a text is only marks and hosts, and so nothing that is about this person. */
const isMentorFormText = (text: string): boolean =>
  !/\p{L}/u.test(text.replace(/https?:\/\/(?:www\.)?git(?:hub|lab)\.com\/|mailto:|\[git ?hub\]/gi, ''))

const closers: Readonly<Record<string, string>> = { '(': ')', '[': ']', '<': '>' }

/** What closes the brackets and emphasis of a form, and a link's target; text after them is this person's own. */
function closingOfMentorForm(form: MentorForm, rest: string): string {
  if (isMentorFormText(rest)) return rest.trimEnd()
  const open: string[] = []
  for (const part of form) {
    for (const char of typeof part === 'string' ? part : '') {
      if (closers[char] !== undefined) open.push(closers[char])
      else if (open.at(-1) === char) open.pop()
    }
  }
  return open.toReversed().join('')
}

/** An entry with these values; slots without a value are left out, with the brackets around them. */
export function writtenMentor(form: MentorForm, values: Readonly<Record<MentorSlot, string | null>>): string {
  return form
    .map((part) => (typeof part === 'string' ? part : (values[part.slot] ?? '')))
    .join('')
    .replace(/[ \t]*(?:\(\)|<>|\[\]\([^()]*\/\)|\(@\))/g, '')
    .trim()
}

/** Whether an entry of this form can be written for a person with these values. */
export const canWriteMentorForm = (form: MentorForm, values: Readonly<Record<MentorSlot, string | null>>): boolean =>
  form.every((part) => typeof part === 'string' || values[part.slot] !== null)

/** What New Idea writes for what is not known of a mentor. */
export const placeholderSlots: Readonly<Record<MentorSlot, string>> = { name: 'Name', handle: 'handle', email: 'email' }

/** An entry of which the first slot is being filled in, while the others have their placeholders; offsets are those in the text. */
export interface UnfilledEntry {
  readonly first: PlacedSlot
  readonly others: readonly PlacedSlot[]
}

/** The entry at the beginning of a text: `Ada (@handle)`, `[Ada](https://github.com/handle)`; null if it is not unfilled. */
export function unfilledMentorEntry(form: MentorForm, text: string): UnfilledEntry | null {
  const slots = form.flatMap((part) => (typeof part === 'string' ? [] : [part.slot]))
  const [first, ...others] = slots
  if (first === undefined || others.every((slot) => slot === first)) return null
  const start = form.findIndex((part) => typeof part !== 'string')
  const pattern = form.map((part, index) => {
    if (typeof part === 'string') return escapeForRegExp(part)
    if (part.slot !== first) return `(${placeholderSlots[part.slot]})`
    // the second place of a slot has what is typed in the first one
    return index === start ? '([^()[\\]<>|,;\\r\\n]*?)' : '(\\1)'
  })
  const places = new RegExp(`^${pattern.join('')}`, 'd').exec(text)?.indices?.slice(1)
  if (!places) return null
  const placed = places.map((place, index) => ({ slot: slots[index]!, start: place![0], end: place![1] }))
  return { first: placed[0]!, others: placed.filter(({ slot }) => slot !== first) }
}

/** What is between the mentors of one field: `, `, or a line break with a bullet. The most frequent that is not a word; null if there is none. */
export function commonMentorSeparator(file: IdeaFile): string | null {
  const counts = new Map<string, number>()
  for (const { idea, at } of file.projects.flatMap(({ ideas }) => ideas)) {
    idea.mentors.slice(1).forEach(({ span }, index) => {
      const between = file.text.slice(at + idea.mentors[index]!.span.end, at + span.start)
      if (isMentorFormSeparator(between)) counts.set(between, (counts.get(between) ?? 0) + 1)
    })
  }
  const sorted = [...counts].toSorted(([a, x], [b, y]) => Number(/\p{L}/u.test(a)) - Number(/\p{L}/u.test(b)) || y - x)
  return sorted[0]?.[0] ?? null
}

const isMentorFormSeparator = (between: string): boolean =>
  /^[ \t]*(?:[,;|&、，；/]|[ \t](?:and|und|et|y|e)[ \t])[ \t]*$/.test(between) ||
  /^[ \t]+$/.test(between) ||
  /^[ \t,;]*(?:\r\n|\r|\n)[ \t]*(?:[-*+•]|\d{1,9}[.)])?[ \t]*$/.test(between)
