import type { IdeaFile } from '../types.ts'
import { programmeOf } from './programmePath.ts'

/** What a year of a programme looks like. */
export const yearPattern = /(?<![\w/.-])20\d{2}(?![\w/]|-\d|\.\d)/g

/** The year of a list: its path's (`summerofcode/2026.md`), otherwise its title's, which is no idea's; null if neither names one. */
export function listYear({ path, headings, projects }: Pick<IdeaFile, 'path' | 'headings' | 'projects'>): number | null {
  const named = programmeOf(path).year
  if (named !== null) return named
  const [title] = headings
  if (title === undefined || projects.some(({ ideas }) => ideas.some(({ at, idea }) => at === title.at && idea.heading !== null)))
    return null
  const years = new Set(title.heading.text.match(yearPattern) ?? [])
  const [only] = years
  return only === undefined || years.size > 1 ? null : Number(only)
}
