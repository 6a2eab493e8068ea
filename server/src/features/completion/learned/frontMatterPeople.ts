import { CompletionItemKind } from 'vscode-languageserver-types'
import {
  flowItemYaml,
  frontMatterFormOf,
  learnedFileYaml,
  writtenMatterPerson,
} from '../../../editing/learned/frontMatterPeople.ts'
import { programmeOfFolder } from '../../../model/profiles/programmePath.ts'
import { personKeyLine } from '../../../model/schema/matterPeopleForm.ts'
import type { IdeaFile, MatterPeopleForm, MentorSlot } from '../../../model/types.ts'
import type { Edit } from '../../../text/edits.ts'
import { type Span, shift, touches } from '../../../text/span.ts'
import { eolOf } from '../../../text/textLines.ts'
import type { ListSummary } from '../../../workspace/listSummary.ts'
import type { CompletionContext } from '../completionContext.ts'
import { type ListValuePart, listValueAt } from '../listValue.ts'
import type { Suggestion } from '../suggestion.ts'
import type { LearnedValueCursor } from './learnedCursor.ts'

type KnownPerson = Readonly<Record<MentorSlot, string | null>>

/** The people of all lists, the most frequent first, as a value of front matter; a name brings the empty keys below it along. */
export function frontMatterPeopleSuggestions(
  file: IdeaFile,
  cursor: LearnedValueCursor,
  context: CompletionContext,
): readonly Suggestion[] {
  const { line, idea, field } = cursor
  const key = personKeyLine(line.text)
  const form = key ? frontMatterFormOf(file, idea, field).form : formOfOthers(file, cursor)
  const slot = key?.slot ?? form.keys.find((each) => each.slot !== null)?.slot ?? form.slot
  const value = key ? { start: line.start + key.value.start, end: line.start + key.value.end } : itemAround(cursor)
  const place = key ? keyPlace(file.text, listValueAt(line, value)) : entryPlace(file.text, cursor, value, form)
  const here = file.text.slice(place.span.start, place.span.end).trim()
  const shown = (person: KnownPerson): string => (key ? person[slot]! : writtenMatterPerson({ ...form, slot, sign: '' }, person))
  const isHere = (mentor: KnownPerson): boolean => mentor[slot] === here || shown(mentor) === here
  const taken = new Set(idea.idea.mentors.flatMap((mentor) => (isHere(mentor) ? [] : [personKeyOf(mentor)])))
  const wanted = knownPeople(file, context).filter((person) => person[slot] !== null && !taken.has(personKeyOf(person)))
  return wanted.map((person) => ({
    label: shown(person),
    kind: CompletionItemKind.Value,
    detail: [person.name, person.handle && `@${person.handle}`, person.email]
      .filter((each) => each && !shown(person).includes(each))
      .join(' · '),
    filter: [person[slot], person.name, person.handle].filter(Boolean).join(' '),
    span: place.span,
    newText: `${place.before}${key ? learnedFileYaml(person[slot]!) : personEntryText(form, person, place.lineBreak)}${place.after}`,
    ...(key && { more: emptyKeysBelow(file.text, line.end, person) }),
  }))
}

/** The form without the item at the cursor: a word that is only begun says nothing of how people are written. */
function formOfOthers({ text, template }: IdeaFile, { line, idea, field }: LearnedValueCursor): MatterPeopleForm {
  const bullet = /^[ \t]*-/.exec(line.text)?.[0]
  if (bullet === undefined) return frontMatterFormOf({ text, template }, idea, field).form
  const others = text.slice(0, line.start) + bullet.padEnd(line.text.length) + text.slice(line.end)
  const mentors = idea.idea.mentors.filter(({ span }) => !touches(shift(span, idea.at), line.cursor))
  return frontMatterFormOf({ text: others, template }, { idea: { mentors }, at: idea.at }, field).form
}

/** What an entry replaces, and what is around it. */
interface EntryPlace {
  readonly span: Span
  readonly before: string
  readonly after: string
  /** What is before each further line of it. */
  readonly lineBreak: string
}

const keyPlace = (text: string, { span, lead }: ListValuePart): EntryPlace => ({
  span,
  before: text[span.start - 1] === ':' ? ' ' : lead,
  after: '',
  lineBreak: '',
})

