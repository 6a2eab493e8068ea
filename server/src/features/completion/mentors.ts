import { CompletionItemKind } from 'vscode-languageserver-types'
import type { IdeaFile, Mentor, MentorSpec } from '../../model/types.ts'
import { intersects, type Span, shift } from '../../text/span.ts'
import type { CompletionContext } from './context.ts'
import type { ValuePlace } from './cursorContext.ts'
import { belowItem, type CursorLine } from './cursorLine.ts'
import { listValueAt } from './listValue.ts'
import { peopleFor } from './people.ts'
import { matchesQuery, type Suggestion } from './suggestion.ts'
import type { Person } from './usageIndex.ts'

/** People as whole lines `Name (@handle, e-mail)`, ` - primary` behind it where the idea has no primary mentor; behind an entry that alone. */
export function mentorSuggestions(
  file: IdeaFile,
  line: CursorLine,
  place: ValuePlace,
  context: CompletionContext,
): readonly Suggestion[] {
  const part = entryPart(file, line, place)
  const written = line.text.slice(part.start - line.start, part.end - line.start)
  const role = file.template.mentors.primary && !hasPrimary(place, line, part) ? ' - primary' : ''
  const brackets = /^[^()]*\([^()]*\)/.exec(written)?.[0].length ?? written.length
  // a cursor behind the brackets has chosen its person
  if (line.cursor > part.start + brackets) return roleSuggestions(line, part.start + brackets, part.end, role)
  const { span, lead } = listValueAt(line, { start: part.start, end: part.start + brackets })
  const isMarked = line.text.slice(span.end - line.start).trim() !== ''
  const before = place.label && !isInline(file, line, place) ? belowItem(file.text, place.label) : lead
  const others = place.idea.idea.mentors.filter(({ span: own }) => !intersects(shift(own, place.idea.at), part))
  const asked = file.template.mentors
  const typed = line.text.slice(span.start - line.start, line.cursor - line.start)
  const taken = new Set(others.flatMap(({ id }) => [id.handle ?? '', id.email ?? '']))
  return peopleFor(file, place, context)
    .filter(({ handle, email }) => (handle !== null || !asked.handle) && !taken.has(lower(handle ?? email ?? '')))
    .map((person): Suggestion => {
      const entry = `${entryOf(person, asked)}${isMarked ? '' : role}`
      return {
        // an editor's list has no room for a whole line, nor for anything beside this
        label: briefly(person, asked),
        kind: CompletionItemKind.Value,
        documentation: [person.email ?? 'no address known', ...person.ideas].join('\n'),
        filter: filterOf(person, asked, typed),
        span: before === lead ? span : { start: labelEnd(line, place), end: span.end },
        newText: `${before}${entry}`,
      }
    })
}

const lower = (text: string): string => text.toLowerCase()

/** A list that asks for no handles shows none beside an address. */
function entryOf({ name, handle, email }: Person, asked: MentorSpec): string {
  const shown = handle === null || (!asked.handle && email !== null) ? [] : [`@${handle}`]
  return `${name} (${[...shown, ...(email === null ? [] : [email])].join(', ')})`
}

/** By name and handle, or by the address where the list asks for no handles. */
const briefly = (person: Person, asked: MentorSpec): string =>
  asked.handle && person.handle !== null ? `${person.name} (@${person.handle})` : entryOf(person, asked)

/**
 * The entry itself, and the handle and address alone behind it: who begins with `(@` names nobody first. Behind a name that the list
 * spells otherwise the beginning of the handle tells whose it is.
 */
function filterOf(person: Person, asked: MentorSpec, typed: string): string {
  const handle = `(@${person.handle ?? ''} ${person.email ?? ''}`
  const filter = `${entryOf(person, asked)} ${handle}`
  const name = /^[^()]*(?=\(@\S)/.exec(typed)?.[0] ?? ''
  return name === '' || matchesQuery(filter, typed) ? filter : `${name}${handle}`
}

function roleSuggestions(line: CursorLine, start: number, end: number, role: string): readonly Suggestion[] {
  const typed = line.text.slice(start - line.start, line.cursor - line.start)
  if (role === '' || !/^\s*(?:-\s*(?:p\w*)?)?$/i.test(typed) || line.cursor < end) return []
  const span = { start, end: line.cursor }
  return [
    {
      label: '- primary',
      kind: CompletionItemKind.Keyword,
      detail: 'the idea’s first contact',
      filter: role,
      span,
      newText: role,
    },
  ]
}

/** Whether somebody is marked as the primary mentor outside the part that is being written. */
function hasPrimary({ idea: { idea, at } }: ValuePlace, line: CursorLine, part: Span): boolean {
  const isHere = ({ span }: Mentor): boolean => at + span.start >= part.start && at + span.start <= part.end
  const marked = /\)\s*-\s*\S*primary/i.test(line.text.slice(part.start - line.start, part.end - line.start))
  return marked || idea.mentors.some((mentor) => mentor.primary && !isHere(mentor))
}

/** Whether several people stand on one line in this list. */
const isInline = ({ profile }: IdeaFile, line: CursorLine, { value }: ValuePlace): boolean =>
  profile.mentorsOnOneLine || /\)[^()]*,/.test(line.head.slice(value.start - line.start))

/** What stands between the separators around the cursor; without them the whole value. */
function entryPart(file: IdeaFile, line: CursorLine, place: ValuePlace): Span {
  const { value } = place
  if (!place.label || !isInline(file, line, place)) return trimmedEnd(line, value)
  const head = line.head.slice(value.start - line.start)
  const start = value.start + (/^.*\)[^()]*?[,;]/.exec(head)?.[0].length ?? 0)
  const behind = /^[^()]*(?:\([^()]*\))?[^(),;]*/.exec(line.tail)![0]
  return trimmedEnd(line, { start, end: line.cursor + behind.length })
}

function trimmedEnd(line: CursorLine, { start, end }: Span): Span {
  const kept = line.text.slice(0, end - line.start).trimEnd().length
  return { start, end: Math.max(line.start + kept, line.cursor) }
}

/** Behind the label's colon: the blanks there go away where the entry gets a line of its own. */
const labelEnd = (line: CursorLine, { value }: ValuePlace): number => Math.min(value.start, line.cursor)
