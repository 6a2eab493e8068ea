import { fieldKey } from '../../model/labels/aliases.ts'
import { labelKey } from '../../model/schema/labelKey.ts'
import type { IdeaFile, Labels } from '../../model/types.ts'

/** The fields of the labels by which pasted lines are read: those of the list, and what other lists call them. */
export function labelsForPaste({ labels = fieldKey, template }: Pick<IdeaFile, 'labels' | 'template'>): Labels {
  const own = new Map(template.learned?.labels.map(({ key, field }) => [key, field]) ?? [])
  const others = new Set(template.fields.filter(({ key }) => key === 'other').map(({ label }) => labelKey(label)))
  return (label) => labels(label) ?? own.get(labelKey(label)) ?? (others.has(labelKey(label)) ? 'other' : null)
}

/** `Expected duration`, `Hours`: what documents call the size; as a rule such a label may be that of something else. */
const pastedSizeWords =
  /^(?:(?:expected|estimated|approximate|total|required|project) ){0,3}(?:size|duration|length|hour|time|time commitment|effort|workload)$/

/** The same for a text that is pasted as an idea: if the list has a size, a duration is one. */
export function labelsOfCopiedText(file: Pick<IdeaFile, 'labels' | 'template'>): Labels {
  const labels = labelsForPaste(file)
  const { fields, learned } = file.template
  const hasSize = fields.some(({ key }) => key === 'size') || learned?.labels.some(({ field }) => field === 'size') === true
  return (label) => labels(label) ?? (hasSize && pastedSizeWords.test(labelKey(label)) ? 'size' : null)
}
