import * as l10n from '@vscode/l10n'
import { CompletionItemKind } from 'vscode-languageserver-types'
import type { IdeaFile, Mentor, MentorSpec } from '../../model/types.ts'
import { intersects, type Span, shift } from '../../text/span.ts'
import type { CompletionContext } from './completionContext.ts'
import type { ValueCursor } from './cursorContext.ts'
import { type CursorLine, cursorLineText, nestedCursorBullet, typedSince } from './cursorLine.ts'
import { listValueAt } from './listValue.ts'
import {
  inUnfilledPlaceholder,
  isPlaceholderMentorAt,
  placeholderMentorTest,
  unfilledPlaceholderContact,
} from './placeholderMentors.ts'
import type { Suggestion } from './suggestion.ts'
import type { UsedPerson } from './usageIndex.ts'
import { personDocumentation, usedPeopleFor } from './usedPeople.ts'

/**
 * People as whole entries, `Name (@handle, email)`, with ` - primary` if the idea has no primary mentor yet; after the brackets of an
 * entry only ` - primary`.
 */
export function mentorSuggestions(file: IdeaFile, cursor: ValueCursor, context: CompletionContext): readonly Suggestion[] {
  const { line, part, idea, label, isInline } = cursor
  const spec = file.template.mentors
  const written = cursorLineText(line, part)
  const role = spec.primary && !hasPrimaryMentor(cursor) ? ' - primary' : ''
  const entryLength = /^[^()]*\([^()]*\)/.exec(written)?.[0].length ?? written.length
  const entryEnd = part.start + entryLength
  if (line.cursor > entryEnd) return mentorRoleSuggestions(line, { start: entryEnd, end: part.end }, role)
  const { span, lead } = listValueAt(line, { start: part.start, end: entryEnd })
  const hasRest = line.text.slice(span.end - line.start).trim() !== ''
  const before = label && !isInline ? nestedCursorBullet(file.text, label) : lead
  const others = idea.idea.mentors.filter(({ span: own }) => !intersects(shift(own, idea.at), part))
  const typed = typedSince(line, span.start)
  const taken = new Set(others.flatMap(({ id }) => [id.handle ?? '', id.email ?? '']))
  const isTaken = ({ handle, email }: UsedPerson): boolean => taken.has((handle ?? email ?? '').toLowerCase())
  const isPlaceholder = placeholderMentorTest(file)
  const contact = unfilledPlaceholderContact(file, line, span)
  const insertion = (person: UsedPerson): Pick<Suggestion, 'span' | 'newText' | 'more' | 'next'> => {
    if (contact !== null) return { span: { start: span.start, end: contact.nameEnd }, ...inUnfilledPlaceholder(person, contact) }
    const entry = `${fullMentorEntry(person, spec)}${hasRest ? '' : role}`
    return { span: before === lead ? span : { start: mentorLabelEnd(cursor), end: span.end }, newText: `${before}${entry}` }
  }
  return usedPeopleFor(file, cursor, context)
    .filter((person) => (person.handle !== null || !spec.handle) && !isTaken(person) && !isPlaceholder(person))
    .map(
      (person): Suggestion => ({
        // an editor's list has no room for a whole entry
        label: shortMentorEntry(person, spec),
        kind: CompletionItemKind.Value,
        documentation: personDocumentation(person),
        filter: mentorFilterText(person, typed),
        ...insertion(person),
      }),
    )
}

/** What taking the typed name does: it goes on to the handle and the address, in a new entry as a snippet. */
export function contactOfTypedMentor(file: IdeaFile, cursor: ValueCursor): Pick<Suggestion, 'detail' | 'tail' | 'next'> {
  const { line, part } = cursor
  const { mentors: spec, learned } = file.template
  if (isPlaceholderMentorAt(file, cursor)) return { detail: l10n.t('fill in later'), next: 'nextLine' }
  if (unfilledPlaceholderContact(file, line, part)) return { detail: l10n.t('new mentor'), next: 'nextStop' }
  const isNameOnly = /^[^()@]*$/.test(cursorLineText(line, part)) && line.tail.trim() === ''
  if (learned || !isNameOnly || !(spec.handle || spec.email))
    return { detail: isNameOnly ? l10n.t('new mentor') : l10n.t('as typed') }
  const contact = [...(spec.handle ? ['@$1'] : []), ...(spec.email ? [`$\{${spec.handle ? 2 : 1}}`] : [])].join(', ')
  const role = spec.primary && !hasPrimaryMentor(cursor) ? ' - primary' : ''
  return { detail: l10n.t('new mentor'), tail: ` (${contact})${role}$0` }
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
 * What the typed text is matched against: `Ada Fern @ada-fern`, and the address once an `@` is typed within a word. For `Ada L. (@ad|` it
 * begins with the typed name, which may be spelled differently.
 */
function mentorFilterText({ name, handle, email }: UsedPerson, typed: string): string {
  const address = email !== null && (handle === null || /[^\s(]@|,\s*\S/.test(typed)) ? ` ${email}` : ''
  const typedName = /^[^()]*(?=\(@\S)/.exec(typed)?.[0]
  return `${typedName ?? ''} ${name} @${handle ?? ''}${address}`
}

function mentorRoleSuggestions(line: CursorLine, { start, end }: Span, role: string): readonly Suggestion[] {
  if (role === '' || !/^\s*(?:-\s*(?:p\w*)?)?$/i.test(typedSince(line, start)) || line.cursor < end) return []
  return [
    {
      label: '- primary',
      kind: CompletionItemKind.Keyword,
      detail: l10n.t('primary contact'),
      filter: role,
      span: { start, end: line.cursor },
      newText: role,
      isFixed: true,
    },
  ]
}

/** Whether the idea has a primary mentor, other than in the entry around the cursor. */
function hasPrimaryMentor({ idea: { idea, at }, line, part }: ValueCursor): boolean {
  const isHere = ({ span }: Mentor): boolean => at + span.start >= part.start && at + span.start <= part.end
  const isMarked = /\)\s*-\s*\S*primary/i.test(cursorLineText(line, part))
  return isMarked || idea.mentors.some((mentor) => mentor.primary && !isHere(mentor))
}

/** After the label's colon: the space there goes away if the entry gets a line of its own. */
const mentorLabelEnd = ({ line, value }: ValueCursor): number => Math.min(value.start, line.cursor)
