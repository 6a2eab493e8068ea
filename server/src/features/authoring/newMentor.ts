import { addsMentors, fieldSpecOf } from '../../editing/fieldPlacement.ts'
import { fieldBulletOf, readLabelLine } from '../../editing/listItems.ts'
import { fieldSpan, ideaSpan } from '../../model/nodeAt.ts'
import type { Field, IdeaFile, Mentor, PlacedIdea, Template } from '../../model/types.ts'
import { touches } from '../../text/span.ts'
import { eolOf, lineEnd } from '../../text/textLines.ts'
import { exampleOf, type IdeaExample, isInline, mentorPieces, mentorPrefix } from './ideaTemplate.ts'
import { buildPlan, type PlanResult } from './plannedEdit.ts'
import type { SnippetPart } from './snippet.ts'

/** Plans one mentor more for the idea at an offset, in the list's form, behind those whom it has. */
export function planNewMentor(file: IdeaFile, offset: number): PlanResult {
  if (!file.ideaList) return { refusal: 'This file is no idea list; there is no idea that a mentor could be added to.' }
  const placed = ideaAt(file, offset)
  if (placed === null) return { refusal: 'No idea stands at the cursor; put it into the idea that needs a mentor.' }
  const model = exampleOf(file, placed)
  const { at, pieces } = insertionIn(model, file)
  return buildPlan(file.text, { at: placed.at + at, pieces }, [])
}

/** The idea whose text an offset touches; where two meet, the second. */
const ideaAt = ({ projects }: IdeaFile, offset: number): PlacedIdea | null =>
  projects.flatMap(({ ideas }) => ideas).findLast((idea) => touches(ideaSpan(idea), offset)) ?? null

interface Inside {
  /** Counted from the idea's start. */
  readonly at: number
  readonly pieces: readonly SnippetPart[]
}

function insertionIn(model: IdeaExample, file: IdeaFile): Inside {
  const { idea, text } = model
  const eol = eolOf(file.text)
  const entry = mentorPieces(file.template, idea.mentors.length)
  const own = idea.fields.filter(({ key }) => key === 'mentors')
  const field = own.findLast((each) => !addsMentors(each)) ?? own.at(-1)
  if (field === undefined) return withField(model, file, entry, eol)
  const last = lastOf(idea.mentors, field)
  if (last === null) {
    const head = readLabelLine(text, field)
    const prefix = mentorPrefix(model, head ? `${head.indent}${head.bullet}${head.gap}` : '- ')
    return { at: lineEnd(text, field.labelSpan.end), pieces: [`${eol}${prefix}`, ...entry] }
  }
  if (isInline(model) && isOnLabelLine(text, field, last)) return { at: last.span.end, pieces: [', ', ...entry] }
  const prefix = mentorPrefix({ idea: { ...idea, mentors: [last] }, text }, fieldBulletOf(text, idea))
  return { at: lineEnd(text, last.span.end), pieces: [`${eol}${prefix}`, ...entry] }
}

const lastOf = (mentors: readonly Mentor[], field: Field): Mentor | null => {
  const { start, end } = fieldSpan(field)
  return mentors.findLast(({ span }) => span.start >= start && span.end <= end) ?? null
}

const isOnLabelLine = (text: string, field: Field, { span }: Mentor): boolean =>
  !/[\r\n]/.test(text.slice(field.labelSpan.end, span.start))

/** A mentors field for an idea that has none: behind the last of those that come before it in the template. */
function withField({ idea, text }: IdeaExample, { template }: IdeaFile, entry: readonly SnippetPart[], eol: string): Inside {
  const label = template.fields.find(({ key }) => key === 'mentors')?.label ?? 'Mentor(s)'
  const bullet = fieldBulletOf(text, idea)
  const pieces: readonly SnippetPart[] = [`${eol}${bullet}${label}:${eol}${mentorPrefix(null, bullet)}`, ...entry]
  const before = fieldBefore(idea.fields, template)
  const at = before ? fieldSpan(before).end : (idea.heading?.span.end ?? 0)
  return { at: lineEnd(text, at), pieces: before ? pieces : [eol, ...pieces] }
}

function fieldBefore(fields: readonly Field[], template: Template): Field | undefined {
  const own = fields.filter(({ shape }) => shape !== 'nested')
  const rank = template.fields.findIndex(({ key }) => key === 'mentors')
  return (
    own.findLast((field) => {
      const spec = fieldSpecOf(field, template)
      return spec !== undefined && template.fields.indexOf(spec) < rank
    }) ?? own.at(-1)
  )
}
