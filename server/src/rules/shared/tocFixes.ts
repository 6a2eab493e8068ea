import * as l10n from '@vscode/l10n'
import { resyncAfterRenames } from '../../editing/toc/resyncToc.ts'
import { syncToc } from '../../editing/toc/syncToc.ts'
import { projectsAboveTocHeadings } from '../../model/toc/tocHeadings.ts'
import type { IdeaFile, TocHeading } from '../../model/types.ts'
import { plainLetters } from '../../text/plainLetters.ts'
import { type Span, shift } from '../../text/span.ts'
import { quote } from '../../text/wording.ts'
import type { FileReport, Fix } from '../rule.ts'
import { lazyFix } from './lazyFix.ts'
import { onceForFile } from './onceForFile.ts'

/** The fix of a whole table of contents, shared by several findings: entries of renamed headings are renamed, as by the command. */
export const syncFix = (): ((file: IdeaFile) => readonly Fix[]) =>
  onceForFile((file) => [
    {
      title: l10n.t('Update the table of contents'),
      kind: 'safe',
      edits: mayBeRenames(file) ? resyncAfterRenames(file) : syncToc(file),
      named: tocFixEntrySpans(file),
    },
  ])

/** Whether each entry without a heading has words of one without an entry: any other may be about something else, and is left alone. */
function mayBeRenames({ tocMatch }: IdeaFile): boolean {
  if (tocMatch === null) return false
  const missing = tocMatch.missing.map(({ heading }) => wordsOfTocEntry(heading.text))
  return [...tocMatch.broken].every((entry) => {
    const words = wordsOfTocEntry(entry.text)
    return missing.some((others) => words.filter((word) => others.includes(word)).length * 2 >= words.length)
  })
}

const wordsOfTocEntry = (text: string): readonly string[] => plainLetters(text).match(/[\p{L}\p{N}]+/gu) ?? []

/** The texts and anchors of the entries that a sync may replace. */
const tocFixEntrySpans = ({ toc, tocMatch }: IdeaFile): readonly Span[] =>
  (toc?.entries ?? [])
    .filter((entry) => tocMatch?.headings.has(entry) || tocMatch?.broken.has(entry))
    .flatMap(({ textSpan, anchorSpan }) => [shift(textSpan, toc!.at), shift(anchorSpan, toc!.at)])

/** The fixes for headings without an entry: sync the whole table, or only add this entry. */
export function entryFixes(): (placed: TocHeading) => Pick<FileReport, 'fixes' | 'individualFixes'> {
  const fixes = syncFix()
  const additions = onceForFile(createTocAdditions)
  return (placed) => ({ fixes, individualFixes: (file) => additions(file)(placed) })
}

/** Fixes that each add one entry, and the entry of its project: without that, an idea would be listed below another project. */
function createTocAdditions(file: IdeaFile): (placed: TocHeading) => readonly Fix[] {
  const missing = new Set(file.tocMatch?.missing)
  const listsProjects = [...(file.tocMatch?.headings.values() ?? [])].some(({ role }) => role === 'project')
  const hasOtherFlaws = syncToc(file, { add: false }).length > 0
  const owners = projectsAboveTocHeadings(file.tocHeadings)
  return (placed) => {
    const owner = placed.role === 'idea' && listsProjects ? owners[placed.index] : undefined
    const added = new Set(owner && missing.has(owner) ? [owner, placed] : [placed])
    const title = l10n.t`Add ${quote(placed.heading.text)} to the table of contents`
    const isSameAsShared = !hasOtherFlaws && added.size === missing.size
    return [
      lazyFix({ title, kind: 'safe', ...(isSameAsShared && { isSameAsShared }) }, () =>
        syncToc(file, { add: (each) => added.has(each), updates: () => false, order: false }),
      ),
    ]
  }
}
