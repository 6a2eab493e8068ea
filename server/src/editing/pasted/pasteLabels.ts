import { fieldKey } from '../../model/labels/aliases.ts'
import { labelKey } from '../../model/schema/labelKey.ts'
import type { IdeaFile, Labels } from '../../model/types.ts'

/** The fields of the labels by which pasted lines are read: those of the list, and what other lists call them. */
export function labelsForPaste({ labels = fieldKey, template }: Pick<IdeaFile, 'labels' | 'template'>): Labels {
  const own = new Map(template.learned?.labels.map(({ key, field }) => [key, field]) ?? [])
  const others = new Set(template.fields.filter(({ key }) => key === 'other').map(({ label }) => labelKey(label)))
  return (label) => labels(label) ?? own.get(labelKey(label)) ?? (others.has(labelKey(label)) ? 'other' : null)
}