/** An entry after its bullet or in a list on one line; next to the label of a field with items, the first item goes below it. */
function entryPlace(text: string, { line, field, idea }: LearnedValueCursor, value: Span, form: MatterPeopleForm): EntryPlace {
  const { span, lead: gap } = listValueAt(line, value)
  const lead = text[span.start - 1] === '[' ? '' : gap
  const eol = eolOf(text)
  const label = idea.at + field.labelSpan.end
  const ahead = text.slice(line.start, span.start)
  const isListed = ahead.includes('[')
  if (label >= line.start && !isListed && form.kind === 'items') {
    const start = label + /^[^:]*:/.exec(text.slice(label, span.start))![0].length
    const lineBreak = eol + ' '.repeat(form.bullet.length)
    return { span: { start, end: span.end }, before: eol + form.bullet, after: '', lineBreak }
  }
  if (!isListed && form.kind === 'brackets') return { span, before: `${lead}[`, after: ']', lineBreak: '' }
  const bullet = form.kind === 'items' && !isListed && !/^[ \t]*-/.test(ahead) ? '- ' : ''
  return { span, before: lead + bullet, after: '', lineBreak: eol + ' '.repeat(ahead.length + lead.length + bullet.length) }
}

/** A person as an entry: a value, or the keys that are known of them. */
function personEntryText(form: MatterPeopleForm, person: KnownPerson, lineBreak: string): string {
  const { keys, kind } = form
  if (keys.length === 0) return (kind === 'brackets' ? flowItemYaml : learnedFileYaml)(writtenMatterPerson(form, person))
  const lines = keys.flatMap(({ head, slot: own }) => {
    const value = own && person[own]
    return value ? [`${head.replace(/^[ \t]*(?:-[ \t]+)?/, '')} ${learnedFileYaml(value)}`] : []
  })
  return lines.join(lineBreak)
}

/** The item of a list on one line, `[ada, bo|]`, around the cursor. */
function itemAround({ line, value }: LearnedValueCursor): Span {
  const head = line.text.slice(value.start - line.start, line.cursor - line.start)
  const tail = line.text.slice(line.cursor - line.start, value.end - line.start)
  const start = value.start + Math.max(head.lastIndexOf(','), head.lastIndexOf('[')) + 1
  return { start, end: line.cursor + /^[^,\]]*/.exec(tail)![0].length }
}

/** The people of this file and of its folder, the most frequent first, then those of other lists. */
function knownPeople(file: IdeaFile, { lists }: CompletionContext): readonly KnownPerson[] {
  const { term } = programmeOfFolder(file.path)
  const own = file.projects.flatMap(({ ideas }) => ideas).flatMap(({ idea }) => idea.mentors)
  const inFolder = lists.filter(({ programme }) => programme.term === term)
  const near = countedPeople([...own, ...inFolder.flatMap(mentorsOfList)])
  const keys = new Set(near.map(personKeyOf))
  const all = countedPeople([...own, ...lists.flatMap(mentorsOfList)])
  return [...near, ...all.filter((person) => !keys.has(personKeyOf(person)))]
}

const mentorsOfList = ({ projects }: ListSummary): readonly KnownPerson[] =>
  projects.flatMap(({ ideas }) => ideas).flatMap((idea) => idea.mentors)

/** People once each, the most frequent first; a name alone is the person of this name whose contact is known. */
function countedPeople(mentors: readonly KnownPerson[]): readonly KnownPerson[] {
  const people = new Map<string, KnownPerson & { uses: number }>()
  const keys = new Map(
    mentors.flatMap((mentor) => (mentor.name && (mentor.handle ?? mentor.email) ? [[mentor.name, personKeyOf(mentor)]] : [])),
  )
  for (const { name, handle, email } of mentors) {
    const alone = handle === null && email === null ? keys.get(name ?? '') : undefined
    const key = alone ?? personKeyOf({ name, handle, email })
    const known = people.get(key)
    people.set(key, {
      name: known?.name ?? name,
      handle: known?.handle ?? handle,
      email: known?.email ?? email,
      uses: (known?.uses ?? 0) + 1,
    })
  }
  return [...people.values()].toSorted((a, b) => b.uses - a.uses)
}

const personKeyOf = ({ name, handle, email }: KnownPerson): string => (handle ?? email ?? name ?? '').toLowerCase()

/** What a person fills in, in the lines below up to the next item: `    github: `. */
function emptyKeysBelow(text: string, end: number, person: KnownPerson): readonly Edit[] {
  const edits: Edit[] = []
  let at = end
  for (const line of text.slice(end).split('\n').slice(1)) {
    at = text.indexOf('\n', at) + 1
    const key = /^[ \t]+-[ \t]|^[^ \t]/.test(line) ? null : personKeyLine(line.replace(/\r$/, ''))
    if (key === null) break
    const value = person[key.slot]
    if (value === null || key.value.end > key.value.start) continue
    const start = at + key.head.length
    edits.push({ span: { start, end: start }, newText: `${text[start - 1] === ':' ? ' ' : ''}${learnedFileYaml(value)}` })
  }
  return edits
}
