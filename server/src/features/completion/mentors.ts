import { CompletionItemKind } from 'vscode-languageserver-types'
import type { IdeaFile, Mentor, MentorSpec } from '../../model/types.ts'
import { intersects, type Span, shift } from '../../text/span.ts'
import type { CompletionContext } from './completionContext.ts'
import type { ValueCursor } from './cursorContext.ts'
import { type CursorLine, nestedBullet, textIn, typedSince } from './cursorLine.ts'
import { listValueAt } from './listValue.ts'
import { peopleFor } from './people.ts'
import { matchesQuery, type Suggestion } from './suggestion.ts'
import type { UsedPerson } from './usageIndex.ts'

/**
 * People as whole entries, `Name (@handle, e-mail)`, with ` - primary` if the idea has no primary mentor yet; after the brackets of an
 * entry only ` - primary`.
 */
export function mentorSuggestions(file: IdeaFile, cursor: ValueCursor, context: CompletionContext): readonly Suggestion[] {
  const { line, part, idea, label, isInline } = cursor
  const spec = file.template.mentors
  const written = textIn(line, part)
  const role = spec.primary && !hasPrimaryMentor(cursor) ? ' - primary' : ''
  const entryLength = /^[^()]*\([^()]*\)/.exec(written)?.[0].length ?? written.length
  const entryEnd = part.start + entryLength
  if (line.cursor > entryEnd) return roleSuggestions(line, { start: entryEnd, end: part.end }, role)
  const { span, lead } = listValueAt(line, { start: part.start, end: entryEnd })
  const hasRest = line.text.slice(span.end - line.start).trim() !== ''
  const before = label && !isInline ? nestedBullet(file.text, label) : lead
  const others = idea.idea.mentors.filter(({ span: own }) => !intersects(shift(own, idea.at), part))
  const typed = typedSince(line, span.start)
  const taken = new Set(others.flatMap(({ id }) => [id.handle ?? '', id.email ?? '']))
  const isTaken = ({ handle, email }: UsedPerson): boolean => taken.has((handle ?? email ?? '').toLowerCase())
  return peopleFor(file, cursor, context)
    .filter((person) => (person.handle !== null || !spec.handle) && !isTaken(person))
    .map((person): Suggestion => {
      const entry = `${fullMentorEntry(person, spec)}${hasRest ? '' : role}`
      return {
        // an editor's list has no room for a whole entry
        label: shortMentorEntry(person, spec),
        kind: CompletionItemKind.Value,
        documentation: [person.email ?? 'no address known', ...person.ideas].join('\n'),
        filter: mentorFilterText(person, spec, typed),
        span: before === lead ? span : { start: mentorLabelEnd(cursor), end: span.end },
        newText: `${before}${entry}`,
      }
    })
}

/** `Ada (@ada, ada@example.org)`; without the handle in a list that does not ask for handles, if there is an address. */
function fullMentorEntry({ name, handle, email }: UsedPerson, spec: MentorSpec): string {
  const account = handle === null || (!spec.handle && email !== null) ? [] : [`@${handle}`]
  return `${name} (${[...account, ...(email === null ? [] : [email])].join(', ')})`
}

/** `Ada (@ada)`; with the address instead in a list that does not ask for handles. */
const shortMentorEntry = (person: UsedPerson, spec: MentorSpec): string =>
  spec.handle && person.handle !== null ? `${person.name} (@${person.handle})` : fullMentorEntry(person, spec)

/**
 * What the typed text is matched against: `Ada (@ada, ada@example.org) (@ada ada@example.org`. The second half matches `(@ad|`, and
 * also `Ada L. (@ad|`, where the name is spelled differently.
 */
function mentorFilterText(person: UsedPerson, spec: MentorSpec, typed: string): string {
  const contact = `(@${person.handle ?? ''} ${person.email ?? ''}`
  const filter = `${fullMentorEntry(person, spec)} ${contact}`
  const name = /^[^()]*(?=\(@\S)/.exec(typed)?.[0] ?? ''
  return name === '' || matchesQuery(filter, typed) ? filter : `${name}${contact}`
}

function roleSuggestions(line: CursorLine, { start, end }: Span, role: string): readonly Suggestion[] {
  if (role === '' || !/^\s*(?:-\s*(?:p\w*)?)?$/i.test(typedSince(line, start)) || line.cursor < end) return []
  return [
    {
      label: '- primary',
      kind: CompletionItemKind.Keyword,
      detail: 'the idea’s first contact',
      filter: role,
      span: { start, end: line.cursor },
      newText: role,
    },
  ]
}

/** Whether the idea has a primary mentor, other than in the entry around the cursor. */
function hasPrimaryMentor({ idea: { idea, at }, line, part }: ValueCursor): boolean {
  const isHere = ({ span }: Mentor): boolean => at + span.start >= part.start && at + span.start <= part.end
  const isMarked = /\)\s*-\s*\S*primary/i.test(textIn(line, part))
  return isMarked || idea.mentors.some((mentor) => mentor.primary && !isHere(mentor))
}

/** After the label's colon: the space there goes away if the entry gets a line of its own. */
const mentorLabelEnd = ({ line, value }: ValueCursor): number => Math.min(value.start, line.cursor)
