import * as l10n from '@vscode/l10n'
import { headingText } from '../../../editing/headingText.ts'
import { closedValues } from '../../../editing/learned/closedValues.ts'
import { learnedFileYaml } from '../../../editing/learned/frontMatterPeople.ts'
import { type IdeaValues, ideaValuesOf, peopleOnOneLine } from '../../../editing/pasted/ideaValues.ts'
import type { PastedField, PastedValueLine } from '../../../editing/pasted/pastedValue.ts'
import { labelKey } from '../../../model/schema/labelKey.ts'
import type { Field, Idea, IdeaFile, LearnedSchema } from '../../../model/types.ts'
import { frontMatterEnd } from '../../../syntax/frontMatter.ts'
import { intersects, type Span, trimSpan } from '../../../text/span.ts'
import { eolOf, lineStart } from '../../../text/textLines.ts'
import type { Plan, Refusal } from '../plan.ts'
import { type SnippetPart, snippetText, snippetWithoutChoices } from '../snippet.ts'
import { fitsInMatter, givenMatterValue } from './givenMatterValue.ts'
import { givenFieldLines, givenText, learnedMentorParts, placeOfValue, valueBullet, valueItems } from './learnedFieldParts.ts'
import { titlePlaces } from './titlePlaces.ts'

/** Whether each idea of a list has a file of its own. */
export const hasIdeaFiles = ({ projects }: IdeaFile, { reason }: LearnedSchema): boolean =>
  reason === 'folder' || reason === 'front matter' || (reason === 'one idea' && projects[0]?.ideas[0]?.idea.heading?.level === 1)

/** Plans a new file for an idea, next to `file`, with its front matter, headings and labels; what is not given gets a tab stop. */
export function planLearnedFile(file: IdeaFile, title: string, given: readonly PastedField[] = []): Plan | Refusal {
  const placed = file.projects[0]?.ideas[0]
  if (placed === undefined) return { refusal: l10n.t('This file has no idea to use as an example.') }
  const { idea, at } = placed
  const before = file.text.slice(0, at)
  const content = { title, values: ideaValuesOf(given), isPasted: given.length > 0 }
  const titles = titlesToReplace(before, idea, title)
  const start = replacedParts(before, titles)
  const parts = [...start.parts, start.tail, ...learnedFileParts(file, idea, file.text.slice(at), content)]
  const edit = { span: { start: 0, end: 0 }, newText: snippetWithoutChoices(snippetText(parts)), snippet: true }
  return { edits: [edit], newFile: fileNameFor(file.path, title) }
}

/** What the new idea says. */
interface FileContent {
  readonly title: string
  readonly values: IdeaValues
  /** Whether there is no one to choose among the values of the example. */
  readonly isPasted: boolean
}

interface ReplacedValue {
  readonly start: number
  readonly end: number
  readonly parts: readonly SnippetPart[]
}

/** The text of the idea's file with tab stops in the place of what only this idea says. */
function learnedFileParts(file: IdeaFile, idea: Idea, text: string, content: FileContent): readonly SnippetPart[] {
  const { title, values, isPasted } = content
  const matter = file.text === text ? frontMatterEnd(text) : 0
  const heading = idea.heading?.textSpan
  const replaced = idea.fields.flatMap((field): readonly ReplacedValue[] => {
    const { start, end } = field.valueSpan
    if (heading && start <= heading.start && heading.end <= end) return []
    const value = text.slice(start, end)
    const indent = /(?:^|[\r\n])([ \t]*)$/.exec(text.slice(0, start))?.[1]
    const lead = eolOf(text) + text.slice(lineStart(text, start), start)
    const example: ExampleValue = { file, field, value, indent, lead }
    const parts =
      start < matter
        ? (givenKeyParts(example, values) ?? learnedFileKey(file, field, value, isPasted))
        : (givenBodyParts(example, values) ?? learnedFileBody(file, idea, field, value, isPasted))
    return parts === null ? [] : [{ start, end, parts }]
  })
  if (heading) replaced.push({ ...heading, parts: [heading.start < matter ? learnedFileYaml(title) : headingText(title)] })
  replaced.push(...titlesToReplace(text, idea, title).filter((place) => !heading || !intersects(place, heading)))
  const kept = [...replaced, ...idea.fields.flatMap(({ labelSpan, valueSpan }) => [labelSpan, valueSpan])]
  const prose = ownProse(text, matter, kept)
  replaced.push(
    ...prose.map(({ start, end }, index) =>
      index === 0 ? { start, end, parts: ownProseParts(file, values) } : { start: afterText(text, start), end, parts: [] },
    ),
  )
  const { parts, tail } = replacedParts(text, replaced)
  const label = { form: marksOfLabels(text, matter, idea), eol: eolOf(file.text) }
  return [...parts, ...withRestOfFile(tail, values, label)]
}

