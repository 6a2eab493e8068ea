import { pluralizeEnglish } from '../text/wording.ts'
import type { ListSummary } from './listSummary.ts'

/** Counts of a scan. */
export interface ScanTally {
  files: number
  ignored: number
}

/** `found 8 ideas in 2 lists (10 Markdown files, 12 ms); skipped 1 path ignored by .gitignore` */
export function scanSummary(lists: readonly ListSummary[], { files, ignored }: ScanTally, timeMs: number): string {
  const ideas = lists.reduce((sum, list) => sum + countScannedIdeas(list), 0)
  const found = `found ${pluralizeEnglish(ideas, 'idea')} in ${pluralizeEnglish(lists.length, 'list')}`
  return `${found} (${pluralizeEnglish(files, 'Markdown file')}, ${Math.round(timeMs)} ms)${skippedInScan(ignored)}`
}

const countScannedIdeas = ({ projects }: ListSummary): number => projects.reduce((sum, { ideas }) => sum + ideas.length, 0)

const skippedInScan = (ignored: number): string =>
  ignored === 0 ? '' : `; skipped ${pluralizeEnglish(ignored, 'path')} ignored by .gitignore`
