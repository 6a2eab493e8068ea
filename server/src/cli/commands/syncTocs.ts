import { syncAfterRenames } from '../../editing/toc/keepInSync.ts'
import { applyEdits, type Edit } from '../../text/edits.ts'
import { lineEnd, lineStart } from '../../text/textLines.ts'
import { type CliConfiguration, relativePath } from '../input/configuration.ts'
import type { Failure } from '../input/findFiles.ts'
import { readLists, writeList } from '../input/readLists.ts'
import type { Io } from '../io/io.ts'

/** Lines that are replaced. `line` is the 1-based number of the first old line, or of the line before which the new ones are inserted. */
export interface LineChange {
  readonly line: number
  readonly before: readonly string[]
  readonly after: readonly string[]
}

/** A list whose table of contents does not, or did not, match its headings. */
export interface StaleToc {
  readonly path: string
  readonly changes: readonly LineChange[]
}

/** The result of a sync. */
export interface SyncedTocs {
  readonly lists: number
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
  let lists = 0
  const [stale, missing, otherFiles, errors]: [StaleToc[], string[], string[], Failure[]] = [[], [], [], []]
  for await (const outcome of readLists(paths, configuration, io)) {
    if (outcome.kind === 'failure') errors.push({ path: outcome.path, message: outcome.message })
    else if (outcome.kind === 'other' && outcome.named) otherFiles.push(outcome.path)
    else if (outcome.kind === 'list') {
      lists++
      const { file, path } = outcome
      const edits = syncAfterRenames(file)
      if (file.toc === null && file.template.toc) missing.push(path)
      const failure = edits.length > 0 && !dry ? await writeList(outcome, applyEdits(file.text, edits), io) : null
      if (failure) errors.push(failure)
      else if (edits.length > 0) stale.push({ path, changes: lineChanges(file.text, edits) })
    }
  }
  const unread = configuration.failures().map(({ path, message }) => ({ path: relativePath(path, io), message }))
  return { lists, stale, missing: missing, otherFiles: otherFiles, errors: [...unread, ...errors] }
}

/** The lines that edits change; edits of the same or adjacent lines are one change, without the unchanged lines at its two ends. */
export function lineChanges(text: string, edits: readonly Edit[]): readonly LineChange[] {
  const places: { readonly from: number; to: number; readonly edits: Edit[] }[] = []
  for (const edit of edits.toSorted((a, b) => a.span.start - b.span.start)) {
    const [from, to] = [lineStart(text, edit.span.start), lineEnd(text, edit.span.end)]
    const last = places.at(-1)
    if (last === undefined || last.to < from) places.push({ from, to, edits: [edit] })
    else {
      last.to = Math.max(last.to, to)
      last.edits.push(edit)
    }
  }
  return places.map(({ from, to, edits: changes }) => {
    const inside = changes.map(({ span, newText }) => ({ span: { start: span.start - from, end: span.end - from }, newText }))
    const [before, after] = [splitLines(text.slice(from, to)), splitLines(applyEdits(text.slice(from, to), inside))]
    const shorter = Math.min(before.length, after.length)
    let [head, tail] = [0, 0]
    while (head < shorter && before[head] === after[head]) head++
    while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++
    return {
      line: splitLines(text.slice(0, from)).length + head,
      before: before.slice(head, before.length - tail),
      after: after.slice(head, after.length - tail),
    }
  })
}

const splitLines = (text: string): readonly string[] => text.split(/\r\n|\r|\n/)
