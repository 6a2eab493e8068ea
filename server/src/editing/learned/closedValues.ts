import { ideaFieldHasValue } from '../../model/fields/ideaFieldHasValue.ts'
import { readSize } from '../../model/fields/sizes.ts'
import { labelKey } from '../../model/schema/labelKey.ts'
import type { Field, FieldKey, IdeaFile, Size } from '../../model/types.ts'

const maxClosedValues = 6
const maxClosedLength = 60
const minUsesOfValue = 2

/** Fields whose values are few in every list. */
const fieldsWithFewValues: ReadonlySet<FieldKey> = new Set(['size', 'difficulty'])

/**
 * The values that a label has in this list if they are a closed set: at most six, short and on one line; of labels that are not a size
 * or a difficulty, each used twice on average. In a folder with an idea in each file, the sizes and difficulties are those of all files.
 * The most frequent is the first; empty for any other label. `written` is a field that is being written, and counts for nothing.
 */
export function closedValues(file: IdeaFile, key: string, written?: Field): readonly string[] {
  const fields = file.projects
    .flatMap(({ ideas }) => ideas)
    .flatMap(({ idea, at }) => idea.fields.map((field) => ({ field, at })))
    .filter(({ field }) => field !== written && labelKey(field.label) === key && ideaFieldHasValue(field))
  // those of the folder have this file's own, too
  const inFolder = file.template.learned?.labels.find((label) => label.key === key)?.values
  const values = inFolder ?? fields.map(({ field, at }) => writtenChoice(file.text, field, at))
  if (fields.some(({ field }) => field.key === 'mentors') || values.some((value) => !isClosedValue(value))) return []
  const uses = new Map<string, number>()
  for (const value of values) uses.set(value, (uses.get(value) ?? 0) + 1)
  const hasFew = inFolder !== undefined || fields.some(({ field }) => fieldsWithFewValues.has(field.key))
  const isClosed = uses.size > 0 && uses.size <= maxClosedValues && (hasFew || values.length >= uses.size * minUsesOfValue)
  return isClosed ? [...uses].toSorted(([, a], [, b]) => b - a).map(([value]) => value) : []
}

/** A value as it is written; of front matter without the bullet of its only item. */
function writtenChoice(text: string, { valueSpan, yaml }: Field, at: number): string {
  const written = text.slice(at + valueSpan.start, at + valueSpan.end)
  return yaml ? written.replace(/^-[ \t]+/, '') : written
}

const isClosedValue = (value: string): boolean => value.length <= maxClosedLength && !/[\r\n|]|\]\(|@|https?:/.test(value)

/** What a size says apart from its word and its hours. */
const wordsOfSize =
  /\b(?:small|medium|large|hours?|hrs?|h|projects?|sized?|about|approx|ca)\b|\d{2,4}(?:h\b)?|[\s~≈()[\],.:/–-]/gi

/** The one of a list's own values that says the same as a text: `90h` → `small (90 h)`; the text as it is if none does. */
export function ownChoice(text: string, values: readonly string[]): string {
  const same = values.find((value) => value.toLowerCase() === text.toLowerCase())
  if (same !== undefined) return same
  const size = readWholeSize(text)
  const alike = values.filter((value) => size !== null && isSameSize(size, readWholeSize(value)))
  return alike.length === 1 ? alike[0]! : text
}

const readWholeSize = (text: string): Size | null =>
  text.replace(wordsOfSize, '') === '' ? readSize(text, { start: 0, end: text.length }) : null

/** Whether a list's size has all that another one says. */
const isSameSize = ({ word, hours }: Size, own: Size | null): boolean =>
  own !== null &&
  (word !== null || hours !== null) &&
  (word === null || own.word === word) &&
  (hours === null || own.hours === hours)
