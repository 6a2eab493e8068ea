import { sanitizeControlCharacters } from '../../text/sanitize.ts'
import { pluralize } from '../../text/wording.ts'
import type { LineChange } from '../lists/lineChanges.ts'
import type { StaleToc, SyncedTocs } from '../lists/syncTocs.ts'

/** The result of `toc` as text; with `dry` the changed lines. */
export function tocReport(synced: SyncedTocs, dry: boolean): string {
  const { stale, missing, errors } = synced
  const blocks = stale.map((toc) =>
    dry
      ? tocReportBlock(toc)
      : `${sanitizeControlCharacters(toc.path)}: updated ${tocReportLineCount(toc)} of the table of contents\n`,
  )
  const warnings = missing.map(
    (path) => `${sanitizeControlCharacters(path)}: no table of contents, although the program asks for one\n`,
  )
  const unread = errors.length > 0 ? `; ${pluralize(errors.length, 'path')} could not be read or written` : ''
  return `${[...blocks, ...warnings].join('')}${tocSummary(synced, dry)}${unread}.\n`
}

function tocSummary({ lists, tables, stale, errors }: SyncedTocs, dry: boolean): string {
  if (lists === 0) return 'No idea lists found'
  if (tables === 0 && errors.length > 0) return `No table of contents ${dry ? 'checked' : 'updated'}`
  if (tables === 0) return `No tables of contents in ${pluralize(lists, 'list')}`
  const [all, verb] = tables === 1 ? ['The table of contents', 'is'] : [`All ${tables} tables of contents`, 'are']
  if (stale.length === 0) return `${all} ${verb} up to date`
  if (tables === 1) return dry ? `${all} is out of date` : 'Updated the table of contents'
  const some = `${stale.length} of ${tables} tables of contents`
  return dry ? `${some} ${stale.length === 1 ? 'is' : 'are'} out of date` : `Updated ${some}`
}

const tocReportLineCount = ({ changes }: StaleToc): string =>
  pluralize(
    changes.reduce((sum, { before, after }) => sum + Math.max(before.length, after.length), 0),
    'line',
  )

const tocReportBlock = ({ path, changes }: StaleToc): string =>
  `${sanitizeControlCharacters(path)}: table of contents is out of date\n${changes.flatMap(tocReportChange).join('')}`

const tocReportChange = ({ line, before, after }: LineChange): readonly string[] => [
  `  line ${line}\n`,
  ...before.map((text) => `  - ${sanitizeControlCharacters(text)}\n`),
  ...after.map((text) => `  + ${sanitizeControlCharacters(text)}\n`),
]
