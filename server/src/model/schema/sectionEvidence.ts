import { labelOfHeadingPart, type Part } from './headingParts.ts'
import type { LabelOccurrence } from './labelOccurrence.ts'
import { valueEvidence } from './labelValues.ts'
import { isInFirstPerson } from './recognize.ts'
import { roleOfValue } from './rolesByValues.ts'

/**
 * Everything about a section that the rest of the list depends on: its labels, and what recognition reads of their values. While it is
 * the same, an edit in the section changes nothing but the idea around it.
 */
export function sectionEvidence(part: Pick<Part, 'text' | 'labels'>): string {
  const { labels } = part
  const ofLabel = (label: LabelOccurrence): readonly unknown[] => [
    label.text,
    label.form,
    label.isEmphasized,
    label.indent,
    valueEvidence(part, label),
    roleOfValue(part, label),
  ]
  return JSON.stringify([
    part.text,
    ofLabel(labelOfHeadingPart(part)),
    labels.occurrences.map(ofLabel),
    labels.tables.map(({ lines }) => lines.map(({ text }) => text)),
    isInFirstPerson(part),
  ])
}