/** The title in all places that say that of the example: front matter may have it, and a heading too. */
const titlesToReplace = (text: string, { heading }: Idea, title: string): readonly ReplacedValue[] =>
  titlePlaces(text, heading?.text ?? '').map(({ start, end, isYaml }) => ({
    start,
    end,
    parts: [isYaml ? learnedFileYaml(title) : headingText(title)],
  }))

/** The text with other parts in some places, and what follows the last of them. */
function replacedParts(
  text: string,
  replaced: readonly ReplacedValue[],
): { readonly parts: readonly SnippetPart[]; readonly tail: string } {
  const parts: SnippetPart[] = []
  let at = 0
  for (const each of replaced.toSorted((a, b) => a.start - b.start)) {
    if (each.start < at) continue
    parts.push(text.slice(at, each.start), ...each.parts)
    at = each.end
  }
  return { parts, tail: text.slice(at) }
}

/** Paragraphs without a label in the body, which only this idea says; `kept` are the places that are known. */
function ownProse(text: string, bodyStart: number, kept: readonly Span[]): readonly Span[] {
  const paragraphs = Array.from(text.slice(bodyStart).matchAll(/[^\s][^\r\n]*(?:(?:\r\n|\r|\n)[^\S\r\n]*[^\s][^\r\n]*)*/g))
  return paragraphs.flatMap(({ 0: { length }, index }): readonly Span[] => {
    const span = trimSpan(text, { start: bodyStart + index, end: bodyStart + index + length })
    const isStructure = /^(?:#{1,6}[ \t]|<!--|[-*_]{3,}[ \t]*$|\|)/.test(text.slice(span.start, span.end))
    return isStructure || kept.some((each) => intersects(each, span)) ? [] : [span]
  })
}

/** The end of the text before an offset, without the blank lines between them. */
const afterText = (text: string, offset: number): number => text.slice(0, offset).trimEnd().length

/** A description that was given, or a tab stop. */
function ownProseParts(file: IdeaFile, values: IdeaValues): readonly SnippetPart[] {
  const given = values.take('description', 'Description')
  return given ? givenFieldLines(given, eolOf(file.text)) : [{ stop: '' }]
}

/** How the labels of a file's body are written: `\n\n## ` and `\n\n`. */
interface MarksOfLabel {
  readonly before: string
  readonly after: string
}

/** The form that most labels of the body have; null if it has none. */
function marksOfLabels(text: string, bodyStart: number, { fields }: Idea): MarksOfLabel | null {
  const forms = fields.flatMap(({ labelSpan, valueSpan }): readonly MarksOfLabel[] => {
    const start = lineStart(text, labelSpan.start)
    const before = text.slice(start, labelSpan.start)
    const after = text.slice(labelSpan.end, valueSpan.start)
    if (labelSpan.start < bodyStart || valueSpan.start <= labelSpan.end || /[\p{L}\p{N}|]/u.test(before + after)) return []
    const gap = /(?:[ \t]*(?:\r\n|\r|\n))+$/.exec(text.slice(0, start))?.[0] ?? ''
    return [{ before: gap + before, after }]
  })
  const counts = forms.map((form) => forms.filter((each) => each.before === form.before && each.after === form.after).length)
  return forms[counts.lastIndexOf(Math.max(...counts))] ?? null
}

/** The end of the file, and before its line break the given fields that the form has no place for, with labels like the others. */
function withRestOfFile(
  tail: string,
  values: IdeaValues,
  { form, eol }: { readonly form: MarksOfLabel | null; readonly eol: string },
): readonly string[] {
  const { before, after } = form ?? { before: eol + eol, after: ': ' }
  const others = values.rest().map(({ key, label, lines }) => {
    const lead = before + label + after
    const value = givenFieldLines(lines, eol, placeOfValue(lead, key)).join('')
    return (/^[\r\n]/.test(value) ? lead.trimEnd() : lead) + value
  })
  const [, text = '', end = ''] = /^([\s\S]*?)(\s*)$/.exec(tail) ?? []
  return others.length === 0 ? [tail] : [text, ...others, /[\r\n]/.test(end) ? eol : '']
}

/** A value of the file that shows how an idea is written. */
interface ExampleValue {
  readonly file: IdeaFile
  readonly field: Field
  readonly value: string
  /** What is before it in its line; undefined if that is more than spaces. */
  readonly indent: string | undefined
  /** The line break before its line, and what is before it in its line. */
  readonly lead: string
}

/** A given value as front matter has it; null if there is none, or if it cannot be written so. */
function givenKeyParts({ file, field, value, indent = '' }: ExampleValue, values: IdeaValues): readonly SnippetPart[] | null {
  const example = { key: field.key, value, indent, eol: eolOf(file.text) }
  const lines = values.take(field.key, field.label, (each) => fitsInMatter(example, each))
  return lines && [givenMatterValue(example, lines, givenTexts(file, field, lines))]
}

/** A given value in the body: a list if the value of the example is one. */
function givenBodyParts({ file, field, value, indent, lead }: ExampleValue, values: IdeaValues): readonly SnippetPart[] | null {
  const lines = values.take(field.key, field.label)
  if (!lines) return null
  const eol = eolOf(file.text)
  const bullet = valueBullet.exec(value)?.[0]
  const texts = givenTexts(file, field, lines)
  if (bullet !== undefined && indent !== undefined) return [valueItems(texts, eol, indent, bullet)]
  if (field.key === 'mentors') return [peopleOnOneLine(texts, eol)]
  const written = lines.map((line, index) => ({ ...line, text: texts[index]! }))
  return givenFieldLines(written, eol, placeOfValue(lead, field.key))
}

const givenTexts = (file: IdeaFile, { key, label }: Field, lines: readonly PastedValueLine[]): readonly string[] =>
  lines.map(({ text }) => givenText(file, key, label, text))

/** A value of front matter: people are to be named, what says something of ideas is to be looked at, and all else stays. */
function learnedFileKey(file: IdeaFile, field: Field, value: string, isPasted: boolean): readonly SnippetPart[] | null {
  const { key } = field
  if (key === 'other' || value === '') return null
  const lines = value.split(/(?<=\r\n|\r(?!\n)|\n)/)
  const first = lines.findIndex((line) => /^[ \t]*-[ \t]/.test(line))
  const isFlow = /^\[[\s\S]*\]$/.test(value)
  if (isFlow) return ['[', { stop: '' }, ']']
  if (first < 0) return [isChoice(key) && !isPasted ? choiceStop(file, field, value) : { stop: '' }]
  const next = lines.findIndex((line, index) => index > first && /^[ \t]*-[ \t]/.test(line))
  const item = lines.slice(first, next < 0 ? lines.length : next)
  const parts = item.flatMap((line) => learnedFileItemLine(line))
  // without the line break before the next item
  return [...lines.slice(0, first), ...parts.slice(0, -1)]
}

/** Whether ideas often have the same value there. */
const isChoice = (key: Field['key']): boolean => key === 'size' || key === 'difficulty'

/** The values of all files to choose from, the most frequent first; the example's own if there is no other. */
function choiceStop(file: IdeaFile, { label }: Field, value: string): SnippetPart {
  const [first, ...others] = closedValues(file, labelKey(label))
  return first !== undefined && others.length > 0 ? { choices: [first, ...others] } : { stop: value }
}

/** `  - email: ada@example.org` → `  - email: `, a tab stop. */
function learnedFileItemLine(line: string): readonly SnippetPart[] {
  const [, head = '', tail = ''] = /^([ \t]*(?:-[ \t]+)?(?:[\w-]+:[ \t]*)?)[^\r\n]*([\r\n]*)$/.exec(line) ?? []
  return [head, { stop: '' }, tail]
}

function learnedFileBody(file: IdeaFile, idea: Idea, field: Field, value: string, isPasted: boolean): readonly SnippetPart[] {
  const { key, valueSpan } = field
  if (value === '') return []
  const mentor = idea.mentors.find(({ span }) => span.start >= valueSpan.start && span.end <= valueSpan.end)
  if (key === 'mentors' && mentor) {
    const bullet = valueBullet.exec(value.slice(0, mentor.span.start - valueSpan.start))?.[0] ?? ''
    return [bullet, ...learnedMentorParts(file)]
  }
  if (isChoice(key) && !isPasted) return [choiceStop(file, field, value)]
  return [valueBullet.exec(value)?.[0] ?? '', { stop: '' }]
}

/** `ideas/03_turn_the_lamp.md`, "Ring the bell" → `03_ring_the_bell.md`: a number is that of the file next to it. */
function fileNameFor(path: string, title: string): string {
  const name = path.replaceAll('\\', '/').split('/').at(-1)!
  const [, number = '', rest = '', extension = ''] = /^(\d{1,6}[-_. ]+)?(.*?)(\.[^.]*)?$/.exec(name) ?? []
  const separator = rest.includes('_') && !rest.includes('-') ? '_' : rest.includes(' ') ? ' ' : '-'
  const words = title
    .normalize('NFKC')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
  const slug = words.join(separator) || 'idea'
  return `${number}${/\p{Lu}/u.test(rest) ? slug : slug.toLowerCase()}${extension || '.md'}`
}
