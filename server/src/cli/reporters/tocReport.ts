import { sanitizeControlCharacters } from '../../text/sanitize.ts'
import { pluralize } from '../../text/wording.ts'
import type { LineChange } from '../lists/lineChanges.ts'
import type { StaleToc, SyncedTocs } from '../lists/syncTocs.ts'

/** The result of `toc` as text; with `dry` the changed lines. */
export function tocReport({ lists, stale, missing, errors }: SyncedTocs, dry: boolean): string {
  const blocks = stale.map((toc) =>
    dry
      ? staleTocBlock(toc)
      : `${sanitizeControlCharacters(toc.path)}: ${changedLineCount(toc)} of its table of contents brought up to date\n`,
  )
  const warnings = missing.map(
    (path) => `${sanitizeControlCharacters(path)}: there is no table of contents, and its programme asks for one\n`,
  )
  const unread = errors.length > 0 ? `, ${pluralize(errors.length, 'path')} not read or written` : ''
  if (lists === 0) return `No idea list found${unread}.\n`
  const state = dry ? 'to be brought up to date' : 'brought up to date'
  const summary = stale.length === 0 ? 'nothing to bring up to date' : `${stale.length} ${state}`
  return `${[...blocks, ...warnings].join('')}${pluralize(lists, 'list')}, ${summary}${unread}.\n`
}

const changedLineCount = ({ changes }: StaleToc): string =>
  pluralize(
    changes.reduce((sum, { before, after }) => sum + Math.max(before.length, after.length), 0),
    'line',
  )

const staleTocBlock = ({ path, changes }: StaleToc): string =>
  `${sanitizeControlCharacters(path)}: its table of contents is not what its headings say\n${changes.flatMap(tocReportChange).join('')}`

const tocReportChange = ({ line, before, after }: LineChange): readonly string[] => [
  `  line ${line}\n`,
  ...before.map((text) => `  - ${sanitizeControlCharacters(text)}\n`),
  ...after.map((text) => `  + ${sanitizeControlCharacters(text)}\n`),
]
