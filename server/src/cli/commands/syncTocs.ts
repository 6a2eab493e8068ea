import { syncAfterRenames } from '../../editing/toc/keepInSync.ts'
import { applyEdits, type Edit } from '../../text/edits.ts'
import { lineEnd, lineStart } from '../../text/textLines.ts'
import { fromHere, type Setup } from '../input/configuration.ts'
import type { Failure } from '../input/findFiles.ts'
import { readLists, writeList } from '../input/readLists.ts'
import type { Io } from '../io/io.ts'

/** Lines that give way to others. `line` is the 1-based number of the first old one, or of the one that the new ones come before. */
export interface LineChange {
  readonly line: number
  readonly before: readonly string[]
  readonly after: readonly string[]
}

/** A list whose table of contents is not, or was not, what its headings say. */
export interface StaleToc {
  readonly path: string
  readonly changes: readonly LineChange[]
}

/** What the tables of the lists came to. */
export interface Synced {
  readonly lists: number
  readonly stale: readonly StaleToc[]
  /** Lists without a table whose programme asks for one. */
  readonly without: readonly string[]
  /** Files that were named and are no idea lists. */
  readonly others: readonly string[]
  readonly errors: readonly Failure[]
}

/** Makes the tables of contents of these lists equal to their headings; with `dry` nothing is written. */
export async function syncTocs(paths: readonly string[], dry: boolean, setup: Setup, io: Io): Promise<Synced> {
  let lists = 0
  const [stale, without, others, errors]: [StaleToc[], string[], string[], Failure[]] = [[], [], [], []]
  for await (const outcome of readLists(paths, setup, io)) {
    if (outcome.kind === 'failure') errors.push({ path: outcome.path, message: outcome.message })
    else if (outcome.kind === 'other' && outcome.named) others.push(outcome.path)
    else if (outcome.kind === 'list') {
      lists++
      const { file, path } = outcome
      const edits = syncAfterRenames(file)
      if (file.toc === null && file.template.toc) without.push(path)
      const failure = edits.length > 0 && !dry ? await writeList(outcome, applyEdits(file.text, edits), io) : null
      if (failure) errors.push(failure)
      else if (edits.length > 0) stale.push({ path, changes: lineChanges(file.text, edits) })
    }
  }
  const unread = setup.failures().map(({ path, message }) => ({ path: fromHere(path, io), message }))
  return { lists, stale, without, others, errors: [...unread, ...errors] }
}

/** The lines that edits change, those of one place together; lines that stay at its two ends are left out. */
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
  return places.map(({ from, to, edits: own }) => {
    const inside = own.map(({ span, newText }) => ({ span: { start: span.start - from, end: span.end - from }, newText }))
    const [before, after] = [linesIn(text.slice(from, to)), linesIn(applyEdits(text.slice(from, to), inside))]
    const shorter = Math.min(before.length, after.length)
    let [head, tail] = [0, 0]
    while (head < shorter && before[head] === after[head]) head++
    while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++
    return {
      line: linesIn(text.slice(0, from)).length + head,
      before: before.slice(head, before.length - tail),
      after: after.slice(head, after.length - tail),
    }
  })
}

const linesIn = (text: string): readonly string[] => text.split(/\r\n|\r|\n/)
