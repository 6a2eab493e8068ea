import { detached } from './detach.ts'

/** How many texts are known at a time, and how long one may be (UTF-16). */
const maxMemoTexts = 1000
const maxMemoLength = 200

/**
 * `compute`, called once for each text that comes again soon: the names of projects and people are the same in idea after idea, in list
 * after list. All is forgotten when too many are known.
 */
export function memoByText<V extends NonNullable<unknown> | null>(compute: (text: string) => V): (text: string) => V {
  const known = new Map<string, V>()
  return (text) => {
    if (text.length > maxMemoLength) return compute(text)
    const found = known.get(text)
    if (found !== undefined) return found
    if (known.size >= maxMemoTexts) known.clear()
    const own = detached(text)
    const value = compute(own)
    known.set(own, value)
    return value
  }
}
