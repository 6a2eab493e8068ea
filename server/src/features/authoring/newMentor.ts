import * as l10n from '@vscode/l10n'
import { addsToMentorsField } from '../../editing/ideaFields.ts'
import { fieldItemBullet, readItemLabelLine } from '../../editing/listItems.ts'
import { fieldNodeSpan, ideaNodeSpan } from '../../model/nodeAt.ts'
import { fieldSpecOf } from '../../model/profiles/template.ts'
import type { Field, IdeaFile, Mentor, PlacedIdea, Template } from '../../model/types.ts'
import type { NewPerson } from '../../protocol/protocol.ts'
import { touches } from '../../text/span.ts'
import { eolOf, lineEnd } from '../../text/textLines.ts'
import {
  exampleOfFieldParts,
  hasInlineMentorField,
  type IdeaExample,
  mentorFieldParts,
  mentorPartPrefix,
} from './ideaFieldParts.ts'
import { planLearnedMentor } from './learned/learnedMentor.ts'
import { type Plan, planInsertion, type Refusal } from './plan.ts'
import type { SnippetInsertion, SnippetPart } from './snippet.ts'
import { type PersonToAdd, readTypedPerson } from './typedPerson.ts'

/**
 * Plans one more mentor for the idea at `offset` (UTF-16, in the file), in the list's format, after those that it has: `person`, or one
 * to be filled in.
 */
export function planNewMentor(file: IdeaFile, offset: number, person: NewPerson | null = null): Plan | Refusal {
  if (!file.ideaList) return { refusal: l10n.t('This file is not an idea list, so there is no idea to add a mentor to.') }
  const placed = ideaForNewMentor(file, offset)
  if (placed === null) return { refusal: l10n.t('Place the cursor in the idea that needs a mentor.') }
  const { learned } = file.template
  const known = person && readTypedPerson(person)
  if (known && 'refusal' in known) return known
  if (learned) return planLearnedMentor(file, learned, placed, known)
  const { at, parts } = newMentorInIdea(exampleOfFieldParts(file, placed), file, known)
  return planInsertion(file.text, { at: placed.at + at, parts }, [])
}

/** The idea whose text touches an offset; the second one if it is between two. */
const ideaForNewMentor = ({ projects }: IdeaFile, offset: number): PlacedIdea | null =>
  projects.flatMap(({ ideas }) => ideas).findLast((idea) => touches(ideaNodeSpan(idea), offset)) ?? null

/** The mentor's entry at its place; the offset counts from the idea's start. */
function newMentorInIdea(example: IdeaExample, file: IdeaFile, person: PersonToAdd | null): SnippetInsertion {
  const { idea, text } = example
  const eol = eolOf(file.text)
  const entry = mentorFieldParts(file.template, idea.mentors.length, person)
  const own = idea.fields.filter(({ key }) => key === 'mentors')
  const field = own.findLast((each) => !addsToMentorsField(each)) ?? own.at(-1)
  if (field === undefined) return newMentorWithField(example, file, entry, eol)
  const last = lastMentorIn(field, idea.mentors)
  if (last === null) {
    const head = readItemLabelLine(text, field)
    const prefix = mentorPartPrefix(example, head ? `${head.indent}${head.bullet}${head.gap}` : '- ')
    return { at: lineEnd(text, field.labelSpan.end), parts: [`${eol}${prefix}`, ...entry] }
  }
  if (hasInlineMentorField(example) && isNewMentorOnLabelLine(text, field, last))
    return { at: last.span.end, parts: [', ', ...entry] }
  const prefix = mentorPartPrefix({ idea: { ...idea, mentors: [last] }, text }, fieldItemBullet(text, idea))
  return { at: lineEnd(text, last.span.end), parts: [`${eol}${prefix}`, ...entry] }
}

const lastMentorIn = (field: Field, mentors: readonly Mentor[]): Mentor | null => {
  const { start, end } = fieldNodeSpan(field)
  return mentors.findLast(({ span }) => span.start >= start && span.end <= end) ?? null
}

const isNewMentorOnLabelLine = (text: string, field: Field, { span }: Mentor): boolean =>
  !/[\r\n]/.test(text.slice(field.labelSpan.end, span.start))

/** A mentors field for an idea without one, after the last field that precedes it in the template. */
function newMentorWithField(
  { idea, text }: IdeaExample,
  { template }: IdeaFile,
  entry: readonly SnippetPart[],
  eol: string,
): SnippetInsertion {
  const label = template.fields.find(({ key }) => key === 'mentors')?.label ?? 'Mentor(s)'
  const bullet = fieldItemBullet(text, idea)
  const parts: readonly SnippetPart[] = [`${eol}${bullet}${label}:${eol}${mentorPartPrefix(null, bullet)}`, ...entry]
  const before = fieldBeforeNewMentors(idea.fields, template)
  const at = before ? fieldNodeSpan(before).end : (idea.heading?.span.end ?? 0)
  return { at: lineEnd(text, at), parts: before ? parts : [eol, ...parts] }
}

function fieldBeforeNewMentors(fields: readonly Field[], template: Template): Field | undefined {
  const own = fields.filter(({ shape }) => shape !== 'nested')
  const rank = template.fields.findIndex(({ key }) => key === 'mentors')
  return (
    own.findLast((field) => {
      const spec = fieldSpecOf(field, template)
      return spec !== undefined && template.fields.indexOf(spec) < rank
    }) ?? own.at(-1)
  )
}
