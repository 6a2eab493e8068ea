import { isSharedInTemplate } from '../schema/learnedTemplate.ts'
import type { LabelOrder, LearnedLabel } from '../types.ts'
import type { OneIdeaFacts } from './oneIdeaFacts.ts'

/**
 * The orders of labels that most files of a folder keep, and some do not: `Skills` before `Difficulty` in 11 of 12. Keys of front matter
 * have no order.
 */
export function folderOrders(files: readonly OneIdeaFacts[], labels: readonly LearnedLabel[]): readonly LabelOrder[] {
  const keys = labels.flatMap(({ key, inFrontMatter }) => (inFrontMatter ? [] : [key]))
  const places = files.map((file) => new Map(file.labels.map(({ key }, place) => [key, place])))
  return keys.flatMap((before, index) =>
    keys.slice(index + 1).flatMap((after) => {
      const both = places.filter((each) => each.has(before) && each.has(after))
      const count = both.filter((each) => each.get(before)! < each.get(after)!).length
      return count < both.length && isSharedInTemplate(count, both.length) ? [{ before, after, count, total: both.length }] : []
    }),
  )
}
