import { programmeRoot } from '../model/profiles/programmePath.ts'
import type { ExportedFile } from '../report/schema.ts'
import { groupBy } from '../text/groupBy.ts'
import { pathEnds } from '../text/pathEnds.ts'
import { listPathOfExport } from '../workspace/exportSummary.ts'

type PublishedFile = Pick<ExportedFile, 'path' | 'term'>

/** What a file belongs to: the lists of a term in one repository are one, and so are the files of a folder with an idea in each. */
export function publishedListKey({ path, term }: PublishedFile): string {
  if (term === null) return path
  return `${programmeRoot(listPathOfExport(path)) ?? publishedListPath({ path, term })}\n${term}`
}

/** The file of a list, or the folder with an idea in each file. */
const publishedListPath = ({ path, term }: PublishedFile): string =>
  term === null || programmeRoot(listPathOfExport(path)) !== null ? path : path.slice(0, path.lastIndexOf('/'))

/** The names of lists by `publishedListKey`; two that are called the same have the ends of their paths, too. */
export function publishedListNames(files: readonly ExportedFile[]): ReadonlyMap<string, string> {
  const lists = [...groupBy(files, publishedListKey)].map(([key, [first]]) => ({ key, ...first! }))
  const byName = groupBy(lists, ({ name }) => name.toLowerCase())
  return new Map(
    [...byName.values()].flatMap((same) => {
      const ends = pathEnds(same.map(publishedListPath))
      return same.map(({ key, name }, index) => [key, same.length === 1 ? name : `${name} (${ends[index]})`] as const)
    }),
  )
}
