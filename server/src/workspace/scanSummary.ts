import { pluralize } from '../text/wording.ts'
import type { ListSummary } from './listSummary.ts'

/** What a scan came by. */
export interface ScanTally {
  files: number
  ignored: number
}

/** How the scan of a folder went, in words: the lists that it has, what was looked at and left out, and the time that it took (milliseconds). */
export function scanSummary(lists: readonly ListSummary[], { files, ignored }: ScanTally, time: number): string {
  const ideas = lists.reduce((sum, list) => sum + ideaCountOf(list), 0)
  const found = `${pluralize(lists.length, 'list')} with ${pluralize(ideas, 'idea')}, ${pluralize(files, 'Markdown file')} looked at`
  return `${found}, ${Math.round(time)} ms${leftOut(ignored)}`
}

const ideaCountOf = ({ projects }: ListSummary): number => projects.reduce((sum, { ideas }) => sum + ideas.length, 0)

function leftOut(ignored: number): string {
  if (ignored === 0) return ''
  return `; ${ignored === 1 ? '1 file or folder is' : `${ignored} files and folders are`} left out by .gitignore`
}
