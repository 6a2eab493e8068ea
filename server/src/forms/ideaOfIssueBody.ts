import { type PastedField, pastedValueLines, peopleInLines } from '../editing/pasted/pastedValue.ts'
import { type PastedReading, pastedFieldsFrom } from '../editing/pasted/readPastedIdea.ts'
import { fieldKey, normalizeLabel } from '../model/labels/aliases.ts'
import type { FieldKey, Labels } from '../model/types.ts'
import { splitLines } from '../text/textLines.ts'
import type { FormField, FormPurpose, IssueForm } from './issueForm.ts'

/** Whether the list that an idea comes to has a field with a label. */
export type HasField = (label: string) => boolean

/**
 * Reads the body of an issue that a form made, as Markdown or as GitHub shows it; null for any other text. Checkboxes are left out, and the
 * term, unless the list has a field for it; what else the form asks for and no list has is a field of its own.
 */
export function ideaOfIssueBody(text: string, form: IssueForm, hasField: HasField): PastedReading {
  const body = answersInBody(splitLines(text), form)
  if (body === null || body === 'several') return body
  const answerTo = (purpose: FormPurpose): string =>
    body.answers.find(({ field }) => field.purpose === purpose)?.text.replace(/\s+/g, ' ') ?? ''
  const title = answerTo('name')
  if (title === '') return null
  const hasSkills = answerTo('skills') !== '' || hasField('Technologies')
  const fields = body.answers.flatMap((answer) => fieldsOfAnswer(answer, hasField, hasSkills))
  const more = [body.above, ...body.answers.map(({ field, text }) => textWithCheckboxes(field, text))].join('\n\n').trim()
  return { project: answerTo('project') || null, title, fields: [...fields, ...fieldOfText('description', 'Description', more)] }
}

interface FormAnswer {
  readonly field: FormField
  readonly text: string
}

interface AnsweredBody {
  /** The text before the first label, without the title that the form gives. */
  readonly above: string
  readonly answers: readonly FormAnswer[]
}

const neededPurposes: readonly FormPurpose[] = ['name', 'description', 'mentors']

/** The answers in the lines of a body; `several` if the first label comes again. */
function answersInBody(lines: readonly string[], form: IssueForm): AnsweredBody | 'several' | null {
  const places = new Map(form.fields.map(({ label }, index) => [normalizeLabel(label), index]))
  const indexOf = (label: string): number => (label === '' ? -1 : (places.get(normalizeLabel(label)) ?? -1))
  const isHeaded = lines.some((line) => indexOf(headingOfAnswer(line)) >= 0)
  const found: { readonly at: number; readonly index: number }[] = []
  for (const [at, line] of lines.entries()) {
    const index = indexOf(isHeaded ? headingOfAnswer(line) : line.slice(0, maxLabelOfAnswer))
    if (index >= 0 && index === found[0]?.index) return 'several'
    // the author's own headings may be those of the form, but not in its order
    if (index > (found.at(-1)?.index ?? -1)) found.push({ at, index })
  }
  const answers = found.map(({ at, index }, place) => ({
    field: form.fields[index]!,
    text: answerText(lines.slice(at + 1, found[place + 1]?.at)),
  }))
  const hasAll = neededPurposes.every((purpose) => answers.some(({ field }) => field.purpose === purpose))
  return hasAll ? { above: textAboveAnswers(lines.slice(0, found[0]!.at), form), answers } : null
}

const maxLabelOfAnswer = 100

/** `### Program Name` → `Program Name`; empty if the line is no heading. GitHub shows it without the marks. */
const headingOfAnswer = (line: string): string => /^#{2,4}[ \t]+(\S.{0,100})$/.exec(line)?.[1] ?? ''

const answerText = (lines: readonly string[]): string => {
  const text = lines.join('\n').trim()
  return /^_?No response_?$/i.test(text) ? '' : text
}

/** `[CNCF LFX Proposal] Harbor Sign images`: a copied issue may begin with its title, which says nothing else. */
function textAboveAnswers(lines: readonly string[], { title }: IssueForm): string {
  const [begin = ''] = title.split('<')
  const isTitle = (line: string): boolean => begin.trim() !== '' && line.replace(/^#+[ \t]*/, '').startsWith(begin.trim())
  return lines.filter((line) => !isTitle(line)).join('\n')
}

const keysOfPurposes: Readonly<Partial<Record<FormPurpose, FieldKey>>> = {
  expectedOutcome: 'expectedOutcome',
  technologies: 'technologies',
  skills: 'recommendedSkills',
  size: 'size',
  difficulty: 'difficulty',
  mentors: 'mentors',
  upstream: 'upstreamIssue',
}

/** The fields for an answer; `hasSkills` says whether the technologies need not be the skills. */
function fieldsOfAnswer({ field, text }: FormAnswer, hasField: HasField, hasSkills: boolean): readonly PastedField[] {
  const { type, purpose, label } = field
  if (type === 'checkboxes' || purpose === 'project' || purpose === 'name') return []
  if (purpose === 'term' && !hasField(label)) return []
  if (purpose === 'description') return pastedFieldsFrom({ key: 'description', label: 'Description' }, text, proseLabels)
  if (purpose === 'technologies' && !hasSkills) return fieldOfText('recommendedSkills', 'Skills', text)
  const key = (purpose && keysOfPurposes[purpose]) ?? 'other'
  return fieldOfText(key, label, text)
}

/** The form asks for all else on its own, so a description has no other fields. */
const proseLabels: Labels = (label) => {
  const key = fieldKey(label)
  return key === 'description' || key === 'expectedOutcome' ? key : null
}

function fieldOfText(key: FieldKey, label: string, text: string): readonly PastedField[] {
  const lines = pastedValueLines(text)
  return lines.length === 0 ? [] : [{ key, label, lines: key === 'mentors' ? peopleInLines(lines) : lines }]
}

/** What was written below checkboxes. */
const textWithCheckboxes = ({ type, options }: FormField, text: string): string =>
  type !== 'checkboxes'
    ? ''
    : splitLines(text)
        .filter((line) => !options.includes(line.replace(/^\s*(?:[-*+●][ \t]*)?(?:\[[ xX]\][ \t]*)?/, '').trim()))
        .join('\n')
