import * as l10n from '@vscode/l10n'
import { parseProgrammePath, programmeOf } from '../model/profiles/programmePath.ts'
import type { IssueForm } from './issueForm.ts'

/** `2026 Term 3 (Sep-Nov)` → `2026 Term 3`: a term as full titles have it. */
export const termWithoutMonths = (term: string): string => term.replace(/\s*\([^()]*\)\s*$/, '').trim()

/** `lfx-mentorship/2026/03-Sep-Nov/project_ideas.md` → `2026 Term 3 (Sep-Nov)` */
export function termOfPath(path: string): string | null {
  const found = parseProgrammePath(path)
  if (found?.programme !== 'lfx') return null
  const parts = /^0?(\d{1,2})-(.+)$/.exec(found.term)
  return parts ? `${found.year} Term ${parts[1]} (${parts[2]})` : null
}

/** The term of a proposal: the one asked for, the list's own if the form offers it, or the only one that is offered. */
export function proposalTerm(asked: string | null, path: string, options: readonly string[]): string | null {
  if (asked !== null) return options.find((option) => isSameTerm(option, asked)) ?? asked
  const own = termOfPath(path)
  const offered = own === null ? undefined : options.find((option) => isSameTerm(option, own))
  return offered ?? (options.length === 1 ? options[0]! : options.length === 0 ? own : null)
}

/** Whether two terms are the same, with or without their months. */
export const isSameTerm = (a: string, b: string): boolean =>
  termWithoutMonths(a).toLowerCase() === termWithoutMonths(b).toLowerCase()

/** What a list is of, if that is not what a form takes: another term, or another program. Null if it is, or if the path does not say. */
export function otherTermMessage({ name }: Pick<IssueForm, 'name'>, path: string, term: string): string | null {
  const own = termOfPath(path)
  if (own !== null) return isSameTerm(own, term) ? null : l10n.t`This list is of ${own}, but the form takes ${term} only.`
  const isOfGsoc = parseProgrammePath(path)?.programme === 'gsoc'
  if (!isOfGsoc || /gsoc|summer of code/i.test(`${name} ${term}`)) return null
  return l10n.t`This list is of ${programmeOf(path).label}, which is another program; the form takes ${term} only.`
}
