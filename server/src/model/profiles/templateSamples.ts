import { sizeWordsIn } from '../fields/sizes.ts'
import type { Field, FieldKey, Idea, Mentor, Samples, SizeWord } from '../types.ts'

/** The sample idea of a template block, with its text and the headings of idea and project. */
export interface SampleIdea {
  readonly idea: Idea
  readonly ideaText: string
  readonly headings: readonly string[]
}

/** Fields whose value does not occur twice by chance. */
const ownWords: ReadonlySet<FieldKey> = new Set(['description', 'expectedOutcome', 'upstreamIssue', 'lfxUrl'])

/** The sample text of a template block, for the rule `template-placeholder`. `words` are the programme's words for sizes. */
export function samplesOf(
  { idea, ideaText, headings: all }: SampleIdea,
  words: readonly SizeWord[],
  knowsProject: (name: string) => boolean,
): Samples {
  const isReal = areSamplesFilledIn(all, knowsProject)
  const headings = isReal ? all.filter(isHeadingOfSample) : all
  const lines = idea.fields.map((field) => ({ field, line: sampleValueLine(ideaText, field) }))
  const values = (isReal ? [] : lines)
    .filter(({ field }) => ownWords.has(field.key))
    .map(({ field }) => sampleValueText(ideaText, field))
  const entries = idea.mentors.map((mentor) => restOfSampleLine(ideaText, mentor.span.start))
  const dummies = idea.mentors.filter(isReal ? isSampleMentor : isDummyTemplateSample)
  return {
    headings,
    names: dummies.flatMap(({ name }) => (name === null ? [] : [name])),
    handles: dummies.flatMap(({ handle }) => (handle === null ? [] : [handle])),
    notes: [
      ...lines
        .map(({ line }) => line)
        .filter(isSampleNote)
        .map(sampleNoteText),
      ...entries.flatMap(noteAfterSample),
    ].filter((note) => note !== ''),
    values: values.filter((value) => value !== '' && !isSampleNote(value)),
    mentors: dummies.length === 0 ? [] : entries.map((entry) => entry.replace(/^[-+*][ \t]+/, '').replace(longNote, '')),
    sizes: lines.filter(({ field }) => field.key === 'size').flatMap(({ line }) => sampleSizes(line, words)),
  }
}

const sampleValueText = (text: string, { valueSpan }: Field): string => text.slice(valueSpan.start, valueSpan.end)

/** The rest of the label's line after the label. */
function sampleValueLine(text: string, { labelSpan, valueSpan }: Field): string {
  const between = text.slice(labelSpan.end, valueSpan.start)
  return /[\r\n]/.test(between) ? '' : restOfSampleLine(text, valueSpan.start)
}

/** The text from `at` to the end of the line, trimmed. */
const restOfSampleLine = (text: string, at: number): string => /^[^\r\n]*/.exec(text.slice(at))![0].trim()

/** A note to the author: `# At least 2 mentors`, or all of the line in brackets. */
const isSampleNote = (line: string): boolean => /^#|^<[^>]*>$|^\([^)]*\)$|^\[[^\]]*\]$/.test(line)

const sampleNoteText = (line: string): string => line.replace(/^[#<([\s]+/, '').replace(/[>\])]$/, '')

/** A text of at least four words after an entry: longer than a role. */
const longNote = /[ \t]+[-–—][ \t]+(?:\S+[ \t]+){3,}\S+[ \t]*$/

const noteAfterSample = (entry: string): readonly string[] =>
  longNote.exec(entry)?.map((found) => found.replace(/^[ \t]*[-–—][ \t]*/, '').trim()) ?? []

const dummyWord = /\b(?:doe|example|name|your|mentor|handle|username|user|github|first|last)\b|[-_]github\b/i
const dummyDomain = /(?:^|[@.])(?:example|email|mail|domain|company|address|addy)(?:\.|$)/i

/**
 * Whether an author filled in the template in place instead of a copy of it: no heading is a placeholder, and one names a known project
 * or all mentors look real.
 */
export const areTemplateSamplesFilledIn = ({ idea, headings }: SampleIdea, knowsProject: (name: string) => boolean): boolean =>
  headings.length > 0 &&
  !headings.some(isHeadingOfSample) &&
  idea.mentors.length > 0 &&
  !idea.mentors.some(isSampleMentor) &&
  (headings.some((heading) => knowsProject(heading)) ||
    idea.mentors.every(({ name, handle }) => name !== null && handle !== null))

/** Whether a template's headings were filled in: then people in it are real unless their names say otherwise. */
const areSamplesFilledIn = (headings: readonly string[], knowsProject: (name: string) => boolean): boolean =>
  headings.length > 0 && (headings.some((heading) => knowsProject(heading)) || !headings.some(isHeadingOfSample))

/** `CNCF Project Name`, `Example Title`, `<your idea>` */
const isHeadingOfSample = (heading: string): boolean =>
  /\b(?:example|sample|title|name|ideas?|projects?|template|your|placeholder|todo|tbd)\b|[<>{}[\]…]|\.\.\./i.test(heading)

const placeholderWord = /\b(?:doe|name|your|mentor|handle|username|user|first|last)\b|[-_]github\b/i

/** A mentor who is made up wherever the entry is found: `Jane Doe`, `@your-handle`. */
const isSampleMentor = ({ name, handle }: Mentor): boolean =>
  placeholderWord.test(name ?? '') || placeholderWord.test((handle ?? '').replaceAll('_', '-'))

/** Whether a sample mentor is made up (`Jane Doe`, `@your-handle`): some templates show a real idea with real people. */
const isDummyTemplateSample = ({ name, handle, email }: Mentor): boolean =>
  dummyWord.test(name ?? '') ||
  dummyWord.test((handle ?? '').replaceAll('_', '-')) ||
  dummyDomain.test(email?.split('@')[1] ?? '')

/** The sizes in a note, each with the bracket after it: `medium (~175 hour projects)`. */
const sampleSizes = (note: string, words: readonly SizeWord[]): readonly string[] =>
  sizeWordsIn(note, words).flatMap(({ span }) => {
    const bracket = /^[ \t]{0,3}\([^()\r\n]{1,60}\)/.exec(note.slice(span.end, span.end + 70))?.[0]
    return bracket === undefined ? [] : [note.slice(span.start, span.end) + bracket]
  })
