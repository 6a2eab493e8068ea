// Works that run side by side and are read one after the other.
import { availableParallelism } from 'node:os'

/** A core for each: what a person types is not to wait for another window; more than three would wait for the disk. */
const usual = Math.min(3, availableParallelism())

/**
 * Runs works, `atOnce` of them at a time, and resolves to their results. Each work gets a function for what it says: the first that
 * has not ended is heard at once, those after it when it is their turn.
 */
export const inOrder = async (works, print, atOnce = usual) => {
  const held = works.map(() => [])
  const ended = new Set()
  const results = []
  let [next, turn] = [0, 0]
  const sayAs = (index) => (text) => (index === turn ? print(text) : held[index].push(text))
  const takeTurns = () => {
    for (; ended.has(turn); turn++) for (const text of held[turn + 1] ?? []) print(text)
  }
  const runNext = async () => {
    while (next < works.length) {
      const index = next++
      results[index] = await works[index](sayAs(index))
      ended.add(index)
      takeTurns()
    }
  }
  await Promise.all(Array.from({ length: atOnce }, runNext))
  return results
}
