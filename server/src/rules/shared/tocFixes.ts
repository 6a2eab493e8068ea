import { syncToc } from '../../editing/toc/syncToc.ts'
import type { IdeaFile, TocHeading } from '../../model/types.ts'
import { type Span, shift } from '../../text/span.ts'
import { quote } from '../../text/wording.ts'
import type { FileReport, Fix } from '../rule.ts'
import { onceForFile } from './onceForFile.ts'

/** The fix of a whole table of contents, shared by several findings. */
export const syncFix = (): ((file: IdeaFile) => readonly Fix[]) =>
  onceForFile((file) => ({
    title: 'Bring the table of contents up to date with the headings',
    kind: 'safe',
    edits: syncToc(file),
    named: entrySpans(file),
  }))

/** The texts and anchors of the entries that a sync may replace. */
const entrySpans = ({ toc, tocMatch }: IdeaFile): readonly Span[] =>
  (toc?.entries ?? [])
    .filter((entry) => tocMatch?.headings.has(entry))
    .flatMap(({ textSpan, anchorSpan }) => [shift(textSpan, toc!.at), shift(anchorSpan, toc!.at)])

/** The fixes for headings without an entry: sync the whole table, or only add this entry. */
export function entryFixes(): (placed: TocHeading) => Pick<FileReport, 'fixes' | 'individualFixes'> {
  const fixes = syncFix()
  return (placed) => ({
    fixes,
    individualFixes: (file) => [
      {
        title: `Add ${quote(placed.heading.text)} to the table of contents`,
        kind: 'safe',
        edits: syncToc(file, { add: (each) => each === placed, updates: () => false, order: false }),
      },
    ],
  })
}
