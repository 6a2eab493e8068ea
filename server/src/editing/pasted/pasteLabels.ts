import { fieldKey } from '../../model/labels/aliases.ts'
import { fieldOfRole, labelKey, plainLabelText, roleOfLabelKey } from '../../model/schema/labelKey.ts'
import { labelPrefixes } from '../../model/schema/labelWords.ts'
import type { FieldKey, IdeaFile, Labels } from '../../model/types.ts'

/** The fields of the labels by which pasted lines are read: those of the list, and what other lists call them. */
export function labelsForPaste({ labels = fieldKey, template }: Pick<IdeaFile, 'labels' | 'template'>): Labels {
  const own = new Map(template.learned?.labels.map(({ key, field }) => [key, field]) ?? [])
  const others = new Set(template.fields.filter(({ key }) => key === 'other').map(({ label }) => labelKey(label)))
  if (own.size + others.size === 0) return labels
  return (label) => {
    const known = labels(label)
    if (known !== null) return known
    const key = labelKey(label)
    return own.get(key) ?? (others.has(key) ? 'other' : null)
  }
}

const maxWordsOfRole = 3

/** `Skills needed`, `Time commitment`: the word that says what a label is for comes first, otherwise last. */
const wordsAfterRole = /^(?:needed|required|wanted|commitment)$/

/** What every idea says, whether or not the list has a label for it. */
const fieldsOfAnyIdea: ReadonlySet<FieldKey> = new Set(['description', 'expectedOutcome', 'recommendedSkills', 'mentors'])

/**
 * The same for a text that is pasted as an idea, which was not written for this list: what other organizations call its fields,
 * `Deliverables` or `Length`.
 */
export function labelsOfCopiedText(file: Pick<IdeaFile, 'labels' | 'template'>): Labels {
  const labels = labelsForPaste(file)
  const { fields, learned } = file.template
  const own = new Set([...fields.map(({ key }) => key), ...(learned?.labels.map(({ field }) => field) ?? [])])
  return (label) => {
    const known = labels(label)
    if (known !== null) return known
    const words = plainLabelText(label).split(' ')
    const [first, last] = [words.find((word) => !labelPrefixes.includes(word)), words.at(-1)!]
    const word = wordsAfterRole.test(last) ? (first ?? last) : last
    const role = words.length > maxWordsOfRole ? null : roleOfLabelKey(word)
    const field = role === null ? 'other' : fieldOfRole[role]
    return fieldsOfAnyIdea.has(field) || (field !== 'other' && own.has(field)) ? field : null
  }
}
