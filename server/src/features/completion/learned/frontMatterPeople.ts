import { CompletionItemKind } from 'vscode-languageserver-types'
import { frontMatterSlotOf, learnedFileYaml, personKeyLine } from '../../../editing/learned/frontMatterPeople.ts'
import type { MentorSlot } from '../../../editing/learned/mentorForm.ts'
import type { IdeaFile } from '../../../model/types.ts'
import type { Edit } from '../../../text/edits.ts'
import type { Span } from '../../../text/span.ts'
import type { CompletionContext } from '../completionContext.ts'
import { listValueAt } from '../listValue.ts'
import type { Suggestion } from '../suggestion.ts'
import type { LearnedValueCursor } from './learnedCursor.ts'

type KnownPerson = Readonly<Record<MentorSlot, string | null>>

/** The people of all lists, the most frequent first, as a value of front matter; a name brings the empty keys below it along. */
export function frontMatterPeopleSuggestions(
  file: IdeaFile,
  cursor: LearnedValueCursor,
  context: CompletionContext,
): readonly Suggestion[] {
  const { line, idea } = cursor
  const key = personKeyLine(line.text)
  const { slot, sign } = key ? { slot: key.slot, sign: '' } : frontMatterSlotOf(file, idea)
  const value = key ? { start: line.start + key.value.start, end: line.start + key.value.end } : itemAround(cursor)
  const { span, lead } = listValueAt(line, value)
  const here = file.text.slice(span.start, span.end)
  const taken = new Set(idea.idea.mentors.flatMap((mentor) => (mentor[slot] === here ? [] : [personKeyOf(mentor)])))
  const wanted = knownPeople(file, context).filter((person) => person[slot] !== null && !taken.has(personKeyOf(person)))
  return wanted.map((person) => ({
    label: person[slot]!,
    kind: CompletionItemKind.Value,
    detail: [person.name, person.handle && `@${person.handle}`, person.email]
      .filter((each) => each && each !== person[slot])
      .join(' · '),
    filter: [person[slot], person.name, person.handle].filter(Boolean).join(' '),
    span,
    newText: `${key && file.text[span.start - 1] === ':' ? ' ' : lead}${learnedFileYaml(`${sign}${person[slot]}`)}`,
    ...(key && { more: emptyKeysBelow(file.text, line.end, person) }),
  }))
}

/** The item of a list on one line, `[ada, bo|]`, around the cursor. */
function itemAround({ line, value }: LearnedValueCursor): Span {
  const head = line.text.slice(value.start - line.start, line.cursor - line.start)
  const tail = line.text.slice(line.cursor - line.start, value.end - line.start)
  const start = value.start + Math.max(head.lastIndexOf(','), head.lastIndexOf('[')) + 1
  return { start, end: line.cursor + /^[^,\]]*/.exec(tail)![0].length }
}

function knownPeople(file: IdeaFile, { lists }: CompletionContext): readonly KnownPerson[] {
  const people = new Map<string, KnownPerson & { uses: number }>()
  const mentors = [
    ...file.projects.flatMap(({ ideas }) => ideas).flatMap(({ idea }) => idea.mentors),
    ...lists.flatMap(({ projects }) => projects.flatMap(({ ideas }) => ideas)).flatMap((idea) => idea.mentors),
  ]
  for (const { name, handle, email } of mentors) {
    const key = personKeyOf({ name, handle, email })
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
