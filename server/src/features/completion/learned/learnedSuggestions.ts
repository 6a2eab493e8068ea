import * as l10n from '@vscode/l10n'
import { CompletionItemKind } from 'vscode-languageserver-types'
import { closedValues } from '../../../editing/learned/closedValues.ts'
import { isFieldInFrontMatter } from '../../../editing/learned/frontMatterPeople.ts'
import {
  canWriteMentorForm,
  commonMentorForm,
  type MentorForm,
  type UnfilledEntry,
  unfilledMentorEntry,
  writtenMentor,
} from '../../../editing/learned/mentorForm.ts'
import { labelKey } from '../../../model/schema/labelKey.ts'
import type { IdeaFile, MentorSlot } from '../../../model/types.ts'
import { type Span, shift } from '../../../text/span.ts'
import type { CompletionContext } from '../completionContext.ts'
import type { ValueCursor } from '../cursorContext.ts'
import { listValueAt, listValueSkillAround } from '../listValue.ts'
import { placeholderMentorTest } from '../placeholderMentors.ts'
import { skillSuggestions } from '../skillSuggestions.ts'
import type { Suggestion } from '../suggestion.ts'
import { lfxUpstreamSuggestions, upstreamSuggestions } from '../upstreamSuggestions.ts'
import type { UsedPerson } from '../usageIndex.ts'
import { personDocumentation, usedPeopleFor } from '../usedPeople.ts'
import { frontMatterPeopleSuggestions } from './frontMatterPeople.ts'
import type { LearnedLabelCursor, LearnedValueCursor } from './learnedCursor.ts'

/** The labels that an idea lacks, in their order, as the list writes them. */
export const learnedLabelSuggestions = ({ typed, marks, missing }: LearnedLabelCursor): readonly Suggestion[] =>
  missing.map(({ label, sample, count }) => ({
    label,
    kind: CompletionItemKind.Field,
    detail: l10n.t`${count} ideas have it`,
    filter: `${marks}${label}`,
    span: typed,
    newText: suggestedLearnedLabel(sample),
  }))

/** The label with a space after its colon: `**Size**: `. */
const suggestedLearnedLabel = (sample: string): string => {
  const own = sample.replace(/^ \| /, '').trimStart()
  return /[:：][*_]*$/.test(own) ? `${own} ` : own
}

/** What the value of a label can be: people in the list's form, skills, links, or the few values that the list has for it. */
export function learnedValueSuggestions(
  file: IdeaFile,
  cursor: LearnedValueCursor,
  context: CompletionContext,
): readonly Suggestion[] {
  const { line, field, value, project, idea } = cursor
  const { key } = field
  const asValue = { kind: 'value' as const, line, key, value, part: value, label: null, isInline: true, project, idea }
  if (key === 'mentors')
    return isFieldInFrontMatter(file, idea, field)
      ? frontMatterPeopleSuggestions(file, cursor, context)
      : learnedPeopleSuggestions(file, cursor, context)
  if (key === 'recommendedSkills' || key === 'technologies')
    return isFieldInFrontMatter(file, idea, field)
      ? matterSkillSuggestions(file, asValue, context)
      : skillSuggestions(file, { ...asValue, part: listValueSkillAround(line, value) }, context)
  if (key === 'lfxUrl') return lfxUpstreamSuggestions(asValue)
  const own = closedSuggestions(file, cursor)
  return own.length > 0 || key !== 'upstreamIssue' ? own : upstreamSuggestions(file, asValue, context)
}

