import * as l10n from '@vscode/l10n'
import { learnedFieldInsertion } from '../../editing/learned/learnedField.ts'
import type { Idea, LearnedLabel, LearnedSchema } from '../../model/types.ts'
import { quote } from '../../text/wording.ts'
import type { Fix } from '../rule.ts'

/** Adds an empty field to an idea, written as the list writes it; null if every idea of the list has a place for it. Spans count from the idea's start. */
export function insertLearnedField(
  text: string,
  idea: Idea,
  label: LearnedLabel,
  learned: LearnedSchema,
): (() => readonly Fix[]) | null {
  if (learned.reason === 'table') return null
  return () => {
    const insertion = learnedFieldInsertion(text, idea, label, learned)
    return insertion ? [{ title: l10n.t`Add the ${quote(label.label)} field`, kind: 'review', edits: insertion.edits }] : []
  }
}
