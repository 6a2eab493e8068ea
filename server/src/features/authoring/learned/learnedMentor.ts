import * as l10n from '@vscode/l10n'
import { usualExampleLabels } from '../../../editing/learned/exampleIdea.ts'
import { isFieldInFrontMatter } from '../../../editing/learned/frontMatterPeople.ts'
import { learnedFieldInsertion } from '../../../editing/learned/learnedField.ts'
import { commonMentorSeparator } from '../../../editing/learned/mentorForm.ts'
import { ideaFieldHasValue } from '../../../model/fields/ideaFieldHasValue.ts'
import { fieldNodeSpan } from '../../../model/nodeAt.ts'
import type { Field, Idea, IdeaFile, LearnedSchema, Mentor, PlacedIdea } from '../../../model/types.ts'
import type { Edit } from '../../../text/edits.ts'
import { covers, shift } from '../../../text/span.ts'
import { eolOf, lineStart } from '../../../text/textLines.ts'
import { type Plan, planInsertion, type Refusal } from '../plan.ts'
import { finalCursor, type SnippetInsertion, type SnippetPart } from '../snippet.ts'
import type { PersonToAdd } from '../typedPerson.ts'
import { newFrontMatterMentor } from './frontMatterMentor.ts'
import { learnedMentorParts } from './learnedFieldParts.ts'

/** Plans one more mentor for an idea of a list whose schema was learned, in the form of its mentors. */
export function planLearnedMentor(
  file: IdeaFile,
  learned: LearnedSchema,
  placed: PlacedIdea,
  person: PersonToAdd | null = null,
): Plan | Refusal {
  const inMatter = mentorsFieldInMatter(file, placed)
  if (inMatter) {
    const added = newFrontMatterMentor(file, placed, inMatter, person)
    return added
      ? planInsertion(file.text, added, [])
      : { refusal: l10n.t("This idea's mentors are in its front matter. Add the new one there.") }
  }
  const text = file.text.slice(placed.at, placed.at + placed.idea.length)
  const inIdea = mentorInsertionInIdea(file, learned, { idea: placed.idea, text }, learnedMentorParts(file, person))
  if (inIdea === null) return { refusal: l10n.t('This list has no mentors field to add to the idea.') }
  const { insertion, others } = inIdea
  return planInsertion(
    file.text,
    { ...insertion, at: placed.at + insertion.at, end: placed.at + (insertion.end ?? insertion.at) },
    others.map(({ span, newText }) => ({ span: shift(span, placed.at), newText })),
  )
}

/** The mentors field of an idea that is in its front matter; an empty one only if the idea names its mentors nowhere else. */
function mentorsFieldInMatter(file: IdeaFile, placed: PlacedIdea): Field | undefined {
  const fields = placed.idea.fields.filter(({ key }) => key === 'mentors')
  const inMatter = fields.filter((field) => isFieldInFrontMatter(file, placed, field))
  const filled = inMatter.find(ideaFieldHasValue)
  return filled ?? (fields.length > inMatter.length ? undefined : inMatter[0])
}

/** An idea and its text, from its start. */
interface IdeaWithText {
  readonly idea: Idea
  readonly text: string
}

/** An insertion in an idea, and what must be added elsewhere in it; offsets count from the idea's start. */
interface MentorInsertion {
  readonly insertion: SnippetInsertion
  readonly others: readonly Edit[]
}

function mentorInsertionInIdea(
  file: IdeaFile,
  learned: LearnedSchema,
  { idea, text }: IdeaWithText,
  entry: readonly SnippetPart[],
): MentorInsertion | null {
  const fields = idea.fields.filter(({ key }) => key === 'mentors')
  const last = fields.map((field) => lastMentorOf(field, idea.mentors)).findLast((mentor) => mentor !== null)
  if (last) return { insertion: { at: last.span.end, parts: [mentorSeparatorAfter(file, text, last), ...entry] }, others: [] }
  const [field] = fields
  if (field) return { insertion: firstMentorIn(text, field, entry, eolOf(file.text)), others: [] }
  const label = usualExampleLabels(learned).find(({ field: key }) => key === 'mentors')
  const added = label ? learnedFieldInsertion(text, idea, label, learned) : null
  if (added === null) return null
  const { valueIn, valueAt, edits } = added
  const parts = [valueIn.newText.slice(0, valueAt), ...entry, finalCursor, valueIn.newText.slice(valueAt)]
  return { insertion: { at: valueIn.span.start, parts }, others: edits.filter((edit) => edit !== valueIn) }
}

/** The first mentor of a field: in the place of a word for no one, otherwise after what it says. */
function firstMentorIn(text: string, field: Field, entry: readonly SnippetPart[], eol: string): SnippetInsertion {
  const { start, end } = field.valueSpan
  if (end > start) {
    const isWord = !/[\r\n]/.test(text.slice(start, end))
    return isWord ? { at: start, end, parts: entry } : { at: end, parts: [eol, ...entry] }
  }
  const at = mentorPlaceAfterLabel(text, field)
  return { at, parts: [/[ \t]$/.test(text.slice(0, at)) ? '' : ' ', ...entry] }
}

const lastMentorOf = (field: Field, mentors: readonly Mentor[]): Mentor | null =>
  mentors.findLast(({ span }) => covers(fieldNodeSpan(field), span)) ?? null

/** What separates a new entry from the last one: as between the others of the list, or a line like that of the last one. */
function mentorSeparatorAfter(file: IdeaFile, text: string, { span }: Mentor): string {
  const bullet = /^[ \t]*(?:[-*+•]|\d{1,9}[.)])[ \t]+/.exec(text.slice(lineStart(text, span.start), span.start))?.[0]
  const isOwnLine = bullet !== undefined && lineStart(text, span.start) + bullet.length === span.start
  return isOwnLine ? `${eolOf(file.text)}${bullet}` : (commonMentorSeparator(file) ?? ', ')
}

/** Where the value of a label without one begins: after its colon and emphasis. */
const mentorPlaceAfterLabel = (text: string, { labelSpan }: Field): number =>
  labelSpan.end + /^(?:[*_]{0,3}[ \t]*[:：]?[*_]{0,3}[ \t]*)/.exec(text.slice(labelSpan.end, labelSpan.end + 20))![0].length
