import * as l10n from '@vscode/l10n'
import { CompletionItemKind } from 'vscode-languageserver-types'
import type { IdeaFile } from '../../model/types.ts'
import { plainLetters } from '../../text/plainLetters.ts'
import type { CursorContext } from './cursorContext.ts'
import { cursorLineText } from './cursorLine.ts'
import { contactOfTypedMentor } from './mentorSuggestions.ts'
import { isInMentorContact } from './placeholderMentors.ts'
import type { Suggestion } from './suggestion.ts'

/** Values that no list of names can be complete for: people, skills, projects and titles. */
export function isOpenTypedVocabulary(at: CursorContext): boolean {
  if (at.kind === 'heading') return true
  const key = at.kind === 'value' ? at.key : at.kind === 'learnedValue' ? at.field.key : null
  return key === 'mentors' || key === 'recommendedSkills' || key === 'technologies'
}

/** Whether taking the suggestion only adds to what is typed, ignoring letter case and accents: `exp` → `Expected Outcome`. */
export const continuesTyped = ({ newText }: Suggestion, typed: string): boolean =>
  plainLetters(newText.trimStart()).startsWith(plainLetters(typed.trim()))

/** What is typed, as the row that Enter and Tab take first: it stays, and a new mentor goes on to the handle and the address. */
export function typedRow(file: IdeaFile, at: CursorContext, { span: { start } }: Suggestion): Suggestion {
  const { line } = at
  const span = { start, end: line.cursor }
  const newText = cursorLineText(line, span)
  const label = newText.replace(/^#+[ \t]+/, '').trim()
  const kept = { before: start - line.start, after: line.end - line.cursor }
  const row = { label, kind: CompletionItemKind.Text, filter: newText, span, newText, kept }
  if (at.kind === 'value' && at.key === 'mentors' && !isInMentorContact(at)) return { ...row, ...contactOfTypedMentor(file, at) }
  // in a snippet, Tab is the key that goes on
  return { ...row, detail: l10n.t('as typed'), next: 'nextStop' }
}
