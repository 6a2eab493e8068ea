import { fillEmptyToc } from '../../editing/toc/insertToc.ts'
import { resyncAfterRenames } from '../../editing/toc/resyncToc.ts'
import { applyEdits } from '../../text/edits.ts'
import type { CliConfiguration } from '../input/configuration.ts'
import type { Failure } from '../input/findFiles.ts'
import { type ReadList, readLists, writeList } from '../input/readLists.ts'
import { attempt } from '../io/attempt.ts'
import type { Io } from '../io/io.ts'
import { relativePath } from '../io/paths.ts'
import { type LineChange, lineChanges } from './lineChanges.ts'

/** A list whose table of contents does not, or did not, match its headings. */
export interface StaleToc {
  readonly path: string
  readonly changes: readonly LineChange[]
}

/** The result of a sync. */
export interface SyncedTocs {
  readonly lists: number
  /** Lists with a table of contents that is up to date now, or would be. */
  readonly tables: number
  readonly stale: readonly StaleToc[]
  /** Lists without a table of contents whose programme requires one. */
  readonly missing: readonly string[]
  /** Files that were named and are not idea lists. */
  readonly otherFiles: readonly string[]
  readonly errors: readonly Failure[]
}

/** Updates the tables of contents of these lists; with `dry` nothing is written. */
export async function syncTocs(
  paths: readonly string[],
  dry: boolean,
  configuration: CliConfiguration,
  io: Io,
): Promise<SyncedTocs> {
  let [lists, tables] = [0, 0]
  const [stale, missing, otherFiles, errors]: [StaleToc[], string[], string[], Failure[]] = [[], [], [], []]
  for await (const outcome of readLists(paths, configuration, io)) {
    if (outcome.kind === 'failure') errors.push({ path: outcome.path, message: outcome.message })
    else if (outcome.kind === 'other' && outcome.named) otherFiles.push(outcome.path)
    else if (outcome.kind === 'list') {
      lists++
      const synced = await syncList(outcome, dry, io)
      if ('message' in synced) {
        errors.push(synced)
        continue
      }
      const { path, changes, hasTable, isMissing } = synced
      if (isMissing) missing.push(path)
      if (hasTable) tables++
      if (changes.length > 0) stale.push({ path, changes })
    }
  }
  const unread = configuration.failures().map(({ path, message }) => ({ path: relativePath(path, io), message }))
  return { lists, tables, stale, missing, otherFiles, errors: [...unread, ...errors] }
}

/** Updates the table of contents of one list; with `dry` nothing is written. */
async function syncList(list: ReadList, dry: boolean, io: Io): Promise<(TocUpdate & StaleToc) | Failure> {
  const { path } = list
  const tried = attempt(path, () => tocUpdateOf(list))
  if ('failure' in tried) return tried.failure
  const { result } = tried
  const failure = result.changes.length > 0 && !dry ? await writeList(list, result.text, io) : null
  return failure ?? { path, ...result }
}

interface TocUpdate {
  readonly text: string
  readonly changes: readonly LineChange[]
  readonly hasTable: boolean
  /** Whether the programme requires a table that is not there. */
  readonly isMissing: boolean
}

/** A list with its table of contents up to date. */
function tocUpdateOf({ file }: ReadList): TocUpdate {
  const filled = fillEmptyToc(file)
  const hasTable = file.toc !== null || filled !== null
  const edits = filled ? [filled] : resyncAfterRenames(file)
  return {
    text: applyEdits(file.text, edits),
    changes: lineChanges(file.text, edits),
    hasTable,
    isMissing: !hasTable && Boolean(file.template.toc),
  }
}
