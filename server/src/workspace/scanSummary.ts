import { pluralizeEnglish } from '../text/wording.ts'
import type { ListSummary } from './listSummary.ts'

/** Counts of a scan. */
export interface ScanTally {
  files: number
  ignored: number
}

/** `2 lists with 8 ideas, 10 Markdown files looked at, 12 ms; 1 file or folder is left out by .gitignore` */
export function scanSummary(lists: readonly ListSummary[], { files, ignored }: ScanTally, timeMs: number): string {
  const ideas = lists.reduce((sum, list) => sum + countScannedIdeas(list), 0)
  const found = `${pluralizeEnglish(lists.length, 'list')} with ${pluralizeEnglish(ideas, 'idea')}, ${pluralizeEnglish(files, 'Markdown file')} looked at`
  return `${found}, ${Math.round(timeMs)} ms${leftOut(ignored)}`
}

const countScannedIdeas = ({ projects }: ListSummary): number => projects.reduce((sum, { ideas }) => sum + ideas.length, 0)

function leftOut(ignored: number): string {
  if (ignored === 0) return ''
  return `; ${ignored === 1 ? '1 file or folder is' : `${ignored} files and folders are`} left out by .gitignore`
}
