import assert from 'node:assert/strict'
import { knowsProject } from '../../server/src/catalog/knownProjects.ts'
import type { ListLookup } from '../../server/src/features/navigation/linkTargetFinder.ts'
import { readIdeaFile } from '../../server/src/model/ideaFile.ts'
import { compareProgrammes } from '../../server/src/model/profiles/programmePath.ts'
import type { IdeaFile } from '../../server/src/model/types.ts'
import type { Span } from '../../server/src/text/span.ts'
import { type ListSummary, summarizeList } from '../../server/src/workspace/listSummary.ts'

/** A list as an editor has it open. */
export interface OpenList {
  readonly file: IdeaFile
  readonly offset: number
  readonly lists: ListLookup
}

export const folder = 'file:///w/programs/'

export const read = (path: string, text: string): IdeaFile => readIdeaFile(text, { path: `/w/programs/${path}`, knowsProject })

export const known = (path: string, text: string): ListSummary => summarizeList(folder + encodeURI(path), read(path, text))

/** Texts by their paths below `programs`; the one with `$0` in it is open, with the cursor there. */
export function openOne(texts: Readonly<Record<string, string>>): OpenList {
  const marked = Object.entries(texts).filter(([, text]) => text.includes('$0'))
  assert.equal(marked.length, 1, 'one cursor')
  const [path, text] = marked[0]!
  const file = read(path, text.replace('$0', ''))
  const others = Object.entries(texts)
    .filter(([other]) => other !== path)
    .map(([other, its]) => known(other, its))
    .sort(compareProgrammes)
  return {
    file,
    offset: text.indexOf('$0'),
    lists: { own: summarizeList(folder + encodeURI(path), file), others, roots: ['file:///w'] },
  }
}

export const pathOf = (uri: string): string => decodeURI(uri).slice(folder.length)

/** A location as `path: line`, the line as written with the span in `«»`. */
export function shown({ own, others }: ListLookup, uri: string, { start, end }: Span): string {
  const { text } = [own, ...others].find((list) => list.uri === uri)!
  assert.ok(0 <= start && start <= end && end <= text.length)
  const from = text
    .slice(0, start)
    .split(/\r\n|[\r\n]/)
    .at(-1)!
  const [to = ''] = text.slice(end).split(/\r\n|[\r\n]/, 1)
  return `${pathOf(uri)}: ${from}«${text.slice(start, end)}»${to}`
}
