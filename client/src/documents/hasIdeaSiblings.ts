import { mayBeFolderIdeaName } from '../../../server/src/model/folder/folderFileName.ts'

/** How many files of a folder are looked at, and how many of them are to look like ideas. */
const [maxSiblingsRead, minIdeaSiblings] = [8, 2]

/** Whether two of the first files of a folder look like ideas; `looksLikeIdea` reads one of them. */
export async function hasIdeaSiblings(
  names: readonly string[],
  looksLikeIdea: (name: string) => Promise<boolean>,
): Promise<boolean> {
  const siblings = names.filter((name) => /\.(?:md|markdown)$/i.test(name) && mayBeFolderIdeaName(name)).sort()
  if (siblings.length <= minIdeaSiblings) return false
  let found = 0
  for (const name of siblings.slice(0, maxSiblingsRead)) {
    if (await looksLikeIdea(name)) found++
    if (found === minIdeaSiblings) return true
  }
  return false
}
