import { labelKey } from '../../model/schema/labelKey.ts'
import type { FieldKey, IdeaFile } from '../../model/types.ts'

const maxClosedValues = 6
const maxClosedLength = 60
const minUsesOfValue = 2

/** Fields whose values are few in every list. */
const fieldsWithFewValues: ReadonlySet<FieldKey> = new Set(['size', 'difficulty'])

/**
 * The values that a label has in this list if they are a closed set: at most six, short and on one line; of labels that are not a size
 * or a difficulty, each used twice on average. The most frequent is the first; empty for any other label.
 */
export function closedValues(file: IdeaFile, key: string): readonly string[] {
  const uses = new Map<string, number>()
  let total = 0
  let hasFew = false
  for (const { idea, at } of file.projects.flatMap(({ ideas }) => ideas)) {
    for (const field of idea.fields) {
      const { label, valueSpan } = field
      if (labelKey(label) !== key || valueSpan.start === valueSpan.end) continue
      const value = file.text.slice(at + valueSpan.start, at + valueSpan.end)
      if (field.key === 'mentors' || value.length > maxClosedLength || /[\r\n|]|\]\(|@|https?:/.test(value)) return []
      hasFew ||= fieldsWithFewValues.has(field.key)
      uses.set(value, (uses.get(value) ?? 0) + 1)
      total++
    }
  }
  const isClosed = uses.size > 0 && uses.size <= maxClosedValues && (hasFew || total >= uses.size * minUsesOfValue)
  return isClosed ? [...uses].toSorted(([, a], [, b]) => b - a).map(([value]) => value) : []
}