/** Skills as a value of front matter: an item, or one of a list in brackets. */
function matterSkillSuggestions(file: IdeaFile, cursor: ValueCursor, context: CompletionContext): readonly Suggestion[] {
  const { line, value } = cursor
  const [open = ''] = /^[ \t]*\[/.exec(line.text.slice(value.start - line.start)) ?? []
  const close = open === '' ? -1 : line.text.lastIndexOf(']')
  const inner = { start: value.start + open.length, end: close < 0 ? value.end : line.start + close }
  if (line.cursor < inner.start || line.cursor > inner.end) return []
  const { start, end } = listValueSkillAround(line, inner)
  const unsafe = open === '' ? /^[^\p{L}\p{N}.]|:(?: |$)| #/u : /^[^\p{L}\p{N}.]|[,[\]{}]|:(?: |$)| #/u
  return skillSuggestions(file, { ...cursor, value: inner, part: { start, end: Math.min(end, inner.end) } }, context).map(
    (each) => {
      const lead = file.text[each.span.start - 1] === '[' ? '' : /^ ?/.exec(each.newText)![0]
      return { ...each, newText: lead + (unsafe.test(each.label) ? JSON.stringify(each.label) : each.label) }
    },
  )
}

function closedSuggestions(file: IdeaFile, { line, field, value }: LearnedValueCursor): readonly Suggestion[] {
  const { span, lead } = listValueAt(line, value)
  return closedValues(file, labelKey(field.label), field).map((text) => ({
    label: text,
    kind: CompletionItemKind.Value,
    filter: text,
    span,
    newText: `${lead}${text}`,
    next: 'nextStop' as const,
  }))
}

type Person = Readonly<Record<MentorSlot, string | null>>

const nameForm: MentorForm = [{ slot: 'name' }]

/**
 * The people of this list, the most frequent first, then those of other lists; without those that the idea has already. In New Idea, a
 * choice goes on to the next field.
 */
function learnedPeopleSuggestions(file: IdeaFile, cursor: LearnedValueCursor, context: CompletionContext): readonly Suggestion[] {
  const { line, value, idea } = cursor
  const form = commonMentorForm(file) ?? nameForm
  const { span, lead } = listValueAt(line, learnedPersonAround(cursor))
  const others = idea.idea.mentors.filter(
    (mentor) => idea.at + mentor.span.end < span.start || idea.at + mentor.span.start > span.end,
  )
  const taken = new Set(others.map(learnedPersonKey))
  const known = new Map<string, Person & { uses: number }>()
  for (const mentor of file.projects.flatMap(({ ideas }) => ideas).flatMap((each) => (each === idea ? [] : each.idea.mentors))) {
    const before = known.get(learnedPersonKey(mentor))
    if (before) before.uses++
    else known.set(learnedPersonKey(mentor), { name: mentor.name, handle: mentor.handle, email: mentor.email, uses: 1 })
  }
  const here = [...known.values()].toSorted((a, b) => b.uses - a.uses)
  const isPlaceholder = placeholderMentorTest(file)
  const unfilled = unfilledMentorEntry(form, line.text.slice(span.start - line.start))
  const insertion = (person: Person, entry: string): Pick<Suggestion, 'span' | 'newText' | 'more' | 'next'> =>
    unfilled !== null && line.cursor <= span.start + unfilled.first.end
      ? inUnfilledEntry(person, unfilled, span.start)
      : { span: { start: Math.max(span.start, value.start), end: span.end }, newText: `${lead}${entry}`, next: 'nextLine' }
  const contacts = usedPeopleFor(file, cursor, context)
  const documentations = learnedDocumentation(form, contacts)
  const elsewhere = contacts.filter((person) => !known.has(learnedPersonKey(person)))
  const entries = [...here, ...elsewhere]
    .filter((person) => !taken.has(learnedPersonKey(person)) && canWriteMentorForm(form, person) && !isPlaceholder(person))
    .map((person) => ({ person, entry: writtenMentor(form, person) }))
  // in a list of names alone, a person of this list and one of another may be written in the same way
  const seen = new Set(others.map((mentor) => writtenMentor(form, mentor)))
  const own = entries.filter(({ entry }) => !seen.has(entry) && seen.add(entry))
  return own.map(({ person, entry }) => ({
    label: entry,
    kind: CompletionItemKind.Value,
    ...(documentations.has(entry) && { documentation: documentations.get(entry)! }),
    filter: [entry, person.name, person.handle].filter(Boolean).join(' '),
    ...insertion(person, entry),
  }))
}

/** The edits that put a person into an entry at an offset without removing its tab stops. */
const inUnfilledEntry = (
  person: Person,
  { first, others }: UnfilledEntry,
  at: number,
): Pick<Suggestion, 'span' | 'newText' | 'more' | 'next'> => ({
  span: shift(first, at),
  newText: person[first.slot] ?? '',
  more: others.map((each) => ({ span: shift(each, at), newText: person[each.slot] ?? '' })),
  next: 'nextLine',
})

/** What is known of the people of all lists, by how this list writes them. */
function learnedDocumentation(form: MentorForm, people: readonly UsedPerson[]): ReadonlyMap<string, string> {
  const byEntry = new Map<string, string>()
  for (const person of people) {
    if (!canWriteMentorForm(form, person)) continue
    const entry = writtenMentor(form, person)
    const before = byEntry.get(entry)
    byEntry.set(entry, before === undefined ? personDocumentation(person) : `${before}\n\n${personDocumentation(person)}`)
  }
  return byEntry
}

const learnedPersonKey = ({ name, handle, email }: Person): string => (handle ?? email ?? name ?? '').toLowerCase()

/** The entry around the cursor: what is between two commas, bars or words for "and"; `@ada @ben` are two. */
function learnedPersonAround({ line, value }: LearnedValueCursor): Span {
  const separator = /(?:[,;|、，；]|[ \t](?:and|und|et|y|e|&)[ \t]|[ \t](?=@))[ \t]*/gi
  let start = value.start
  let end = value.end
  const text = line.text.slice(value.start - line.start, value.end - line.start)
  for (const found of text.matchAll(separator)) {
    const at = value.start + found.index
    if (at + found[0].length <= line.cursor) start = at + found[0].length
    else if (at >= line.cursor) {
      end = at
      break
    }
  }
  return { start, end }
}
